import { hoursText } from '../../kiosk-ui/src/text/queue.ts'
import { findOpening } from '../calendar/service.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import type { Work } from '../transact.ts'
import { SHIPPED_PRIORITY_GROUPS } from './data/priority-groups.ts'
import { findSetting, listCounterServices, listGroups, listTextsOn, saveSetting } from './repository.ts'
import { FIRST_RULES, type HallRules } from './rules.ts'

/** How the office runs its waiting room. */
export async function hallRules(db: Db, officeId: string): Promise<HallRules> {
  const stored = await findSetting(db, officeId)
  if (!stored) return FIRST_RULES
  const { officeId: _, alwaysOpen, emergencyText, emergencyAt, ...rules } = stored
  return { ...rules, alwaysOpen: alwaysOpen === 1 }
}

/** What is shown over everything else while it lasts, or nothing. */
export async function findEmergency(db: Db, officeId: string): Promise<string | null> {
  return (await findSetting(db, officeId))?.emergencyText ?? null
}

/** Whom the office lets go first, in its order. */
export async function listPriorityGroups(
  db: Db,
  officeId: string
): Promise<readonly { code: string; name: string }[]> {
  const groups = await listGroups(db, officeId)
  if (groups.length === 0) return SHIPPED_PRIORITY_GROUPS.map(({ code, name }) => ({ code, name }))
  return groups.filter(({ active }) => active === 1).map(({ code, name }) => ({ code, name }))
}

/** @returns the code itself when the office has no such group any more */
export async function nameOfPriorityGroup(
  db: Db,
  { officeId, code }: { officeId: string; code: string | null }
): Promise<string | null> {
  if (code === null) return null
  return (await listPriorityGroups(db, officeId)).find((group) => group.code === code)?.name ?? code
}

/** @throws PRIORITY_GROUP_UNKNOWN */
export async function assertPriorityGroup(
  db: Db,
  { officeId, code }: { officeId: string; code: string | null }
): Promise<void> {
  if (code === null) return
  const groups = await listPriorityGroups(db, officeId)
  if (!groups.some((group) => group.code === code)) throw new DomainError('PRIORITY_GROUP_UNKNOWN', { code })
}

/** @throws OFFICE_CLOSED outside the hours, unless the office is always open */
export async function assertOpen({ db, officeId, now }: Work): Promise<void> {
  const { open, closedText } = await describeOpening(db, { officeId, at: now })
  if (!open) throw new DomainError('OFFICE_CLOSED', { text: closedText ?? '' })
}

/** Which counter serves or helps which service; a counter that is not named serves every one. */
export async function servicesOfCounters(
  db: Db,
  officeId: string
): Promise<{ counterId: string; serviceId: string; helps: boolean }[]> {
  const rows = await listCounterServices(db, officeId)
  return rows.map(({ counterId, serviceId, helps }) => ({ counterId, serviceId, helps: helps === 1 }))
}

/** Whether numbers are given at an instant, and what people are told of the hours. */
export async function describeOpening(
  db: Db,
  { officeId, at }: { officeId: string; at: string }
): Promise<{ open: boolean; hoursText: string; closedText: string | null; noticeText: string | null }> {
  const opening = await findOpening(db, { officeId, at })
  const open = opening.open || (await hallRules(db, officeId)).alwaysOpen
  return {
    open,
    hoursText: hoursText.hours(opening),
    closedText: open ? null : hoursText.closed(opening),
    noticeText: opening.tomorrowOff && hoursText.tomorrow(opening.tomorrowOff)
  }
}

/** What is announced in the hall on a day. */
export async function listAnnouncements(db: Db, key: { officeId: string; day: string }): Promise<string[]> {
  return listTextsOn(db, key)
}

/** Sets whether an office gives numbers at any hour. */
export async function setAlwaysOpen({ db, officeId, record }: Work, alwaysOpen: boolean): Promise<void> {
  const rules = { ...(await hallRules(db, officeId)), alwaysOpen }
  const stored = await findSetting(db, officeId)
  const { emergencyText = null, emergencyAt = null } = stored ?? {}
  await saveSetting(db, {
    officeId,
    ...rules,
    alwaysOpen: alwaysOpen ? 1 : 0,
    emergencyText,
    emergencyAt
  })
  record('hall.rules_set', rules)
}

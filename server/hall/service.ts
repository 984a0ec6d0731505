import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { hallFaultText } from '../../kiosk-ui/src/text/admin-hall.ts'
import { hoursText } from '../../kiosk-ui/src/text/queue.ts'
import type { Opening } from '../calendar/opening.ts'
import { findOpening } from '../calendar/service.ts'
import type { Db } from '../database/schema.ts'
import { DomainError, type FieldError } from '../errors.ts'
import { freeLetters } from '../offices/series-letters.ts'
import { describeLayout, limitService } from '../offices/service.ts'
import { dayInVietnam, isDay } from '../regulation/day.ts'
import { normalText } from '../text-key.ts'
import type { Work } from '../transact.ts'
import { SHIPPED_PRIORITY_GROUPS } from './data/priority-groups.ts'
import { keptGroups, type PriorityGroup } from './priority-groups.ts'
import {
  findSetting,
  listCounterServices,
  listGroups,
  listTexts,
  listTextsOn,
  replaceCounterServices,
  replaceGroups,
  replaceTexts,
  saveSetting
} from './repository.ts'
import { FIRST_RULES, type HallRules } from './rules.ts'
import type { Announcement, CounterService, Emergency, Hall } from './schemas.ts'
import { hallWarnings } from './warnings.ts'

/** How the office runs its waiting room. */
export async function hallRules(db: Db, officeId: string): Promise<HallRules> {
  const stored = await findSetting(db, officeId)
  if (!stored) return FIRST_RULES
  const { officeId: _, alwaysOpen, emergencyText, emergencyAt, ...rules } = stored
  return { ...rules, alwaysOpen: alwaysOpen === 1 }
}

/** What is shown over everything else while it lasts, or nothing. */
export async function findEmergency(db: Db, officeId: string): Promise<string | null> {
  return (await emergencyOf(db, officeId))?.text ?? null
}

/** Whom the office lets go first, in its order. */
export async function listPriorityGroups(
  db: Db,
  officeId: string
): Promise<readonly { code: string; name: string }[]> {
  const groups = await allPriorityGroups(db, officeId)
  return groups.filter(({ active }) => active).map(({ code, name }) => ({ code, name }))
}

/** The group that somebody says he belongs to, nothing when he says none. @throws PRIORITY_GROUP_UNKNOWN */
export async function findPriorityGroup(
  db: Db,
  { officeId, code }: { officeId: string; code: string | null }
): Promise<{ code: string; name: string } | null> {
  if (code === null) return null
  const group = (await listPriorityGroups(db, officeId)).find((one) => one.code === code)
  if (!group) throw new DomainError('PRIORITY_GROUP_UNKNOWN', { code })
  return group
}

/** @throws OFFICE_CLOSED outside the hours, unless the office is always open */
export async function assertOpen({ db, officeId, now }: Work): Promise<void> {
  const opening = await findOpening(db, { officeId, at: now })
  const { open, closedText } = describeOpening(opening, await hallRules(db, officeId))
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

/** Whether numbers are given, and what people are told of the hours. */
export function describeOpening(
  opening: Opening,
  { alwaysOpen }: Pick<HallRules, 'alwaysOpen'>
): {
  open: boolean
  hoursText: string
  closedText: string | null
  noticeText: string | null
  opening: Opening
} {
  const open = opening.open || alwaysOpen
  return {
    open,
    hoursText: hoursText.hours(opening),
    closedText: open ? null : hoursText.closed(opening),
    noticeText: opening.tomorrowOff && hoursText.tomorrow(opening.tomorrowOff),
    opening
  }
}

/** What is announced in the hall on a day. */
export async function listAnnouncements(db: Db, key: { officeId: string; day: string }): Promise<string[]> {
  return listTextsOn(db, key)
}

/** Sets whether an office gives numbers at any hour. */
export async function setAlwaysOpen(work: Work, alwaysOpen: boolean): Promise<void> {
  await setRules(work, { ...(await hallRules(work.db, work.officeId)), alwaysOpen })
}

/** How the waiting room is run, with what is wrong about it. @throws NOT_FOUND */
export async function describeHall(db: Db, officeId: string): Promise<Hall> {
  const { counters, services } = await describeLayout(db, officeId)
  const assignments = await servicesOfCounters(db, officeId)
  const rules = await hallRules(db, officeId)
  const priorityGroups = await allPriorityGroups(db, officeId)
  const announcements = await allAnnouncements(db, officeId)
  return {
    versions: {
      rules: versionOf(rules),
      priorityGroups: versionOf(priorityGroups),
      announcements: versionOf(announcements)
    },
    rules,
    priorityGroups,
    counters: counters.map(({ id, number, name }) => ({
      id,
      number,
      name,
      services: inOrder(services, servicesAt(assignments, id))
    })),
    services,
    freeLetters: freeLetters(services.map(({ letter }) => letter)),
    announcements,
    emergency: await emergencyOf(db, officeId),
    warnings: hallWarnings({ counters, services, assignments })
  }
}

/**
 * Sets the rules; setting those that hold changes nothing.
 *
 * @param seen the version that the caller has read; without it what stands is replaced, whatever it is
 * @throws NOT_FOUND when the service for results is unknown
 * @throws STALE_VERSION when somebody else has set others since
 */
export async function setRules(
  { db, officeId, record }: Work,
  rules: HallRules,
  seen?: string
): Promise<void> {
  const { pickUpServiceId } = rules
  if (pickUpServiceId !== null) await assertServices(db, officeId, [pickUpServiceId])
  const stored = await findSetting(db, officeId)
  const before = await hallRules(db, officeId)
  if (stored && isSame(before, rules)) return
  assertSeen(before, seen)
  const { emergencyText = null, emergencyAt = null } = stored ?? {}
  const alwaysOpen = rules.alwaysOpen ? 1 : 0
  await saveSetting(db, { officeId, ...rules, alwaysOpen, emergencyText, emergencyAt })
  record('hall.rules_set', rules)
}

/** Sets who goes first, in this order. @throws VALIDATION, STALE_VERSION */
export async function setPriorityGroups(
  { db, officeId, record }: Work,
  given: Parameters<typeof keptGroups>[0],
  seen?: string
): Promise<void> {
  const groups = keptGroups(given)
  const before = await allPriorityGroups(db, officeId)
  if (isSame(before, groups)) return
  assertSeen(before, seen)
  const rows = groups.map(({ active, ...group }, position) => ({
    officeId,
    ...group,
    position,
    active: active ? 1 : 0
  }))
  await replaceGroups(db, officeId, rows)
  record('hall.priority_groups_set', { groups })
}

/**
 * Sets what a counter serves and what it helps out with. Without services it serves everything, also what is added later.
 *
 * @throws NOT_FOUND when there is no such counter or service
 * @throws VALIDATION when a service is named twice
 */
export async function setCounterServices(
  { db, officeId, record }: Work,
  { counterId, services }: { counterId: string; services: readonly CounterService[] }
): Promise<void> {
  const office = await describeLayout(db, officeId)
  const counter = office.counters.find(({ id }) => id === counterId)
  if (!counter) throw new DomainError('NOT_FOUND')
  const ids = services.map(({ serviceId }) => serviceId)
  await assertServices(db, officeId, ids)
  if (new Set(ids).size < ids.length) throw faultAt('/services', hallFaultText.serviceTwice)
  const kept = inOrder(office.services, services)
  const before = servicesAt(await servicesOfCounters(db, officeId), counterId)
  if (isSame(inOrder(office.services, before), kept)) return
  const rows = kept.map(({ serviceId, helps }) => ({ officeId, counterId, serviceId, helps: helps ? 1 : 0 }))
  await replaceCounterServices(db, { officeId, counterId }, rows)
  const nameOf = (serviceId: string) => office.services.find(({ id }) => id === serviceId)?.name ?? serviceId
  const { number, name } = counter
  const named = kept.map((one) => ({ ...one, serviceName: nameOf(one.serviceId) }))
  record('hall.counter_services_set', { counterId, number, name, services: named })
}

/** Sets how many numbers a service gives on a day. Numbers that were given stay good. @throws NOT_FOUND */
export async function setServiceLimit(
  { db, officeId, record }: Work,
  limit: { serviceId: string; mostPerDay: number | null }
): Promise<void> {
  const { service, changed } = await limitService(db, { officeId, ...limit })
  const { id: serviceId, letter, name, mostPerDay } = service
  if (changed) record('hall.service_set', { serviceId, letter, name, mostPerDay })
}

/** Sets what is announced between calls, in this order. @throws VALIDATION when the days of a text cannot be, STALE_VERSION */
export async function setAnnouncements(
  { db, officeId, now, newId, record }: Work,
  given: readonly Announcement[],
  seen?: string
): Promise<void> {
  const announcements = given.map(({ text, ...days }) => ({ ...days, text: normalText(text) }))
  const errors = announcements.flatMap(announcementFaults)
  if (errors.length > 0) throw new DomainError('VALIDATION').withErrors(errors)
  const before = await allAnnouncements(db, officeId)
  if (isSame(before, announcements)) return
  assertSeen(before, seen)
  const rows = announcements.map((one, position) => ({ officeId, id: newId(), ...one, position }))
  await replaceTexts(db, officeId, rows)
  const texts = await listAnnouncements(db, { officeId, day: dayInVietnam(now) })
  record('announcement.set', { texts, announcements })
}

/** Shows a message over everything in the hall until it is ended. Raising the one that stands changes nothing. */
export async function raiseEmergency({ db, officeId, now, record }: Work, given: string): Promise<Emergency> {
  const text = normalText(given)
  const standing = await emergencyOf(db, officeId)
  if (standing?.text === text) return standing
  await keepEmergency(db, officeId, { text, at: now })
  record('emergency.raised', { text })
  return { text, at: now }
}

/** Takes the message away; when none stands, nothing happens. */
export async function endEmergency({ db, officeId, record }: Work): Promise<void> {
  if (!(await emergencyOf(db, officeId))) return
  await keepEmergency(db, officeId, null)
  record('emergency.ended', {})
}

async function keepEmergency(db: Db, officeId: string, emergency: Emergency | null): Promise<void> {
  const rules = await hallRules(db, officeId)
  await saveSetting(db, {
    officeId,
    ...rules,
    alwaysOpen: rules.alwaysOpen ? 1 : 0,
    emergencyText: emergency?.text ?? null,
    emergencyAt: emergency?.at ?? null
  })
}

async function emergencyOf(db: Db, officeId: string): Promise<Emergency | null> {
  const { emergencyText: text = null, emergencyAt: at = null } = (await findSetting(db, officeId)) ?? {}
  return text !== null && at !== null ? { text, at } : null
}

/** All groups, those too that the office has put out of use. */
async function allPriorityGroups(db: Db, officeId: string): Promise<PriorityGroup[]> {
  const rows = await listGroups(db, officeId)
  if (rows.length === 0) return SHIPPED_PRIORITY_GROUPS.map((group) => ({ ...group, active: true }))
  return rows.map(({ code, name, basis, active }) => ({ code, name, basis, active: active === 1 }))
}

async function allAnnouncements(db: Db, officeId: string): Promise<Announcement[]> {
  return (await listTexts(db, officeId)).map(({ text, fromDay, untilDay }) => ({ fromDay, untilDay, text }))
}

function servicesAt(
  assignments: readonly (CounterService & { counterId: string })[],
  at: string
): CounterService[] {
  return assignments
    .filter(({ counterId }) => counterId === at)
    .map(({ serviceId, helps }) => ({ serviceId, helps }))
}

/** In the order of the office's services. */
function inOrder(services: readonly { id: string }[], given: readonly CounterService[]): CounterService[] {
  return services.flatMap(({ id }) => given.filter(({ serviceId }) => serviceId === id))
}

/** @throws NOT_FOUND */
async function assertServices(db: Db, officeId: string, ids: readonly string[]): Promise<void> {
  const { services } = await describeLayout(db, officeId)
  const known = new Set(services.map(({ id }) => id))
  if (!ids.every((id) => known.has(id))) throw new DomainError('NOT_FOUND')
}

function announcementFaults({ fromDay, untilDay }: Announcement, index: number): FieldError[] {
  const path = `/announcements/${index}`
  if (fromDay !== null && !isDay(fromDay)) return [{ path: `${path}/fromDay`, message: hallFaultText.noDay }]
  if (untilDay !== null && !isDay(untilDay))
    return [{ path: `${path}/untilDay`, message: hallFaultText.noDay }]
  const turned = fromDay !== null && untilDay !== null && untilDay < fromDay
  return turned ? [{ path: `${path}/untilDay`, message: hallFaultText.daysTurned }] : []
}

function faultAt(path: string, message: string): DomainError {
  return new DomainError('VALIDATION').withErrors([{ path, message }])
}

/** Names what a part of the settings says: another as soon as it says something else, the fields in whatever order. */
function versionOf(part: object): string {
  const sorted = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value
  return createHash('sha256').update(JSON.stringify(part, sorted)).digest('hex').slice(0, 16)
}

/** What was there already when its answer was lost is no conflict, so this is asked after that. @throws STALE_VERSION */
function assertSeen(before: object, seen: string | undefined): void {
  if (seen !== undefined && seen !== versionOf(before)) throw new DomainError('STALE_VERSION')
}

/** Whether two settings say the same, their fields in whatever order. */
function isSame(one: object, other: object): boolean {
  return isDeepStrictEqual(one, other)
}

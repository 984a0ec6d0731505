import { supervisorFault } from '../../kiosk-ui/src/text/supervisor.ts'
import type { Apology } from '../apologies/schemas.ts'
import { lastNewDueDay, latestApologies } from '../apologies/service.ts'
import type { OfficeDays } from '../calendar/office-days.ts'
import { officeDaysOf } from '../calendar/service.ts'
import type { Db } from '../database/schema.ts'
import { listOpenDue, type OpenDue } from '../dossiers/service.ts'
import { DomainError } from '../errors.ts'
import { addDays, dayInVietnam } from '../regulation/day.ts'
import { listsOf, type Moment, SOON_WORKING_DAYS, type SupervisionList } from './lists.ts'
import type { Summary, WatchedDossier, WatchedPage, WatchedQuery } from './schemas.ts'

interface Asked {
  officeId: string
  now: string
}

interface Watched {
  row: WatchedDossier
  lists: SupervisionList[]
}

/** The figures: each counts what `listWatched` lists, as both read the same dossiers by the same rule. */
export async function summarise(db: Db, asked: Asked): Promise<Summary> {
  const { watched, ...moments } = await watch(db, asked)
  const count = (list: SupervisionList) => watched.filter(({ lists }) => lists.includes(list)).length
  return {
    ...moments,
    late: count('late'),
    dueToday: count('today'),
    dueSoon: count('soon'),
    lateWithoutApology: count('without-apology'),
    lateWithoutReason: count('without-reason'),
    redated: count('redated')
  }
}

/** The dossiers of one figure, those that were promised earliest first. @throws VALIDATION for a page that is none */
export async function listWatched(
  db: Db,
  { list, field, holder, limit, cursor, ...asked }: WatchedQuery & Asked
): Promise<WatchedPage> {
  const { watched, ...moments } = await watch(db, asked)
  const all = watched.filter(({ lists }) => lists.includes(list)).map(({ row }) => row)
  const wanted = all.filter(
    ({ fieldName, holderName }) =>
      (field === undefined || fieldName === field) && (holder === undefined || holderName === holder)
  )
  const start = cursor === undefined ? 0 : wanted.findIndex(({ code }) => code === cursor) + 1
  if (cursor !== undefined && start === 0) {
    const errors = [{ path: '/cursor', message: supervisorFault.noSuchPage }]
    throw new DomainError('VALIDATION').withErrors(errors)
  }
  const items = wanted.slice(start, start + limit)
  return {
    ...moments,
    total: wanted.length,
    items,
    nextCursor: start + limit < wanted.length ? (items.at(-1)?.code ?? null) : null,
    fields: namesOf(all.map(({ fieldName }) => fieldName)),
    holders: namesOf(all.map(({ holderName }) => holderName))
  }
}

/**
 * Every dossier that some list may hold. It reads those that are open and due by the end of the last day that counts
 * as soon, or by the last new date that an apology has given, by the index of open dossiers: what is closed costs
 * nothing.
 */
async function watch(
  db: Db,
  { officeId, now }: Asked
): Promise<{ asOf: string; nextChangeAt: string; watched: Watched[] }> {
  const days = await officeDaysOf(db, officeId)
  const today = dayInVietnam(now)
  const moment = { now, today, soonUntil: days.workingDayAfter(today, SOON_WORKING_DAYS) }
  const promisedUntil = await lastNewDueDay(db, { officeId, from: today })
  const until = promisedUntil > moment.soonUntil ? promisedUntil : moment.soonUntil
  const running = await listOpenDue(db, { officeId, before: midnightAfter(until) })
  const apologies = await latestApologies(db, { officeId, dossierIds: running.map(({ id }) => id) })
  const watched = running
    .map((dossier) => watchedOf(dossier, apologies.get(dossier.id), { moment, days }))
    .sort((one, other) => comparePromised(one.row, other.row))
  return { asOf: now, nextChangeAt: nextChange(running, moment), watched }
}

function watchedOf(
  dossier: OpenDue,
  apology: Apology | undefined,
  { moment, days }: { moment: Moment; days: OfficeDays }
): Watched {
  const { code, procedureName, fieldName, applicantName, holderName } = dossier
  const { receivedAt, dueAt, dueDay } = dossier
  const { at: firstDueAt, day: firstDueDay } = firstPromise(dossier, apology)
  const lists = listsOf({ dueAt, dueDay, firstDueAt, apologyStatus: apology?.status ?? null }, moment)
  const term = days.minutesBetween(receivedAt, firstDueAt)
  const used = days.minutesBetween(receivedAt, moment.now)
  const row = {
    ...{ code, procedureName, fieldName, applicantName, holderName },
    ...{ receivedAt, dueAt, dueDay, originalDueDay: firstDueDay },
    late: lists.includes('late'),
    workingDaysLate: firstDueAt < moment.now ? days.wholeDaysBetween(firstDueAt, moment.now) : 0,
    workingDaysLeft: days.countBetween(moment.today, dueDay),
    usedShare: term > 0 ? Math.round((used / term) * 1000) / 1000 : Number(firstDueAt < moment.now),
    apology: apology ? briefly(apology) : null,
    lateReason: apology ? { code: apology.reasonCode, name: apology.reasonName, text: apology.reason } : null
  }
  return { row, lists }
}

/**
 * The date before the apology that moved it. Papers that came later set the term anew, and then it is the date promised
 * now: whoever waits for papers is not late (TT 01/2020).
 */
function firstPromise({ dueAt, dueDay }: OpenDue, apology: Apology | undefined): { at: string; day: string } {
  if (apology && apology.status !== 'draft' && apology.newDueAt === dueAt) {
    return { at: apology.previousDueAt, day: apology.previousDueDay }
  }
  return { at: dueAt, day: dueDay }
}

function briefly({ id, status, number, newDueDay, sentAt, sendBy }: Apology): WatchedDossier['apology'] {
  return { id, status, number, newDueDay, sentAt, sendBy }
}

/** Late by time alone: the first due minute to come, or the beginning of the next day. */
function nextChange(running: readonly OpenDue[], { now, today }: Moment): string {
  const dues = running.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt >= now)
  return [...dues, midnightAfter(today)].reduce((first, at) => (at < first ? at : first))
}

/** The instant at which a day ends in Vietnam, seven hours ahead of UTC. */
function midnightAfter(day: string): string {
  return new Date(`${addDays(day, 1)}T00:00:00+07:00`).toISOString()
}

function comparePromised(one: WatchedDossier, other: WatchedDossier): number {
  const [first, second] = [one, other].map((row) => `${row.originalDueDay} ${row.dueAt} ${row.code}`)
  return (first ?? '') < (second ?? '') ? -1 : 1
}

function namesOf(names: readonly string[]): string[] {
  return [...new Set(names)].sort(new Intl.Collator('vi').compare)
}

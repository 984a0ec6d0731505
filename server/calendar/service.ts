import type { DialectAdapter } from 'kysely'
import { decisionText } from '../../kiosk-ui/src/text/calendar.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import { assertLeadOffice, getLeadOffice } from '../offices/service.ts'
import type { DecreeParameters } from '../regulation/decree-parameters.ts'
import { regulationOn } from '../regulation/service.ts'
import { normalText } from '../text-key.ts'
import type { Work } from '../transact.ts'
import { diffCalendar, isSameDay } from './calendar-diff.ts'
import { type CalendarFile, readCalendarFile } from './calendar-file.ts'
import officialDays from './data/official-days.json' with { type: 'json' }
import { dayFaults, swapFaults } from './day-faults.ts'
import { type DecidedDay, decidedDays } from './decision.ts'
import {
  describeQuestion,
  describeQuestions,
  describeWeek,
  type NotedWeek,
  openQuestionsIn,
  weekOf
} from './described.ts'
import { type CutOff, type DueDate, type DueDateInput, dueDate } from './due-date.ts'
import { type DueDateStep, explainDueDate } from './due-date-steps.ts'
import { type OfficeDays, officeDays } from './office-days.ts'
import { checkOfficeWeek, checkReturnTime, DEFAULT_WEEK } from './office-week.ts'
import { type OfficialDay, scopeOf } from './official-days.ts'
import { type Opening, openingAt } from './opening.ts'
import { localMoment, type PlainDate, plainDate, yearOf } from './plain-date.ts'
import {
  deleteDays,
  findVersion,
  insertYears,
  listDays,
  listQuestions,
  listWeeks,
  listYears,
  raiseVersion,
  readStamps,
  resolveQuestions,
  type Stamps,
  saveDays,
  saveQuestions,
  saveWeek
} from './repository.ts'
import type {
  CalendarOfYear,
  CalendarReport,
  Hours,
  NewDay,
  NewDecision,
  NewHours,
  Question
} from './schemas.ts'
import { compileCalendar, type WorkCalendar } from './work-calendar.ts'

/**
 * When something that is received at an office is due by the rule set of that day unless another counting is
 * given, with the reason of each day.
 *
 * @throws VALIDATION, CALENDAR_YEAR_MISSING
 */
export async function dueDateFor(
  db: Db,
  { officeId, ...input }: DueDateInput & { officeId: string }
): Promise<DueDate & { steps: DueDateStep[] }> {
  const calendar = await calendarOf(db, officeId)
  const ruled = { ...input, ...(await countingOn(db, calendar, input)) }
  return { ...dueDate(calendar, ruled), steps: explainDueDate(calendar, ruled) }
}

/** Whoever says how to count is followed; else the rule set of the day of receipt is. */
async function countingOn(
  db: Db,
  { years }: WorkCalendar,
  { receivedAt, cutOff, counting }: DueDateInput
): Promise<Pick<DueDateInput, 'cutOff' | 'counting'>> {
  const day = plainDate(localMoment(receivedAt).day)
  if (counting !== undefined || !years.has(yearOf(day))) return {}
  return countingBy((await regulationOn(db, day)).decree.parameters, cutOff)
}

/** How a decree counts; the cut-off of the procedure goes before the general one. */
export function countingBy(
  { receiptDayCounted, calendarTermOnRestDay, termCutOff }: DecreeParameters,
  cutOff: CutOff | null | undefined
): Required<Pick<DueDateInput, 'cutOff' | 'counting'>> {
  return {
    cutOff: cutOff ?? termCutOff.value,
    counting: { receiptDayCounted: receiptDayCounted.value, onRestDay: calendarTermOnRestDay.value }
  }
}

/** The days of a year, and of all years what is not decided. `officeId` is the office of who is asking. */
export async function describeCalendar(
  db: Db,
  { year, officeId, administrator }: { year: number; officeId: string; administrator: boolean }
): Promise<CalendarOfYear> {
  const days = await listDays(db)
  const questions = await listQuestions(db)
  const years = await listYears(db)
  const lead = await getLeadOffice(db)
  return {
    year,
    version: await findVersion(db),
    days: days.filter(({ day }) => yearOf(day) === year),
    questions: describeQuestions(questions, days),
    years: years.map((listed) => ({ year: listed, openQuestions: openQuestionsIn(listed, days) })),
    mayEdit: administrator && lead.id === officeId
  }
}

/**
 * Adds the years that are shipped and that the calendar does not have. What administrators have decided about the
 * others stays as it is.
 */
export async function seedCalendar(work: Work): Promise<void> {
  const shipped = readCalendarFile(officialDays)
  const present = await listYears(work.db)
  const years = shipped.years.filter((year) => !present.includes(year))
  const days = shipped.days.filter(({ day }) => years.includes(yearOf(day)))
  const asked = new Set(days.map(({ questionId }) => questionId))
  await takeFile(work, { years, days, questions: shipped.questions.filter(({ id }) => asked.has(id)) })
}

/** What a file of official days would change. @throws FORBIDDEN for an office that is not the lead office; VALIDATION */
export async function previewImport(
  db: Db,
  { officeId, document }: { officeId: string; document: unknown }
): Promise<CalendarReport> {
  await assertLeadOffice(db, officeId)
  return diffWith(db, readCalendarFile(document, '/document'))
}

/** Takes a file of official days. @throws FORBIDDEN for an office that is not the lead office; VALIDATION */
export async function importCalendar(work: Work, document: unknown): Promise<CalendarReport> {
  await assertLeadOffice(work.db, work.officeId)
  return takeFile(work, readCalendarFile(document, '/document'))
}

/**
 * Sets what one day is. The years must be listed whole before, so that a year with one holiday is not taken for a
 * year that has only one.
 *
 * @throws FORBIDDEN, VALIDATION, CALENDAR_YEAR_MISSING, CALENDAR_DAY_UNDECIDED
 */
export async function setDay(work: Work, given: NewDay): Promise<OfficialDay> {
  const { db, officeId, newId, record } = work
  await assertLeadOffice(db, officeId)
  const year = yearOf(given.day)
  if (!(await listYears(db)).includes(year)) throw new DomainError('CALENDAR_YEAR_MISSING', { year })
  const listed = await listDays(db)
  const before = findDecided(listed, given.day) ?? null
  const day = asOfficialDay(given, before)
  const partner = listed.find((other) => other.day === day.standsFor)
  const entry = decisionText.entry(day.day)
  const errors = [...dayFaults(entry, day), ...swapFaults(entry, day, partner)]
  if (errors.length > 0) throw new DomainError('VALIDATION').withErrors(errors)
  if (before && isSameDay(before, day)) return day
  await saveDays(db, [day])
  record('calendar.day_set', { version: await raiseVersion(db, newId()), day, before })
  return day
}

/** Makes a day an ordinary one again. @throws FORBIDDEN, NOT_FOUND, CALENDAR_DAY_UNDECIDED */
export async function removeDay({ db, officeId, newId, record }: Work, key: PlainDate): Promise<void> {
  await assertLeadOffice(db, officeId)
  const day = findDecided(await listDays(db), key)
  if (!day) throw new DomainError('NOT_FOUND')
  await deleteDays(db, [day])
  record('calendar.day_removed', { version: await raiseVersion(db, newId()), day })
}

/**
 * Closes a question with what was decided about its days. Due dates that were given before stay as they are.
 *
 * @throws FORBIDDEN, NOT_FOUND, CALENDAR_QUESTION_DECIDED, VALIDATION
 */
export async function decideQuestion(
  { db, officeId, now, newId, record }: Work,
  { questionId, ...decision }: NewDecision & { questionId: string }
): Promise<Question> {
  await assertLeadOffice(db, officeId)
  const question = (await listQuestions(db)).find(({ id }) => id === questionId)
  if (!question) throw new DomainError('NOT_FOUND')
  if (question.resolvedAt !== null)
    throw new DomainError('CALENDAR_QUESTION_DECIDED', { title: question.title })
  const legalBasis = normalText(decision.legalBasis)
  const given = decision.days.map(asDecidedDay)
  const listed = { days: await listDays(db), years: await listYears(db) }
  const days = decidedDays({ questionId, legalBasis, days: given }, listed)
  await saveDays(db, days)
  await resolveQuestions(db, [questionId], now)
  const { title } = question
  const version = await raiseVersion(db, newId())
  record('calendar.question_decided', { version, questionId, title, legalBasis, days })
  return describeQuestion({ ...question, resolvedAt: now }, await listDays(db))
}

/** The hours of an office, oldest first. */
export async function describeHours(db: Db, officeId: string): Promise<Hours[]> {
  return (await listWeeks(db, officeId)).map(describeWeek)
}

/** Whether an office is open at an instant, and if not, why and until when. */
export async function findOpening(
  db: Db,
  { officeId, at }: { officeId: string; at: string }
): Promise<Opening> {
  return openingAt(await calendarOf(db, officeId), at)
}

/** Gives a new office the usual hours, so that it can say when something is due. */
export async function seedOfficeHours(work: Work): Promise<void> {
  await keepWeek(work, { ...DEFAULT_WEEK, effectiveFrom: dayOf(work.now), note: null })
}

/**
 * Sets the hours of an office from today on or from a later day; those of past days stay, as dossiers were received
 * under them. Due dates that were given before stay as they are.
 *
 * @throws VALIDATION
 */
export async function setHours(work: Work, given: NewHours): Promise<Hours> {
  const today = dayOf(work.now)
  const week = { ...weekOf(given), note: normalText(given.note ?? '') || null }
  checkOfficeWeek(week)
  checkReturnTime(week)
  if (week.effectiveFrom < today) {
    const errors = [{ path: '/effectiveFrom', message: decisionText.hoursInPast(today) }]
    throw new DomainError('VALIDATION').withErrors(errors)
  }
  await keepWeek(work, week)
  return describeWeek(week)
}

/** How an office's days are counted, for what is not a due date: lateness, days left, the last day for a letter. */
export async function officeDaysOf(db: Db, officeId: string): Promise<OfficeDays> {
  return officeDays(await calendarOf(db, officeId))
}

interface Kept {
  stamps: Stamps
  calendar: WorkCalendar
}

/** The calendar that was last compiled for each office of each database. */
const kept = new WeakMap<DialectAdapter, Map<string, Kept>>()

/**
 * The calendar of an office. It is compiled once and kept while the days and the hours stay the same, which each call
 * reads by key: of several processes on one database none answers from an old calendar.
 */
async function calendarOf(db: Db, officeId: string): Promise<WorkCalendar> {
  const { adapter } = db.getExecutor()
  const calendars = kept.get(adapter) ?? new Map<string, Kept>()
  kept.set(adapter, calendars)
  const known = calendars.get(officeId)
  const stamps = await readStamps(db, officeId)
  if (known && isSame(known.stamps, stamps)) return known.calendar
  const weeks = await listWeeks(db, officeId)
  const calendar = compileCalendar({
    years: await listYears(db),
    days: await listDays(db),
    weeks: weeks.length > 0 ? weeks : [DEFAULT_WEEK]
  })
  calendars.set(officeId, { stamps, calendar })
  return calendar
}

function isSame(one: Stamps, other: Stamps): boolean {
  return one.calendar === other.calendar && one.week === other.week
}

async function diffWith(db: Db, file: CalendarFile): Promise<CalendarReport> {
  const questions = await listQuestions(db)
  const decided = questions.filter(({ resolvedAt }) => resolvedAt !== null).map(({ id }) => id)
  return diffCalendar(await listDays(db), file, new Set(decided))
}

async function takeFile(work: Work, file: CalendarFile): Promise<CalendarReport> {
  const { db, now, newId, record } = work
  const change = await diffWith(db, file)
  const present = await listYears(db)
  const years = file.years.filter((year) => !present.includes(year))
  const days = [...change.added, ...change.changed.map(({ after }) => after)]
  const { removed } = change
  if (years.length === 0 && days.length === 0 && removed.length === 0) return change
  await insertYears(db, years, now)
  await saveQuestions(db, file.questions)
  await saveDays(db, days)
  await deleteDays(db, removed)
  const resolved = await settledQuestions(db)
  await resolveQuestions(db, resolved, now)
  const version = await raiseVersion(db, newId())
  record('calendar.imported', {
    version,
    years: file.years,
    days,
    removed,
    questions: file.questions,
    resolved
  })
  return change
}

/** The open questions that a file has answered: none of their days is undecided any more. */
async function settledQuestions(db: Db): Promise<string[]> {
  const undecided = (await listDays(db)).filter(({ kind }) => kind === 'undecided')
  const open = new Set(undecided.map(({ questionId }) => questionId))
  const questions = await listQuestions(db)
  return questions.filter(({ id, resolvedAt }) => resolvedAt === null && !open.has(id)).map(({ id }) => id)
}

/** @throws CALENDAR_DAY_UNDECIDED, as such a day is decided with its question */
function findDecided(listed: readonly OfficialDay[], day: PlainDate): OfficialDay | undefined {
  const found = listed.find((entry) => entry.day === day)
  if (found?.kind === 'undecided') throw new DomainError('CALENDAR_DAY_UNDECIDED')
  return found
}

function asOfficialDay(given: NewDay, before: OfficialDay | null): OfficialDay {
  const { day, kind, standsFor = null } = given
  const words = { name: normalText(given.name), legalBasis: normalText(given.legalBasis) }
  const questionId = before?.questionId ?? null
  return { day, kind, ...words, scope: scopeOf(kind), standsFor, assumed: null, questionId }
}

function asDecidedDay({ day, kind, name, standsFor }: NewDecision['days'][number]): DecidedDay {
  return { day, kind, name: normalText(name), standsFor: standsFor ?? undefined }
}

async function keepWeek({ db, officeId, now, newId, record }: Work, week: NotedWeek): Promise<void> {
  const version = await saveWeek(db, { officeId, id: newId(), createdAt: now, week })
  record('office_hours.set', { ...week, version })
}

function dayOf(instant: string): PlainDate {
  return plainDate(localMoment(instant).day)
}

import { dueDateText } from '../../kiosk-ui/src/text/due-date.ts'
import { DomainError } from '../errors.ts'
import { type CutOff, isPastCutOff } from '../regulation/cut-off.ts'
import { instantOf, localMinutes, MINUTES_PER_DAY, type PlainDate, plainDate, yearOf } from './plain-date.ts'
import type { DayHours, WorkCalendar } from './work-calendar.ts'

export type TermUnit = 'working_day' | 'calendar_day' | 'working_hour' | 'same_day'

/** How long a procedure may take. Of `same_day` the amount says nothing. */
export interface Term {
  amount: number
  unit: TermUnit
}

export type { CutOff }

/** How the rule set of the day of receipt wants terms in days counted. */
export interface Counting {
  receiptDayCounted: boolean
  /** What becomes of a term in calendar days whose last day is no working day. */
  onRestDay: 'next_working_day' | 'stays'
}

/** BLDS 2015, Đ.147.2 and 148.5, unless another law says otherwise. */
export const CIVIL_CODE: Counting = { receiptDayCounted: false, onRestDay: 'next_working_day' }

export interface DueDateInput {
  /** ISO 8601; seconds are dropped. */
  receivedAt: string
  term: Term
  /** From when on a receipt counts from the next working day; each procedure has its own or none. */
  cutOff?: CutOff | null | undefined
  counting?: Counting | undefined
}

export interface DueDate {
  /** ISO 8601 in UTC with milliseconds. */
  dueAt: string
  dueDay: PlainDate
  /** The day and minute after midnight from which the term runs: the receipt, or the opening it was moved to. */
  startDay: PlainDate
  startMinute: number
  /** Whether a day that nobody has decided lies between receipt and due day, so that the date may still change. */
  provisional: boolean
}

/** The same in minutes since the first midnight of the calendar. */
export interface TermSpan {
  received: number
  start: number
  due: number
}

/** Ten years; nothing in law is longer, and a slip of the finger is. */
const MOST = 3650

/**
 * When a dossier is due, in the same time whatever the length of its term.
 *
 * The day of receipt is not counted, and a term that ends on a day off ends on the next working day, unless the rule
 * set in force counts otherwise. Working hours run from the minute of receipt while the office works; a term that ends at closing
 * time ends there. What comes outside office hours counts from the next opening, and the day of that opening is the
 * day of receipt; closing time itself is outside, so that nothing is due before it has come. Terms in days are due at
 * the return time of the office, never after that day's closing, and on the day of receipt never before the receipt.
 *
 * @example
 * dueDate(calendar, { receivedAt: '2026-11-20T09:30:00.000Z', term: { amount: 2, unit: 'working_day' } }).dueDay
 * // '2026-11-25': 23 November is the first day, 24 November a holiday
 * @throws DomainError `VALIDATION` when the amount is not a whole number from 1 to 3650
 * @throws DomainError `CALENDAR_YEAR_MISSING` when the term begins in, or runs into, a year without a calendar
 */
export function dueDate(calendar: WorkCalendar, input: DueDateInput): DueDate {
  const { received, start, due } = termSpan(calendar, input)
  const receivedDay = dayOf(received)
  const startDay = dayOf(start)
  const dueDay = dayOf(due)
  const doubts = doubtsWithin(calendar, receivedDay, dueDay)
  if (doubts > 0 && calendar.hasGaps) refuseGap(calendar, receivedDay, dueDay)
  const provisional = doubts > 0 && mayMove(calendar, input, { receivedDay, startDay, dueDay })
  return {
    dueAt: dueInstant(calendar, dueDay, due - dueDay * MINUTES_PER_DAY),
    dueDay: calendar.days[dueDay] as PlainDate,
    startDay: calendar.days[startDay] as PlainDate,
    startMinute: start - startDay * MINUTES_PER_DAY,
    provisional
  }
}

/** Whether an undecided day can still move the due day: of a term in calendar days only one at either end can. */
function mayMove(
  calendar: WorkCalendar,
  { term: { unit, amount }, counting = CIVIL_CODE }: DueDateInput,
  { receivedDay, startDay, dueDay }: { receivedDay: number; startDay: number; dueDay: number }
): boolean {
  if (unit !== 'calendar_day' || doubtsWithin(calendar, receivedDay, startDay) > 0) return true
  if (counting.onRestDay === 'stays') return false
  return doubtsWithin(calendar, lastCalendarDay(startDay, amount, counting), dueDay) > 0
}

function doubtsWithin(calendar: WorkCalendar, from: number, to: number): number {
  return at(calendar.doubtsBefore, to + 1) - at(calendar.doubtsBefore, from)
}

/** Receipt, start and end of a term; the explanation is made from the same three. */
export function termSpan(
  calendar: WorkCalendar,
  { receivedAt, term, cutOff, counting = CIVIL_CODE }: DueDateInput
): TermSpan {
  checkAmount(term)
  const received = localMinutes(receivedAt) - calendar.firstDay * MINUTES_PER_DAY
  try {
    const start = startOf(calendar, received, cutOff)
    return { received, start, due: dueOf(calendar, start, { term, counting }) }
  } catch (error) {
    throw error instanceof BeyondCalendar ? missingYear(calendar, dayOf(received)) : error
  }
}

/** A day of which the calendar knows nothing; the receipt tells from which year on one is missing. */
class BeyondCalendar extends Error {}

/** Whether a receipt on a day of work comes too late for it; on a day without hours nothing is late. */
export function isTooLate(cutOff: CutOff | null | undefined, hours: DayHours, minute: number): boolean {
  if (!cutOff || hours.minutes === 0) return false
  return isPastCutOff(cutOff, { minute, closingMinute: hours.closesAt })
}

function startOf(calendar: WorkCalendar, received: number, cutOff: CutOff | null | undefined): number {
  const day = dayOf(received)
  const hours = calendar.hours[day]
  if (!hours) throw new BeyondCalendar()
  const minute = received - day * MINUTES_PER_DAY
  if (isTooLate(cutOff, hours, minute)) {
    return openingOf(calendar, countedDay(calendar, at(calendar.countedThrough, day)))
  }
  const open = at(hours.openFrom, minute)
  return open >= 0 ? day * MINUTES_PER_DAY + open : openingOf(calendar, at(calendar.nextOpen, day))
}

function openingOf(calendar: WorkCalendar, day: number): number {
  const hours = calendar.hours[day]
  if (!hours) throw new BeyondCalendar()
  return day * MINUTES_PER_DAY + hours.opensAt
}

function dueOf(
  calendar: WorkCalendar,
  start: number,
  { term: { amount, unit }, counting }: { term: Term; counting: Counting }
): number {
  const startDay = dayOf(start)
  switch (unit) {
    case 'working_day':
      return returnAfter(
        calendar,
        start,
        countedDay(calendar, countedAtStart(calendar, startDay, counting) + amount - 1)
      )
    case 'calendar_day':
      return returnAfter(
        calendar,
        start,
        calendarEnd(calendar, lastCalendarDay(startDay, amount, counting), counting)
      )
    case 'working_hour':
      return afterMinutes(calendar, start, amount * 60)
    case 'same_day':
      return returnAfter(calendar, start, countedOnOrAfter(calendar, startDay))
  }
}

/** How many working days have been counted when the term begins: through the day of receipt, or before it. */
export function countedAtStart(
  calendar: WorkCalendar,
  startDay: number,
  { receiptDayCounted }: Counting
): number {
  const through = at(calendar.countedThrough, startDay)
  const itself = receiptDayCounted && through > 0 && at(calendar.countedDays, through - 1) === startDay
  return itself ? through - 1 : through
}

/** The last day of a term in calendar days, before it is moved off a day of rest. */
function lastCalendarDay(startDay: number, amount: number, { receiptDayCounted }: Counting): number {
  return startDay + amount - (receiptDayCounted ? 1 : 0)
}

function calendarEnd(calendar: WorkCalendar, last: number, { onRestDay }: Counting): number {
  if (onRestDay === 'next_working_day') return countedOnOrAfter(calendar, last)
  if (last >= calendar.days.length) throw new BeyondCalendar()
  return last
}

/** The return time of a day, or its closing time where the return time has passed when the term begins. */
function returnAfter(calendar: WorkCalendar, start: number, day: number): number {
  const { returnMinute, closesAt } = calendar.hours[day] as DayHours
  const due = day * MINUTES_PER_DAY + returnMinute
  return due > start ? due : day * MINUTES_PER_DAY + closesAt
}

/** The minute at which so many minutes have been worked. A slice spans two days at most, so the search is one step. */
function afterMinutes(calendar: WorkCalendar, start: number, minutes: number): number {
  const { minutesBefore, rankOfSlice, sliceMinutes, countedDays } = calendar
  const target = workedBefore(calendar, start) + minutes
  if (target > at(minutesBefore, minutesBefore.length - 1)) throw new BeyondCalendar()
  let rank = at(rankOfSlice, Math.floor((target - 1) / sliceMinutes))
  while (at(minutesBefore, rank + 1) < target) rank += 1
  const day = at(countedDays, rank)
  return day * MINUTES_PER_DAY + clockAfter(calendar.hours[day] as DayHours, target - at(minutesBefore, rank))
}

/** Minutes of counted work before a minute of the calendar. */
export function workedBefore(calendar: WorkCalendar, start: number): number {
  const day = dayOf(start)
  const counted = at(calendar.countedThrough, day)
  const counts = counted > 0 && at(calendar.countedDays, counted - 1) === day
  if (!counts) return at(calendar.minutesBefore, counted)
  const hours = calendar.hours[day] as DayHours
  return at(calendar.minutesBefore, counted - 1) + at(hours.workedBefore, start - day * MINUTES_PER_DAY)
}

function clockAfter({ intervals, closesAt }: DayHours, minutes: number): number {
  let left = minutes
  for (const [opens, closes] of intervals) {
    if (left <= closes - opens) return opens + left
    left -= closes - opens
  }
  return closesAt
}

function countedDay(calendar: WorkCalendar, rank: number): number {
  if (rank >= calendar.countedDays.length) throw new BeyondCalendar()
  return at(calendar.countedDays, rank)
}

function countedOnOrAfter(calendar: WorkCalendar, day: number): number {
  if (day >= calendar.days.length) throw new BeyondCalendar()
  const through = at(calendar.countedThrough, day)
  const counts = through > 0 && at(calendar.countedDays, through - 1) === day
  return counts ? day : countedDay(calendar, through)
}

function dueInstant(calendar: WorkCalendar, day: number, minute: number): string {
  const usual = (calendar.hours[day] as DayHours).returnMinute === minute
  return usual ? (calendar.returnAt[day] as string) : instantOf(calendar.firstDay + day, minute)
}

function checkAmount({ amount, unit }: Term): void {
  if (unit === 'same_day' || (Number.isInteger(amount) && amount >= 1 && amount <= MOST)) return
  throw new DomainError('VALIDATION').withErrors([
    { path: '/term/amount', message: dueDateText.badAmount(MOST) }
  ])
}

function refuseGap(calendar: WorkCalendar, from: number, to: number): void {
  for (let year = yearAt(calendar, from); year <= yearAt(calendar, to); year += 1) {
    if (!calendar.years.has(year)) throw new DomainError('CALENDAR_YEAR_MISSING', { year })
  }
}

/** The first year from the receipt on of which nothing is known. */
function missingYear(calendar: WorkCalendar, receivedDay: number): DomainError {
  let year = yearAt(calendar, receivedDay)
  while (calendar.years.has(year)) year += 1
  return new DomainError('CALENDAR_YEAR_MISSING', { year })
}

function yearAt(calendar: WorkCalendar, day: number): number {
  return yearOf(plainDate(calendar.firstDay + day))
}

function dayOf(minutes: number): number {
  return Math.floor(minutes / MINUTES_PER_DAY)
}

/** Indexes are worked out from the same arrays, so there is always something there. */
function at(numbers: Int32Array | Int16Array, index: number): number {
  return numbers[index] as number
}

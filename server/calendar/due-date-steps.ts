import { dueDateText, weekdayName } from '../../kiosk-ui/src/text/due-date.ts'
import {
  CIVIL_CODE,
  type Counting,
  countedAtStart,
  type DueDateInput,
  dueDate,
  isTooLate,
  type TermSpan,
  type TermUnit,
  termSpan
} from './due-date.ts'
import { isDayOff } from './official-days.ts'
import { clock, MINUTES_PER_DAY, type PlainDate, weekday } from './plain-date.ts'
import type { DayHours, WorkCalendar } from './work-calendar.ts'

/** One day between receipt and due day, and why it counts or not, in Vietnamese. */
export interface DueDateStep {
  day: PlainDate
  counted: boolean
  reason: string
}

/**
 * Why a due date is what it is, day by day from the day of receipt to the due day.
 *
 * Counted are the days of the term, or the days on which its hours run; not the day of receipt of a term in days,
 * and not the days over which the end of a calendar term is moved. A day that nobody has decided says so.
 *
 * @throws the same as `dueDate`
 */
export function explainDueDate(calendar: WorkCalendar, input: DueDateInput): DueDateStep[] {
  dueDate(calendar, input)
  const span = termSpan(calendar, input)
  const first = dayOf(span.received)
  const days = Array.from({ length: dayOf(span.due) - first + 1 }, (_, offset) => first + offset)
  const { term, counting = CIVIL_CODE } = input
  const ofTerm = TERM_STEPS[term.unit]({ calendar, span, amount: term.amount, counting })
  const moved = span.start > span.received ? movedReceipt(calendar, input, span) : undefined
  return days.map((day) => {
    const { counted, reason } = day < dayOf(span.start) ? off(calendar, day) : ofTerm(day)
    const told =
      day === first && moved ? joined(moved, day === dayOf(span.start) ? reason : undefined) : reason
    return { day: calendar.days[day] as PlainDate, counted, reason: withDoubt(calendar, day, told) }
  })
}

interface Told {
  counted: boolean
  reason: string
}

interface Case {
  calendar: WorkCalendar
  span: TermSpan
  amount: number
  counting: Counting
}

/** For each unit what is told of a day from the start of the term to its end. */
const TERM_STEPS = {
  working_day: workingDays,
  calendar_day: calendarDays,
  working_hour: workingHours,
  same_day: sameDay
} satisfies Record<TermUnit, (given: Case) => (day: number) => Told>

function workingDays({ calendar, span, counting }: Case): (day: number) => Told {
  const start = dayOf(span.start)
  const before = countedAtStart(calendar, start, counting)
  return (day) => {
    const ordinal = countedThrough(calendar, day) - before
    if (day === start && ordinal === 0) return { counted: false, reason: dueDateText.receiptDay }
    if (!counts(calendar, day)) return off(calendar, day)
    return { counted: true, reason: worked(calendar, day, dueDateText.workingDay(ordinal)) }
  }
}

function calendarDays({ calendar, span, amount, counting }: Case): (day: number) => Told {
  const first = dayOf(span.start) + (counting.receiptDayCounted ? 0 : 1)
  const stays = counting.onRestDay === 'stays'
  return (day) => {
    const ordinal = day - first + 1
    if (ordinal === 0) return { counted: false, reason: dueDateText.receiptDay }
    if (ordinal < amount || (ordinal === amount && (stays || counts(calendar, day)))) {
      return { counted: true, reason: dueDateText.calendarDay(ordinal) }
    }
    if (ordinal === amount) {
      return { counted: true, reason: dueDateText.lastDayOff(ordinal, off(calendar, day).reason) }
    }
    return counts(calendar, day) ? { counted: false, reason: dueDateText.rolledOver } : off(calendar, day)
  }
}

function workingHours({ calendar, span, amount }: Case): (day: number) => Told {
  const start = dayOf(span.start)
  const from = span.start - start * MINUTES_PER_DAY
  let left = amount * 60
  return (day) => {
    if (!counts(calendar, day)) return day === start ? uncountedReceipt(calendar, day) : off(calendar, day)
    const hours = hoursOf(calendar, day)
    const today = Math.min(
      left,
      day === start ? hours.minutes - (hours.workedBefore[from] as number) : hours.minutes
    )
    left -= today
    const end = clock(span.due - dayOf(span.due) * MINUTES_PER_DAY)
    const done = left === 0 ? dueDateText.lastHours(today, end) : dueDateText.hours(today, left)
    const reason = worked(calendar, day, done)
    return {
      counted: true,
      reason: day === start ? dueDateText.receiptWithHours(clock(from), reason) : reason
    }
  }
}

function sameDay({ calendar, span }: Case): (day: number) => Told {
  const start = dayOf(span.start)
  return (day) => {
    if (!counts(calendar, day)) return day === start ? uncountedReceipt(calendar, day) : off(calendar, day)
    const reason = day === start ? dueDateText.sameDay : dueDateText.sameDayLater
    return { counted: true, reason: worked(calendar, day, reason) }
  }
}

/** Why the term does not run from the moment of receipt. */
function movedReceipt(
  calendar: WorkCalendar,
  { cutOff }: DueDateInput,
  { received, start }: TermSpan
): string {
  const day = dayOf(received)
  const minute = received - day * MINUTES_PER_DAY
  const hours = hoursOf(calendar, day)
  const from = openingInWords(calendar, day, start)
  if (hours.minutes === 0) return dueDateText.onDayOff(off(calendar, day).reason, from)
  if (!cutOff || minute >= hours.closesAt || !isTooLate(cutOff, hours, minute))
    return dueDateText.outsideHours(from)
  if (cutOff.kind === 'hour') return dueDateText.afterHour(clock(cutOff.minute), from)
  return dueDateText.inLastHours(cutOff.hours, from)
}

function openingInWords(calendar: WorkCalendar, receivedDay: number, start: number): string {
  const day = dayOf(start)
  const time = clock(start - day * MINUTES_PER_DAY)
  if (day === receivedDay) return dueDateText.fromSameDay(time)
  return dueDateText.from(time, weekdayAt(calendar, day), calendar.days[day] as PlainDate)
}

/** A receipt on a Saturday that is open and does not count. */
function uncountedReceipt(calendar: WorkCalendar, day: number): Told {
  return { counted: false, reason: dueDateText.receiptOnUncountedDay(weekdayAt(calendar, day)) }
}

/** A day on which nobody works, or whose work does not count. */
function off(calendar: WorkCalendar, day: number): Told {
  const dayOfWeek = weekdayAt(calendar, day)
  const reason = officialReason(calendar, day)
  if (reason)
    return { counted: false, reason: dayOfWeek < 5 ? reason : dueDateText.onWeekend(reason, dayOfWeek) }
  if (dayOfWeek >= 5) return { counted: false, reason: weekdayName(dayOfWeek) }
  return { counted: false, reason: dueDateText.officeClosed(dayOfWeek) }
}

function officialReason(calendar: WorkCalendar, day: number): string | undefined {
  const official = calendar.official.get(day)
  if (!official || !isDayOff(official)) return undefined
  if (official.kind === 'compensation') return dueDateText.compensation(official.name)
  if (official.kind === 'swapped_off') return dueDateText.swappedOff(official.name)
  return dueDateText.holiday(official.name)
}

function worked(calendar: WorkCalendar, day: number, reason: string): string {
  if (calendar.official.get(day)?.kind === 'make_up') return dueDateText.makeUp(reason)
  const dayOfWeek = weekdayAt(calendar, day)
  return dayOfWeek < 5 ? reason : dueDateText.onWeekend(reason, dayOfWeek)
}

function withDoubt(calendar: WorkCalendar, day: number, reason: string): string {
  const assumed = calendar.official.get(day)?.assumed
  return assumed ? dueDateText.undecided(reason, assumed) : reason
}

function joined(first: string, second: string | undefined): string {
  return second ? `${first}; ${second}` : first
}

function counts(calendar: WorkCalendar, day: number): boolean {
  const through = countedThrough(calendar, day)
  return through > 0 && calendar.countedDays[through - 1] === day
}

function countedThrough(calendar: WorkCalendar, day: number): number {
  return calendar.countedThrough[day] as number
}

function hoursOf(calendar: WorkCalendar, day: number): DayHours {
  return calendar.hours[day] as DayHours
}

function weekdayAt(calendar: WorkCalendar, day: number): number {
  return weekday(calendar.firstDay + day)
}

function dayOf(minutes: number): number {
  return Math.floor(minutes / MINUTES_PER_DAY)
}

import { DomainError } from '../errors.ts'
import { checkOfficeWeek, type OfficeWeek, type OpenInterval } from './office-week.ts'
import { isDayOff, type OfficialDay } from './official-days.ts'
import {
  dayNumber,
  instantOf,
  MINUTES_PER_DAY,
  type PlainDate,
  plainDate,
  weekday,
  yearOf
} from './plain-date.ts'

/** What a calendar is made of. A year that is not listed has no calendar, whatever days are given for it. */
export interface CalendarSource {
  years: readonly number[]
  days: readonly OfficialDay[]
  /** In any order. The first of them is taken for the days before it, too. */
  weeks: readonly OfficeWeek[]
}

/** The hours of one day, with a table for each minute of it, so that no receipt costs more than another. */
export interface DayHours {
  intervals: readonly OpenInterval[]
  /** Minutes of work in the day. */
  minutes: number
  /** After midnight; of a closed day -1. */
  opensAt: number
  closesAt: number
  /** When results of terms in days are due. */
  returnMinute: number
  /** For each minute the first open one at or after it, or -1. */
  openFrom: Int16Array
  /** For each minute the minutes worked before it. */
  workedBefore: Int16Array
}

/**
 * A calendar compiled for one office: everything that a due date needs, counted in advance. Days are indexes from the
 * first day of the first year; a `rank` is the ordinal, from 0, of a day that counts toward terms.
 */
export interface WorkCalendar {
  firstDay: number
  years: ReadonlySet<number>
  /** Whether a year is missing between the first and the last. */
  hasGaps: boolean
  days: readonly PlainDate[]
  /** Nothing for a day of a year without a calendar. */
  hours: readonly (DayHours | undefined)[]
  /** The instant of the return time of each day. */
  returnAt: readonly string[]
  /** How many days count up to each day, itself included. */
  countedThrough: Int32Array
  countedDays: Int32Array
  /** The first day after each day that has hours; one past the end when there is none. */
  nextOpen: Int32Array
  /** How many days before each day are undecided, or of a year without a calendar. One longer than the days. */
  doubtsBefore: Int32Array
  /** Minutes of work before each rank, and all of them at the end. */
  minutesBefore: Int32Array
  /** The rank in which each slice of `sliceMinutes` begins. No slice is longer than the shortest working day. */
  rankOfSlice: Int32Array
  sliceMinutes: number
  official: ReadonlyMap<number, OfficialDay>
}

/**
 * Compiles official days and office weeks into a calendar.
 *
 * A day counts toward terms when the office works on it and it is an ordinary day from Monday to Friday, a make-up
 * day, or a Saturday of a week whose Saturdays count. A make-up day has the hours of the weekday it stands for.
 *
 * @throws DomainError `VALIDATION` when there is no week, or one that cannot be worked with; see `checkOfficeWeek`.
 */
export function compileCalendar({ years, days: official, weeks }: CalendarSource): WorkCalendar {
  if (weeks.length === 0) throw new DomainError('VALIDATION')
  weeks.forEach(checkOfficeWeek)
  const span = spanOf(years)
  const byIndex = indexed(official, span)
  const plans = planDays(span, byIndex, weeks)
  return {
    firstDay: span.firstDay,
    years: span.years,
    hasGaps: plans.some(({ missing }) => missing),
    days: plans.map(({ day }) => day),
    hours: plans.map(({ hours, missing }) => (missing ? undefined : hours)),
    returnAt: plans.map(({ hours }, index) => instantOf(span.firstDay + index, hours.returnMinute)),
    nextOpen: nextOpenDays(plans),
    doubtsBefore: doubtsBefore(plans),
    official: byIndex,
    ...countTerms(plans)
  }
}

interface Span {
  firstDay: number
  length: number
  years: ReadonlySet<number>
}

interface DayPlan {
  day: PlainDate
  hours: DayHours
  counts: boolean
  /** Of a year without a calendar. */
  missing: boolean
  undecided: boolean
}

function spanOf(years: readonly number[]): Span {
  if (years.length === 0) return { firstDay: 0, length: 0, years: new Set() }
  const firstDay = dayNumber(`${Math.min(...years)}-01-01` as PlainDate)
  const end = dayNumber(`${Math.max(...years) + 1}-01-01` as PlainDate)
  return { firstDay, length: end - firstDay, years: new Set(years) }
}

function indexed(official: readonly OfficialDay[], { firstDay, years }: Span): Map<number, OfficialDay> {
  const covered = official.filter(({ day }) => years.has(yearOf(day)))
  return new Map(covered.map((entry) => [dayNumber(entry.day) - firstDay, entry]))
}

function planDays(
  { firstDay, length, years }: Span,
  official: ReadonlyMap<number, OfficialDay>,
  weeks: readonly OfficeWeek[]
): DayPlan[] {
  const hoursOf = createHours()
  const inOrder = weeks.toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1))
  const closed = hoursOf([], inOrder[0]?.returnMinute ?? 0)
  return Array.from({ length }, (_, index) => {
    const day = plainDate(firstDay + index)
    if (!years.has(yearOf(day))) return { day, hours: closed, counts: false, missing: true, undecided: false }
    const week = inOrder.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? inOrder[0]
    const entry = official.get(index)
    const { intervals, counts } = workOn(weekday(firstDay + index), entry, week as OfficeWeek)
    const hours = hoursOf(intervals, (week as OfficeWeek).returnMinute)
    return { day, hours, counts, missing: false, undecided: entry?.kind === 'undecided' }
  })
}

/** The hours of one day and whether it counts toward terms. */
function workOn(
  dayOfWeek: number,
  official: OfficialDay | undefined,
  { week, saturdayCounts }: OfficeWeek
): { intervals: readonly OpenInterval[]; counts: boolean } {
  if (official && isDayOff(official)) return { intervals: [], counts: false }
  const madeUp =
    official?.kind === 'make_up' ? weekday(dayNumber(official.standsFor ?? official.day)) : undefined
  const intervals = week[madeUp ?? dayOfWeek] ?? []
  const ordinary = dayOfWeek < 5 || (dayOfWeek === 5 && saturdayCounts)
  return { intervals, counts: intervals.length > 0 && (ordinary || madeUp !== undefined) }
}

/** Makes the hours of a day, once for each pattern. */
function createHours(): (intervals: readonly OpenInterval[], returnMinute: number) => DayHours {
  const made = new Map<string, DayHours>()
  return (intervals, returnMinute) => {
    const key = JSON.stringify([intervals, returnMinute])
    const hours = made.get(key) ?? dayHours(intervals, returnMinute)
    made.set(key, hours)
    return hours
  }
}

function dayHours(intervals: readonly OpenInterval[], returnMinute: number): DayHours {
  const openFrom = new Int16Array(MINUTES_PER_DAY).fill(-1)
  const workedBefore = new Int16Array(MINUTES_PER_DAY)
  let worked = 0
  for (let minute = 0; minute < MINUTES_PER_DAY; minute += 1) {
    workedBefore[minute] = worked
    const at = intervals.find(([, closes]) => minute < closes)
    if (!at) continue
    openFrom[minute] = Math.max(minute, at[0])
    if (minute >= at[0]) worked += 1
  }
  const closesAt = intervals.at(-1)?.[1] ?? -1
  return {
    intervals,
    minutes: worked,
    opensAt: intervals[0]?.[0] ?? -1,
    closesAt,
    returnMinute: closesAt < 0 ? returnMinute : Math.min(returnMinute, closesAt),
    openFrom,
    workedBefore
  }
}

function nextOpenDays(plans: readonly DayPlan[]): Int32Array {
  const next = new Int32Array(plans.length)
  let open = plans.length
  for (let index = plans.length - 1; index >= 0; index -= 1) {
    next[index] = open
    if ((plans[index] as DayPlan).hours.minutes > 0) open = index
  }
  return next
}

function doubtsBefore(plans: readonly DayPlan[]): Int32Array {
  const before = new Int32Array(plans.length + 1)
  plans.forEach(({ missing, undecided }, index) => {
    before[index + 1] = (before[index] as number) + (missing || undecided ? 1 : 0)
  })
  return before
}

type TermCounts = Pick<
  WorkCalendar,
  'countedThrough' | 'countedDays' | 'minutesBefore' | 'rankOfSlice' | 'sliceMinutes'
>

function countTerms(plans: readonly DayPlan[]): TermCounts {
  const countedDays = Int32Array.from(plans.flatMap(({ counts }, index) => (counts ? [index] : [])))
  const countedThrough = new Int32Array(plans.length)
  const minutesBefore = new Int32Array(countedDays.length + 1)
  let counted = 0
  plans.forEach(({ counts, hours }, index) => {
    if (counts) {
      minutesBefore[counted + 1] = (minutesBefore[counted] as number) + hours.minutes
      counted += 1
    }
    countedThrough[index] = counted
  })
  const sliceMinutes = Math.min(
    MINUTES_PER_DAY,
    ...plans.flatMap(({ counts, hours }) => (counts ? [hours.minutes] : []))
  )
  return {
    countedDays,
    countedThrough,
    minutesBefore,
    sliceMinutes,
    rankOfSlice: ranks(minutesBefore, sliceMinutes)
  }
}

function ranks(minutesBefore: Int32Array, sliceMinutes: number): Int32Array {
  const all = minutesBefore.at(-1) ?? 0
  let rank = 0
  return Int32Array.from({ length: Math.ceil(all / sliceMinutes) }, (_, slice) => {
    while ((minutesBefore[rank + 1] as number) <= slice * sliceMinutes) rank += 1
    return rank
  })
}

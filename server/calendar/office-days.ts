import { DomainError } from '../errors.ts'
import { workedBefore } from './due-date.ts'
import {
  dayNumber,
  localMinutes,
  localMoment,
  MINUTES_PER_DAY,
  type PlainDate,
  yearOf
} from './plain-date.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** The days of one office, read once and asked many times. Days are `YYYY-MM-DD`, instants ISO 8601. */
export interface OfficeDays {
  /** @throws CALENDAR_YEAR_MISSING */
  isWorkingDay(day: string): boolean
  /** The instant at which results of terms in days are due on that day. @throws CALENDAR_YEAR_MISSING */
  returnTimeOn(day: string): string
  /** The last working day before `day`, never `day` itself. @throws CALENDAR_YEAR_MISSING */
  previousWorkingDay(day: string): string
  /** The `count`-th working day after `day`; at the end of the calendar the last one that it knows. */
  workingDayAfter(day: string, count: number): string
  /** How many working days lie after `from` up to and with `to`; negative when `to` is the earlier. */
  countBetween(from: string, to: string): number
  /**
   * Whole working days that have passed from one instant to another: a day has passed when the clock stands where it
   * stood. From 16:30 on Friday to 09:24 on Monday it is none, to 16:30 on Monday one.
   */
  wholeDaysBetween(from: string, to: string): number
  /** Minutes of work that count toward terms between two instants, never negative. */
  minutesBetween(from: string, to: string): number
}

/** Lateness and days left must not fail at the end of the calendar: where nothing throws, its last day stands in. */
export function officeDays(calendar: WorkCalendar): OfficeDays {
  const { firstDay, countedThrough, countedDays, days, returnAt } = calendar
  const known = (day: string): number => {
    const year = yearOf(day as PlainDate)
    if (!calendar.years.has(year)) throw new DomainError('CALENDAR_YEAR_MISSING', { year })
    return indexOf(day)
  }
  const indexOf = (day: string) => dayNumber(day as PlainDate) - firstDay
  const inside = (index: number) => Math.min(Math.max(index, 0), days.length - 1)
  const countedBy = (index: number) => (index < 0 ? 0 : (countedThrough[inside(index)] ?? 0))
  const counts = (index: number) => countedBy(index) > countedBy(index - 1)
  const dayOfRank = (rank: number) => days[countedDays[rank] ?? 0] as string
  const minutesOf = (instant: string) => {
    const minute = localMinutes(instant) - firstDay * MINUTES_PER_DAY
    return workedBefore(calendar, Math.min(Math.max(minute, 0), days.length * MINUTES_PER_DAY - 1))
  }

  return {
    isWorkingDay: (day) => counts(known(day)),
    returnTimeOn: (day) => returnAt[known(day)] as string,
    previousWorkingDay: (day) => {
      const rank = countedBy(known(day) - 1) - 1
      if (rank < 0) throw new DomainError('CALENDAR_YEAR_MISSING', { year: yearOf(day as PlainDate) - 1 })
      return dayOfRank(rank)
    },
    workingDayAfter: (day, count) =>
      dayOfRank(Math.min(countedBy(indexOf(day)) + count - 1, countedDays.length - 1)),
    countBetween: (from, to) => countedBy(indexOf(to)) - countedBy(indexOf(from)),
    wholeDaysBetween: (from, to) => {
      const [start, end] = [localMoment(from), localMoment(to)]
      const passed = countedBy(end.day - firstDay) - countedBy(start.day - firstDay)
      const isWhole = !counts(end.day - firstDay) || end.minute >= start.minute
      return Math.max(0, isWhole ? passed : passed - 1)
    },
    minutesBetween: (from, to) => Math.max(0, minutesOf(to) - minutesOf(from))
  }
}

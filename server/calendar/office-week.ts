import { officeWeekText } from '../../kiosk-ui/src/text/calendar.ts'
import { DomainError, type FieldError } from '../errors.ts'
import { MINUTES_PER_DAY, type PlainDate } from './plain-date.ts'

/** From the first minute of work to the first minute that is none any more, in minutes after midnight. */
export type OpenInterval = readonly [opens: number, closes: number]

/** The hours of an office, in force from one day until the next week of the same office takes effect. */
export interface OfficeWeek {
  effectiveFrom: PlainDate
  /** Seven lists, Monday first. A lunch break lies between two intervals; a closed day has none. */
  week: readonly (readonly OpenInterval[])[]
  /** When results of terms in days are due, in minutes after midnight; never after the closing of that day. */
  returnMinute: number
  /**
   * Whether Saturdays with hours count toward terms. No rule says that they do (QĐ 14/2010/QĐ-TTg only lets offices
   * receive), so they do not unless the office decides so; Sundays never do.
   */
  saturdayCounts: boolean
}

const DAY: readonly OpenInterval[] = [
  [450, 690],
  [810, 1020]
]

/** 07:30–11:30 and 13:30–17:00 from Monday to Friday, results due at 16:30. */
export const DEFAULT_WEEK: OfficeWeek = {
  effectiveFrom: '1970-01-01',
  week: [DAY, DAY, DAY, DAY, DAY, [], []],
  returnMinute: 990,
  saturdayCounts: false
}

/**
 * Refuses a week that cannot be worked with: not seven days, intervals out of order, overlapping or past midnight,
 * a return time outside the day, or no time at all that counts toward terms (no term would ever end).
 *
 * @throws DomainError `VALIDATION`, naming each place.
 */
export function checkOfficeWeek(week: OfficeWeek): void {
  const errors = weekErrors(week)
  if (errors.length > 0) throw new DomainError('VALIDATION').withErrors(errors)
}

function weekErrors({ week, returnMinute, saturdayCounts }: OfficeWeek): FieldError[] {
  if (week.length !== 7) return [{ path: '/week', message: officeWeekText.needsSevenDays }]
  const errors = week.flatMap((intervals, day) =>
    isOrdered(intervals) ? [] : [{ path: `/week/${day}`, message: officeWeekText.badHours(day) }]
  )
  if (!Number.isInteger(returnMinute) || returnMinute < 1 || returnMinute >= MINUTES_PER_DAY) {
    errors.push({ path: '/returnTime', message: officeWeekText.badReturnTime })
  }
  const counting = week.slice(0, saturdayCounts ? 6 : 5)
  if (counting.every((intervals) => intervals.length === 0)) {
    errors.push({ path: '/week', message: officeWeekText.withoutWork })
  }
  return errors
}

/**
 * Refuses hours whose return time falls before the opening or into the lunch break of a working day: nobody would be
 * there to hand a result out.
 *
 * @throws DomainError `VALIDATION`
 */
export function checkReturnTime({ week, returnMinute, saturdayCounts }: OfficeWeek): void {
  const counting = week.slice(0, saturdayCounts ? 6 : 5)
  if (counting.every((intervals) => returnsInHours(intervals, returnMinute))) return
  throw new DomainError('VALIDATION').withErrors([
    { path: '/returnTime', message: officeWeekText.returnTimeClosed }
  ])
}

/** Whether results can be handed out at the return time: while the office is open, or at the close of a shorter day. */
function returnsInHours(intervals: readonly OpenInterval[], returnMinute: number): boolean {
  const closesAt = intervals.at(-1)?.[1]
  if (closesAt === undefined) return true
  const minute = Math.min(returnMinute, closesAt)
  return intervals.some(([opens, closes]) => opens < minute && minute <= closes)
}

function isOrdered(intervals: readonly OpenInterval[]): boolean {
  return intervals.every(([opens, closes], index) => {
    const before = intervals[index - 1]?.[1] ?? 0
    const whole = Number.isInteger(opens) && Number.isInteger(closes)
    return whole && opens >= before && opens < closes && closes < MINUTES_PER_DAY
  })
}

import type { OpenInterval } from './office-week.ts'
import { isDayOff, type OfficialDay } from './official-days.ts'
import { localMoment, type PlainDate, plainDate } from './plain-date.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** A minute on the clock of a day, after midnight. */
export interface DayMinute {
  day: PlainDate
  minute: number
}

/** How an office stands toward who comes to its door. */
export interface Opening {
  /** A day that no calendar covers counts as open: an unknown is no reason to send people away. */
  open: boolean
  today: PlainDate
  /** The hours of today, none on a day off. */
  hours: readonly OpenInterval[]
  /** The name of today's day off, as it follows the word "nghỉ". A weekend has none. */
  dayOff: string | null
  /** When it opens next, as far as the calendar reaches. */
  next: DayMinute | null
  /** The same, leaving out what is left of today. */
  nextDay: DayMinute | null
  /** A day off tomorrow that is no weekend, with the day on which the office opens again. */
  tomorrowOff: { day: PlainDate; name: string; next: DayMinute | null } | null
}

/** Whether an office is open at an instant, and if not, why and until when. */
export function openingAt(calendar: WorkCalendar, instant: string): Opening {
  const { day, minute } = localMoment(instant)
  const index = day - calendar.firstDay
  const today = calendar.hours[index]
  const from = today?.openFrom[minute] ?? -1
  const nextDay = openingAfter(calendar, index)
  return {
    open: today === undefined || from === minute,
    today: plainDate(day),
    hours: today?.intervals ?? [],
    dayOff: nameOfDayOff(calendar.official.get(index)),
    next: from > minute ? { day: plainDate(day), minute: from } : nextDay,
    nextDay,
    tomorrowOff: dayOffAt(calendar, index + 1)
  }
}

function openingAfter(calendar: WorkCalendar, index: number): DayMinute | null {
  const next = calendar.nextOpen[index]
  const hours = next === undefined ? undefined : calendar.hours[next]
  return next === undefined || !hours
    ? null
    : { day: plainDate(calendar.firstDay + next), minute: hours.opensAt }
}

function dayOffAt(calendar: WorkCalendar, index: number): Opening['tomorrowOff'] {
  const name = nameOfDayOff(calendar.official.get(index))
  if (name === null) return null
  return { day: plainDate(calendar.firstDay + index), name, next: openingAfter(calendar, index) }
}

function nameOfDayOff(day: OfficialDay | undefined): string | null {
  return day && isDayOff(day) ? day.name : null
}

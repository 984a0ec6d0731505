import { readCalendarFile } from '../../server/calendar/calendar-file.ts'
import officialDays from '../../server/calendar/data/official-days.json' with { type: 'json' }
import { DEFAULT_WEEK, type OfficeWeek, type OpenInterval } from '../../server/calendar/office-week.ts'
import { compileCalendar, type WorkCalendar } from '../../server/calendar/work-calendar.ts'

/** The days that the product ships. */
export const shipped = readCalendarFile(officialDays)

/** An office with the shipped days and the default hours, unless a test is about other hours. */
export function officeCalendar(...weeks: OfficeWeek[]): WorkCalendar {
  return compileCalendar({ ...shipped, weeks: weeks.length > 0 ? weeks : [DEFAULT_WEEK] })
}

export const morning: readonly OpenInterval[] = [[450, 690]]

export const withSaturdayMorning: OfficeWeek = {
  ...DEFAULT_WEEK,
  week: DEFAULT_WEEK.week.with(5, morning)
}

/** `2026-11-23 09:00`, as the clock on the wall shows it, as the instant that is sent. */
export function vietnam(moment: string): string {
  return new Date(`${moment.replace(' ', 'T')}+07:00`).toISOString()
}

/** The other way round. */
export function onTheWall(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

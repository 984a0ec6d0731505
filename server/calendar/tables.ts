declare module '../database/schema.ts' {
  interface Database {
    calendarVersion: CalendarVersionTable
    calendarYear: CalendarYearTable
    calendarQuestion: CalendarQuestionTable
    calendarDay: CalendarDayTable
    officeWeek: OfficeWeekTable
  }
}

/** One row. Every change of the days raises it, so that each process sees that what it has compiled is old. */
export interface CalendarVersionTable {
  id: string
  version: number
  /** New with each change and never used twice, as a version that was undone is given again. */
  stamp: string
}

/** A year whose days off are listed. Of other years nothing is worked out. */
export interface CalendarYearTable {
  year: number
  addedAt: string
}

export interface CalendarQuestionTable {
  id: string
  title: string
  note: string
  resolvedAt: string | null
}

/** The days that differ from the ordinary week, shared by all offices. */
export interface CalendarDayTable {
  day: string
  kind: string
  name: string
  legalBasis: string
  scope: string
  standsFor: string | null
  assumed: string | null
  questionId: string | null
}

/** The hours of an office from a day on. */
export interface OfficeWeekTable {
  officeId: string
  effectiveFrom: string
  /** New with each change; of the row with the highest version it tells which weeks an office has. */
  id: string
  version: number
  /** JSON: seven lists of `[opens, closes]` in minutes, Monday first. */
  week: string
  returnMinute: number
  saturdayCounts: number
  note: string | null
  createdAt: string
}

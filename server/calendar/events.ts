import type { OfficeWeek } from './office-week.ts'
import type { CalendarQuestion, OfficialDay } from './official-days.ts'

declare module '../events.ts' {
  interface EventMap {
    /** In the log of the lead office, as those that follow; only `office_hours.set` is in the log of each office. */
    'calendar.imported': {
      version: number
      years: readonly number[]
      days: OfficialDay[]
      removed: OfficialDay[]
      questions: readonly CalendarQuestion[]
      /** Questions that have no undecided day left. */
      resolved: string[]
    }
    'calendar.day_set': { version: number; day: OfficialDay; before: OfficialDay | null }
    'calendar.day_removed': { version: number; day: OfficialDay }
    'calendar.question_decided': {
      version: number
      questionId: string
      title: string
      legalBasis: string
      days: OfficialDay[]
    }
    'office_hours.set': OfficeWeek & { version: number; note: string | null }
  }
}

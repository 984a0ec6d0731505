import type { OfficeWeek } from './office-week.ts'
import type { CalendarQuestion, OfficialDay } from './official-days.ts'
import { clock, minuteOfClock, yearOf } from './plain-date.ts'
import type { Hours, NewHours, Question } from './schemas.ts'

/** Hours with what the office said about them. */
export interface NotedWeek extends OfficeWeek {
  note: string | null
}

type KnownQuestion = CalendarQuestion & { resolvedAt: string | null }

/** Hours as people tell them, in times of the day. */
export function describeWeek({ effectiveFrom, week, returnMinute, saturdayCounts, note }: NotedWeek): Hours {
  const times = week.map((intervals) =>
    intervals.map(([opens, closes]) => ({ from: clock(opens), to: clock(closes) }))
  )
  return { effectiveFrom, week: times, returnTime: clock(returnMinute), saturdayCounts, note }
}

/** The other way round. */
export function weekOf({ effectiveFrom, week, returnTime, saturdayCounts }: NewHours): OfficeWeek {
  const minutes = week.map((intervals) =>
    intervals.map(({ from, to }) => [minuteOfClock(from), minuteOfClock(to)] as const)
  )
  return { effectiveFrom, week: minutes, returnMinute: minuteOfClock(returnTime), saturdayCounts }
}

/** A question with its days among those that are listed. */
export function describeQuestion(
  { id, title, note, resolvedAt }: KnownQuestion,
  listed: readonly OfficialDay[]
): Question {
  const days = listed.filter(({ questionId }) => questionId === id)
  return { id, title, note, days: days.map(({ day, name, assumed }) => ({ day, name, assumed })), resolvedAt }
}

/** All questions, those about the earliest days first. */
export function describeQuestions(
  questions: readonly KnownQuestion[],
  listed: readonly OfficialDay[]
): Question[] {
  const firstDay = ({ days }: Question) => days[0]?.day ?? ''
  return questions
    .map((question) => describeQuestion(question, listed))
    .toSorted((one, other) => (firstDay(one) < firstDay(other) ? -1 : 1))
}

/** How many questions are open in a year. */
export function openQuestionsIn(year: number, listed: readonly OfficialDay[]): number {
  const undecided = listed.filter(({ day, kind }) => kind === 'undecided' && yearOf(day) === year)
  return new Set(undecided.map(({ questionId }) => questionId)).size
}

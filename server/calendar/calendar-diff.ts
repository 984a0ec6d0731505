import type { CalendarFile } from './calendar-file.ts'
import type { OfficialDay } from './official-days.ts'
import { type PlainDate, yearOf } from './plain-date.ts'

/** What a file of official days does to those that are there. */
export interface CalendarChange {
  added: OfficialDay[]
  changed: { before: OfficialDay; after: OfficialDay }[]
  removed: OfficialDay[]
  unchanged: OfficialDay[]
}

/**
 * What changes when a file is taken. It speaks for the whole of each of its years, and for no other; but a question
 * that has been decided here is not asked again, whatever the file still leaves open.
 *
 * @param decided the ids of the questions that have been decided
 */
export function diffCalendar(
  present: readonly OfficialDay[],
  { years, days }: Pick<CalendarFile, 'years' | 'days'>,
  decided: ReadonlySet<string>
): CalendarChange {
  const before = new Map(
    present.filter(({ day }) => years.includes(yearOf(day))).map((entry) => [entry.day, entry])
  )
  const settled = new Set(
    days.filter(({ questionId }) => decided.has(questionId ?? '')).map(({ day }) => day)
  )
  const wanted = days
    .filter(({ day }) => !settled.has(day))
    .map((entry) => withQuestion(entry, before.get(entry.day)))
  const listed = new Set<PlainDate>([...settled, ...wanted.map(({ day }) => day)])
  const change: CalendarChange = { added: [], changed: [], removed: [], unchanged: [] }
  for (const after of wanted) place(change, before.get(after.day), after)
  for (const entry of before.values()) {
    if (settled.has(entry.day) || (entry.kind === 'working' && !listed.has(entry.day)))
      change.unchanged.push(entry)
    else if (!listed.has(entry.day)) change.removed.push(entry)
  }
  return change
}

export function isSameDay(one: OfficialDay, other: OfficialDay): boolean {
  return (Object.keys(one) as (keyof OfficialDay)[]).every((field) => one[field] === other[field])
}

function place(change: CalendarChange, before: OfficialDay | undefined, after: OfficialDay): void {
  if (!before) change.added.push(after)
  else if (isSameDay(before, after)) change.unchanged.push(after)
  else change.changed.push({ before, after })
}

/** A file does not tell which question a decided day once belonged to. */
function withQuestion(entry: OfficialDay, before: OfficialDay | undefined): OfficialDay {
  return { ...entry, questionId: entry.questionId ?? before?.questionId ?? null }
}

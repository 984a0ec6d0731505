import { type Static, Type } from 'typebox'
import { TIME_OF_DAY } from '../../kiosk-ui/src/text/validation.ts'
import type { PlainDate } from './plain-date.ts'

const Day = Type.Unsafe<PlainDate>(Type.String({ format: 'date' }))
const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const LegalBasis = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })
const DecidedKind = Type.Enum(['holiday', 'compensation', 'swapped_off', 'make_up'])
const Assumed = Type.Enum(['off', 'working'])

const OfficialDay = Type.Object({
  day: Day,
  kind: Type.Enum(['holiday', 'compensation', 'swapped_off', 'make_up', 'working', 'undecided']),
  name: Type.String(),
  legalBasis: Type.String(),
  scope: Type.Enum(['everyone', 'officials']),
  standsFor: Nullable(Day),
  assumed: Nullable(Assumed),
  questionId: Nullable(Type.String())
})

const Question = Type.Object({
  id: Type.String(),
  title: Type.String(),
  note: Type.String(),
  /** What is assumed of each day until it is decided, then nothing. */
  days: Type.Array(Type.Object({ day: Day, name: Type.String(), assumed: Nullable(Assumed) })),
  resolvedAt: Nullable(Type.String({ format: 'date-time' }))
})
export type Question = Static<typeof Question>

export const CalendarOfYear = Type.Object({
  year: Type.Integer(),
  version: Type.Integer(),
  days: Type.Array(OfficialDay),
  questions: Type.Array(Question),
  years: Type.Array(Type.Object({ year: Type.Integer(), openQuestions: Type.Integer() })),
  mayEdit: Type.Boolean()
})
export type CalendarOfYear = Static<typeof CalendarOfYear>

export const GetCalendar = {
  summary: 'The days off of a year (this one without any), and what is not decided in any year',
  tags: ['calendar'],
  querystring: Type.Object({ year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2199 })) }),
  response: { 200: CalendarOfYear }
}

const NewDay = Type.Object({
  kind: DecidedKind,
  name: Name,
  legalBasis: LegalBasis,
  standsFor: Type.Optional(Nullable(Day))
})
export type NewDay = Static<typeof NewDay> & { day: PlainDate }

export const SetDay = {
  summary: 'Set an official day; for administrators of the lead office',
  tags: ['calendar'],
  params: Type.Object({ day: Day }),
  body: NewDay,
  response: { 200: OfficialDay }
}

export const RemoveDay = {
  summary: 'Make a day an ordinary one again; for administrators of the lead office',
  tags: ['calendar'],
  params: Type.Object({ day: Day }),
  response: { 204: Type.Null() }
}

export const NewDecision = Type.Object({
  legalBasis: LegalBasis,
  days: Type.Array(
    Type.Object({
      day: Day,
      kind: Type.Enum([...DecidedKind.enum, 'working']),
      name: Name,
      standsFor: Type.Optional(Nullable(Day))
    }),
    { minItems: 1, maxItems: 60 }
  )
})
export type NewDecision = Static<typeof NewDecision>

export const DecideQuestion = {
  summary: 'Close a question with what was decided about its days; for administrators of the lead office',
  tags: ['calendar'],
  params: Type.Object({ questionId: Type.String({ maxLength: 60 }) }),
  body: NewDecision,
  response: { 200: Question }
}

export const CalendarReport = Type.Object({
  added: Type.Array(OfficialDay),
  changed: Type.Array(Type.Object({ before: OfficialDay, after: OfficialDay })),
  removed: Type.Array(OfficialDay),
  unchanged: Type.Array(OfficialDay)
})
export type CalendarReport = Static<typeof CalendarReport>

export const ImportCalendar = {
  summary: 'Show what a file of official days changes, or take it; for administrators of the lead office',
  tags: ['calendar'],
  body: Type.Object({ document: Type.Unknown(), dryRun: Type.Boolean({ default: false }) }),
  response: { 200: CalendarReport }
}

const Time = Type.String({ pattern: TIME_OF_DAY })

const hours = {
  effectiveFrom: Day,
  /** Monday first; a closed day has none. */
  week: Type.Array(Type.Array(Type.Object({ from: Time, to: Time }), { maxItems: 6 }), {
    minItems: 7,
    maxItems: 7
  }),
  returnTime: Time,
  saturdayCounts: Type.Boolean()
}

export const Hours = Type.Object({ ...hours, note: Nullable(Type.String()) })
export type Hours = Static<typeof Hours>

export const NewHours = Type.Object({
  ...hours,
  note: Type.Optional(Nullable(Type.String({ maxLength: 500 })))
})
export type NewHours = Static<typeof NewHours>

export const ListHours = {
  summary: 'The working hours of the office, past, present and to come, oldest first',
  tags: ['calendar'],
  params: Type.Object({ officeId: Type.String() }),
  response: { 200: Type.Object({ items: Type.Array(Hours), nextCursor: Type.Null() }) }
}

export const SetHours = {
  summary: 'Set the working hours of the office from a day on',
  tags: ['calendar'],
  params: Type.Object({ officeId: Type.String() }),
  body: NewHours,
  response: { 201: Hours }
}

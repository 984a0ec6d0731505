import { type Static, Type } from 'typebox'
import { APOLOGY_STATUSES } from '../apologies/status.ts'
import { SUPERVISION_LISTS } from './lists.ts'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const Day = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })

const asOf = {
  asOf: Instant,
  /** When the figures will change by time alone, as a dossier becomes late or a day begins. */
  nextChangeAt: Instant
}

export const Summary = Type.Object({
  ...asOf,
  late: Type.Integer(),
  dueToday: Type.Integer(),
  /** Due within three working days after today. */
  dueSoon: Type.Integer(),
  lateWithoutApology: Type.Integer(),
  lateWithoutReason: Type.Integer(),
  /** Past the first date, with a new one still to come. */
  redated: Type.Integer()
})
export type Summary = Static<typeof Summary>

export const WatchedDossier = Type.Object({
  code: Type.String(),
  procedureName: Type.String(),
  fieldName: Type.String(),
  applicantName: Type.String(),
  holderName: Type.String(),
  receivedAt: Instant,
  dueAt: Instant,
  dueDay: Day,
  originalDueDay: Day,
  late: Type.Boolean(),
  /** Whole working days since the date that was promised first; 0 also when it is less than one. */
  workingDaysLate: Type.Integer(),
  /** Until the date promised now; 0 on it, negative after it. */
  workingDaysLeft: Type.Integer(),
  /** Of the term that was promised first, in working time; more than 1 once it is over. */
  usedShare: Type.Number(),
  apology: Nullable(
    Type.Object({
      id: Type.String(),
      status: Type.Enum(APOLOGY_STATUSES),
      number: Nullable(Type.String()),
      newDueDay: Day,
      sentAt: Nullable(Instant),
      sendBy: Day
    })
  ),
  lateReason: Nullable(Type.Object({ code: Type.String(), name: Type.String(), text: Type.String() }))
})
export type WatchedDossier = Static<typeof WatchedDossier>

export const GetSummary = {
  summary: 'How many dossiers are late, due today, due soon, late without a letter, late without a reason',
  tags: ['supervision'],
  response: { 200: Summary }
}

export const ListWatched = {
  summary: 'The dossiers that one figure of the summary counts, those that were promised earliest first',
  tags: ['supervision'],
  querystring: Type.Object({
    list: Type.Enum(SUPERVISION_LISTS, { default: 'late' }),
    field: Type.Optional(Type.String({ maxLength: 200 })),
    /** Name of the body or the person that has it. */
    holder: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
    cursor: Type.Optional(Type.String({ maxLength: 60 }))
  }),
  response: {
    200: Type.Object({
      ...asOf,
      /** How many there are on all pages, with the filters. */
      total: Type.Integer(),
      items: Type.Array(WatchedDossier),
      nextCursor: Nullable(Type.String()),
      /** What the list can be filtered by. */
      fields: Type.Array(Type.String()),
      holders: Type.Array(Type.String())
    })
  }
}
export type WatchedPage = Static<(typeof ListWatched.response)[200]>
export type WatchedQuery = Static<typeof ListWatched.querystring>

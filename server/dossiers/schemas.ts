import { type Static, Type } from 'typebox'
import { CHANNELS } from '../procedures/edition.ts'
import { MOVES, STATUSES } from './states.ts'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const Day = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })
const Channel = Type.Enum(CHANNELS)
const Status = Type.Enum(STATUSES)
const Copies = Type.Integer({ minimum: 0, maximum: 999 })

const Component = Type.Object({ name: Type.String(), originals: Copies, copies: Copies })

const Step = Type.Object({ day: Day, counted: Type.Boolean(), reason: Type.String() })

export const Dossier = Type.Object({
  id: Type.String(),
  code: Type.String(),
  version: Type.Integer(),
  status: Status,
  /** TrangThaiHoSo of the national exchange. */
  nationalStatus: Type.Integer({ minimum: 1, maximum: 10 }),
  procedure: Type.Object({ code: Type.String(), name: Type.String(), field: Type.String() }),
  applicant: Type.Object({
    kind: Type.Enum(['citizen', 'organisation']),
    name: Type.String(),
    idNumber: Nullable(Type.String()),
    birthDate: Nullable(Day),
    sex: Nullable(Type.Enum(['male', 'female'])),
    address: Type.String(),
    phone: Nullable(Type.String()),
    email: Nullable(Type.String())
  }),
  submitter: Nullable(
    Type.Object({
      name: Type.String(),
      idNumber: Type.Optional(Type.String()),
      authorisation: Type.Optional(Type.String())
    })
  ),
  channel: Channel,
  components: Type.Array(Component),
  sets: Type.Integer(),
  resultDelivery: Channel,
  resultAddress: Nullable(Type.String()),
  summary: Nullable(Type.String()),
  ticketId: Nullable(Type.String()),
  receivedAt: Instant,
  receivedByName: Type.String(),
  termText: Type.String(),
  dueAt: Instant,
  dueDay: Day,
  originalDueDay: Day,
  dueSteps: Type.Array(Step),
  /** A day that nobody has decided yet lies before the due date, so it may still change. */
  provisional: Type.Boolean(),
  holderName: Type.String(),
  /** Whether a hand-over still waits to be taken. */
  handOverPending: Type.Boolean(),
  slipRequired: Type.Boolean(),
  slip: Nullable(
    Type.Object({
      handedAt: Instant,
      how: Type.Enum(['printed', 'sent', 'none']),
      reason: Nullable(Type.String())
    })
  ),
  supplement: Nullable(
    Type.Object({ askedAt: Instant, items: Type.Array(Type.String()), reason: Type.String() })
  ),
  closingReason: Nullable(Type.String()),
  result: Nullable(
    Type.Object({
      outcome: Type.Enum(['granted', 'rejected']),
      number: Nullable(Type.String()),
      signer: Nullable(Type.String()),
      signedOn: Nullable(Day),
      readyAt: Instant
    })
  ),
  returnedAt: Nullable(Instant),
  closedAt: Nullable(Instant),
  slipUrl: Type.String(),
  trackingUrl: Type.String(),
  trackingToken: Type.String(),
  moves: Type.Array(Type.Enum(MOVES))
})
export type Dossier = Static<typeof Dossier>

/** What is given back of a dossier inside a transaction: all but its token, which never lies in the database. */
export type DossierState = Omit<Dossier, 'trackingUrl' | 'trackingToken'>

export const DossierSummary = Type.Object({
  code: Type.String(),
  status: Status,
  procedureName: Type.String(),
  applicantName: Type.String(),
  dueAt: Instant,
  dueDay: Day,
  holderName: Type.String(),
  receivedAt: Instant,
  /** Working days until the due day, 0 on it, negative after it; null once the handling has ended. */
  daysLeft: Nullable(Type.Integer())
})
export type DossierSummary = Static<typeof DossierSummary>

export const ListDossiers = {
  summary: 'The dossiers of the office, newest first; those with a due date asked for, most pressing first',
  tags: ['dossiers'],
  querystring: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 200 })),
    status: Type.Optional(Status),
    due: Type.Optional(Type.Enum(['late', 'today', 'soon'])),
    /** Id of the person or the body that has it. */
    holder: Type.Optional(Type.String({ maxLength: 64 })),
    field: Type.Optional(Type.String({ maxLength: 200 })),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
    cursor: Type.Optional(Type.String({ maxLength: 100 }))
  }),
  response: { 200: Type.Object({ items: Type.Array(DossierSummary), nextCursor: Nullable(Type.String()) }) }
}
export type DossierQuery = Static<typeof ListDossiers.querystring>

/** Which dossier, by its address. */
export const DossierCode = Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) })

export const GetDossier = {
  summary: 'A dossier as it stands now',
  tags: ['dossiers'],
  params: DossierCode,
  response: { 200: Dossier }
}

const HistoryEntry = Type.Object({
  seq: Type.Integer(),
  name: Type.String(),
  at: Instant,
  by: Type.String(),
  /** What happened, in words. */
  text: Type.String(),
  /** Why, or what was noted. */
  note: Nullable(Type.String()),
  status: Status
})
export type HistoryEntry = Static<typeof HistoryEntry>

export const GetHistory = {
  summary: 'What happened to a dossier, oldest first',
  tags: ['dossiers'],
  params: DossierCode,
  response: { 200: Type.Object({ items: Type.Array(HistoryEntry), nextCursor: Type.Null() }) }
}

import { type Static, Type } from 'typebox'
import { CHANNELS } from '../procedures/edition.ts'
import { MOVES, STATUSES } from './states.ts'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const Day = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Line = Type.String({ minLength: 1, maxLength: 500 })
const Reason = Type.String({ minLength: 1, maxLength: 2000 })
const IdNumber = Type.String({ minLength: 1, maxLength: 20 })
const Channel = Type.Enum(CHANNELS)
const Status = Type.Enum(STATUSES)
const Copies = Type.Integer({ minimum: 0, maximum: 999 })

const closed = { additionalProperties: false } as const

const Submitter = Type.Object(
  { name: Name, idNumber: Type.Optional(IdNumber), authorisation: Type.Optional(Line) },
  closed
)
export type Submitter = Static<typeof Submitter>

const NewComponent = Type.Object(
  {
    /** The paper's id in the procedure, or else its name. */
    id: Type.Optional(Type.String({ maxLength: 40 })),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
    originals: Copies,
    copies: Copies
  },
  closed
)
export type NewComponent = Static<typeof NewComponent>

const Components = Type.Array(NewComponent, { maxItems: 100 })

export const NewDossier = Type.Object(
  {
    procedureCode: Type.String({ minLength: 1, maxLength: 40 }),
    /** The case of the procedure, where its term depends on one. */
    case: Type.Optional(Line),
    applicant: Type.Object(
      {
        kind: Type.Enum(['citizen', 'organisation']),
        name: Name,
        idNumber: Type.Optional(IdNumber),
        birthDate: Type.Optional(Day),
        sex: Type.Optional(Type.Enum(['male', 'female'])),
        address: Line,
        phone: Type.Optional(Type.String({ minLength: 1, maxLength: 30 })),
        email: Type.Optional(Type.String({ format: 'email', maxLength: 200 }))
      },
      closed
    ),
    submitter: Type.Optional(Submitter),
    channel: Channel,
    components: Components,
    sets: Type.Integer({ minimum: 1, maximum: 99, default: 1 }),
    resultDelivery: Channel,
    resultAddress: Type.Optional(Line),
    ticketId: Type.Optional(Type.String({ maxLength: 64 })),
    summary: Type.Optional(Type.String({ maxLength: 1000 })),
    /** The citizen asks for a slip although none is due. */
    slipRequested: Type.Boolean({ default: false })
  },
  closed
)
export type NewDossier = Static<typeof NewDossier>

/** Something to look at that does not keep the dossier from being taken in. */
const Warning = Type.Object({ path: Type.String(), message: Type.String() })
export type Warning = Static<typeof Warning>

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

export const ReceivedDossier = Type.Object({ ...Dossier.properties, warnings: Type.Array(Warning) })

export const ReceiveDossier = {
  summary: 'Take a dossier in',
  tags: ['dossiers'],
  body: NewDossier,
  response: { 201: ReceivedDossier }
}

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

export const CheckDossier = {
  summary: 'Open dossiers of the same person and procedure, and what is odd about the particulars',
  tags: ['dossiers'],
  querystring: Type.Object({
    idNumber: Type.Optional(IdNumber),
    procedureCode: Type.Optional(Type.String({ maxLength: 40 })),
    birthDate: Type.Optional(Day),
    sex: Type.Optional(Type.Enum(['male', 'female'])),
    phone: Type.Optional(Type.String({ maxLength: 30 }))
  }),
  response: {
    200: Type.Object({
      items: Type.Array(DossierSummary),
      nextCursor: Type.Null(),
      warnings: Type.Array(Warning)
    })
  }
}

const Code = Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) })

export const GetDossier = {
  summary: 'A dossier as it stands now',
  tags: ['dossiers'],
  params: Code,
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
  params: Code,
  response: { 200: Type.Object({ items: Type.Array(HistoryEntry), nextCursor: Type.Null() }) }
}

const move = { tags: ['dossiers'], params: Code, response: { 200: Dossier } }

const WithReason = Type.Object({ reason: Reason }, closed)

export const GetSlip = {
  summary: 'The slip with the date of the result, as a PDF',
  tags: ['dossiers'],
  produces: ['application/pdf'],
  params: Code
}

export const GiveSlip = {
  summary: 'Record that the slip was printed or sent, or why there is none',
  ...move,
  body: Type.Object({ how: Type.Enum(['printed', 'sent', 'none']), reason: Type.Optional(Reason) }, closed)
}
export type SlipGiven = Static<typeof GiveSlip.body>

export const HandOver = {
  summary: 'Hand a dossier over to a body or a person, for one of the two',
  ...move,
  body: Type.Object(
    {
      toAgencyId: Type.Optional(Type.String({ maxLength: 64 })),
      toUserId: Type.Optional(Type.String({ maxLength: 64 })),
      note: Type.Optional(Reason),
      dueAt: Type.Optional(Instant)
    },
    closed
  )
}
export type HandedOver = Static<typeof HandOver.body>

export const AcceptHandOver = { summary: 'Take a dossier that was handed over', ...move }

export const RequestSupplement = {
  summary: 'Ask the citizen for papers, once and completely',
  ...move,
  body: Type.Object({ items: Type.Array(Line, { minItems: 1, maxItems: 30 }), reason: Reason }, closed)
}
export type SupplementRequest = Static<typeof RequestSupplement.body>

export const ReceiveSupplement = {
  summary: 'Take the papers that were asked for; the term is counted again by the rules of the dossier',
  ...move,
  body: Type.Object({ components: Type.Array(NewComponent, { minItems: 1, maxItems: 100 }) }, closed)
}

export const RequestPayment = {
  summary: 'Ask the citizen to pay',
  ...move,
  body: Type.Union([
    Type.Object({ amount: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000_000_000 })) }, closed),
    Type.Null()
  ])
}

export const ConfirmPayment = { summary: 'Record that the citizen has paid', ...move }

export const Refuse = { summary: 'Refuse to handle a dossier', ...move, body: WithReason }

export const Withdraw = {
  summary: 'Give a dossier back at the wish of the citizen',
  ...move,
  body: Type.Union([Type.Object({ reason: Type.Optional(Reason) }, closed), Type.Null()])
}

export const Stop = {
  summary: 'Stop the handling, at the wish of the citizen or by a law of the field',
  ...move,
  body: Type.Object({ reason: Reason, by: Type.Enum(['citizen', 'agency'], { default: 'citizen' }) }, closed)
}
export type StopAsked = Static<typeof Stop.body>

export const RecordResult = {
  summary: 'Record the result that has come to the counter',
  ...move,
  body: Type.Object(
    {
      outcome: Type.Enum(['granted', 'rejected']),
      number: Type.Optional(Name),
      signer: Type.Optional(Name),
      signedOn: Type.Optional(Day)
    },
    closed
  )
}
export type Result = Static<typeof RecordResult.body>

export const ReturnResult = {
  summary: 'Give the result to the citizen or to who comes for him',
  ...move,
  body: Type.Object(
    { to: Name, idNumber: Type.Optional(IdNumber), authorisation: Type.Optional(Line) },
    closed
  )
}
export type ResultTaken = Static<typeof ReturnResult.body>

const Agency = Type.Object({ id: Type.String(), name: Type.String() })
export type Agency = Static<typeof Agency>

export const ListHolders = {
  summary: 'The bodies and the people that a dossier can be handed over to',
  tags: ['dossiers'],
  response: { 200: Type.Object({ agencies: Type.Array(Agency), people: Type.Array(Agency) }) }
}

export const AddAgency = {
  summary: 'Add a body that handles dossiers for the office',
  tags: ['dossiers'],
  body: Type.Object({ name: Name }, closed),
  response: { 201: Agency }
}

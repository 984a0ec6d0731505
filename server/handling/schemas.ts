import { type Static, Type } from 'typebox'
import { Dossier, DossierCode } from '../dossiers/schemas.ts'
import { NewComponent } from '../intake/schemas.ts'

const Day = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Line = Type.String({ minLength: 1, maxLength: 500 })
const Reason = Type.String({ minLength: 1, maxLength: 2000 })
const IdNumber = Type.String({ minLength: 1, maxLength: 20 })

const closed = { additionalProperties: false } as const

const move = { tags: ['dossiers'], params: DossierCode, response: { 200: Dossier } }

const WithReason = Type.Object({ reason: Reason }, closed)

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

/** A person of the office, and whether he may call numbers at a counter. */
const Holder = Type.Object({ ...Agency.properties, mayCall: Type.Boolean() })
export type Holder = Static<typeof Holder>

export const ListHolders = {
  summary: 'The bodies and the people that a dossier can be handed over to',
  tags: ['dossiers'],
  response: { 200: Type.Object({ agencies: Type.Array(Agency), people: Type.Array(Holder) }) }
}

export const AddAgency = {
  summary: 'Add a body that handles dossiers for the office',
  tags: ['dossiers'],
  body: Type.Object({ name: Name }, closed),
  response: { 201: Agency }
}

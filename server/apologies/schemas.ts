import { type Static, Type } from 'typebox'
import { APOLOGY_STATUSES } from './status.ts'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const Day = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })

/** How a citizen is told of the new date; the first four are those that the decrees name. */
export const APOLOGY_CHANNELS = ['email', 'sms', 'phone', 'social_network', 'post', 'counter'] as const

export type ApologyChannel = (typeof APOLOGY_CHANNELS)[number]

export const Apology = Type.Object({
  id: Type.String(),
  dossierCode: Type.String(),
  status: Type.Enum(APOLOGY_STATUSES),
  reasonCode: Type.String(),
  reasonName: Type.String(),
  reason: Type.String(),
  /** Who handles the dossier and says sorry for it. */
  agencyName: Type.String(),
  /** What was promised before. */
  previousDueAt: Instant,
  previousDueDay: Day,
  newDueDay: Day,
  newDueAt: Instant,
  /** The last day on which it may go out to be in time. */
  sendBy: Day,
  number: Nullable(Type.String()),
  signer: Nullable(Type.String()),
  signerTitle: Nullable(Type.String()),
  signedOn: Nullable(Day),
  createdAt: Instant,
  createdByName: Type.String(),
  issuedAt: Nullable(Instant),
  sentAt: Nullable(Instant),
  channel: Nullable(Type.Enum(APOLOGY_CHANNELS)),
  letterUrls: Type.Object({ pdf: Type.String(), docx: Type.String() })
})
export type Apology = Static<typeof Apology>

/** What is left out or empty is missing: the answer says so, entry by entry. */
const Given = Type.Optional(Type.String({ maxLength: 2000 }))

const closed = { additionalProperties: false } as const

export const Draft = Type.Object({ reasonCode: Given, reason: Given, newDueDay: Given }, closed)
export type Draft = Static<typeof Draft>

export const Signature = Type.Object(
  { number: Given, signer: Given, signerTitle: Given, signedOn: Given },
  closed
)
export type Signature = Static<typeof Signature>

const ofDossier = Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) })
const ofApology = Type.Object({ apologyId: Type.String({ minLength: 1, maxLength: 64 }) })

const LateReason = Type.Object({ code: Type.String(), name: Type.String() })

export const ListLateReasons = {
  summary: 'Why dossiers are late, as reports group them',
  tags: ['apologies'],
  response: { 200: Type.Object({ items: Type.Array(LateReason), nextCursor: Type.Null() }) }
}

export const DraftApology = {
  summary:
    'Draft the apology for a dossier that is or will be late; what is missing is listed, never invented',
  tags: ['apologies'],
  params: ofDossier,
  body: Draft,
  response: { 201: Apology }
}

const ApologiesOfDossier = Type.Object({
  items: Type.Array(Apology),
  nextCursor: Type.Null(),
  /** The last day on which an apology for the date promised now may go out to be in time. */
  sendBy: Day,
  /** How many new dates the rules of the dossier still allow, drafts counted as given. */
  newDatesLeft: Type.Integer()
})
export type ApologiesOfDossier = Static<typeof ApologiesOfDossier>

export const ListApologies = {
  summary: 'The apologies for a dossier, oldest first, and what its rules still allow',
  tags: ['apologies'],
  params: ofDossier,
  response: { 200: ApologiesOfDossier }
}

export const GetApology = {
  summary: 'An apology',
  tags: ['apologies'],
  params: ofApology,
  response: { 200: Apology }
}

export const RedraftApology = {
  summary: 'Change what a draft says',
  tags: ['apologies'],
  params: ofApology,
  body: Draft,
  response: { 200: Apology }
}

export const IssueApology = {
  summary: 'Record that an apology is signed: it gets its number, and the due date of the dossier moves',
  tags: ['apologies'],
  params: ofApology,
  body: Signature,
  response: { 200: Apology }
}

export const SendApology = {
  summary: 'Record that an apology went out',
  tags: ['apologies'],
  params: ofApology,
  body: Type.Object({ channel: Type.Enum(APOLOGY_CHANNELS) }, closed),
  response: { 200: Apology }
}

export const GetLetter = {
  summary: 'The letter on paper; a draft has blanks for number, day and name',
  tags: ['apologies'],
  params: ofApology
}

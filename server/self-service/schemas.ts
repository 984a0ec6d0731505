import { type Static, Type } from 'typebox'
import { FOUR_DIGITS } from '../../kiosk-ui/src/text/validation.ts'
import { STATUSES } from '../dossiers/states.ts'
import { CHANNELS } from '../procedures/edition.ts'
import { IssuedTicket } from '../queue/schemas.ts'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

/** Either all that the QR code of a slip says, or what stands on it in digits. */
const SlipAsked = Type.Union([
  Type.Object({ scan: Type.String({ minLength: 1, maxLength: 4096 }) }, { additionalProperties: false }),
  Type.Object(
    {
      code: Type.String({ minLength: 1, maxLength: 60 }),
      lastFour: Type.String({ pattern: FOUR_DIGITS })
    },
    { additionalProperties: false }
  )
])
export type SlipAsked = Static<typeof SlipAsked>

const Moment = Type.Object({ day: Type.String(), time: Type.String() })

/** What a screen in a public hall may show of a dossier (check K-04): no name in full, no number, no address. */
const KioskDossier = Type.Object({
  shortCode: Type.String(),
  procedure: Type.String(),
  applicant: Type.String(),
  status: Type.Enum(STATUSES),
  late: Type.Boolean(),
  due: Moment,
  ready: Nullable(Moment),
  /** Whether the result waits at the counter. */
  collectable: Type.Boolean(),
  delivery: Type.Enum(CHANNELS),
  counterNumber: Nullable(Type.Integer()),
  toBring: Type.Array(Type.String()),
  paymentAmount: Nullable(Type.Integer())
})
export type KioskDossier = Static<typeof KioskDossier>

export const LookUpDossier = {
  summary: 'What a citizen may know of a dossier, by the QR code of its slip or by code and last four digits',
  tags: ['self-service'],
  body: SlipAsked,
  response: { 200: KioskDossier }
}

export const TakePickUpTicket = {
  summary: 'Give a number for fetching a result, for the counter that holds it; again gives the same number',
  tags: ['self-service'],
  body: SlipAsked,
  response: { 200: IssuedTicket, 201: IssuedTicket }
}

const dossierCode = Type.Object({ dossierCode: Type.String({ minLength: 1, maxLength: 60 }) })

const ResultPlace = Type.Object({
  dossierCode: Type.String(),
  counterId: Nullable(Type.String()),
  counterNumber: Nullable(Type.Integer())
})
export type ResultPlace = Static<typeof ResultPlace>

export const GetResultPlace = {
  summary: 'Which counter holds a result',
  tags: ['self-service'],
  params: dossierCode,
  response: { 200: ResultPlace }
}

export const SetResultPlace = {
  summary: 'Say which counter holds a result, so that whoever comes for it is led there; null: any',
  tags: ['self-service'],
  params: dossierCode,
  body: Type.Object({ counterId: Nullable(Type.String({ minLength: 1, maxLength: 60 })) }),
  response: { 200: ResultPlace }
}

const Texts = Type.Record(Type.String({ minLength: 1, maxLength: 60 }), Type.String({ maxLength: 500 }))

const NewLanguage = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 60 }),
  texts: Texts,
  serviceNames: Texts,
  groupNames: Texts
})
export type NewLanguage = Static<typeof NewLanguage>

export const KioskLanguage = Type.Object({ code: Type.String(), ...NewLanguage.properties })
export type KioskLanguage = Static<typeof KioskLanguage>

export const KioskSettings = Type.Object({
  items: Type.Array(KioskLanguage),
  /** Where phones reach the public pages. */
  publicUrl: Type.String(),
  /** The service that gives results back, which has a page of its own. */
  pickUpServiceId: Nullable(Type.String()),
  nextCursor: Type.Null()
})
export type KioskSettings = Static<typeof KioskSettings>

export const ListLanguages = {
  summary:
    'The languages that the office has added to its kiosks, its names in those that are shipped, and what a kiosk leads to',
  tags: ['self-service'],
  params: Type.Object({ officeId: Type.String() }),
  response: { 200: KioskSettings }
}

const languageCode = Type.Object({ code: Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' }) })

export const SetLanguage = {
  summary:
    'Add or change a language of the kiosks; each text that is missing, unknown or lost a number is named',
  tags: ['self-service'],
  params: languageCode,
  body: NewLanguage,
  response: { 200: KioskLanguage }
}

export const RemoveLanguage = {
  summary: 'Take a language from the kiosks',
  tags: ['self-service'],
  params: languageCode,
  response: { 204: Type.Null() }
}

export const NoteMiss = {
  summary: 'Note that a search for a procedure found nothing',
  tags: ['self-service'],
  body: Type.Object({ words: Type.String({ minLength: 1, maxLength: 200 }) }),
  response: { 204: Type.Null() }
}

export const ListMisses = {
  summary: 'What people have looked for at the kiosks and not found, the most frequent first',
  tags: ['self-service'],
  response: {
    200: Type.Object({
      items: Type.Array(Type.Object({ words: Type.String(), times: Type.Integer(), lastDay: Type.String() })),
      nextCursor: Type.Null()
    })
  }
}

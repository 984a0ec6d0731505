import { type Static, Type } from 'typebox'
import { Dossier, DossierCode, DossierSummary } from '../dossiers/schemas.ts'
import { CHANNELS } from '../procedures/edition.ts'

const Day = Type.String({ format: 'date' })
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Line = Type.String({ minLength: 1, maxLength: 500 })
const IdNumber = Type.String({ minLength: 1, maxLength: 20 })
const Channel = Type.Enum(CHANNELS)
const Copies = Type.Integer({ minimum: 0, maximum: 999 })

const closed = { additionalProperties: false } as const

const Submitter = Type.Object(
  { name: Name, idNumber: Type.Optional(IdNumber), authorisation: Type.Optional(Line) },
  closed
)
export type Submitter = Static<typeof Submitter>

export const NewComponent = Type.Object(
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

export const ReceivedDossier = Type.Object({ ...Dossier.properties, warnings: Type.Array(Warning) })

export const ReceiveDossier = {
  summary: 'Take a dossier in',
  tags: ['dossiers'],
  body: NewDossier,
  response: { 201: ReceivedDossier }
}

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

export const GetSlip = {
  summary: 'The slip with the date of the result, as a PDF',
  tags: ['dossiers'],
  produces: ['application/pdf'],
  params: DossierCode
}

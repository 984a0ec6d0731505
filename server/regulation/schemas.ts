import { type Static, Type } from 'typebox'

const Day = Type.String({ format: 'date' })

const Kind = Type.Enum(['decree', 'forms'])

const ConfidenceOfRule = Type.Enum(['high', 'medium', 'low'])

const Texts = Type.Array(Type.String())

const NamedParameter = Type.Object({
  label: Type.String(),
  value: Type.Unknown(),
  source: Type.String(),
  confidence: ConfidenceOfRule,
  variants: Type.Optional(Texts)
})
export type NamedParameter = Static<typeof NamedParameter>

const Version = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  effectiveFrom: Day,
  basis: Type.Union([Type.String(), Type.Null()]),
  parameters: Type.Record(Type.String(), NamedParameter)
})

const Field = {
  id: Type.String(),
  label: Type.String(),
  kind: Type.String(),
  unit: Type.Optional(Type.String()),
  optional: Type.Optional(Type.Boolean())
}

const PrintedForm = Type.Object({
  kind: Type.String(),
  number: Type.String(),
  title: Type.String(),
  numberPattern: Type.String(),
  numberMark: Type.Union([Type.String(), Type.Null()]),
  counterMark: Type.Union([Type.String(), Type.Null()]),
  paper: Type.Enum(['A4', 'A5']),
  body: Type.Object({ known: Type.Boolean(), source: Type.String(), confidence: ConfidenceOfRule }),
  copies: Texts,
  fields: Type.Array(Type.Object({ ...Field, fields: Type.Optional(Type.Array(Type.Object(Field))) })),
  columns: Type.Array(
    Type.Object({
      id: Type.String(),
      label: Type.String(),
      groups: Type.Optional(Texts),
      lines: Type.Optional(Texts)
    })
  ),
  signatures: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), hint: Type.String() })),
  sentTo: Texts,
  notes: Texts
})

const FormsInForce = Type.Object({
  ...Version.properties,
  head: Type.Object({ left: Texts, right: Texts, placeAndDay: Type.String() }),
  forms: Type.Array(PrintedForm)
})

export const RegulationInForce = Type.Object({
  on: Day,
  decree: Version,
  forms: Type.Union([FormsInForce, Type.Null()])
})
export type RegulationInForce = Static<typeof RegulationInForce>

const onDay = Type.Object({ on: Type.Optional(Day) })

export const GetRegulation = {
  summary: 'The rules of law in force on a day (today without one), each with its source and how sure it is',
  tags: ['regulation'],
  querystring: onDay,
  response: { 200: RegulationInForce }
}

const OpenPoint = Type.Object({
  kind: Type.Enum(['decree', 'forms', 'gap']),
  id: Type.Union([Type.String(), Type.Null()]),
  key: Type.Union([Type.String(), Type.Null()]),
  label: Type.String(),
  value: Type.Unknown(),
  source: Type.String(),
  confidence: ConfidenceOfRule
})

export const ListOpenPoints = {
  summary:
    'What is unsure about the rules in force, for the administrator to check against the official text',
  tags: ['regulation'],
  querystring: onDay,
  response: { 200: Type.Object({ items: Type.Array(OpenPoint), nextCursor: Type.Null() }) }
}

export const NewSetting = Type.Object({
  kind: Kind,
  /** The circular whose day of effect is put right; only for the key `inForceFrom`. */
  id: Type.Optional(Type.String({ maxLength: 50 })),
  key: Type.String({ minLength: 1, maxLength: 60 }),
  value: Type.Unknown(),
  effectiveFrom: Day,
  basis: Type.String({ minLength: 5, maxLength: 500, pattern: '\\S' })
})
export type NewSetting = Static<typeof NewSetting>

export const SettingMade = Type.Object({
  versions: Type.Array(
    Type.Object({
      id: Type.String(),
      version: Type.Integer(),
      effectiveFrom: Day,
      replaces: Type.Union([Type.Integer(), Type.Null()])
    })
  )
})
export type SettingMade = Static<typeof SettingMade>

export const SetRule = {
  summary: 'Set a rule from a day on, with its legal basis; for administrators of the lead office',
  tags: ['regulation'],
  body: NewSetting,
  response: { 201: SettingMade }
}

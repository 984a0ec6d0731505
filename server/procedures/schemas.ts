import { type Static, Type } from 'typebox'
import { type AttentionKind, CHANNELS, type ProcedureField, type RefusedReason } from './edition.ts'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const Day = Type.String({ format: 'date' })
const Text = Type.String({ minLength: 1, maxLength: 500 })
const Code = Type.String({ minLength: 1, maxLength: 40 })
const Channel = Type.Enum(CHANNELS)

const Term = Type.Object({
  amount: Type.Integer({ minimum: 1, maximum: 1000 }),
  unit: Type.Enum(['working_day', 'calendar_day', 'working_hour', 'same_day'])
})

const CutOff = Type.Union([
  Type.Object({ kind: Type.Literal('hour'), minute: Type.Integer({ minimum: 0, maximum: 1439 }) }),
  Type.Object({ kind: Type.Literal('last_hours'), hours: Type.Integer({ minimum: 1, maximum: 8 }) })
])

const Component = Type.Object({
  id: Type.String(),
  name: Type.String(),
  originals: Type.Integer(),
  copies: Type.Integer(),
  group: Nullable(Type.String()),
  /** Shown and given back: not kept and not scanned. */
  presented: Type.Boolean(),
  detail: Nullable(Type.String())
})

const Variant = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['case', 'channel']),
  name: Type.String(),
  channel: Nullable(Channel),
  term: Term,
  termText: Type.String()
})

const Attention = Type.Object({
  kind: Type.Unsafe<AttentionKind>(Type.String()),
  about: Type.Unsafe<ProcedureField>(Type.String()),
  detail: Type.String()
})

/** A term to work with; of `same_day` the amount says nothing. */
const TermAsked = Type.Object({
  amount: Type.Integer({ minimum: 0, maximum: 3650, default: 0 }),
  unit: Term.properties.unit
})

/** A procedure as it is offered to the public. */
export const Procedure = Type.Object({
  code: Type.String(),
  name: Type.String(),
  field: Type.String(),
  level: Type.Enum(['commune', 'province']),
  agency: Nullable(Type.String()),
  term: Nullable(Term),
  /** In the words of the source where there are any, else the term in words. */
  termText: Type.String(),
  cutOff: Nullable(CutOff),
  variants: Type.Array(Variant),
  fee: Nullable(Type.Integer()),
  feeText: Type.String(),
  components: Type.Array(Component),
  channels: Type.Array(Channel),
  postal: Type.Boolean(),
  online: Type.Boolean(),
  immediate: Type.Boolean(),
  result: Nullable(Type.String()),
  effectiveFrom: Day,
  decision: Type.String()
})
export type Procedure = Static<typeof Procedure>

export const ProcedureDetail = Type.Object({
  ...Procedure.properties,
  notes: Type.Array(Type.String()),
  legalBasis: Type.Array(Type.String()),
  /** Only for administrators. */
  attention: Type.Optional(Type.Array(Attention))
})
export type ProcedureDetail = Static<typeof ProcedureDetail>

export const ListProcedures = {
  summary: 'The procedures on offer, searched without marks, by initials or by code',
  tags: ['procedures'],
  querystring: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 200 })),
    field: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
    cursor: Type.Optional(Code)
  }),
  response: {
    200: Type.Object({ items: Type.Array(Procedure), nextCursor: Nullable(Type.String()) })
  }
}

export const GetProcedure = {
  summary: 'A procedure: term, fee, papers, channels, result',
  tags: ['procedures'],
  params: Type.Object({ code: Code }),
  response: { 200: ProcedureDetail }
}

const AttentionRow = Type.Object({
  code: Type.String(),
  name: Type.String(),
  field: Type.String(),
  attention: Type.Array(Attention)
})
export type AttentionRow = Static<typeof AttentionRow>

export const ListAttention = {
  summary: 'Procedures that an administrator should look at, and how many there are of each kind',
  tags: ['procedures'],
  querystring: Type.Object({ kind: Type.Optional(Type.String({ maxLength: 40 })) }),
  response: {
    200: Type.Object({
      items: Type.Array(AttentionRow),
      nextCursor: Type.Null(),
      counts: Type.Record(Type.String(), Type.Integer())
    })
  }
}

const NewComponent = Type.Object({
  name: Text,
  originals: Type.Integer({ minimum: 0, maximum: 99 }),
  copies: Type.Integer({ minimum: 0, maximum: 99 }),
  /** As long as the headings of the published lists are. */
  group: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 2000 }))),
  presented: Type.Optional(Type.Boolean())
})

const NewVariant = Type.Object({
  name: Text,
  channel: Type.Optional(Nullable(Channel)),
  term: Term
})

const Decided = { effectiveFrom: Day, decision: Text }

/** What of a procedure a person may set; what is left out stays as it is. */
export const Amendment = Type.Object(
  {
    ...Decided,
    name: Type.Optional(Text),
    field: Type.Optional(Text),
    level: Type.Optional(Procedure.properties.level),
    agency: Type.Optional(Text),
    term: Type.Optional(Term),
    cutOff: Type.Optional(Nullable(CutOff)),
    variants: Type.Optional(Type.Array(NewVariant, { maxItems: 30 })),
    fee: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000 }))),
    feeText: Type.Optional(Type.String({ maxLength: 2000 })),
    components: Type.Optional(Type.Array(NewComponent, { maxItems: 100 })),
    notes: Type.Optional(Type.Array(Text, { maxItems: 50 })),
    channels: Type.Optional(Type.Array(Channel, { minItems: 1, maxItems: 3 })),
    immediate: Type.Optional(Type.Boolean()),
    result: Type.Optional(Text),
    /** Nobody can ask for it any more from that day on. */
    abolished: Type.Optional(Type.Boolean())
  },
  { additionalProperties: false }
)
export type Amendment = Static<typeof Amendment>

export const AmendProcedure = {
  summary: 'Make a new edition of a procedure by a decision; for administrators of the lead office',
  tags: ['procedures'],
  params: Type.Object({ code: Code }),
  body: Amendment,
  response: { 201: ProcedureDetail }
}

const Named = Type.Object({ code: Type.String(), name: Type.String() })

const FieldChange = Type.Object({
  field: Type.Unsafe<ProcedureField>(Type.String()),
  before: Type.Unknown(),
  after: Type.Unknown()
})

export const ImportReport = Type.Object({
  added: Type.Array(Named),
  changed: Type.Array(Type.Object({ ...Named.properties, fields: Type.Array(FieldChange) })),
  unchanged: Type.Array(Named),
  /** On offer and not in the file: they stay, for a person to decide. */
  missing: Type.Array(Named),
  /** What a person has set before and the file leaves as it is. */
  kept: Type.Array(Type.Object({ ...Named.properties, fields: Type.Array(Type.String()) })),
  refused: Type.Array(
    Type.Object({
      index: Type.Integer(),
      code: Nullable(Type.String()),
      reason: Type.Unsafe<RefusedReason>(Type.String())
    })
  ),
  attention: Type.Array(AttentionRow)
})
export type ImportReport = Static<typeof ImportReport>

export const ImportCatalogue = {
  summary: 'Show what a catalogue file changes, or take it; for administrators of the lead office',
  tags: ['procedures'],
  body: Type.Object({
    document: Type.Unknown(),
    ...Decided,
    dryRun: Type.Boolean({ default: false })
  }),
  response: { 200: ImportReport }
}

export const DueDateAnswer = Type.Object({
  dueAt: Type.String({ format: 'date-time' }),
  dueDay: Day,
  steps: Type.Array(Type.Object({ day: Day, counted: Type.Boolean(), reason: Type.String() })),
  /** A day that nobody has decided yet lies in between, so the date may still change. */
  provisional: Type.Boolean(),
  term: TermAsked,
  termText: Type.String()
})
export type DueDateAnswer = Static<typeof DueDateAnswer>

export const DueDateAsked = Type.Object({
  procedureCode: Type.Optional(Code),
  term: Type.Optional(TermAsked),
  case: Type.Optional(Text),
  channel: Type.Optional(Channel),
  receivedAt: Type.String({ format: 'date-time' })
})
export type DueDateAsked = Static<typeof DueDateAsked>

export const WorkOutDueDate = {
  summary: 'When something is due, of a procedure or of a term, explained day by day',
  tags: ['procedures'],
  body: DueDateAsked,
  response: { 200: DueDateAnswer }
}

/** A page answers whatever was typed; it never refuses with a problem document. */
const Typed = Type.Optional(Type.String())

export const ListPage = {
  hide: true,
  querystring: Type.Object({ q: Typed, field: Typed, trang: Typed })
}

const DueDateForm = Type.Object({
  ngay: Typed,
  gio: Typed,
  'truong-hop': Typed,
  'cach-nop': Typed
})
export type DueDateForm = Static<typeof DueDateForm>

export const ProcedurePage = {
  hide: true,
  params: Type.Object({ code: Type.String() }),
  querystring: DueDateForm
}

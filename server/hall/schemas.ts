import { type Static, Type } from 'typebox'
import { CALENDAR_DAY, MOST_ANNOUNCED } from '../../kiosk-ui/src/text/validation.ts'
import { Service } from '../offices/schemas.ts'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const Id = Type.String({ minLength: 1, maxLength: 60 })
const Day = Nullable(Type.String({ pattern: CALENDAR_DAY }))

/** Minutes, unless it says otherwise. */
const HallRulesShape = Type.Object({
  alwaysOpen: Type.Boolean(),
  priorityMode: Type.Enum(['strict', 'interleaved']),
  ordinaryPerPriority: Type.Integer({ minimum: 1, maximum: 20 }),
  mostOrdinaryWait: Type.Integer({ minimum: 5, maximum: 240 }),
  absentReturnsAfter: Nullable(Type.Integer({ minimum: 1, maximum: 20 })),
  mostAbsences: Type.Integer({ minimum: 1, maximum: 10 }),
  promisedWait: Type.Integer({ minimum: 1, maximum: 240 }),
  promisedShare: Type.Integer({ minimum: 1, maximum: 100 }),
  appointmentGrace: Type.Integer({ minimum: 0, maximum: 120 }),
  pickUpServiceId: Nullable(Id)
})

const PriorityGroupShape = Type.Object({
  code: Type.String(),
  name: Type.String(),
  basis: Type.String(),
  active: Type.Boolean()
})

const CounterServiceShape = Type.Object({
  serviceId: Id,
  /** Only when nobody waits for what the counter serves itself. */
  helps: Type.Boolean()
})
export type CounterService = Static<typeof CounterServiceShape>

const Announcement = Type.Object({
  text: Type.String({ minLength: 1, maxLength: MOST_ANNOUNCED.letters }),
  fromDay: Day,
  untilDay: Day
})
export type Announcement = Static<typeof Announcement>

const Emergency = Type.Object({ text: Type.String(), at: Type.String() })
export type Emergency = Static<typeof Emergency>

export const Hall = Type.Object({
  /** What a change of each part may carry as `If-Match`, so that it does not overwrite what somebody else has set meanwhile. */
  versions: Type.Object({
    rules: Type.String(),
    priorityGroups: Type.String(),
    announcements: Type.String()
  }),
  rules: HallRulesShape,
  priorityGroups: Type.Array(PriorityGroupShape),
  counters: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.Integer(),
      name: Type.String(),
      /** Empty: it serves everything. */
      services: Type.Array(CounterServiceShape)
    })
  ),
  services: Type.Array(Service),
  /** Letters that one more service may take without being mistaken for another. */
  freeLetters: Type.Array(Type.String()),
  announcements: Type.Array(Announcement),
  emergency: Nullable(Emergency),
  /** What people would wait in vain for, or mishear. */
  warnings: Type.Array(
    Type.Object({
      kind: Type.Enum(['rhyme', 'like_digit', 'unserved']),
      text: Type.String()
    })
  )
})
export type Hall = Static<typeof Hall>

const tags = ['hall']
const response = { 200: Hall }

export const GetHall = { summary: 'How the waiting room is run, with what is wrong about it', tags, response }

export const SetRules = { summary: 'Set the rules of the waiting room', tags, body: HallRulesShape, response }

export const SetPriorityGroups = {
  summary: 'Set who goes first, all groups in their order; a new one has no code yet',
  tags,
  body: Type.Object({
    groups: Type.Array(
      Type.Object({
        code: Type.Optional(Type.String({ pattern: '^[a-z0-9_]{1,60}$' })),
        name: Type.String({ minLength: 1, maxLength: 120, pattern: '[\\p{L}\\d]' }),
        basis: Type.String({ maxLength: 300 }),
        active: Type.Boolean()
      }),
      { minItems: 1, maxItems: 30 }
    )
  }),
  response
}

export const SetCounterServices = {
  summary: 'Set what a counter serves and what it helps out with; nothing: it serves everything',
  tags,
  params: Type.Object({ counterId: Type.String() }),
  body: Type.Object({ services: Type.Array(CounterServiceShape, { maxItems: 60 }) }),
  response
}

export const SetServiceLimit = {
  summary: 'Set how many numbers a service gives on a day',
  tags,
  params: Type.Object({ serviceId: Type.String() }),
  body: Type.Object({ mostPerDay: Nullable(Type.Integer({ minimum: 1, maximum: 999 })) }),
  response
}

export const SetAnnouncements = {
  summary: 'Set what is announced between calls, in its order',
  tags,
  body: Type.Object({ announcements: Type.Array(Announcement, { maxItems: MOST_ANNOUNCED.texts }) }),
  response
}

export const RaiseEmergency = {
  summary: 'Show a message over everything, on all boards and kiosks',
  tags,
  body: Type.Object({ text: Type.String({ minLength: 1, maxLength: MOST_ANNOUNCED.emergencyLetters }) }),
  response: { 200: Emergency }
}

export const EndEmergency = {
  summary: 'Take the emergency message away',
  tags,
  response: { 204: Type.Null() }
}

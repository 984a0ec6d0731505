import { type Static, Type } from 'typebox'
import { Score } from '../pace/schemas.ts'
import { DeviceStanding } from '../presence/schemas.ts'
import { Printer } from '../printers/schemas.ts'
import { ALARM_KINDS } from './alarms.ts'
import { CERTAINTIES } from './staffing.ts'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const Day = Type.String({ format: 'date' })
const Instant = Type.String()
const Id = Type.String()

/** Seconds below which half, and nine in ten, of the times lie. */
const Spread = Type.Object({
  count: Type.Integer(),
  p50: Nullable(Type.Integer()),
  p90: Nullable(Type.Integer())
})

const figures = {
  /**
   * Numbers taken = served + unfinished + abandoned + withdrawn + missed + present (by hour not: a visit counts where its wait
   * began). Null for a counter and an officer.
   */
  taken: Nullable(Type.Integer()),
  /** Still in line or put aside when the day was over. */
  abandoned: Nullable(Type.Integer()),
  /** Cancelled, before a call or after one. */
  withdrawn: Nullable(Type.Integer()),
  /** Called in vain, and not to be called again. */
  missed: Nullable(Type.Integer()),
  /** In line, put aside or at a counter now. */
  present: Nullable(Type.Integer()),
  /** How often somebody was called to a counter and left it, or did not come. */
  visits: Type.Integer(),
  served: Type.Integer(),
  noShows: Type.Integer(),
  parked: Type.Integer(),
  transferred: Type.Integer(),
  cancelled: Type.Integer(),
  /** Still at a counter when the day was over. */
  unfinished: Type.Integer(),
  /** Called out of turn, those still at a counter among them. */
  skipped: Type.Integer(),
  waiting: Spread,
  walking: Spread,
  serving: Spread
}
const Figures = Type.Object(figures)

const skip = {
  number: Type.String(),
  serviceName: Type.String(),
  counterNumber: Type.Integer(),
  officerName: Type.String(),
  calledAt: Instant,
  /** How many were in line before. */
  skippedOver: Type.Integer(),
  reason: Type.String()
}
const Skip = Type.Object(skip)
export type Skip = Static<typeof Skip>

/** An officer sent somebody on, or cancelled his number, before anybody had called him. */
const LineMove = Type.Object({
  number: Type.String(),
  serviceName: Type.String(),
  what: Type.Enum(['cancelled', 'transferred']),
  officerName: Type.String(),
  at: Instant,
  /** Where to, in words; nothing for a cancelled number. */
  destination: Nullable(Type.String()),
  reason: Type.String(),
  /** How many of the same service had taken theirs before. */
  skippedOver: Type.Integer()
})
export type LineMove = Static<typeof LineMove>

/** A call out of turn, or a move in line: then there is no counter, and `calledAt` is when it was moved. */
const LineChange = Type.Object({
  ...skip,
  counterNumber: Nullable(Type.Integer()),
  /** Where a number was sent on to. */
  destination: Nullable(Type.String()),
  kind: Type.Enum(['skipped', 'cancelled', 'transferred'])
})
export type LineChange = Static<typeof LineChange>

const LINE_CHANGE_KINDS = ['skipped', 'moved'] as const
export type LineChangeKind = (typeof LINE_CHANGE_KINDS)[number]

const HallCounter = Type.Object({
  id: Id,
  number: Type.Integer(),
  name: Type.String(),
  state: Type.Enum(['closed', 'open', 'paused']),
  pauseReason: Nullable(Type.String()),
  officerName: Nullable(Type.String()),
  served: Type.Integer(),
  ticket: Nullable(
    Type.Object({
      number: Type.String(),
      serviceName: Type.String(),
      status: Type.Enum(['called', 'serving']),
      /** Of the first call to this counter. */
      calledAt: Instant,
      servingAt: Nullable(Instant),
      /** Served for more than three times the median of the service (C-27), or called so long ago and never marked as served. */
      long: Type.Boolean()
    })
  )
})
export type HallCounter = Static<typeof HallCounter>

export const HallNow = Type.Object({
  asOf: Instant,
  day: Day,
  /** Minutes and percent of the people. */
  promise: Type.Object({ minutes: Type.Integer(), percent: Type.Integer() }),
  waiting: Type.Integer(),
  /** How many of them wait longer than is promised, counted as people count: from taking the number, or the appointment's time. */
  overPromise: Type.Integer(),
  longest: Nullable(Type.Object({ number: Type.String(), serviceName: Type.String(), since: Instant })),
  parked: Type.Integer(),
  services: Type.Array(
    Type.Object({
      id: Id,
      letter: Type.String(),
      name: Type.String(),
      waiting: Type.Integer(),
      longestSince: Nullable(Instant),
      openCounters: Type.Integer(),
      estimate: Nullable(Type.Object({ lowMinutes: Type.Integer(), highMinutes: Type.Integer() })),
      closedText: Nullable(Type.String())
    })
  ),
  counters: Type.Array(HallCounter),
  /** The same as the history of this day. */
  today: Figures,
  /** The latest few, those at a counter now among them; how many there are is `today.skipped`. */
  skips: Type.Array(Skip),
  /** Numbers that officers sent on or cancelled before they were called: the latest few, and how many. */
  moves: Type.Array(LineMove),
  movesCount: Type.Integer(),
  /** How good today's estimates were. */
  score: Score,
  devices: Type.Array(DeviceStanding),
  printers: Type.Array(Printer),
  alarms: Type.Array(
    Type.Object({
      kind: Type.Enum(ALARM_KINDS),
      subjectId: Type.String(),
      text: Type.String(),
      since: Nullable(Instant)
    })
  ),
  announcements: Type.Array(Type.String()),
  emergencyText: Nullable(Type.String())
})
export type HallNow = Static<typeof HallNow>

const period = { from: Day, to: Day }

export const History = Type.Object({
  asOf: Instant,
  ...period,
  /** When it is narrowed to one service. */
  serviceId: Nullable(Id),
  all: Figures,
  days: Type.Array(Type.Object({ day: Day, ...figures })),
  /** By the hour in Vietnam in which the number was taken or the wait began anew. */
  hours: Type.Array(Type.Object({ hour: Type.Integer(), ...figures })),
  services: Type.Array(Type.Object({ serviceId: Id, serviceName: Type.String(), ...figures })),
  counters: Type.Array(Type.Object({ counterId: Id, counterNumber: Type.Integer(), ...figures })),
  officers: Type.Array(Type.Object({ officerId: Id, officerName: Type.String(), ...figures })),
  score: Score
})
export type History = Static<typeof History>

export const Staffing = Type.Object({
  asOf: Instant,
  day: Day,
  /** Whether the office is closed on that day: then nothing is suggested. */
  closed: Type.Boolean(),
  /** The name of that day off; a weekend has none. */
  dayOff: Nullable(Type.String()),
  /** Today, unless it is a day off, and the next working days. */
  choices: Type.Array(Day),
  /** Days off with a name before the last of them. */
  daysOff: Type.Array(Type.Object({ day: Day, name: Type.String() })),
  promise: Type.Object({ minutes: Type.Integer(), percent: Type.Integer() }),
  /** How many counters the office has. */
  counters: Type.Integer(),
  /** The earlier days that it was worked out from, and whether all of them are of the same weekday. */
  days: Type.Integer(),
  sameWeekday: Type.Boolean(),
  /** For how long one call occupies a counter, walking there included and calls in vain too; null when nobody knows. */
  meanSeconds: Nullable(Type.Integer()),
  /** Whether some counters serve only some services: then the figures are the least that is needed. */
  specialised: Type.Boolean(),
  certainty: Type.Enum(CERTAINTIES),
  hours: Type.Array(
    Type.Object({
      hour: Type.Integer(),
      /** Waits that begin: whoever is sent on or comes back waits anew. */
      perHour: Type.Number(),
      low: Type.Integer(),
      counters: Type.Integer(),
      high: Type.Integer(),
      certainty: Type.Enum(CERTAINTIES)
    })
  )
})
export type Staffing = Static<typeof Staffing>

const tags = ['waiting']

export const GetHallNow = {
  summary:
    'The waiting room at this moment: who waits, each counter, today, devices, what needs looking after',
  tags,
  response: { 200: HallNow }
}

export const GetHistory = {
  summary: 'A period of at most 366 days by day, hour, service, counter and officer',
  tags,
  querystring: Type.Object({ ...period, service: Type.Optional(Type.String({ maxLength: 60 })) }),
  response: { 200: History }
}

export const ListSkips = {
  summary: 'Calls out of turn in a period, and numbers moved before they were called, the latest first',
  tags,
  querystring: Type.Object({
    ...period,
    service: Type.Optional(Type.String({ maxLength: 60 })),
    /** Calls out of turn, or moves before a call; both when it is left out. */
    kind: Type.Optional(Type.Enum(LINE_CHANGE_KINDS)),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    cursor: Type.Optional(Type.String({ maxLength: 100 }))
  }),
  response: {
    200: Type.Object({
      asOf: Instant,
      /** Of all pages. */
      total: Type.Integer(),
      items: Type.Array(LineChange),
      nextCursor: Nullable(Type.String())
    })
  }
}
export type SkipPage = Static<(typeof ListSkips.response)[200]>

export const GetStaffing = {
  summary: 'How many counters each hour of a day needs for the wait that is promised, and how sure that is',
  tags,
  /** Without a day: the first on which the office is open. */
  querystring: Type.Object({ day: Type.Optional(Day) }),
  response: { 200: Staffing }
}

/** As JSON it is the history; the files say the same. */
export const GetWaitingReport = {
  summary: 'The history of a period as a report: JSON, CSV or a workbook',
  tags: ['reports'],
  querystring: Type.Object({
    ...period,
    service: Type.Optional(Type.String({ maxLength: 60 })),
    format: Type.Enum(['json', 'csv', 'xlsx'], { default: 'json' })
  })
}

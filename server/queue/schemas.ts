import { type Static, Type } from 'typebox'
import type { Opening } from '../calendar/opening.ts'
import { TICKET_PURPOSES, TICKET_STATUSES } from './states.ts'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const Estimate = Nullable(
  Type.Object({
    lowMinutes: Type.Integer(),
    highMinutes: Type.Integer(),
    /** The wait may last until the office has closed. */
    pastClosing: Type.Optional(Type.Literal(true))
  })
)

/** What a service answers: a ticket without its public address, which is worked out from its id under the server's key. */
const ticket = {
  id: Type.String(),
  number: Type.String(),
  serviceId: Type.String(),
  serviceName: Type.String(),
  /** Everything that its holder came for, the service of the ticket first. */
  services: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  purpose: Type.Enum(TICKET_PURPOSES),
  priorityGroup: Nullable(Type.String()),
  priorityGroupName: Nullable(Type.String()),
  status: Type.Enum(TICKET_STATUSES),
  issuedAt: Type.String(),
  /** As its holder counts it: since it was taken, for an appointment from its time, wherever he was sent meanwhile. */
  waitingSince: Type.String(),
  /** How many people of the same service are called before, if nobody else comes. */
  waitingAhead: Type.Integer(),
  /** How long it may still take, from one fifth to four fifths of the cases; nothing when too little is known. */
  estimate: Estimate,
  counterId: Nullable(Type.String()),
  counterNumber: Nullable(Type.Integer()),
  /** The counter for which it waits. */
  forCounterId: Nullable(Type.String()),
  /** Near which counters to wait, as one of them will call; null once it does not wait. */
  calling: Nullable(
    Type.Object({
      numbers: Type.Array(Type.Integer()),
      staffed: Type.Boolean(),
      paused: Type.Optional(Type.Literal(true))
    })
  ),
  /** When it was called to its counter first, and last. */
  firstCalledAt: Nullable(Type.String()),
  calledAt: Nullable(Type.String()),
  calls: Type.Integer(),
  servingAt: Nullable(Type.String()),
  absences: Type.Integer(),
  appointmentId: Nullable(Type.String()),
  appointmentAt: Nullable(Type.String()),
  /** What the officer before said to the next one. */
  note: Nullable(Type.String()),
  /** Why the service cannot end yet: a slip is to be given first. */
  heldFor: Nullable(Type.Literal('SLIP')),
  dossierCodes: Type.Array(Type.String())
}
const StoredTicket = Type.Object(ticket)
export type StoredTicket = Static<typeof StoredTicket>

export const Ticket = Type.Object({ ...ticket, followUrl: Type.String() })
export type Ticket = Static<typeof Ticket>

export const NewTicket = Type.Object({
  serviceId: Type.String({ minLength: 1, maxLength: 60 }),
  priorityGroup: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 60 })))
})
export type NewTicket = Static<typeof NewTicket>

export const IssuedTicket = Type.Object({
  ...Ticket.properties,
  /** The paper that is being printed for it, if its kiosk has a printer. */
  printJob: Nullable(Type.Object({ id: Type.String(), state: Type.String() }))
})
export type IssuedTicket = Static<typeof IssuedTicket>

export const IssueTicket = {
  summary: 'Give a number; the same Idempotency-Key gives the same number again',
  tags: ['queue'],
  params: Type.Object({ officeId: Type.String() }),
  body: NewTicket,
  response: { 201: IssuedTicket }
}

export const ticketOf = {
  tags: ['queue'],
  params: Type.Object({ ticketId: Type.String() }),
  response: { 200: Ticket }
}

export const GetTicket = { summary: 'A ticket as it stands', ...ticketOf }

const CalledTicket = Type.Object({
  id: Type.String(),
  number: Type.String(),
  serviceId: Type.String(),
  counterId: Type.String(),
  counterNumber: Type.Integer(),
  calledAt: Type.String()
})

/** A call of today, whatever has become of the number since. */
const LastCall = Type.Object({
  number: Type.String(),
  counterId: Type.String(),
  counterNumber: Type.Integer(),
  calledAt: Type.String()
})
export type LastCall = Static<typeof LastCall>

/** Someone who has a number and is not in line: parked by an officer, or absent when called. */
const away = {
  id: Type.String(),
  number: Type.String(),
  serviceId: Type.String(),
  since: Type.String()
}
export const Parked = Type.Object({ ...away, counterId: Nullable(Type.String()) })
export const Absent = Type.Object({
  ...away,
  /** Whether the number comes back into line by itself. */
  returns: Type.Boolean()
})

export const LineRule = Type.Object({
  mode: Type.Enum(['strict', 'interleaved']),
  ordinaryPerPriority: Type.Integer(),
  mostOrdinaryWait: Type.Integer()
})

const DayMinute = Nullable(Type.Object({ day: Type.String(), minute: Type.Integer() }))

/** Minutes after midnight; `next`: when the office opens next. Days off have the names that the calendar gives them. */
const OpeningNow = Type.Object({
  today: Type.String(),
  hours: Type.Unsafe<Opening['hours']>(Type.Array(Type.Array(Type.Integer()))),
  dayOff: Nullable(Type.String()),
  next: DayMinute,
  nextDay: DayMinute,
  tomorrowOff: Nullable(Type.Object({ day: Type.String(), name: Type.String(), next: DayMinute }))
})

export const Queue = Type.Object({
  /** The last event that this answer contains for certain. */
  seq: Type.Integer(),
  /** What the server's clock says. */
  now: Type.String(),
  /** In the order of their turns; which of them a counter calls next, its line says. */
  waiting: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      serviceId: Type.String(),
      priorityGroup: Nullable(Type.String()),
      issuedAt: Type.String(),
      waitingSince: Type.String(),
      forCounterId: Nullable(Type.String()),
      appointmentAt: Nullable(Type.String())
    })
  ),
  /** Newest call first. */
  called: Type.Array(CalledTicket),
  serving: Type.Array(CalledTicket),
  /** The last ones of the day, newest first, those who are still there among them; without who is in line again. */
  lastCalls: Type.Array(LastCall),
  parked: Type.Array(Parked),
  absent: Type.Array(Absent),
  counters: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.Integer(),
      name: Type.String(),
      state: Type.Enum(['closed', 'open', 'paused']),
      pauseReason: Nullable(Type.String()),
      /** For staff only. */
      officerId: Nullable(Type.String()),
      officerName: Nullable(Type.String()),
      ticketNumber: Nullable(Type.String())
    })
  ),
  services: Type.Array(
    Type.Object({
      id: Type.String(),
      letter: Type.String(),
      name: Type.String(),
      waiting: Type.Integer(),
      openCounters: Type.Integer(),
      /** No counter calls, as all that would have paused. */
      paused: Type.Optional(Type.Literal(true)),
      /** For somebody who came now. */
      estimate: Estimate,
      /** Why no numbers are given for it now, in a word and for people. */
      closedWhy: Nullable(Type.Enum(['quota', 'no_counter'])),
      closedText: Nullable(Type.String())
    })
  ),
  priorityGroups: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  rule: LineRule,
  announcements: Type.Array(Type.String()),
  emergencyText: Nullable(Type.String()),
  /** Whether numbers are given now. */
  open: Type.Boolean(),
  /** The hours of today, or that there are none. */
  hoursText: Type.String(),
  /** Why no numbers are given now, and when to come again. */
  closedText: Nullable(Type.String()),
  /** What people should know for tomorrow. */
  noticeText: Nullable(Type.String()),
  /** The same hours for screens in other languages. */
  opening: OpeningNow
})
export type Queue = Static<typeof Queue>

export const GetQueue = {
  summary: 'Who waits, who is called where, which counters are open; devices see numbers and counters only',
  tags: ['queue'],
  params: Type.Object({ officeId: Type.String() }),
  response: { 200: Queue }
}

/** What the phone of a ticket's holder is told: this ticket and nothing else. */
export const FollowedTicket = Type.Object({
  number: Type.String(),
  /** What it waits for now; a transfer changes it. */
  serviceName: Type.String(),
  status: Type.Enum(TICKET_STATUSES),
  counterNumber: Nullable(Type.Integer()),
  waitingAhead: Type.Integer(),
  estimate: Estimate,
  day: Type.String(),
  asOf: Type.String(),
  asOfText: Type.String(),
  /** What is shown over everything in the hall while it lasts. */
  emergencyText: Nullable(Type.String()),
  /** Names one call: another value is another call. */
  call: Nullable(Type.String()),
  words: Type.Object({
    tone: Type.Enum(['called', 'act', 'done', 'over', 'wait']),
    headline: Type.String(),
    place: Type.String(),
    estimate: Type.String(),
    note: Type.String(),
    title: Type.String()
  }),
  /** When to ask anew; null: nothing can change any more. */
  askAgainSeconds: Nullable(Type.Integer())
})
export type FollowedTicket = Static<typeof FollowedTicket>

const tokenOfTicket = { hide: true, params: Type.Object({ token: Type.String({ maxLength: 200 }) }) }

export const TicketPage = tokenOfTicket

/** An unknown address gets the page of every unknown address, here too. */
export const TicketNow = {
  ...tokenOfTicket,
  response: { 200: FollowedTicket, 404: Type.String(), 429: Type.String() }
}

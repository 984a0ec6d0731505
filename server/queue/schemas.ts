import { type Static, Type } from 'typebox'
import { TICKET_STATUSES } from './states.ts'

const Nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

/** What a service answers: a ticket without its public address, which is worked out from its id under the server's key. */
const ticket = {
  id: Type.String(),
  number: Type.String(),
  serviceId: Type.String(),
  serviceName: Type.String(),
  priorityGroup: Nullable(Type.String()),
  status: Type.Enum(TICKET_STATUSES),
  issuedAt: Type.String(),
  /** How many people of the same service are called before, if nobody with priority comes. */
  waitingAhead: Type.Integer(),
  estimate: Nullable(Type.Object({ lowMinutes: Type.Integer(), highMinutes: Type.Integer() })),
  counterId: Nullable(Type.String()),
  counterNumber: Nullable(Type.Integer()),
  calledAt: Nullable(Type.String()),
  servingAt: Nullable(Type.String()),
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

export const IssueTicket = {
  summary: 'Give a number; the same Idempotency-Key gives the same number again',
  tags: ['queue'],
  params: Type.Object({ officeId: Type.String() }),
  body: NewTicket,
  response: { 201: Ticket }
}

const ticketOf = {
  tags: ['queue'],
  params: Type.Object({ ticketId: Type.String() }),
  response: { 200: Ticket }
}

export const GetTicket = { summary: 'A ticket as it stands', ...ticketOf }

export const CallNext = {
  summary: 'Call whoever is next to a counter; a counter that is not open is opened',
  tags: ['queue'],
  params: Type.Object({ counterId: Type.String() }),
  response: { 200: Ticket }
}

export const MoveTicket = {
  recall: { summary: 'Call the same number once more', ...ticketOf },
  serve: { summary: 'The person has come', ...ticketOf },
  finish: { summary: 'The service is over', ...ticketOf },
  absent: { summary: 'Nobody came', ...ticketOf },
  cancel: { summary: 'Take a number back; a kiosk its own ones within a minute', ...ticketOf }
}

const CalledTicket = Type.Object({
  id: Type.String(),
  number: Type.String(),
  serviceId: Type.String(),
  counterId: Type.String(),
  counterNumber: Type.Integer(),
  calledAt: Type.String()
})

export const Queue = Type.Object({
  /** The last event that this answer contains for certain. */
  seq: Type.Integer(),
  /** In the order in which they will be called. */
  waiting: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      serviceId: Type.String(),
      priorityGroup: Nullable(Type.String()),
      issuedAt: Type.String()
    })
  ),
  /** Newest call first. */
  called: Type.Array(CalledTicket),
  serving: Type.Array(CalledTicket),
  counters: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.Integer(),
      name: Type.String(),
      state: Type.Enum(['closed', 'open', 'paused']),
      pauseReason: Nullable(Type.String()),
      officerName: Nullable(Type.String()),
      ticketNumber: Nullable(Type.String())
    })
  ),
  /** Whether numbers are given now. */
  open: Type.Boolean(),
  /** The hours of today, or that there are none. */
  hoursText: Type.String(),
  /** Why no numbers are given now, and when to come again. */
  closedText: Nullable(Type.String()),
  /** What people should know for tomorrow. */
  noticeText: Nullable(Type.String())
})
export type Queue = Static<typeof Queue>

export const GetQueue = {
  summary: 'Who waits, who is called where, which counters are open; devices see numbers and counters only',
  tags: ['queue'],
  params: Type.Object({ officeId: Type.String() }),
  response: { 200: Queue }
}

export const TicketPage = { hide: true, params: Type.Object({ token: Type.String({ maxLength: 200 }) }) }

import type { Outcome } from './visit.ts'

declare module '../database/schema.ts' {
  interface Database {
    counterVisit: CounterVisitTable
    lineMove: LineMoveTable
    counterDay: CounterDayTable
  }
}

/** A counter on a day on which it was open, whether or not anybody came to it. */
export interface CounterDayTable {
  officeId: string
  day: string
  counterId: string
  /** When the latest visit to it was over; nothing as long as nobody has been there since it was opened. Instant. */
  freeSince: string | null
}

/**
 * One time that somebody was called to a counter, once it is over. Waiting runs from `waitingSince` to `calledAt`, walking
 * from there to `servingAt`, serving from there to `endedAt`.
 */
export interface CounterVisitTable {
  officeId: string
  id: string
  ticketId: string
  day: string
  number: string
  serviceId: string
  serviceName: string
  priorityGroup: string | null
  counterId: string
  counterNumber: number
  officerId: string
  officerName: string
  waitingSince: string
  calledAt: string
  servingAt: string | null
  endedAt: string
  outcome: Outcome
  calls: number
  skippedOver: number
  skipReason: string | null
}

/** One time that an officer sent somebody on, or cancelled his number, while he was in line and nobody had called him. */
export interface LineMoveTable {
  officeId: string
  id: string
  ticketId: string
  day: string
  number: string
  /** For what it waited until then. */
  serviceId: string
  serviceName: string
  what: 'cancelled' | 'transferred'
  /** Where it was sent, in words of that day. */
  destination: string | null
  /** What the officer wrote about it. */
  reason: string | null
  /** How many of the same service had taken theirs before. */
  skippedOver: number
  officerId: string
  officerName: string
  at: string
}

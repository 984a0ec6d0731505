import type { TicketPurpose, TicketStatus } from './states.ts'

declare module '../events.ts' {
  interface EventMap {
    'ticket.issued': TicketState
    'ticket.called': TicketState
    'ticket.recalled': TicketState
    'ticket.serving': TicketState
    'ticket.finished': TicketState
    'ticket.absent': TicketState
    'ticket.parked': TicketState
    'ticket.resumed': TicketState
    'ticket.transferred': TicketState
    'ticket.cancelled': TicketState
    'ticket.unfinished': TicketState
    'ticket.service_added': { ticketId: string; number: string; serviceId: string; serviceName: string }
  }
}

export type TicketEvent =
  | 'ticket.issued'
  | 'ticket.called'
  | 'ticket.recalled'
  | 'ticket.serving'
  | 'ticket.finished'
  | 'ticket.absent'
  | 'ticket.parked'
  | 'ticket.resumed'
  | 'ticket.transferred'
  | 'ticket.cancelled'
  | 'ticket.unfinished'

/** A ticket as it is after the event. It names nobody, so nothing of it is private. */
export interface TicketState {
  ticketId: string
  day: string
  number: string
  serviceId: string
  serviceName: string
  purpose: TicketPurpose
  priorityGroup: string | null
  status: TicketStatus
  counterId: string | null
  counterNumber: number | null
  officerId: string | null
  officerName: string | null
  /** Whom it waits for. */
  forCounterId: string | null
  forOfficerId: string | null
  waitingSince: string
  calledAt: string | null
  servingAt: string | null
  /** How often it was called. */
  calls: number
  absences: number
  /** How many it was called before out of turn, and why. */
  skippedOver: number
  skipReason: string | null
}

import type { TicketStatus } from './states.ts'

declare module '../events.ts' {
  interface EventMap {
    'ticket.issued': TicketState
    'ticket.called': TicketState
    'ticket.recalled': TicketState
    'ticket.serving': TicketState
    'ticket.finished': TicketState
    'ticket.absent': TicketState
    'ticket.cancelled': TicketState
    'queue.settings_set': { alwaysOpen: boolean }
  }
}

/** A ticket as it is after the event. It names nobody, so nothing of it is private. */
interface TicketState {
  ticketId: string
  day: string
  number: string
  serviceId: string
  serviceName: string
  priorityGroup: string | null
  status: TicketStatus
  counterId: string | null
  counterNumber: number | null
  /** How often it was called. */
  calls: number
}

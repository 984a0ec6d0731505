import type { TicketTable } from './tables.ts'

/** What an officer wrote freely may name a person or an illness: it stands in the private part of events alone. */
export type Written = 'skipReason' | 'note'

/** What is settled when a number is given and never changes: the event of its issue alone says it. */
export type Settled =
  | 'letter'
  | 'ordinal'
  | 'goesFirst'
  | 'issuedAt'
  | 'issuedBy'
  | 'turnAt'
  | 'notBefore'
  | 'appointmentId'
  | 'plainLow'
  | 'plainHigh'

/** Known from where the event stands, or worked out from the server's key. */
type Derived = 'officeId' | 'id' | 'tokenHash'

/** A ticket as it is after the event, so that it can be built again from its events alone. */
export interface TicketState extends Omit<TicketTable, Written | Settled | Derived> {
  ticketId: string
}

export type TicketIssued = TicketState & Pick<TicketTable, Settled>

/** Said whenever either of them is there. */
export type TicketWords = Pick<TicketTable, Written>

declare module '../events.ts' {
  interface EventMap extends Record<TicketEvent, TicketState> {
    'ticket.issued': TicketIssued
    'ticket.service_added': { ticketId: string; number: string; serviceId: string; serviceName: string }
  }
  interface PrivateMap extends Record<TicketEvent, TicketWords | undefined> {}
}

export type TicketEvent =
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
  | 'ticket.dossier_received'
  | 'ticket.slip_due'
  | 'ticket.slip_settled'

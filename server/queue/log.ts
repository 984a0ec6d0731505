import type { Settled, TicketIssued, TicketState, TicketWords, Written } from './events.ts'
import type { TicketServiceTable, TicketTable } from './tables.ts'

/** What the log keeps of a ticket that has just been given. */
export function issuedOf(ticket: TicketTable): TicketIssued {
  const {
    officeId: _office,
    id: ticketId,
    tokenHash: _token,
    skipReason: _reason,
    note: _note,
    ...facts
  } = ticket
  return { ticketId, ...facts }
}

/** What the log keeps of a ticket after each change. */
export function stateOf(ticket: TicketTable): TicketState {
  const {
    letter: _l,
    ordinal: _o,
    goesFirst: _g,
    issuedAt: _i,
    issuedBy: _b,
    turnAt: _t,
    ...rest
  } = issuedOf(ticket)
  const { notBefore: _n, appointmentId: _a, plainLow: _low, plainHigh: _high, ...state } = rest
  return state
}

/** What officers have written of a ticket, nothing when they have not: the private part of its events. */
export function wordsOf({ skipReason, note }: TicketTable): TicketWords | undefined {
  return skipReason === null && note === null ? undefined : { skipReason, note }
}

/** An event of a ticket as the log has it; the private part may have been erased. Its names and times are those of the event. */
export interface LoggedTicketEvent {
  name: string
  at: string
  by: string
  data: string
  private: string | null
}

/**
 * The ticket that its events tell of, oldest first, and what its person came for besides: everything but the hash of its address,
 * which the server's key gives.
 */
export function ticketFromEvents(
  officeId: string,
  events: readonly LoggedTicketEvent[]
): { ticket: Omit<TicketTable, 'tokenHash'>; services: TicketServiceTable[] } {
  const said = events.map((event) => ({ ...event, data: JSON.parse(event.data) }))
  const moves = said.filter(({ name }) => name !== 'ticket.service_added')
  const written = JSON.parse(moves.at(-1)?.private ?? '{}')
  const { skipReason = null, note = null }: Partial<Pick<TicketTable, Written>> = written
  const { ticketId: id, ...facts }: TicketState & Pick<TicketTable, Settled> = Object.assign(
    {},
    ...moves.map(({ data }) => data)
  )
  const services = said
    .filter(({ name }) => name === 'ticket.service_added')
    .map(({ data, at, by }) => ({
      officeId,
      ticketId: id,
      serviceId: data.serviceId,
      serviceName: data.serviceName,
      addedAt: at,
      addedBy: JSON.parse(by).id
    }))
  return { ticket: { officeId, id, ...facts, skipReason, note }, services }
}

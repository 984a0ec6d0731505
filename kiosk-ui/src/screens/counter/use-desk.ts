import type { User } from '../../api/session.ts'
import { type Line, type Queue, type Ticket, useLine, useQueue, useTicket } from '../../api/tickets.ts'

export type DeskCounter = Queue['counters'][number]

/** The own counter as it stands: its state, who comes next, and the ticket that it has called or serves. */
export interface Desk {
  counter: DeskCounter | null
  /** Who sits there. */
  officerId: string
  /** Another officer sits there, or has taken it over from this one. */
  isTaken: boolean
  queue: Queue | undefined
  line: Line | undefined
  ticket: Ticket | null
}

export function useDesk({ officeId, id: officerId }: User, counterId: string | null): Desk {
  const { data: queue } = useQueue(officeId)
  const held = [...(queue?.serving ?? []), ...(queue?.called ?? [])].find(
    (ticket) => ticket.counterId === counterId
  )
  const { data: ticket } = useTicket(held?.id ?? null)
  const counter = queue?.counters.find(({ id }) => id === counterId) ?? null
  const { data: line } = useLine(counter?.id ?? null)
  // What the move answered is newer than the picture of the queue; what is no longer held is over.
  const isHeld = ticket !== undefined && ['called', 'serving'].includes(ticket.status)
  const isTaken =
    counter !== null && counter.state !== 'closed' && (counter.officerId ?? officerId) !== officerId
  return { counter, officerId, isTaken, queue, line, ticket: held && isHeld && !isTaken ? ticket : null }
}

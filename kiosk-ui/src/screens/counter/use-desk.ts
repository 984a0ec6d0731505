import { type Queue, type Ticket, useQueue, useTicket } from '../../api/tickets.ts'

export type DeskCounter = Queue['counters'][number]

/** The own counter as it stands: its state, and the ticket that it has called or serves. */
export interface Desk {
  counter: DeskCounter | null
  queue: Queue | undefined
  /** When the queue was read, server time in milliseconds. */
  queueReadAt: number
  ticket: Ticket | null
}

export function useDesk(officeId: string, counterId: string | null): Desk {
  const { data: queue, dataUpdatedAt: queueReadAt } = useQueue(officeId)
  const held = [...(queue?.serving ?? []), ...(queue?.called ?? [])].find(
    (ticket) => ticket.counterId === counterId
  )
  const { data: ticket } = useTicket(held?.id ?? null)
  const counter = queue?.counters.find(({ id }) => id === counterId) ?? null
  // What the move answered is newer than the picture of the queue; what is no longer held is over.
  const isHeld = ticket !== undefined && ['called', 'serving'].includes(ticket.status)
  return { counter, queue, queueReadAt, ticket: held && isHeld ? ticket : null }
}

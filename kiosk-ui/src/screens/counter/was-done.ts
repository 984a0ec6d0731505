import { readQueue, readTicket, type Ticket, type TicketMove } from '../../api/tickets.ts'

const AFTER: Record<Exclude<TicketMove, 'recall' | 'resume'>, Ticket['status']> = {
  serve: 'serving',
  finish: 'finished',
  absent: 'absent',
  park: 'parked',
  cancel: 'cancelled'
}

/** Whether the counter has somebody, which a call that nobody answered may have brought. */
export async function wasCalled(officeId: string, counterId: string): Promise<boolean> {
  const { called, serving } = await readQueue(officeId)
  return [...called, ...serving].some((ticket) => ticket.counterId === counterId)
}

/** Whether the ticket stands as the move leaves it, which was made when it stood as `before`. */
export async function wasMoved(before: Ticket, move: Exclude<TicketMove, 'resume'>): Promise<boolean> {
  const { status, calls } = await readTicket(before.id)
  return move === 'recall' ? calls > before.calls : status === AFTER[move]
}

/** Whether whoever was away is in line again, or already beyond it. */
export async function wasResumed(ticketId: string): Promise<boolean> {
  const { status } = await readTicket(ticketId)
  return status !== 'parked' && status !== 'absent'
}

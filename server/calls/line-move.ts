import type { TicketTable } from '../queue/tables.ts'
import { AT_NO_COUNTER } from '../queue/ticket.ts'
import type { LineMoveTable } from './tables.ts'

/** Whoever was absent is called neither by the calls of his service nor by those of his counter. */
export const RETURNS_NOT = {
  returnsAfter: null,
  returnsAfterThere: null
} as const satisfies Partial<TicketTable>

/** Somebody who waits again, his wait beginning at this instant; number and turn stay. */
export function backInLine(ticket: TicketTable, now: string): TicketTable {
  return {
    ...ticket,
    ...AT_NO_COUNTER,
    ...RETURNS_NOT,
    status: 'waiting',
    endedAt: null,
    waitingSince: now
  }
}

/**
 * What is kept when an officer sends on or cancels somebody whom nobody has called: such a move changes who is called next
 * without a call out of turn, so the supervisor sees it beside those. Nothing for somebody who was not in line.
 */
export function lineMoveOf(
  { officeId, id: ticketId, day, number, serviceName, status }: TicketTable,
  { actor, ...move }: Pick<LineMoveTable, 'id' | 'what' | 'at'> & { actor: { id: string; name: string } }
): LineMoveTable | undefined {
  if (status !== 'waiting') return undefined
  return {
    officeId,
    ticketId,
    day,
    number,
    serviceName,
    officerId: actor.id,
    officerName: actor.name,
    ...move
  }
}

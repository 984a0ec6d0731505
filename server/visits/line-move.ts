import type { TicketTable } from '../queue/tables.ts'
import type { LineMoveTable } from './tables.ts'

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

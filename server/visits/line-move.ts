import type { TicketTable } from '../queue/tables.ts'
import type { LineMoveTable } from './tables.ts'

/** What an officer does with somebody in line, and why. */
export type LineMove = Pick<LineMoveTable, 'what' | 'destination' | 'reason'>

/**
 * What is kept when an officer sends on or cancels somebody whom nobody has called: such a move changes who is called next
 * without a call out of turn, so the supervisor sees it beside those. Nothing for somebody who was not in line.
 */
export function lineMoveOf(
  { officeId, id: ticketId, day, number, serviceId, serviceName, status }: TicketTable,
  {
    actor,
    ...move
  }: LineMove & { id: string; at: string; skippedOver: number; actor: { id: string; name: string } }
): LineMoveTable | undefined {
  if (status !== 'waiting') return undefined
  return {
    officeId,
    ticketId,
    day,
    number,
    serviceId,
    serviceName,
    officerId: actor.id,
    officerName: actor.name,
    ...move
  }
}

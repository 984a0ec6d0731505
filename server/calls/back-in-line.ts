import type { TicketTable } from '../queue/tables.ts'
import { AT_NO_COUNTER } from '../queue/ticket.ts'

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

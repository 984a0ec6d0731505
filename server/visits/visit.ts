import type { TicketTable } from '../queue/tables.ts'
import type { CounterVisitTable } from './tables.ts'

/** How a visit to a counter ended; `unfinished`: nobody has said, and the day is over. */
export type Outcome = 'finished' | 'absent' | 'parked' | 'transferred' | 'cancelled' | 'unfinished'

/** What is kept of a ticket's time at a counter, or nothing when it was not called to one. */
export function visitOf(
  ticket: TicketTable,
  { id, endedAt, outcome }: { id: string; endedAt: string; outcome: Outcome }
): CounterVisitTable | undefined {
  const { officeId, day, number, serviceId, serviceName, priorityGroup, waitingSince } = ticket
  const { counterId, counterNumber, officerId, officerName, calledAt, servingAt, calls } = ticket
  if (counterId === null || counterNumber === null || calledAt === null) return undefined
  return {
    officeId,
    id,
    ticketId: ticket.id,
    day,
    number,
    serviceId,
    serviceName,
    priorityGroup,
    counterId,
    counterNumber,
    officerId: officerId ?? '',
    officerName: officerName ?? '',
    waitingSince,
    calledAt: ticket.firstCalledAt ?? calledAt,
    servingAt,
    endedAt,
    outcome,
    calls,
    skippedOver: ticket.skippedOver,
    skipReason: ticket.skipReason
  }
}

/** For how long a visit kept a counter from calling the next: also while nobody came. Milliseconds. */
export function occupied({ calledAt, endedAt }: CounterVisitTable): number {
  return Date.parse(endedAt) - Date.parse(calledAt)
}

/** Whether somebody stands in the line no more, as he leaves a counter: not while he is to be called once again. */
export function leavesForGood(
  { returnsAfter }: Pick<TicketTable, 'returnsAfter'>,
  outcome: Outcome
): boolean {
  return outcome !== 'parked' && (outcome !== 'absent' || returnsAfter === null)
}

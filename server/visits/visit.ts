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

/** Longer than this nobody takes to call the next: the officer was away, and had not said so. Milliseconds. */
const LONGEST_GAP = 300_000

/**
 * How long a counter took for one person: from his call, also while he did not come, until he had left, and before that from when
 * the person before him had left, as long as he waited already: papers are put away and the next ones found. Milliseconds.
 *
 * @param freeSince when the visit before was over, if the counter has been open since then. Instant
 */
export function occupied(
  { waitingSince, calledAt, endedAt }: Pick<CounterVisitTable, 'waitingSince' | 'calledAt' | 'endedAt'>,
  freeSince: string | null
): number {
  const [called, ended] = [Date.parse(calledAt), Date.parse(endedAt)]
  const gap = freeSince === null || waitingSince > freeSince ? 0 : called - Date.parse(freeSince)
  return ended - called + (gap > 0 && gap <= LONGEST_GAP ? gap : 0)
}

/** Whether somebody stands in the line no more, as he leaves a counter: not while he is to be called once again. */
export function leavesForGood(
  { returnsAfter }: Pick<TicketTable, 'returnsAfter'>,
  outcome: Outcome
): boolean {
  return outcome !== 'parked' && (outcome !== 'absent' || returnsAfter === null)
}

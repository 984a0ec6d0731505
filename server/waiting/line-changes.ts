import { waitingFaultText } from '../../kiosk-ui/src/text/hall-figures.ts'
import { isAtCounter } from '../queue/states.ts'
import type { TicketTable } from '../queue/tables.ts'
import type { CounterVisitTable, LineMoveTable } from '../visits/tables.ts'
import type { Call } from './grouped.ts'
import { faultAt } from './period.ts'
import type { LineChange, LineMove, Skip } from './schemas.ts'

/** A call out of turn as the supervisor sees it. */
export function skipOf({
  number,
  serviceName,
  counterNumber,
  officerName,
  calledAt,
  skippedOver,
  skipReason
}: CounterVisitTable): Skip {
  return {
    number,
    serviceName,
    counterNumber,
    officerName,
    calledAt,
    skippedOver,
    reason: skipReason ?? ''
  }
}

/** A number moved before it was called, as the supervisor sees it. */
export function moveOf(move: LineMoveTable): LineMove {
  const { number, serviceName, what, officerName, at, destination, reason, skippedOver } = move
  return { number, serviceName, what, officerName, at, destination, reason: reason ?? '', skippedOver }
}

/** Those who were called out of turn and are still at the counter: their visit is not over, so it is kept nowhere yet. */
export function skipsAtCounters(
  tickets: readonly TicketTable[],
  service: string | undefined = undefined
): TicketTable[] {
  return tickets.filter(
    ({ status, skippedOver, serviceId }) =>
      isAtCounter(status) && skippedOver > 0 && (service === undefined || serviceId === service)
  )
}

/** The same as the supervisor sees it. */
export function skipNowOf(ticket: TicketTable): Skip {
  const { counterNumber, officerName, firstCalledAt, calledAt, skipReason } = ticket
  const { number, serviceName, skippedOver } = ticket
  return {
    ...{ number, serviceName, skippedOver },
    counterNumber: counterNumber ?? 0,
    officerName: officerName ?? '',
    calledAt: firstCalledAt ?? calledAt ?? '',
    reason: skipReason ?? ''
  }
}

/** What the figures count of it. */
export function callOf(ticket: TicketTable): Call {
  const { day, serviceId, serviceName, counterId, counterNumber, officerId, officerName, waitingSince } =
    ticket
  return {
    ...{ day, serviceId, serviceName, waitingSince },
    counterId: counterId ?? '',
    counterNumber: counterNumber ?? 0,
    officerId: officerId ?? '',
    officerName: officerName ?? '',
    calledAt: ticket.firstCalledAt ?? ticket.calledAt ?? ''
  }
}

/** The last row of a page: what follows it is older, or of the same moment and a smaller id. */
interface PageEnd {
  calledAt: string
  /** The same instant, as moves name it. */
  at: string
  id: string
}

/** Where the page before ended; nothing for the first page. @throws VALIDATION */
export function pageEndOf(cursor: string | undefined): PageEnd | undefined {
  if (cursor === undefined) return undefined
  const [, calledAt, id] = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)_(.+)$/.exec(cursor) ?? []
  if (!calledAt || !id) throw faultAt('/cursor', waitingFaultText.noSuchPage)
  return { calledAt, at: calledAt, id }
}

/**
 * Calls out of turn and moves in line as one list, the latest first, each with the id by which its page goes on.
 *
 * @param present called out of turn and still at a counter, of all pages: they are few
 */
export function latestChanges(
  {
    skips,
    present,
    moves
  }: {
    skips: readonly CounterVisitTable[]
    present: readonly TicketTable[]
    moves: readonly LineMoveTable[]
  },
  before: PageEnd | undefined
): { id: string; change: LineChange }[] {
  const skipped = [
    ...present.map((row) => ({
      id: row.id,
      change: { ...skipNowOf(row), destination: null, kind: 'skipped' as const }
    })),
    ...skips.map((row) => ({
      id: row.id,
      change: { ...skipOf(row), destination: null, kind: 'skipped' as const }
    }))
  ]
  const moved = moves.map(({ id, number, serviceName, officerName, at, what, ...move }) => ({
    id,
    change: {
      ...{ number, serviceName, officerName },
      counterNumber: null,
      calledAt: at,
      skippedOver: move.skippedOver,
      reason: move.reason ?? '',
      destination: move.destination,
      kind: what
    }
  }))
  const keyOf = ({ id, change }: { id: string; change: LineChange }) => `${change.calledAt}_${id}`
  const end = before && `${before.calledAt}_${before.id}`
  return [...skipped, ...moved]
    .filter((row) => end === undefined || keyOf(row) < end)
    .sort((one, other) => (keyOf(one) < keyOf(other) ? 1 : -1))
}

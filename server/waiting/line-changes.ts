import type { CounterVisitTable, LineMoveTable } from '../visits/tables.ts'
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
export function moveOf({ number, serviceName, what, officerName, at }: LineMoveTable): LineMove {
  return { number, serviceName, what, officerName, at }
}

/** Calls out of turn and moves in line as one list, the latest first, each with the id by which its page goes on. */
export function latestChanges(
  skips: readonly CounterVisitTable[],
  moves: readonly LineMoveTable[]
): { id: string; change: LineChange }[] {
  const skipped = skips.map((row) => ({ id: row.id, change: { ...skipOf(row), kind: 'skipped' as const } }))
  const moved = moves.map(({ id, number, serviceName, officerName, at, what }) => ({
    id,
    change: {
      number,
      serviceName,
      counterNumber: null,
      officerName,
      calledAt: at,
      skippedOver: 0,
      reason: '',
      kind: what
    }
  }))
  const keyOf = ({ id, change }: { id: string; change: LineChange }) => `${change.calledAt}_${id}`
  return [...skipped, ...moved].sort((one, other) => (keyOf(one) < keyOf(other) ? 1 : -1))
}

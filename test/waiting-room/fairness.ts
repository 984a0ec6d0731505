import assert from 'node:assert/strict'
import { roleOf, type Seat, type Slip, today } from './oracle.ts'
import type { Play } from './play.ts'

/**
 * Nobody starves: counts who was called at a counter while somebody waited whom it serves, and holds it against what the
 * rule of the office allows. It looks at what was called, not at what the oracle would have called.
 */
export function assertFair(play: Play, seat: Seat, called: Slip, how: 'next' | 'chosen'): void {
  const { world } = play
  const plain = (slip: Slip) =>
    !slip.back &&
    (slip.notBefore ?? '') <= seat.now &&
    slip.forCounter === undefined &&
    slip.forOfficer === undefined
  const serves = (slip: Slip) => roleOf(world, seat.desk, slip.service) === 'serves'
  const isTurn = how === 'next' && plain(called) && serves(called)
  const { priorityMode, ordinaryPerPriority, mostOrdinaryWait } = world.rules
  for (const slip of today(world, seat.day)) {
    const key = `${slip.id} ${seat.desk}`
    const isLong = Date.parse(seat.now) - Date.parse(slip.issuedAt) > mostOrdinaryWait * 60_000
    const waits = slip !== called && slip.status === 'waiting' && plain(slip) && serves(slip)
    if (!waits || (priorityMode === 'strict' && !slip.first && !isLong)) {
      play.overtaken.delete(key)
      continue
    }
    const count = play.overtaken.get(key) ?? { ordinary: 0, priority: 0, byOrdinary: 0, byPriority: 0 }
    play.overtaken.set(key, count)
    if (called.first) count.priority += 1
    else count.ordinary += 1
    const isLater = called.turnAt > slip.turnAt
    if (isTurn && isLater && called.first) count.byPriority += 1
    if (isTurn && !called.first) count.byOrdinary += 1
    const { ordinary, priority, byOrdinary, byPriority } = count
    const most =
      priorityMode === 'strict'
        ? { byOrdinary: priority + 1, byPriority: ordinary + 1 }
        : {
            byOrdinary: ordinaryPerPriority * (priority + 1),
            byPriority: 1 + Math.floor(ordinary / ordinaryPerPriority)
          }
    const isFair = slip.first ? byOrdinary <= most.byOrdinary : byPriority <= most.byPriority
    assert.ok(
      isFair,
      `${slip.number} waits while ${called.number} is called: ${JSON.stringify({ ...count, most })}`
    )
    // Somebody of the same kind who came later is never called first.
    assert.ok(!(isTurn && isLater && called.first === slip.first), `${called.number} before ${slip.number}`)
  }
}

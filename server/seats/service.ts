import { DomainError } from '../errors.ts'
import { findAccountName } from '../identity/service.ts'
import type { Counter } from '../offices/schemas.ts'
import { closeCounter, listSeats, openCounter, pauseCounter } from '../offices/service.ts'
import { presentAt } from '../queue/service.ts'
import { dayInVietnam, endOfDay } from '../regulation/day.ts'
import type { Work } from '../transact.ts'
import { beginDay, noteOpened } from '../visits/service.ts'

/**
 * Closes a counter that nobody stands at: whoever was called there would wait before a closed counter.
 *
 * @throws NOT_FOUND, COUNTER_BUSY
 */
export async function leaveCounter(work: Work, counterId: string): Promise<Counter> {
  await beginDay(work)
  await assertNobodyAt(work, counterId)
  return closeCounter(work, counterId)
}

/**
 * Sits down at a counter; `takeOver`: in the place of an officer who has left without closing it.
 *
 * @throws NOT_FOUND, COUNTER_TAKEN, SEAT_BUSY
 * @throws COUNTER_BUSY when it is taken over while somebody is there
 */
export async function sitDown(work: Work, counterId: string, takeOver: boolean): Promise<Counter> {
  await beginDay(work)
  if (takeOver) await assertNobodyAt(work, counterId)
  return takeSeat(work, counterId, takeOver)
}

/**
 * Pauses a counter, which calls nobody until it is opened again.
 *
 * @throws NOT_FOUND
 * @throws MOVE_NOT_ALLOWED when the counter is closed
 */
export async function pause(work: Work, counter: { counterId: string; reason: string }): Promise<Counter> {
  await beginDay(work)
  return pauseCounter(work, counter)
}

/**
 * Opens a counter to the officer for this day and closes the one where he sat before, as nobody sits at two (ASVS 7.1.2).
 *
 * @throws NOT_FOUND
 * @throws COUNTER_TAKEN when another officer sits there and is not said to have left
 * @throws SEAT_BUSY while somebody is at the counter where the officer sat before
 */
export async function takeSeat(work: Work, counterId: string, takeOver = false): Promise<Counter> {
  const { db, officeId, actor, now } = work
  const seats = await listSeats(db, officeId, now)
  const wanted = seats.find(({ id }) => id === counterId)
  const accountId = wanted?.officerId ?? null
  if (wanted && accountId !== null && accountId !== actor.id && !takeOver) {
    const officerName = await findAccountName(db, { officeId, accountId })
    throw new DomainError('COUNTER_TAKEN', { number: wanted.number, officerName })
  }
  const day = dayInVietnam(now)
  for (const { id, number: counter, officerId } of seats) {
    if (id === counterId || officerId !== actor.id) continue
    const present = await presentAt(db, { officeId, day, counterId: id })
    if (present) throw new DomainError('SEAT_BUSY', { counter, number: present.number })
    await closeCounter(work, id)
  }
  if (wanted?.state !== 'open' || accountId !== actor.id) await noteOpened(work, { day, counterId })
  return openCounter(work, counterId, endOfDay(day))
}

async function assertNobodyAt({ db, officeId, now }: Work, counterId: string): Promise<void> {
  const present = await presentAt(db, { officeId, day: dayInVietnam(now), counterId })
  if (present) throw new DomainError('COUNTER_BUSY', { number: present.number })
}

import type { Db } from '../database/schema.ts'
import { closeLeftOpen } from '../offices/service.ts'
import { addPace } from '../pace/service.ts'
import { countBefore, keepTicket, ticketsLeftAtCounters } from '../queue/service.ts'
import type { TicketTable } from '../queue/tables.ts'
import { dayInVietnam, endOfDay } from '../regulation/day.ts'
import type { Work } from '../transact.ts'
import { type LineMove, lineMoveOf } from './line-move.ts'
import {
  countLineMoves,
  countSkips,
  countWaits,
  findFreeSince,
  insertLineMove,
  insertVisit,
  keepCounterDay,
  listCountersOpen,
  listLineMoves,
  listSkips,
  readLatestTimes,
  readVisits
} from './repository.ts'
import type { CounterVisitTable, LineMoveTable } from './tables.ts'
import { leavesForGood, type Outcome, occupied, visitOf } from './visit.ts'

/**
 * Ends what an earlier day has left at the counters: those that nobody has closed are closed, and whoever was still there has
 * gone, nobody knows when. Each change of the hall begins with it, so that the first one of a day does it, and once; one that is
 * refused undoes this too and leaves it to the next.
 */
export async function beginDay(work: Work): Promise<void> {
  const days = new Set((await closeLeftOpen(work)).map(dayEndingAt))
  for (const day of days) {
    const endedAt = endOfDay(day)
    for (const left of await ticketsLeftAtCounters(work.db, { officeId: work.officeId, day })) {
      const visit = visitOf(left, { id: work.newId(), endedAt, outcome: 'unfinished' })
      if (visit) await insertVisit(work.db, visit)
      await keepTicket(work, 'ticket.unfinished', { ...left, status: 'unfinished', endedAt })
    }
  }
}

/** The day that is over at this midnight. */
function dayEndingAt(midnight: string): string {
  return dayInVietnam(new Date(Date.parse(midnight) - 1).toISOString())
}

/** Keeps what a visit was, and learns from it how long people stay. */
export async function keepVisit(work: Work, ticket: TicketTable, outcome: Outcome): Promise<void> {
  const visit = visitOf(ticket, { id: work.newId(), endedAt: work.now, outcome })
  if (!visit) return
  await insertVisit(work.db, visit)
  const { serviceId, day } = ticket
  const counterDay = { officeId: work.officeId, day, counterId: visit.counterId }
  const milliseconds = occupied(visit, await findFreeSince(work.db, counterDay))
  await keepCounterDay(work.db, { ...counterDay, freeSince: work.now })
  await addPace(work, { serviceId, day, milliseconds, leaves: leavesForGood(ticket, outcome) })
}

/** Notes that a counter has been opened: what came before says nothing about how soon it calls the next. */
export async function noteOpened(
  { db, officeId }: Work,
  counter: { day: string; counterId: string }
): Promise<void> {
  await keepCounterDay(db, { officeId, ...counter, freeSince: null })
}

/** The counters that were open in a period, also those to which nobody came. */
export async function countersOpenIn(
  db: Db,
  period: { officeId: string; from: string; to: string }
): Promise<string[]> {
  return listCountersOpen(db, period)
}

/** Keeps for the supervisor that somebody in line was sent on or cancelled, and how many stood before him. */
export async function noteLineMove(work: Work, ticket: TicketTable, what: LineMove): Promise<void> {
  const { db, newId, actor, now } = work
  const skippedOver = await countBefore(db, ticket)
  const move = lineMoveOf(ticket, { ...what, id: newId(), actor, at: now, skippedOver })
  if (move) await insertLineMove(db, move)
}

/** What figures are made of, of each visit of a period, in no order. */
export async function visitFacts(
  db: Db,
  period: Parameters<typeof readVisits>[1]
): ReturnType<typeof readVisits> {
  return readVisits(db, period)
}

/** How many waits that ended with a call began in each hour of each day in Vietnam: a return and a transfer wait anew. */
export async function waitsBegun(
  db: Db,
  period: Parameters<typeof countWaits>[1]
): Promise<{ day: string; hour: number; count: number }[]> {
  const rows = await countWaits(db, period)
  return rows.map(({ hour, ...row }) => ({ ...row, hour: (Number(hour) + 7) % 24 }))
}

/** When people were last called, served and done in visits that ended in certain ways, of one service or of all. */
export async function latestTimes(
  db: Db,
  period: Parameters<typeof readLatestTimes>[1]
): ReturnType<typeof readLatestTimes> {
  return readLatestTimes(db, period)
}

/** Calls out of turn in a period, the latest first. */
export async function skipsOf(db: Db, period: Parameters<typeof listSkips>[1]): Promise<CounterVisitTable[]> {
  return listSkips(db, period)
}

/** Numbers that officers sent on or cancelled before anybody had called them, in a period, the latest first. */
export async function lineMovesOf(
  db: Db,
  period: Parameters<typeof listLineMoves>[1]
): Promise<LineMoveTable[]> {
  return listLineMoves(db, period)
}

/** How many calls out of turn, and how many moves in line, there were in a period. */
export async function lineChangeCounts(
  db: Db,
  period: Parameters<typeof countSkips>[1]
): Promise<{ skips: number; moves: number }> {
  return { skips: await countSkips(db, period), moves: await countLineMoves(db, period) }
}

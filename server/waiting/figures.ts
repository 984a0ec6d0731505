import type { Fate } from '../queue/states.ts'
import type { Outcome } from '../visits/visit.ts'

/** What the figures look at of one visit to a counter. Instants are ISO in UTC. */
export interface VisitFacts {
  day: string
  serviceId: string
  serviceName: string
  counterId: string
  counterNumber: number
  officerId: string
  officerName: string
  waitingSince: string
  calledAt: string
  servingAt: string | null
  endedAt: string
  outcome: Outcome
  skippedOver: number
}

/** Numbers that were taken in an hour of a day for a service, by what has become of them. */
export interface TakenFacts {
  day: string
  serviceId: string
  /** In Vietnam, from 0 to 23. */
  hour: number
  fate: Fate
  count: number
}

/** Seconds below which half, and nine in ten, of the times lie; null when there is none. */
export interface Spread {
  count: number
  p50: number | null
  p90: number | null
}

export interface Figures {
  /**
   * Numbers taken, and what has become of them but for those served and those still at a counter when the day was over, which
   * the visits count: together they are all that were taken. Null where a number belongs to no group.
   */
  taken: number | null
  /** In line or put aside when the day was over. */
  abandoned: number | null
  /** Cancelled, before a call or after one. */
  withdrawn: number | null
  /** Called in vain, and not to be called again. */
  missed: number | null
  /** In line, put aside or at a counter now. */
  present: number | null
  visits: number
  served: number
  noShows: number
  parked: number
  transferred: number
  cancelled: number
  /** Still at a counter when the day was over. */
  unfinished: number
  /** Called out of turn. */
  skipped: number
  waiting: Spread
  walking: Spread
  serving: Spread
}

/** How often each length of time occurred; in whole seconds, so that a year of them stays small. */
type Lengths = Map<number, number>

export interface Tally {
  taken: number
  abandoned: number
  withdrawn: number
  missed: number
  present: number
  visits: number
  outcomes: Record<Outcome, number>
  skipped: number
  waiting: Lengths
  walking: Lengths
  serving: Lengths
}

export function emptyTally(): Tally {
  return {
    taken: 0,
    abandoned: 0,
    withdrawn: 0,
    missed: 0,
    present: 0,
    visits: 0,
    outcomes: { finished: 0, absent: 0, parked: 0, transferred: 0, cancelled: 0, unfinished: 0 },
    skipped: 0,
    waiting: new Map(),
    walking: new Map(),
    serving: new Map()
  }
}

/** What every group that a visit belongs to counts of it. */
export interface Measured {
  outcome: Outcome
  skipped: boolean
  /** Whole seconds. */
  waiting: number | null
  walking: number | null
  serving: number | null
}

/**
 * The three times of a visit, which are never added up. Whoever did not come has waited nobody knows how long, so a no-show
 * and a number taken back count in none of them; nor has a service that was never marked as begun a walking or a serving
 * time. How long somebody was served who was still there when the day was over, nobody knows.
 */
export function measuredOf(visit: VisitFacts): Measured {
  const { waitingSince, calledAt, servingAt, endedAt, outcome } = visit
  const skipped = visit.skippedOver > 0
  const hasCome =
    outcome !== 'absent' && outcome !== 'cancelled' && (outcome !== 'unfinished' || servingAt !== null)
  if (!hasCome) return { outcome, skipped, waiting: null, walking: null, serving: null }
  return {
    outcome,
    skipped,
    waiting: secondsBetween(waitingSince, calledAt),
    walking: servingAt === null ? null : secondsBetween(calledAt, servingAt),
    serving: servingAt === null || outcome === 'unfinished' ? null : secondsBetween(servingAt, endedAt)
  }
}

export function addVisit(tally: Tally, { outcome, skipped, waiting, walking, serving }: Measured): void {
  tally.visits += 1
  tally.outcomes[outcome] += 1
  if (skipped) tally.skipped += 1
  note(tally.waiting, waiting)
  note(tally.walking, walking)
  note(tally.serving, serving)
}

/** Nobody has gone home as long as the day is not over. */
export function addTaken(tally: Tally, { day, fate, count }: TakenFacts, today: string): void {
  tally.taken += count
  const end = endOf(fate, day < today)
  if (end) tally[end] += count
}

function endOf(fate: Fate, isOver: boolean): 'abandoned' | 'withdrawn' | 'missed' | 'present' | undefined {
  if (fate === 'finished' || fate === 'unfinished') return undefined
  if (fate === 'cancelled') return 'withdrawn'
  if (fate === 'absent') return 'missed'
  if (!isOver || fate === 'called' || fate === 'serving') return 'present'
  return fate === 'returning' ? 'missed' : 'abandoned'
}

/** Somebody called out of turn who is still at the counter: the visit is not over, and the call is one already. */
export function addSkip(tally: Tally): void {
  tally.skipped += 1
}

/** @param knowsTaken whether numbers belong to this group before they are called; to a counter and an officer they do not */
export function figuresOf(tally: Tally, knowsTaken: boolean): Figures {
  const { finished, absent, parked, transferred, cancelled, unfinished } = tally.outcomes
  return {
    taken: knowsTaken ? tally.taken : null,
    abandoned: knowsTaken ? tally.abandoned : null,
    withdrawn: knowsTaken ? tally.withdrawn : null,
    missed: knowsTaken ? tally.missed : null,
    present: knowsTaken ? tally.present : null,
    visits: tally.visits,
    served: finished,
    noShows: absent,
    parked,
    transferred,
    cancelled,
    unfinished,
    skipped: tally.skipped,
    waiting: spreadOf(tally.waiting),
    walking: spreadOf(tally.walking),
    serving: spreadOf(tally.serving)
  }
}

/** The hour in Vietnam (UTC+7) of an instant, from 0 to 23. @example hourOf('2026-11-23T02:12:00.000Z') // 9 */
export function hourOf(instant: string): number {
  return (Number(instant.slice(11, 13)) + 7) % 24
}

/** The smallest length below or at which the share of them lies (nearest rank): one that really occurred. */
function spreadOf(lengths: Lengths): Spread {
  const sorted = [...lengths].sort(([one], [other]) => one - other)
  const count = sorted.reduce((sum, [, times]) => sum + times, 0)
  return { count, p50: rankOf(sorted, count * 0.5), p90: rankOf(sorted, count * 0.9) }
}

function rankOf(sorted: readonly (readonly [number, number])[], rank: number): number | null {
  let passed = 0
  for (const [length, times] of sorted) {
    passed += times
    // A tenth of a count is not exact in binary.
    if (passed >= rank - 1e-9) return length
  }
  return null
}

function note(lengths: Lengths, seconds: number | null): void {
  if (seconds !== null) lengths.set(seconds, (lengths.get(seconds) ?? 0) + 1)
}

function secondsBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000))
}

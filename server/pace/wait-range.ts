import type { Pace } from './pace.ts'

/** A line before counters at one moment. */
export interface Line {
  /** People whom these counters call before. */
  ahead: number
  /** Open counters that serve the line. */
  counters: number
  /** Those of them at which nobody is. */
  free: number
}

/** Whole minutes: one wait in five is shorter, one in five longer. */
export interface WaitRange {
  lowMinutes: number
  highMinutes: number
}

/** The normal distribution's 80th percentile; its 20th is the same below zero. */
const P80 = 0.841621

/**
 * How long it takes until a line has moved on to whoever stands at its end, as the range from the 20th to the 80th
 * percentile. Whoever has a free counter before him is called at once; else as many people must leave their counters as
 * stand before him, and one more.
 *
 * The time until that many have left `c` counters is that of `c` renewal processes seen at any moment; its mean and variance are
 * put into a gamma distribution. What is not known of the pace itself widens the range by as many people as have to leave.
 *
 * @returns nothing while no counter is open: then nobody can know
 */
export function waitRange({ mean, spread, variety, doubt }: Pace, line: Line): WaitRange | undefined {
  const { ahead, counters } = line
  if (counters <= 0) return undefined
  const leaving = ahead + 1 - Math.min(line.free, counters)
  if (leaving <= 0) return { lowMinutes: 0, highMinutes: 1 }
  const steps = leaving - (1 - variety) / 2
  const wait = (steps * mean) / counters
  const chance = departures(leaving, { counters, spread, variety }) * (mean / counters) ** 2
  return inMinutes(wait, chance + doubt * wait ** 2)
}

/**
 * The variance of the time of the `leaving`-th departure, in squares of the mean time between two. While few leave, many counters
 * look like pure chance (one each); in the long run each adds as much as people differ. Who is at the counters now is not known, so
 * they differ at least as much as those whose service is, which also keeps the variance from falling below nothing.
 */
function departures(
  leaving: number,
  { counters, spread, variety }: Pick<Pace, 'spread' | 'variety'> & { counters: number }
): number {
  const memory = counters ** 2 / (6 * (counters + 1))
  const mixed = Math.max(variety, spread)
  const atFirst = (1 - spread) * memory * (1 - Math.exp(-leaving / memory))
  return spread * leaving + atFirst + (mixed - spread) * Math.min(leaving, counters)
}

function inMinutes(mean: number, variance: number): WaitRange {
  const lowMinutes = Math.round(gammaQuantile(mean, variance, -P80) / 60)
  const highMinutes = Math.round(gammaQuantile(mean, variance, P80) / 60)
  return { lowMinutes, highMinutes: Math.max(lowMinutes + 1, highMinutes) }
}

/** A quantile of the gamma distribution after Wilson and Hilferty: the cube root of it is nearly normal. */
function gammaQuantile(mean: number, variance: number, normalQuantile: number): number {
  const ninth = variance / mean ** 2 / 9
  return mean * Math.max(0, 1 - ninth + normalQuantile * Math.sqrt(ninth)) ** 3
}

/** What the office promises: so many percent wait no longer than so many minutes. */
export interface WaitPromise {
  minutes: number
  percent: number
}

/** People who come in an hour, and for how long one of them occupies a counter. */
export interface Load {
  perHour: number
  /** From the call until the counter is free again. */
  meanSeconds: number
}

/** What is known of one hour from earlier days. */
export interface HourHistory {
  /** How many came in this hour, day by day. */
  arrivals: readonly number[]
  meanSeconds: number
  /** How many people `meanSeconds` is the mean of. */
  samples: number
}

export const CERTAINTIES = ['sure', 'guide', 'none'] as const

/** How far a suggestion may be trusted. */
export type Certainty = (typeof CERTAINTIES)[number]

export interface HourStaffing {
  /** Mean of the earlier days, to a tenth. */
  perHour: number
  low: number
  counters: number
  high: number
  certainty: Certainty
}

/** Beyond this no hall has counters; it also ends the search. */
const MOST_COUNTERS = 200

/** Fewer days or people than these say nothing. */
const FEWEST_DAYS = 5
const FEWEST_SAMPLES = 30

/** From so many days on the spread between them is known from themselves. */
const DAYS_FOR_SURE = 20

/** The normal distribution's 90th percentile: four days in five lie between both ends. */
const P90 = 1.2816

/**
 * The probability that somebody has to wait at all when `counters` serve an offered load of `erlangs`, people coming by
 * chance and being served for times that vary as exponential ones do (Erlang C). Worked out by Erlang B's recursion, which
 * needs no factorials and so does not overflow.
 *
 * @returns 1 when the counters cannot keep up
 * @example chanceToWait(2, 1) // 1/3
 */
export function chanceToWait(counters: number, erlangs: number): number {
  if (erlangs <= 0) return 0
  if (counters <= erlangs) return 1
  let blocked = 1
  for (let count = 1; count <= counters; count += 1) {
    blocked = (erlangs * blocked) / (count + erlangs * blocked)
  }
  return (counters * blocked) / (counters - erlangs * (1 - blocked))
}

/** The share of people, from 0 to 1, who wait no longer than `minutes`. */
export function shareWithin(counters: number, { perHour, meanSeconds }: Load, minutes: number): number {
  const erlangs = (perHour * meanSeconds) / 3600
  if (erlangs <= 0) return 1
  if (counters <= erlangs) return 0
  const decay = ((counters - erlangs) * minutes * 60) / meanSeconds
  return 1 - chanceToWait(counters, erlangs) * Math.exp(-decay)
}

/** The fewest counters that keep the promise; none where nobody comes. */
export function countersFor(load: Load, { minutes, percent }: WaitPromise): number {
  if (load.perHour <= 0 || load.meanSeconds <= 0) return 0
  // A whole hundred percent would never be reached: nobody can promise what chance decides.
  const wanted = Math.min(percent / 100, 0.999)
  let counters = Math.max(1, Math.floor((load.perHour * load.meanSeconds) / 3600))
  while (counters < MOST_COUNTERS && shareWithin(counters, load, minutes) < wanted) counters += 1
  return counters
}

/**
 * How many counters an hour needs, with the range that its own history leaves open: the rate of arrivals differs from day to
 * day, and a few days do not tell their mean exactly. What people coming by chance alone do to one hour is not in the range,
 * as Erlang C reckons with it already.
 */
export function staffingOf(history: HourHistory, promise: WaitPromise): HourStaffing {
  const { arrivals, meanSeconds, samples } = history
  const days = arrivals.length
  const mean = days === 0 ? 0 : arrivals.reduce((sum, count) => sum + count, 0) / days
  const reach = P90 * Math.sqrt(varianceOfRate(arrivals, mean))
  const at = (perHour: number) => countersFor({ perHour, meanSeconds }, promise)
  const low = at(Math.max(0, mean - reach))
  const high = at(mean + reach)
  return {
    perHour: Math.round(mean * 10) / 10,
    low,
    counters: at(mean),
    high,
    certainty: certaintyOf({ days, samples, width: high - low })
  }
}

/** Counters that cannot stand in for each other need more than one pool of them does: that is never sure. */
export function atMost(certainty: Certainty, specialised: boolean): Certainty {
  return specialised && certainty === 'sure' ? 'guide' : certainty
}

/** As sure as its busiest hour, which decides how many counters there have to be. */
export function certaintyOfDay(hours: readonly HourStaffing[]): Certainty {
  const busiest = hours.toSorted((one, other) => other.counters - one.counters)[0]
  return busiest?.certainty ?? 'none'
}

function certaintyOf({ days, samples, width }: { days: number; samples: number; width: number }): Certainty {
  if (days < FEWEST_DAYS || samples < FEWEST_SAMPLES) return 'none'
  return days >= DAYS_FOR_SURE && width <= 1 ? 'sure' : 'guide'
}

/** Of the rate on a day to come: what days differ by beyond chance (Poisson), and what their mean may be wrong by. */
function varianceOfRate(arrivals: readonly number[], mean: number): number {
  const days = arrivals.length
  if (days < 2) return mean
  const squares = arrivals.reduce((sum, count) => sum + (count - mean) ** 2, 0)
  const beyondChance = Math.max(squares / (days - 1) - mean, 0)
  return beyondChance * (1 + 1 / days) + mean / days
}

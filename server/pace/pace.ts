/** The times for which people occupied a counter on one day, as sums. Seconds and their squares. */
export interface Samples {
  count: number
  sum: number
  sumOfSquares: number
}

interface Served {
  today: Samples
  earlier: readonly Samples[]
  busy: number
}

/** How long one person of a service occupies a counter today, as far as one can know. */
export interface Pace {
  /** Seconds. */
  mean: number
  /** The variance between one person and the next of the same service, in squares of the mean. */
  spread: number
  /** The same between any two people at the counters: more than `spread` where they come for different services. */
  variety: number
  /** The variance of the mean itself, as it was learnt from few people or from other days, in squares of the mean. */
  doubt: number
}

/** A mean and how far it can be trusted: its variance. */
interface Known {
  mean: number
  variance: number
}

/** With fewer people nothing is said: a guess looks like a promise (K-02). */
const FEWEST_SAMPLES = 5

/** Earlier days never count for more people than this, so that today's pace is followed within the hour. People. */
const MOST_WEIGHT_OF_PAST = 12

/** Fewer people today are no sign that the day is unlike others: one of them may have been a slip of the finger. */
const FEWEST_TODAY = 3

/** What is taken for the spread until the samples tell: as of service times in most offices, for so many people. */
const USUAL_SPREAD = 0.5
const USUAL_SPREAD_WEIGHT = 4

/**
 * Today's pace from the people served today and on the days before. Days differ from each other (another officer, another
 * kind of cases); by how much, the days themselves tell, and the more they differ the less they say about today.
 *
 * @param busy people at the counters of the service now, whose times nobody knows yet
 * @returns nothing with fewer than five people in all
 */
export function paceOf({ today, earlier, busy }: Served): Pace | undefined {
  const days = [today, ...earlier].filter(({ count, sum }) => count > 0 && sum > 0)
  if (total(days).count < FEWEST_SAMPLES) return undefined
  const spread = spreadWithin(days)
  const past = meanOfPast(
    days.filter((day) => day !== today),
    spread
  )
  const present = meanOfToday(today, { spread, busy, usual: past?.mean ?? 0 })
  const { mean, variance } = combined(present, past, today.count >= FEWEST_TODAY)
  return { mean, spread, variety: spread, doubt: variance / mean ** 2 }
}

/** The more certain of both counts for more. */
function combined(today: Known | undefined, past: Known | undefined, mayDiffer: boolean): Known {
  if (!today || !past) return today ?? past ?? { mean: 0, variance: 0 }
  // A day that is clearly unlike those before says itself how far days can lie apart.
  const unlike = mayDiffer ? (today.mean - past.mean) ** 2 - 2 * today.variance : 0
  const variances = { today: today.variance, past: Math.max(past.variance, unlike) }
  const variance = 1 / (1 / variances.today + 1 / variances.past)
  return { mean: variance * (today.mean / variances.today + past.mean / variances.past), variance }
}

/**
 * The mean of those who have left is too short, as whoever takes long is still there: those at the counters will have taken
 * longer than others by the spread, each. Without this a hall of ten counters would promise too much each morning.
 *
 * How far the mean can be trusted is measured by what is usual: one visit of a few seconds, a slip of the finger, would else look
 * most certain.
 */
function meanOfToday(
  { count, sum }: Samples,
  { spread, busy, usual }: { spread: number; busy: number; usual: number }
): Known | undefined {
  if (count === 0) return undefined
  const mean = sum / (count - Math.min(busy * spread, count / 2))
  return { mean, variance: (spread * Math.max(mean, usual) ** 2) / count }
}

/** What the days before say about the mean of a further day. */
function meanOfPast(past: readonly Samples[], spread: number): Known | undefined {
  if (past.length === 0) return undefined
  const all = total(past)
  const mean = all.sum / all.count
  const between = spread * mean ** 2
  const unevenness = past.reduce((sum, { count }) => sum + count ** 2, 0) / all.count
  const squares = past.reduce((sum, day) => sum + day.count * (day.sum / day.count - mean) ** 2, 0)
  const seen = (squares - (past.length - 1) * between) / Math.max(1, all.count - unevenness)
  const betweenDays = Math.max(between / MOST_WEIGHT_OF_PAST, seen)
  return { mean, variance: betweenDays * (1 + unevenness / all.count) + between / all.count }
}

/** Each day by its own mean: a slow day differs from a quick one, its people from each other no more than before. */
function spreadWithin(days: readonly Samples[]): number {
  const squares = days.reduce((sum, day) => sum + squaresAboutMean(day) / (day.sum / day.count) ** 2, 0)
  const freedom = days.reduce((sum, { count }) => sum + count - 1, 0)
  return (squares + USUAL_SPREAD_WEIGHT * USUAL_SPREAD) / (freedom + USUAL_SPREAD_WEIGHT)
}

function squaresAboutMean({ count, sum, sumOfSquares }: Samples): number {
  return Math.max(0, sumOfSquares - sum ** 2 / count)
}

function total(days: readonly Samples[]): { count: number; sum: number } {
  return days.reduce((all, day) => ({ count: all.count + day.count, sum: all.sum + day.sum }), {
    count: 0,
    sum: 0
  })
}

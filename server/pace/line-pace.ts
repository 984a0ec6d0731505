import { type Pace, paceOf, type Samples } from './pace.ts'

/** What is known of one service whose people stand in the line. */
export interface ServiceInLine {
  serviceId: string
  today: Samples
  earlier: readonly Samples[]
  /** People of it whom the counters call before. */
  ahead: number
}

interface LineFacts {
  services: readonly ServiceInLine[]
  /** People at the counters now. */
  busy: number
}

/** How unsure the time of a service is that is taken from another one, in squares of the mean. */
const DOUBT_OF_A_GUESS = 0.5

/**
 * The pace at which a line moves on whose counters serve several services: everyone before counts with the time of his own
 * service, and whoever leaves a counter first with that of the people who come to it.
 *
 * @param own the service of whoever waits
 * @returns nothing when fewer than five people of that service were served (K-02)
 */
export function linePace(own: string, { services, busy }: LineFacts): Pace | undefined {
  const all = sumOf(services.map(servedOf))
  const work = sumOf(services.map(workOf))
  const known = services.map((service) => {
    const { serviceId, today, earlier, ahead } = service
    const share = all === 0 ? 0 : servedOf(service) / all
    const atCounters = work === 0 ? 0 : busy * (workOf(service) / work)
    return { serviceId, ahead, share, pace: paceOf({ today, earlier, busy: atCounters }) }
  })
  const ownPace = known.find(({ serviceId }) => serviceId === own)?.pace
  if (!ownPace) return undefined
  const guess = { ...ownPace, doubt: ownPace.doubt + DOUBT_OF_A_GUESS }
  return mixed(known.map((one) => ({ ...one, pace: one.pace ?? guess })))
}

interface Part {
  pace: Pace
  ahead: number
  /** Of all who were served. */
  share: number
}

/**
 * One pace for people of several services. How many of each stand before is known, so it adds nothing to chance; who is at
 * the counters is not.
 */
function mixed(parts: readonly Part[]): Pace {
  const people = sumOf(parts.map(({ ahead }) => ahead)) + 1
  const weighed = parts.map(({ pace, ahead, share }) => ({
    ...pace,
    weight: (ahead + share) / people,
    share
  }))
  const mean = sumOf(weighed.map((one) => one.weight * one.mean))
  const variance = sumOf(weighed.map((one) => one.weight * one.spread * one.mean ** 2))
  const usual = sumOf(weighed.map((one) => one.share * one.mean))
  const squares = sumOf(weighed.map((one) => one.share * (1 + one.spread) * one.mean ** 2))
  const doubt = sumOf(weighed.map((one) => one.doubt * (one.weight * one.mean) ** 2))
  return {
    mean,
    spread: variance / mean ** 2,
    variety: squares / usual ** 2 - 1,
    doubt: doubt / mean ** 2
  }
}

function workOf({ today, earlier }: ServiceInLine): number {
  return today.sum + sumOf(earlier.map(({ sum }) => sum))
}

function servedOf({ today, earlier }: ServiceInLine): number {
  return today.count + sumOf(earlier.map(({ count }) => count))
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}

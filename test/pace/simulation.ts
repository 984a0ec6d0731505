import { linePace } from '../../server/pace/line-pace.ts'
import type { Samples } from '../../server/pace/pace.ts'
import { waitRange } from '../../server/pace/wait-range.ts'

/** Always the same chance for the same seed, so that a failure can be seen again. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Hall {
  seed: number
  counters: number
  /** How full the counters are in the long run; above 1 the line only grows. */
  load: number
  /** Seconds that one person takes on average; of several services at the same counters, as many people come for each. */
  mean: number | readonly number[]
  /** The standard deviation as a share of the mean. */
  spread: number
  /** By how much the mean of one day differs from that of another, as a share. */
  dayToDay?: number
  /** Days before the one that is looked at. */
  history?: number
  /** By how much the mean of this day is that of the days before, when the pace has changed. */
  change?: number
  /** How many stand before the door when it opens. */
  atOpening?: number
}

export interface Wait {
  lowMinutes: number
  highMinutes: number
  waited: number
  /** Who came when, from 0. */
  order: number
}

const PEOPLE_A_DAY = 120

/**
 * A day at the counters: people come by chance, wait in one line, and each is told a range when he comes. Those who need not
 * wait are left out.
 */
export function dayOfWaits(hall: Hall): Wait[] {
  const random = chance(hall.seed)
  const { history = 10, change = 1 } = hall
  const means = [hall.mean].flat()
  const services = means.map((mean) => ({
    earlier: Array.from({ length: history }, () => {
      const time = service({ ...hall, mean }, random, 1)
      return samplesOf(Array.from({ length: PEOPLE_A_DAY / means.length }, time))
    }),
    time: service({ ...hall, mean }, random, change)
  }))
  const mean = (means.reduce((sum, one) => sum + one, 0) / means.length) * change
  return simulate({ ...hall, mean }, { random, services })
}

interface Day {
  random: () => number
  services: { earlier: Samples[]; time: () => number }[]
}

interface Person {
  kind: number
  start: number
  end: number
  took: number
}

function simulate(hall: Hall & { mean: number }, { random, services }: Day): Wait[] {
  const { counters, load, mean, atOpening = 0 } = hall
  const freeAt = Array.from({ length: counters }, () => 0)
  const people: Person[] = []
  const waits: Wait[] = []
  let now = 0
  for (let order = 0; order < PEOPLE_A_DAY; order += 1) {
    if (order >= atOpening) now += -Math.log(1 - random()) * (mean / counters / load)
    const kind = Math.floor(random() * services.length)
    const ahead = people.filter(({ start }) => start > now)
    const free = people.length < counters ? counters - people.length : freeAt.filter((at) => at <= now).length
    const inLine = services.map(({ earlier }, one) => ({
      serviceId: String(one),
      today: samplesOf(
        people.filter((person) => person.kind === one && person.end <= now).map(({ took }) => took)
      ),
      earlier,
      ahead: ahead.filter((person) => person.kind === one).length
    }))
    const pace = linePace(String(kind), { services: inLine, busy: counters - free })
    const range = pace && waitRange(pace, { ahead: ahead.length, counters, free })
    const next = freeAt.indexOf(Math.min(...freeAt))
    const start = Math.max(now, freeAt[next] ?? 0)
    const took = services[kind]?.time() ?? 0
    freeAt[next] = start + took
    people.push({ kind, start, end: start + took, took })
    if (range && start > now) waits.push({ ...range, waited: (start - now) / 60, order })
  }
  return waits
}

/** Times of one day: lognormal about a mean that differs from day to day. */
function service(
  { mean, spread, dayToDay = 0 }: Hall & { mean: number },
  random: () => number,
  change: number
): () => number {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const daily = mean * change * Math.exp(dayToDay * normal())
  const sigma = Math.sqrt(Math.log(1 + spread ** 2))
  return () => daily * Math.exp(sigma * normal() - sigma ** 2 / 2)
}

export function samplesOf(times: readonly number[]): Samples {
  return {
    count: times.length,
    sum: times.reduce((sum, one) => sum + one, 0),
    sumOfSquares: times.reduce((sum, one) => sum + one ** 2, 0)
  }
}

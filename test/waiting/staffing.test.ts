import { describe, expect, it } from 'vitest'
import { chanceToWait, countersFor, shareWithin, staffingOf } from '../../server/waiting/staffing.ts'
import { seeded } from './story.ts'

const PROMISE = { minutes: 15, percent: 80 }

describe('how many counters a promised wait needs', () => {
  // One counter: C = a. Two at half load: 1/3. Three at two thirds: 4/9. The last is the call-centre example of
  // 360 calls a half hour, 4 minutes each and 55 agents, published with 0.239 and a mean wait of 8.2 seconds.
  it.each([
    [1, 0.5, 0.5],
    [1, 0.9, 0.9],
    [2, 1, 1 / 3],
    [3, 2, 4 / 9],
    [5, 4, 0.5541],
    [10, 8, 0.4092],
    [55, 48, 0.239]
  ])('%i counters at %f erlangs: %f have to wait', (counters, erlangs, chance) => {
    expect(chanceToWait(counters, erlangs)).toBeCloseTo(chance, 3)
  })

  it('gives the published mean wait of the call-centre example', () => {
    expect((chanceToWait(55, 48) * 240) / (55 - 48)).toBeCloseTo(8.2, 1)
  })

  it('says that everyone waits where the counters cannot keep up, and nobody where nobody comes', () => {
    expect(chanceToWait(3, 3)).toBe(1)
    expect(chanceToWait(3, 4)).toBe(1)
    expect(chanceToWait(3, 0)).toBe(0)
    expect(shareWithin(3, { perHour: 60, meanSeconds: 180 }, 15)).toBe(0)
    expect(countersFor({ perHour: 0, meanSeconds: 300 }, PROMISE)).toBe(0)
  })

  it('does not overflow with hundreds of counters', () => {
    expect(chanceToWait(400, 390)).toBeGreaterThan(0.4)
    expect(chanceToWait(400, 390)).toBeLessThan(0.7)
  })

  it.each([
    { counters: 2, perHour: 20, meanSeconds: 240, minutes: 5 },
    { counters: 5, perHour: 40, meanSeconds: 400, minutes: 4 },
    { counters: 10, perHour: 65, meanSeconds: 480, minutes: 3 }
  ])('agrees with a simulated hall: %o', ({ counters, minutes, ...load }) => {
    const simulated = simulatedShare(counters, load, minutes)
    expect(shareWithin(counters, load, minutes)).toBeGreaterThan(simulated - 0.02)
    expect(shareWithin(counters, load, minutes)).toBeLessThan(simulated + 0.02)
  })

  it('names the fewest counters: one less breaks the promise', () => {
    for (const perHour of [3, 12, 30, 65, 140]) {
      const load = { perHour, meanSeconds: 420 }
      const counters = countersFor(load, PROMISE)
      expect(shareWithin(counters, load, 15)).toBeGreaterThanOrEqual(0.8)
      expect(counters === 1 || shareWithin(counters - 1, load, 15) < 0.8).toBe(true)
    }
  })

  it('ends also when a hundred percent are promised', () => {
    expect(countersFor({ perHour: 60, meanSeconds: 300 }, { minutes: 1, percent: 100 })).toBeLessThan(30)
  })
})

describe('how sure the suggestion is', () => {
  const history = (arrivals: number[], samples = arrivals.length * 10) => ({
    arrivals,
    meanSeconds: 360,
    samples
  })

  it.each([
    ['none', 'no days', history([])],
    ['none', 'four days', history([20, 21, 19, 20])],
    ['none', 'too few people served', history([20, 21, 19, 20, 20, 22], 12)],
    ['guide', 'a week', history([20, 21, 19, 20, 20, 22])],
    [
      'guide',
      'many days that differ much',
      history(Array.from({ length: 30 }, (_, day) => (day % 2 ? 5 : 60)))
    ],
    ['sure', 'many days that are alike', history(Array.from({ length: 30 }, (_, day) => 20 + (day % 3)))]
  ] as const)('%s: %s', (certainty, _, known) => {
    expect(staffingOf(known, PROMISE).certainty).toBe(certainty)
  })

  it('gives a range around the suggestion that narrows as days are added', () => {
    const few = staffingOf(history([30, 34, 26, 30, 30]), PROMISE)
    const many = staffingOf(history(Array.from({ length: 40 }, (_, day) => 28 + (day % 5))), PROMISE)
    for (const { low, counters, high } of [few, many]) {
      expect(low).toBeLessThanOrEqual(counters)
      expect(counters).toBeLessThanOrEqual(high)
    }
    expect(many.high - many.low).toBeLessThanOrEqual(few.high - few.low)
  })

  it('does not take days that are alike by accident for certainty', () => {
    const { low, high } = staffingOf(history([100, 100, 100, 100, 100]), PROMISE)
    expect(high).toBeGreaterThan(low)
  })
})

/** The share within `minutes` among people who come by chance to a hall that calls the first in line, after a warm-up. */
function simulatedShare(
  counters: number,
  { perHour, meanSeconds }: { perHour: number; meanSeconds: number },
  minutes: number
): number {
  const people = 150_000
  const random = seeded(20261123)
  const free = new Array<number>(counters).fill(0)
  let now = 0
  let within = 0
  for (let count = 0; count < people; count += 1) {
    now += (-Math.log(1 - random()) * 3600) / perHour
    const first = free.indexOf(Math.min(...free))
    const begins = Math.max(now, free[first] ?? 0)
    free[first] = begins - Math.log(1 - random()) * meanSeconds
    if (count >= people / 10 && begins - now <= minutes * 60) within += 1
  }
  return within / (people * 0.9)
}

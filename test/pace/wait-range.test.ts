import { describe, expect, it } from 'vitest'
import { linePace } from '../../server/pace/line-pace.ts'
import { paceOf, type Samples } from '../../server/pace/pace.ts'
import { waitRange } from '../../server/pace/wait-range.ts'
import { dayOfWaits, type Hall, samplesOf, type Wait } from './simulation.ts'

const NOBODY = samplesOf([])

/** Twelve people, five minutes each, more or less. */
const MORNING = samplesOf([200, 260, 300, 340, 400, 250, 310, 290, 350, 280, 320, 300])

function rangeOf(line: { ahead: number; counters: number; free: number }, earlier = [MORNING, MORNING]) {
  const pace = paceOf({ today: MORNING, earlier, busy: line.counters - line.free })
  return pace && waitRange(pace, line)
}

function sharesOf(waits: readonly Wait[]) {
  const share = (test: (wait: Wait) => boolean) => waits.filter(test).length / waits.length
  return {
    within: share(({ waited, lowMinutes, highMinutes }) => waited >= lowMinutes && waited <= highMinutes),
    sooner: share(({ waited, lowMinutes }) => waited < lowMinutes),
    later: share(({ waited, highMinutes }) => waited > highMinutes)
  }
}

const daysOf = (hall: Omit<Hall, 'seed'>) =>
  Array.from({ length: 60 }, (_, day) => dayOfWaits({ ...hall, seed: day * 7919 + 1 })).flat()

describe('what is said about a wait', () => {
  it('is nothing before five people were served, or while no counter is open (K-02)', () => {
    const four = samplesOf([300, 240, 360, 310])
    const five = samplesOf([300, 240, 360, 310, 280])
    expect(paceOf({ today: four, earlier: [], busy: 1 })).toBeUndefined()
    expect(paceOf({ today: NOBODY, earlier: [NOBODY], busy: 0 })).toBeUndefined()
    expect(paceOf({ today: five, earlier: [], busy: 1 })).toBeDefined()
    expect(paceOf({ today: NOBODY, earlier: [five], busy: 1 })).toBeDefined()
    expect(rangeOf({ ahead: 3, counters: 0, free: 0 })).toBeUndefined()
  })

  it.each([
    ['the next before one counter', { ahead: 0, counters: 1, free: 0 }, [1, 4]],
    ['ten before one counter', { ahead: 10, counters: 1, free: 0 }, [45, 60]],
    ['ten before five counters', { ahead: 10, counters: 5, free: 0 }, [8, 13]],
    ['a free counter', { ahead: 0, counters: 2, free: 1 }, [0, 1]],
    ['more free counters than people', { ahead: 1, counters: 4, free: 3 }, [0, 1]]
  ])('is about what one works out by hand: %s', (_, line, [least = 0, most = 0]) => {
    const range = rangeOf(line)
    expect(range?.lowMinutes).toBeGreaterThanOrEqual(least)
    expect(range?.highMinutes).toBeLessThanOrEqual(most)
  })

  it('is in whole minutes and never "0 phút": the far end is after the near one', () => {
    for (const seconds of [1, 20, 300, 3000]) {
      const pace = paceOf({ today: samplesOf(Array(5).fill(seconds)), earlier: [], busy: 1 })
      for (const ahead of [0, 1, 5, 200]) {
        const { lowMinutes, highMinutes } = (pace && waitRange(pace, { ahead, counters: 3, free: 0 })) ?? {}
        expect(Number.isInteger(lowMinutes) && Number.isInteger(highMinutes)).toBe(true)
        expect(lowMinutes).toBeGreaterThanOrEqual(0)
        expect(highMinutes).toBeGreaterThanOrEqual(Math.max(1, Number(lowMinutes) + 1))
      }
    }
  })

  it('is a range whatever the services are like, and however many counters are free', () => {
    for (const quick of [3, 45, 600]) {
      const slow = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 1800 : 20))
      const days = [samplesOf(slow), samplesOf(Array(6).fill(quick))]
      for (const today of [NOBODY, samplesOf([quick]), samplesOf(slow)]) {
        const pace = paceOf({ today, earlier: days, busy: 5 })
        if (!pace) throw new Error('there are enough samples')
        for (const variety of [0.01, pace.spread, 3]) {
          for (const counters of [1, 6, 45]) {
            for (const ahead of [0, 5, 60]) {
              const range = waitRange(
                { ...pace, variety },
                { ahead, counters, free: Math.min(counters, ahead) }
              )
              expect(range?.lowMinutes).toBeGreaterThanOrEqual(0)
              expect(range?.highMinutes).toBeGreaterThan(range?.lowMinutes ?? Number.NaN)
              expect(Number.isFinite(range?.highMinutes)).toBe(true)
            }
          }
        }
      }
    }
  })

  it('is not thrown over by one visit of a few seconds', () => {
    const usual = samplesOf(Array.from({ length: 100 }, (_, at) => 400 + (at % 4) * 100))
    const line = { ahead: 10, counters: 2, free: 0 }
    const rangeWith = (today: Samples) => {
      const pace = paceOf({ today, earlier: [usual], busy: 2 })
      return (pace && waitRange(pace, line)) ?? { lowMinutes: 0, highMinutes: 0 }
    }
    const before = rangeWith(NOBODY)
    const after = rangeWith(samplesOf([5]))
    expect(after.lowMinutes).toBeGreaterThan(before.lowMinutes * 0.8)
    expect(after.highMinutes).toBeGreaterThan(before.highMinutes * 0.8)
  })

  it('never moves earlier when more people stand before, nor later when more counters are open', () => {
    const highs = (lines: { ahead: number; counters: number; free: number }[]) =>
      lines.map((line) => rangeOf(line)?.highMinutes ?? Number.NaN)
    const growing = highs(Array.from({ length: 40 }, (_, ahead) => ({ ahead, counters: 3, free: 0 })))
    const shrinking = highs(
      Array.from({ length: 9 }, (_, more) => ({ ahead: 12, counters: more + 1, free: 0 }))
    )
    expect(growing).toEqual([...growing].sort((one, other) => one - other))
    expect(shrinking).toEqual([...shrinking].sort((one, other) => other - one))
  })

  it('is wider the fewer people it was learnt from', () => {
    const width = (count: number) => {
      const today = samplesOf(Array.from({ length: count }, (_, at) => 240 + (at % 5) * 30))
      const pace = paceOf({ today, earlier: [], busy: 1 })
      const range = pace && waitRange(pace, { ahead: 30, counters: 1, free: 0 })
      return (range?.highMinutes ?? 0) - (range?.lowMinutes ?? 0)
    }
    expect(width(5)).toBeGreaterThan(width(20))
    expect(width(20)).toBeGreaterThan(width(100))
  })

  it('counts everyone before with the time of his own service, whatever one comes for oneself', () => {
    const [quick, slow] = [samplesOf([280, 300, 320, 300, 300]), samplesOf([1700, 1800, 1900, 1800, 1800])]
    const rangeFor = (own: string, ahead: { quick: number; slow: number }) => {
      const services = [
        { serviceId: 'quick', today: quick, earlier: [quick], ahead: ahead.quick },
        { serviceId: 'slow', today: slow, earlier: [slow], ahead: ahead.slow }
      ]
      const pace = linePace(own, { services, busy: 1 })
      return pace && waitRange(pace, { ahead: ahead.quick + ahead.slow, counters: 1, free: 0 })
    }
    expect(rangeFor('quick', { quick: 0, slow: 4 })?.lowMinutes).toBeGreaterThan(90)
    expect(rangeFor('slow', { quick: 4, slow: 0 })?.highMinutes).toBeLessThan(60)
    expect(rangeFor('slow', { quick: 4, slow: 0 })).toEqual(rangeFor('quick', { quick: 4, slow: 0 }))
  })

  it('guesses the time of a service that nobody has been served for, and says nothing for that service itself', () => {
    const known = { serviceId: 'known', today: MORNING, earlier: [], ahead: 2 }
    const fresh = { serviceId: 'new', today: NOBODY, earlier: [], ahead: 6 }
    const sure = linePace('known', { services: [{ ...known, ahead: 8 }], busy: 1 })
    const guessed = linePace('known', { services: [known, fresh], busy: 1 })
    expect(guessed?.doubt).toBeGreaterThan(2 * (sure?.doubt ?? 1))
    expect(linePace('new', { services: [known, fresh], busy: 1 })).toBeUndefined()
  })

  it('is less sure where days differ from each other', () => {
    const slow = samplesOf([500, 560, 600, 640, 700])
    const fast = samplesOf([100, 120, 140, 160, 180])
    const doubt = (earlier: (typeof slow)[]) => {
      const pace = paceOf({ today: NOBODY, earlier, busy: 1 })
      return pace?.doubt ?? 0
    }
    expect(doubt([slow, fast, slow, fast])).toBeGreaterThan(3 * doubt([slow, slow, slow, slow]))
  })
})

describe('in a simulated hall, six waits in ten lie within what was said', () => {
  it.each<[string, Omit<Hall, 'seed'>]>([
    ['one counter, steady', { counters: 1, load: 0.8, mean: 300, spread: 0.5 }],
    ['one counter, overrun', { counters: 1, load: 1.3, mean: 600, spread: 0.7 }],
    ['two counters, every case alike', { counters: 2, load: 0.95, mean: 420, spread: 0.3 }],
    ['four counters, cases that differ much', { counters: 4, load: 0.95, mean: 900, spread: 1.2 }],
    ['four counters, a crowd at the door', { counters: 4, load: 0.9, mean: 600, spread: 0.7, atOpening: 40 }],
    ['four counters, days that differ', { counters: 4, load: 1.1, mean: 900, spread: 0.7, dayToDay: 0.25 }],
    ['ten counters', { counters: 10, load: 0.95, mean: 900, spread: 0.7 }],
    ['ten counters, overrun', { counters: 10, load: 1.3, mean: 600, spread: 0.7 }],
    ['two services, one four times as long', { counters: 2, load: 1, mean: [300, 1200], spread: 0.5 }],
    ['three services at six counters', { counters: 6, load: 1.1, mean: [180, 600, 1800], spread: 0.6 }],
    ['the first day of an office', { counters: 3, load: 1.1, mean: 600, spread: 0.7, history: 0 }],
    ['an office of two days', { counters: 3, load: 1.1, mean: 600, spread: 0.7, history: 2, dayToDay: 0.2 }]
  ])('%s', (_, hall) => {
    const waits = daysOf(hall)
    const { within, sooner, later } = sharesOf(waits)
    expect(waits.length).toBeGreaterThan(1500)
    expect(within).toBeGreaterThan(0.5)
    expect(within).toBeLessThan(0.75)
    expect(sooner).toBeLessThan(0.32)
    expect(later).toBeLessThan(0.32)
  })

  it.each([
    ['half', 2],
    ['twice', 0.5],
    ['a quarter', 4]
  ])('follows within the day when the pace is %s of what it was on the ten days before', (_, change) => {
    const waits = daysOf({ counters: 4, load: 1.1, mean: 480, spread: 0.7, change })
    const early = sharesOf(waits.filter(({ order }) => order < 10))
    const late = sharesOf(waits.filter(({ order }) => order >= 40))
    expect(Math.abs(early.later - early.sooner)).toBeGreaterThan(0.05)
    expect(late.within).toBeGreaterThan(0.5)
    expect(Math.abs(late.later - late.sooner)).toBeLessThan(0.12)
  })
})

import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Call } from '../../kiosk-ui/src/api/hall-state.ts'
import { nextReading, type Reading, SILENT, type Voice } from '../../kiosk-ui/src/voice/voice-queue.ts'
import {
  FIRST_SETTINGS,
  isOfRoom,
  type VoiceSettings,
  volumeAt
} from '../../kiosk-ui/src/voice/voice-settings.ts'

const NINE = Date.parse('2026-11-23T02:00:00.000Z')

/** A call so many seconds after nine. */
const call = (number: string, second: number, more: Partial<Call> = {}): Call => ({
  number,
  counterId: 'c1',
  counterNumber: 1,
  calledAt: new Date(NINE + second * 1000).toISOString(),
  serving: false,
  ...more
})

const words = (reading: Reading | undefined) =>
  reading && `${reading.call.number}${reading.again ? ' again' : ''}${reading.short ? ' short' : ''}`

/** Reads until nothing is left, at one instant. */
function readAll(calls: readonly Call[], second: number, voice: Voice = SILENT) {
  const read: string[] = []
  let now = voice
  for (let tries = 0; tries < 100; tries += 1) {
    const next = nextReading(now, { calls, now: NINE + second * 1000 })
    now = next.voice
    if (!next.reading) return { read, voice: now }
    read.push(words(next.reading) ?? '')
  }
  throw new Error('there is no end')
}

describe('B-03 what is said, and how often', () => {
  it('says a call twice', () => {
    expect(readAll([call('A001', 0)], 1).read).toEqual(['A001', 'A001 again'])
  })

  it('says two that came at once in their order, whatever the order on the board', () => {
    const read = ['A001', 'A001 again', 'B002', 'B002 again']
    expect(readAll([call('B002', 2), call('A001', 1)], 3).read).toEqual(read)
  })

  it('says nothing a second time, also not after a snapshot or a cut', () => {
    const { voice } = readAll([call('A001', 0)], 1)
    expect(readAll([call('A001', 0)], 5, voice).read).toEqual([])
    expect(readAll([call('A001', 0), call('A002', 4)], 5, voice).read).toEqual(['A002', 'A002 again'])
  })

  it('says a recall, which is another call of the same number', () => {
    const { voice } = readAll([call('A001', 0)], 1)
    expect(readAll([call('A001', 20)], 21, voice).read).toEqual(['A001', 'A001 again'])
  })

  it.each([
    ['45 s', 45, ['A001', 'A001 again']],
    ['46 s', 46, []]
  ])('shows a call that is %s old, and says it only while it is young', (_, second, read) => {
    expect(readAll([call('A001', 0)], second).read).toEqual(read)
  })

  it('says nobody who has come, and forgets the second reading of one who comes during the first', () => {
    expect(readAll([call('A001', 0, { serving: true })], 1).read).toEqual([])
    const { voice } = nextReading(SILENT, { calls: [call('A001', 0)], now: NINE })
    for (const calls of [[], [call('A001', 0, { serving: true })]]) {
      expect(nextReading(voice, { calls, now: NINE + 4000 }).reading).toBeUndefined()
    }
  })

  it('drops the second reading for a recall, which is said instead', () => {
    const { voice } = nextReading(SILENT, { calls: [call('A001', 0)], now: NINE })
    const next = nextReading(voice, { calls: [call('A001', 3)], now: NINE + 4000 })
    expect(words(next.reading)).toBe('A001')
  })
})

describe('B-05 the short form', () => {
  it('says each once when three wait, until nobody is left', () => {
    const three = [call('A003', 3), call('A002', 2), call('A001', 1)]
    const { read, voice } = readAll(three, 4)
    expect(read).toEqual(['A001 short', 'A002 short', 'A003 short'])
    expect(readAll([...three, call('A004', 9)], 10, voice).read).toEqual(['A004', 'A004 again'])
  })

  it('says two twice', () => {
    expect(readAll([call('A002', 2), call('A001', 1)], 3).read).toHaveLength(4)
  })

  it('leaves out the second reading when three came during the first', () => {
    const first = call('A001', 0)
    const { voice } = nextReading(SILENT, { calls: [first], now: NINE })
    const calls = [call('A004', 3), call('A003', 2), call('A002', 1), first]
    expect(readAll(calls, 4, voice).read).toEqual(['A002 short', 'A003 short', 'A004 short'])
  })
})

/** What may happen in a hall, and time passing, in any order. */
const step = fc.oneof(
  fc.record({ do: fc.constant('call' as const), ticket: fc.nat(9) }),
  fc.record({ do: fc.constant('serve' as const), ticket: fc.nat(9) }),
  fc.record({ do: fc.constant('leave' as const), ticket: fc.nat(9) }),
  fc.record({ do: fc.constant('wait' as const), seconds: fc.nat(30) }),
  fc.record({ do: fc.constant('read' as const) })
)

describe('B-03 B-05 whatever happens', () => {
  test.prop([fc.array(step, { maxLength: 120 })], { numRuns: 500 })(
    'each call is begun at most once, none that is old or gone, and in the order of the calls',
    (steps) => {
      let calls: Call[] = []
      let second = 0
      let voice = SILENT
      const begun: string[] = []
      for (const what of steps) {
        if (what.do === 'wait') second += what.seconds
        else if (what.do === 'read') {
          const next = nextReading(voice, { calls, now: NINE + second * 1000 })
          voice = next.voice
          if (!next.reading) continue
          const { call: said, again } = next.reading
          expect(calls).toContainEqual({ ...said, serving: false })
          if (again) continue
          expect(NINE + second * 1000 - Date.parse(said.calledAt)).toBeLessThanOrEqual(45_000)
          begun.push(`${said.calledAt} ${said.number}`)
        } else {
          const number = `A00${what.ticket}`
          const others = calls.filter((one) => one.number !== number)
          const there = calls.find((one) => one.number === number)
          // No two events of an office have the same instant here, so that order can be told.
          second += 0.001
          if (what.do === 'call') calls = [call(number, second), ...others]
          else if (what.do === 'serve' && there) calls = [{ ...there, serving: true }, ...others]
          else calls = others
        }
      }
      expect(new Set(begun).size).toBe(begun.length)
      expect(begun).toEqual([...begun].sort())
      // Whoever is young and still awaited is said in the end: no step has wedged it.
      const young = calls.filter(
        (one) => !one.serving && second - (Date.parse(one.calledAt) - NINE) / 1000 <= 45
      )
      const { voice: after } = readAll(calls, second, voice)
      for (const one of young) expect(after.said).toContain(`${one.number} ${one.calledAt}`)
    }
  )
})

describe('B-11 how loud a board is', () => {
  const settings = (more: Partial<VoiceSettings>) => ({
    ...FIRST_SETTINGS,
    volume: 80,
    quietVolume: 20,
    ...more
  })
  it.each([
    [{}, '11:30', 0.8],
    [{ speaks: false }, '09:00', 0],
    [{ quietFrom: '11:30', quietUntil: '13:30' }, '11:29', 0.8],
    [{ quietFrom: '11:30', quietUntil: '13:30' }, '11:30', 0.2],
    [{ quietFrom: '11:30', quietUntil: '13:30' }, '13:30', 0.8],
    [{ quietFrom: '17:00', quietUntil: '07:30' }, '23:00', 0.2],
    [{ quietFrom: '17:00', quietUntil: '07:30' }, '07:00', 0.2],
    [{ quietFrom: '17:00', quietUntil: '07:30' }, '12:00', 0.8],
    [{ quietFrom: '11:30', quietUntil: '13:30', quietVolume: 0 }, '12:00', 0]
  ])('%o at %s: %d', (more, time, volume) => {
    expect(volumeAt(settings(more), time)).toBe(volume)
  })

  it('is for the counters of its room, or for all', () => {
    const at = (counters: number[]) =>
      [1, 2, 3].filter((counterNumber) => isOfRoom(settings({ counters }), { counterNumber }))
    expect(at([])).toEqual([1, 2, 3])
    expect(at([1, 3])).toEqual([1, 3])
  })
})

import { describe, expect, it } from 'vitest'
import { type CutOff, forwardingDay, isPastCutOff } from '../../server/regulation/cut-off.ts'
import { rulesOn } from './shipped.ts'

const AT_15 = 15 * 60
const closingMinute = 17 * 60

describe('the cut-off', () => {
  it.each<[string, CutOff | null, number, boolean]>([
    ['there is none', null, 23 * 60, false],
    ['before the hour', { kind: 'hour', minute: AT_15 }, AT_15 - 1, false],
    ['at the hour itself', { kind: 'hour', minute: AT_15 }, AT_15, false],
    ['after the hour', { kind: 'hour', minute: AT_15 }, AT_15 + 1, true],
    ['before the last hour', { kind: 'last_hours', hours: 1 }, 16 * 60 - 1, false],
    ['in the first minute of the last hour', { kind: 'last_hours', hours: 1 }, 16 * 60, true],
    ['in the last two hours', { kind: 'last_hours', hours: 2 }, 15 * 60, true]
  ])('%s', (_, cutOff, minute, past) => {
    expect(isPastCutOff(cutOff, { minute, closingMinute })).toBe(past)
  })
})

describe('a dossier that came', () => {
  it.each([
    ['2018-06-21', AT_15, 'same_day'],
    ['2018-06-21', AT_15 + 1, 'next_working_day'],
    ['2026-08-05', AT_15, 'same_day'],
    ['2026-08-05', AT_15 + 1, 'next_working_day'],
    ['2017-08-31', closingMinute, 'same_day']
  ])('is forwarded under the rules of %s at minute %i on the %s', (day, minute, wanted) => {
    expect(forwardingDay(rulesOn(day), { minute, closingMinute })).toBe(wanted)
  })

  it.each(['2018-06-21', '2025-07-01', '2026-08-05'])(
    'counts from its own day under the rules of %s, as 15:00 is about forwarding only',
    (day) => {
      expect(isPastCutOff(rulesOn(day).termCutOff.value, { minute: closingMinute, closingMinute })).toBe(
        false
      )
    }
  )
})

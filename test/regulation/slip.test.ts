import { describe, expect, it } from 'vitest'
import { isSlipRequired } from '../../server/regulation/slip.ts'
import { rulesOn, rulesWith } from './shipped.ts'

const days = (amount: number) => ({ amount, unit: 'working_day' as const })
const calendarDays = (amount: number) => ({ amount, unit: 'calendar_day' as const })
const hours = (amount: number) => ({ amount, unit: 'working_hour' as const })
const sameDay = { amount: 1, unit: 'same_day' as const }
const plain = { immediate: false, requested: false }

describe('a slip since Nghị định 61/2018, by the threshold of the plan of 2017', () => {
  const regimes = ['2018-06-21', '2025-07-01', '2026-08-05']

  it.each([
    ['a term of days', { ...plain, term: days(5) }, true],
    ['a term of two days', { ...plain, term: days(2) }, true],
    ['a term of one day', { ...plain, term: days(1) }, false],
    ['a term of one day for someone who asks', { ...plain, term: days(1), requested: true }, true],
    ['a term of hours', { ...plain, term: hours(4) }, false],
    ['a result on the same day, yet not at once', { ...plain, term: sameDay }, false],
    ['a term that is not known', { ...plain, term: null }, true],
    ['a result at once', { term: sameDay, immediate: true, requested: false }, false],
    ['a result at once for someone who asks', { term: sameDay, immediate: true, requested: true }, true],
    [
      'a result at once, whatever term the catalogue has',
      { term: days(3), immediate: true, requested: false },
      false
    ]
  ])('for %s', (_, matter, required) => {
    for (const day of regimes) expect(isSlipRequired(rulesOn(day), matter), day).toBe(required)
  })
})

describe('a slip under the plan of Kiên Giang of 2017', () => {
  const rules = rulesOn('2017-08-31')

  it.each([
    ['one working day', days(1), false],
    ['two working days', days(2), true],
    ['one calendar day', calendarDays(1), false],
    ['two calendar days', calendarDays(2), true],
    ['eight working hours', hours(8), false],
    ['nine working hours', hours(9), true],
    ['the same day', sameDay, false]
  ])('for a term of %s', (_, term, required) => {
    expect(isSlipRequired(rules, { ...plain, term })).toBe(required)
    expect(isSlipRequired(rules, { ...plain, term, requested: true })).toBe(true)
  })
})

describe('a slip under settings of the office', () => {
  it.each([
    ['a term of one day', { ...plain, term: days(1) }, true],
    ['a term of hours', { ...plain, term: hours(4) }, true],
    ['a result on the same day, yet not at once', { ...plain, term: sameDay }, true],
    ['a result at once', { term: sameDay, immediate: true, requested: false }, false]
  ])('by the words of the decree, without a threshold, for %s', (_, matter, required) => {
    expect(isSlipRequired(rulesWith({ slipAboveWorkingDays: 0 }), matter)).toBe(required)
  })

  it.each([
    ['required', { immediate: true, requested: false }, true],
    ['on_request', { immediate: true, requested: true }, true],
    ['on_request', { immediate: true, requested: false }, false],
    ['none', { immediate: true, requested: false }, false]
  ] as const)('for immediate results %s, %o', (slipForImmediateResult, matter, required) => {
    const rules = rulesWith({ slipForImmediateResult, slipOnRequest: false })
    expect(isSlipRequired(rules, { ...matter, term: sameDay })).toBe(required)
  })

  it('is not owed to one who asks where that right is off', () => {
    const rules = rulesWith({ slipForImmediateResult: 'none', slipOnRequest: false })
    expect(isSlipRequired(rules, { term: sameDay, immediate: true, requested: true })).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { mayStopOnRequest, mayWithdraw } from '../../server/regulation/stop.ts'
import {
  mayRequestSupplement,
  supplementExpiry,
  termAfterSupplement
} from '../../server/regulation/supplement.ts'
import { rulesOn, rulesWith } from './shipped.ts'

const sentBack = {
  receivedAt: '2026-11-02T02:00:00.000Z',
  askedAt: '2026-11-04T02:00:00.000Z',
  completedAt: '2026-11-09T03:30:00.000Z',
  dueAt: '2026-11-16T09:30:00.000Z'
}

describe('a request for papers', () => {
  it.each(['2018-06-21', '2025-07-01', '2026-08-05'])('may be made once under the rules of %s', (day) => {
    expect(mayRequestSupplement(rulesOn(day), 0)).toBe(true)
    expect(mayRequestSupplement(rulesOn(day), 1)).toBe(false)
  })
})

describe('the term after a supplement', () => {
  it.each(['2018-06-21', '2025-07-01', '2026-08-05'])('is counted from zero under the rules of %s', (day) => {
    expect(termAfterSupplement(rulesOn(day), sentBack)).toEqual({
      mode: 'restart',
      countFrom: '2026-11-09T03:30:00.000Z'
    })
  })

  it('goes on with what was left when the office resumes', () => {
    expect(termAfterSupplement(rulesWith({ termAfterSupplement: 'resume' }), sentBack)).toEqual({
      mode: 'resume',
      receivedAt: '2026-11-02T02:00:00.000Z',
      askedAt: '2026-11-04T02:00:00.000Z',
      countFrom: '2026-11-09T03:30:00.000Z'
    })
  })

  it('is put off by the waiting time when the office shifts', () => {
    expect(termAfterSupplement(rulesWith({ termAfterSupplement: 'shift' }), sentBack)).toEqual({
      mode: 'shift',
      dueAt: '2026-11-16T09:30:00.000Z',
      byMilliseconds: (5 * 24 + 1.5) * 60 * 60 * 1000
    })
  })
})

describe('the expiry of a supplement', () => {
  it('is off unless the procedure has one', () => {
    expect(supplementExpiry(rulesOn('2026-11-23'), null)).toBeNull()
    expect(supplementExpiry(rulesOn('2026-11-23'), 20)).toBe(20)
  })

  it('did not exist before Nghị định 118/2025', () => {
    expect(supplementExpiry(rulesOn('2025-06-30'), 20)).toBeNull()
  })

  it('is 15 working days where the office applies it always', () => {
    const rules = rulesWith({ supplementExpiryApplies: 'always' })
    expect(supplementExpiry(rules, null)).toBe(15)
    expect(supplementExpiry(rules, 20)).toBe(20)
  })
})

describe('stopping and withdrawing', () => {
  it.each([
    ['2017-08-31', false],
    ['2025-06-30', false],
    ['2025-07-01', true],
    ['2026-08-05', true]
  ])('under the rules of %s a stop on request is possible: %s', (day, possible) => {
    expect(mayStopOnRequest(rulesOn(day), { resultRecorded: false })).toBe(possible)
    expect(mayStopOnRequest(rulesOn(day), { resultRecorded: true })).toBe(false)
  })

  it('a dossier can be taken back while it has no result', () => {
    expect(mayWithdraw(rulesOn('2026-11-23'), { resultRecorded: false })).toBe(true)
    expect(mayWithdraw(rulesOn('2026-11-23'), { resultRecorded: true })).toBe(false)
    expect(mayWithdraw(rulesWith({ withdrawOnRequest: 'not_regulated' }), { resultRecorded: false })).toBe(
      false
    )
  })
})

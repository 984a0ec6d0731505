import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Caller, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

/** Wednesday, and no holiday near. */
const RECEIVED = '2026-12-09T08:30:00.000Z'

describe.each(databases)('the rule set of the day of receipt, on $name', ({ open }) => {
  let test: TestApp
  let administrator: Caller
  beforeEach(async () => {
    test = await startTestApp(open)
    administrator = await signIn(test.app, 'quantri')
  })
  afterEach(() => test.close())

  const due = async (amount: number, unit: string, receivedAt = RECEIVED) =>
    (await administrator('POST', '/api/v1/due-dates', { term: { amount, unit }, receivedAt })).body.dueDay
  const set = async (key: string, value: unknown) => {
    const setting = { kind: 'decree', key, value, effectiveFrom: '2026-12-01', basis: 'Văn bản thử' }
    const answer = await administrator('POST', '/api/v1/regulation/settings', setting)
    expect(answer.status).toBeLessThan(300)
  }

  it('does not count the day of receipt, until a decree counts it', async () => {
    expect(await due(1, 'working_day')).toBe('2026-12-10')
    await set('receiptDayCounted', true)
    expect(await due(1, 'working_day')).toBe('2026-12-09')
    expect(await due(3, 'calendar_day')).toBe('2026-12-11')
    expect(await due(1, 'working_day', '2026-11-25T08:30:00.000Z')).toBe('2026-11-26')
  })

  it('moves the end of a calendar term off a day of rest, until a decree lets it stay', async () => {
    expect(await due(3, 'calendar_day')).toBe('2026-12-14')
    await set('calendarTermOnRestDay', 'stays')
    expect(await due(3, 'calendar_day')).toBe('2026-12-12')
  })

  it('has a cut-off for all procedures only where a decree sets one', async () => {
    expect(await due(1, 'working_day')).toBe('2026-12-10')
    await set('termCutOff', { kind: 'hour', minute: 900 })
    expect(await due(1, 'working_day')).toBe('2026-12-11')
    expect(await due(1, 'working_day', '2026-12-09T08:00:00.000Z')).toBe('2026-12-10')
  })
})

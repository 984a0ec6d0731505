import { describe, expect, it } from 'vitest'
import { apologyDeadline, mayGiveNewDate } from '../../server/regulation/apology.ts'
import { addDays } from '../../server/regulation/day.ts'
import { rulesOn, rulesWith } from './shipped.ts'

/** Weekends and the days that the tests need; the calendar's own tests prove the rest. */
const DAYS_OFF = new Set(['2026-11-24', '2026-08-31', '2026-09-01', '2026-09-02'])
const MAKE_UP_DAYS = new Set(['2026-08-22'])

function previousWorkingDay(day: string): string {
  const before = addDays(day, -1)
  const weekday = new Date(`${before}T00:00:00Z`).getUTCDay()
  const isWorked = MAKE_UP_DAYS.has(before) || (weekday !== 0 && weekday !== 6 && !DAYS_OFF.has(before))
  return isWorked ? before : previousWorkingDay(before)
}

describe('the last day for the apology', () => {
  it.each([
    ['is the day before', '2026-11-20', '2026-11-19'],
    ['is the Friday before a Monday', '2026-11-23', '2026-11-20'],
    ['steps over a holiday', '2026-11-25', '2026-11-23'],
    ['steps over a long holiday', '2026-09-03', '2026-08-28'],
    ['is a make-up Saturday', '2026-08-24', '2026-08-22']
  ])('%s', (_, dueDay, wanted) => {
    for (const day of ['2018-06-21', '2025-07-01', '2026-08-05']) {
      expect(apologyDeadline(rulesOn(day), dueDay, { previousWorkingDay }), day).toBe(wanted)
    }
  })

  it.each([
    [
      'counts two calendar days and steps back from Saturday',
      { apologyLeadDays: 2 },
      '2026-11-23',
      '2026-11-20'
    ],
    [
      'counts two working days',
      { apologyLeadDays: 2, apologyLeadUnit: 'working_day' as const },
      '2026-11-23',
      '2026-11-19'
    ],
    [
      'stays on a Sunday when the office reads the law so',
      { apologyLeadOnRestDay: 'stays' as const },
      '2026-11-23',
      '2026-11-22'
    ],
    ['is the due day itself with no lead', { apologyLeadDays: 0 }, '2026-11-23', '2026-11-23'],
    [
      'is the due day itself with no lead in working days',
      { apologyLeadDays: 0, apologyLeadUnit: 'working_day' as const },
      '2026-11-23',
      '2026-11-23'
    ]
  ])('%s', (_, values, dueDay, wanted) => {
    expect(apologyDeadline(rulesWith(values), dueDay, { previousWorkingDay })).toBe(wanted)
  })
})

describe('a new date', () => {
  it.each(['2018-06-21', '2025-06-30', '2025-07-01', '2025-12-31', '2026-08-05'])(
    'may be given once under the rules of %s',
    (day) => {
      expect(mayGiveNewDate(rulesOn(day), 0)).toBe(true)
      expect(mayGiveNewDate(rulesOn(day), 1)).toBe(false)
    }
  )

  it('may be given as often as a setting allows', () => {
    expect(mayGiveNewDate(rulesWith({ apologyMaxNewDates: 2 }), 1)).toBe(true)
    expect(mayGiveNewDate(rulesWith({ apologyMaxNewDates: 2 }), 2)).toBe(false)
    expect(mayGiveNewDate(rulesWith({ apologyMaxNewDates: 0 }), 0)).toBe(false)
  })
})

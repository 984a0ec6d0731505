import { describe, expect, it } from 'vitest'
import { officeDays } from '../../server/calendar/office-days.ts'
import { officeCalendar, vietnam } from './calendars.ts'

const days = officeDays(officeCalendar())

describe('working days of an office', () => {
  it('tells a holiday and a weekend from a day of work', () => {
    expect(['2026-11-23', '2026-11-24', '2026-11-28'].map(days.isWorkingDay)).toEqual([true, false, false])
  })

  it('steps back over a holiday and over a weekend', () => {
    expect(days.previousWorkingDay('2026-11-25')).toBe('2026-11-23')
    expect(days.previousWorkingDay('2026-11-23')).toBe('2026-11-20')
    expect(days.previousWorkingDay('2026-11-22')).toBe('2026-11-20')
  })

  it('steps ahead over a holiday', () => {
    expect(days.workingDayAfter('2026-11-23', 1)).toBe('2026-11-25')
    expect(days.workingDayAfter('2026-11-23', 3)).toBe('2026-11-27')
    expect(days.workingDayAfter('2026-11-22', 1)).toBe('2026-11-23')
  })

  it('counts days to come as positive and days gone by as negative', () => {
    expect(days.countBetween('2026-11-23', '2026-11-25')).toBe(1)
    expect(days.countBetween('2026-11-23', '2026-11-23')).toBe(0)
    expect(days.countBetween('2026-11-25', '2026-11-20')).toBe(-2)
  })

  it.each([
    ['none from Friday evening to Monday morning', '2026-11-20 16:30', '2026-11-23 09:24', 0],
    ['one once the clock stands where it stood', '2026-11-20 16:30', '2026-11-23 16:30', 1],
    ['one on a Saturday after a Thursday', '2026-11-19 16:30', '2026-11-21 08:00', 1],
    ['none on the holiday after the due day', '2026-11-23 16:30', '2026-11-24 17:00', 0],
    ['twelve over two weekends and more', '2026-11-04 16:30', '2026-11-23 09:24', 12]
  ])('has passed %s', (_, from, to, wanted) => {
    expect(days.wholeDaysBetween(vietnam(from), vietnam(to))).toBe(wanted)
  })

  it('counts minutes of work, not of nights and holidays', () => {
    const minutes = days.minutesBetween(vietnam('2026-11-23 08:00'), vietnam('2026-11-25 08:00'))
    const perDay = days.minutesBetween(vietnam('2026-11-18 08:00'), vietnam('2026-11-19 08:00'))
    expect(minutes).toBe(perDay)
    expect(perDay).toBeGreaterThan(300)
    expect(days.minutesBetween(vietnam('2026-11-24 08:00'), vietnam('2026-11-24 17:00'))).toBe(0)
  })

  it('asks for the calendar of a year that nobody has entered', () => {
    expect(() => days.isWorkingDay('2999-01-04')).toThrow(
      expect.objectContaining({ code: 'CALENDAR_YEAR_MISSING' })
    )
  })
})

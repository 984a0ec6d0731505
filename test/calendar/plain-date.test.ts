import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import {
  clock,
  dayNumber,
  instantOf,
  isPlainDate,
  localMoment,
  type PlainDate,
  plainDate,
  weekday,
  yearOf
} from '../../server/calendar/plain-date.ts'

const DAY = 86_400_000

describe('a plain date', () => {
  it('is the same day that Date knows, for three hundred years, there and back', () => {
    for (let number = dayNumber('1900-01-01'); number < dayNumber('2200-01-01'); number += 1) {
      const known = new Date(number * DAY)
      const text = known.toISOString().slice(0, 10) as PlainDate
      if (plainDate(number) !== text || dayNumber(text) !== number) throw new Error(text)
      if (weekday(number) !== (known.getUTCDay() + 6) % 7) throw new Error(`weekday of ${text}`)
    }
    expect([dayNumber('1970-01-01'), plainDate(0), weekday(0), yearOf('2026-11-23')]).toEqual([
      0,
      '1970-01-01',
      3,
      2026
    ])
  })

  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31', '2026-04-30'])('can be %s', (text) => {
    expect(isPlainDate(text)).toBe(true)
  })

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026/01/01',
    ''
  ])('cannot be "%s"', (text) => {
    expect(isPlainDate(text)).toBe(false)
  })
})

describe('a moment in Vietnam', () => {
  it.each([
    ['the last second before midnight belongs to the day', '2026-11-23T16:59:59Z', '2026-11-23', '23:59'],
    ['midnight begins the next day', '2026-11-23T17:00:00Z', '2026-11-24', '00:00'],
    ['milliseconds are dropped', '2026-11-23T02:12:59.999Z', '2026-11-23', '09:12'],
    ['a year ends seven hours earlier', '2026-12-31T17:00:00.000Z', '2027-01-01', '00:00'],
    ['a leap day is there', '2024-02-28T17:00:00.000Z', '2024-02-29', '00:00'],
    ['the last days of a month are read', '2026-08-31T03:00:00.000Z', '2026-08-31', '10:00'],
    ['another offset is understood', '2026-11-23T09:12:00+07:00', '2026-11-23', '09:12']
  ])('%s', (_, instant, day, time) => {
    const moment = localMoment(instant)
    expect([plainDate(moment.day), clock(moment.minute)]).toEqual([day, time])
  })

  test.prop([fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })])(
    'is what Date makes of the instant, and leads back to it',
    (date) => {
      const { day, minute } = localMoment(date.toISOString())
      const shifted = new Date(date.getTime() + 7 * 3_600_000)
      expect(plainDate(day)).toBe(shifted.toISOString().slice(0, 10))
      expect(clock(minute)).toBe(shifted.toISOString().slice(11, 16))
      expect(instantOf(day, minute)).toBe(`${date.toISOString().slice(0, 16)}:00.000Z`)
    }
  )

  it.each([
    '',
    'yesterday',
    '2026-13-01T00:00:00.000Z',
    '2026-11-23T25:00:00.000Z',
    '2026-11-00T00:00:00.000Z'
  ])('cannot be "%s"', (text) => {
    expect(() => localMoment(text)).toThrow(RangeError)
  })
})

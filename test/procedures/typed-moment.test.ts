import { describe, expect, it } from 'vitest'
import {
  instantAt,
  momentOf,
  readTypedDay,
  readTypedMoment,
  readTypedTime
} from '../../server/procedures/typed-moment.ts'

describe('a day as people type it', () => {
  it.each([
    ['24/11/2026', '2026-11-24'],
    ['24-11-2026', '2026-11-24'],
    ['24.11.2026', '2026-11-24'],
    ['24 11 2026', '2026-11-24'],
    [' 1/9/2026 ', '2026-09-01'],
    ['2026-11-24', '2026-11-24'],
    ['29/02/2028', '2028-02-29']
  ])('reads %s', (typed, day) => {
    expect(readTypedDay(typed)).toBe(day)
  })

  it.each([
    '',
    '31/11/2026',
    '29/02/2026',
    '11/24/2026',
    '24/11',
    '24/11/26',
    'mai',
    '2026-13-01',
    '24/11/2026 09:00'
  ])('finds no day in “%s”', (typed) => {
    expect(readTypedDay(typed)).toBeUndefined()
  })
})

describe('a time as people type it', () => {
  it.each([
    ['14:30', 870],
    ['14h30', 870],
    ['14 giờ 30', 870],
    ['14 giờ 30 phút', 870],
    ['14.30', 870],
    ['1430', 870],
    ['7:05', 425],
    ['14h', 840],
    ['14 giờ'.normalize('NFD'), 840],
    ['0:00', 0]
  ])('reads %s', (typed, minute) => {
    expect(readTypedTime(typed)).toBe(minute)
  })

  it.each(['', '24:00', '14:60', 'chiều', '-1:00', '14:3'])('finds no time in “%s”', (typed) => {
    expect(readTypedTime(typed)).toBeUndefined()
  })
})

it('tells of each what is wrong, and how to mend it', () => {
  expect(readTypedMoment({ day: '31/11/2026', time: 'trưa' })).toEqual({
    moment: undefined,
    faults: [
      { field: 'ngay', message: 'Nhập ngày nộp theo thứ tự ngày/tháng/năm, ví dụ 24/11/2026' },
      { field: 'gio', message: 'Nhập giờ nộp gồm giờ và phút, ví dụ 14:30' }
    ]
  })
})

it('takes a moment in Vietnam to its instant and back', () => {
  expect(instantAt({ day: '2026-11-24', minute: 6 * 60 + 30 })).toBe('2026-11-23T23:30:00.000Z')
  expect(momentOf('2026-11-23T23:30:00.000Z')).toEqual({ day: '2026-11-24', minute: 390 })
})

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
    ['23112026', '2026-11-23'],
    ['01092026', '2026-09-01'],
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
    '241126',
    '1112026',
    '31022026',
    'mai',
    '2026-13-01',
    '24/11/2026 09:00'
  ])('finds no day in “%s”', (typed) => {
    expect(readTypedDay(typed)).toBeUndefined()
  })
})

describe('a day that is none', () => {
  const faultOf = (day: string) => readTypedMoment({ day, time: '8' }).faults[0]?.message

  it.each([
    ['', 'Nhập ngày nộp theo thứ tự ngày/tháng/năm, ví dụ 24/11/2026'],
    ['mai', 'Nhập ngày nộp theo thứ tự ngày/tháng/năm, ví dụ 24/11/2026'],
    ['1112026', 'Nhập ngày nộp theo thứ tự ngày/tháng/năm, ví dụ 24/11/2026'],
    ['24/11/26', 'Nhập năm đủ bốn chữ số, ví dụ 24/11/2026'],
    ['231126', 'Nhập năm đủ bốn chữ số, ví dụ 24/11/2026'],
    ['31/02/2026', 'Tháng 2 năm 2026 chỉ có 28 ngày'],
    ['30022028', 'Tháng 2 năm 2028 chỉ có 29 ngày'],
    ['31-11-2026', 'Tháng 11 năm 2026 chỉ có 30 ngày'],
    ['2026-04-31', 'Tháng 4 năm 2026 chỉ có 30 ngày'],
    ['0/11/2026', 'Nhập ngày nộp theo thứ tự ngày/tháng/năm, ví dụ 24/11/2026'],
    ['11/24/2026', 'Không có tháng 24. Nhập theo thứ tự ngày/tháng/năm, ví dụ 24/11/2026'],
    ['24/0/2026', 'Không có tháng 0. Nhập theo thứ tự ngày/tháng/năm, ví dụ 24/11/2026']
  ])('is refused with what is wrong in it: “%s”', (typed, message) => {
    expect(faultOf(typed)).toBe(message)
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
    ['930', 570],
    ['0930', 570],
    ['9h30', 570],
    ['9 giờ 30', 570],
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
    day: undefined,
    moment: undefined,
    faults: [
      { field: 'ngay', message: 'Tháng 11 năm 2026 chỉ có 30 ngày' },
      { field: 'gio', message: 'Nhập giờ nộp gồm giờ và phút, ví dụ 14:30' }
    ]
  })
  expect(readTypedMoment({ day: '24/11/2026', time: '25:00' })).toMatchObject({
    day: '2026-11-24',
    moment: undefined,
    faults: [{ field: 'gio' }]
  })
})

it('takes a moment in Vietnam to its instant and back', () => {
  expect(instantAt({ day: '2026-11-24', minute: 6 * 60 + 30 })).toBe('2026-11-23T23:30:00.000Z')
  expect(momentOf('2026-11-23T23:30:00.000Z')).toEqual({ day: '2026-11-24', minute: 390 })
})

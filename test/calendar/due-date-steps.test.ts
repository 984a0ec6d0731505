import { describe, expect, it } from 'vitest'
import type { CutOff, TermUnit } from '../../server/calendar/due-date.ts'
import { explainDueDate } from '../../server/calendar/due-date-steps.ts'
import { DEFAULT_WEEK } from '../../server/calendar/office-week.ts'
import type { WorkCalendar } from '../../server/calendar/work-calendar.ts'
import { officeCalendar, vietnam, withSaturdayMorning } from './calendars.ts'

const office = officeCalendar()
const receives = officeCalendar(withSaturdayMorning)

interface Given {
  received: string
  amount: number
  unit: TermUnit
  cutOff?: CutOff
  calendar?: WorkCalendar
}

/** Counted days with a plus, the others with a minus. */
function told({ received, amount, unit, cutOff, calendar = office }: Given): string[] {
  const steps = explainDueDate(calendar, { receivedAt: vietnam(received), term: { amount, unit }, cutOff })
  return steps.map(({ day, counted, reason }) => `${day} ${counted ? '+' : '-'} ${reason}`)
}

describe('the explanation of a due date', () => {
  it('counts working days and names what it steps over', () => {
    expect(told({ received: '2026-08-27 09:00', amount: 2, unit: 'working_day' })).toEqual([
      '2026-08-27 - ngày tiếp nhận, không tính',
      '2026-08-28 + ngày làm việc thứ 1',
      '2026-08-29 - thứ Bảy',
      '2026-08-30 - Chủ nhật',
      '2026-08-31 - nghỉ hoán đổi dịp Quốc khánh',
      '2026-09-01 - nghỉ Quốc khánh',
      '2026-09-02 - nghỉ Quốc khánh',
      '2026-09-03 + ngày làm việc thứ 2'
    ])
  })

  it('names the holiday of 24 November', () => {
    expect(told({ received: '2027-11-23 09:00', amount: 1, unit: 'working_day' })).toEqual([
      '2027-11-23 - ngày tiếp nhận, không tính',
      '2027-11-24 - nghỉ Ngày Văn hóa Việt Nam',
      '2027-11-25 + ngày làm việc thứ 1'
    ])
  })

  it('says that a day makes up for another', () => {
    expect(told({ received: '2026-08-20 09:00', amount: 2, unit: 'working_day' }).at(-1)).toBe(
      '2026-08-22 + ngày làm việc thứ 2 (làm bù)'
    )
  })

  it('says which holiday a compensation is for, and that a holiday fell on a weekend', () => {
    expect(told({ received: '2026-04-24 09:00', amount: 1, unit: 'working_day' })).toEqual([
      '2026-04-24 - ngày tiếp nhận, không tính',
      '2026-04-25 - thứ Bảy',
      '2026-04-26 - nghỉ Giỗ Tổ Hùng Vương (Chủ nhật)',
      '2026-04-27 - nghỉ bù Giỗ Tổ Hùng Vương',
      '2026-04-28 + ngày làm việc thứ 1'
    ])
  })

  it('says what is not decided, and how it is taken meanwhile', () => {
    const steps = told({ received: '2027-02-03 09:00', amount: 1, unit: 'working_day' })
    expect(steps).toContain(
      '2027-02-04 - nghỉ Tết Nguyên đán Đinh Mùi (chưa có quyết định, tạm tính là ngày nghỉ)'
    )
    expect(steps).toContain('2027-02-06 - nghỉ Tết Nguyên đán Đinh Mùi (thứ Bảy)')
    expect(steps.at(-1)).toBe(
      '2027-02-11 + ngày làm việc thứ 1 (chưa có quyết định, tạm tính là ngày làm việc)'
    )
  })

  it('says so of an undecided day of receipt too', () => {
    expect(told({ received: '2026-11-23 09:00', amount: 1, unit: 'working_day' })).toEqual([
      '2026-11-23 - ngày tiếp nhận, không tính (chưa có quyết định, tạm tính là ngày làm việc)',
      '2026-11-24 - nghỉ Ngày Văn hóa Việt Nam',
      '2026-11-25 + ngày làm việc thứ 1'
    ])
  })

  it('counts calendar days and tells how the end is moved', () => {
    expect(told({ received: '2026-02-18 09:00', amount: 2, unit: 'calendar_day' })).toEqual([
      '2026-02-18 - nhận ngoài giờ làm việc (nghỉ Tết Nguyên đán Bính Ngọ), tính từ 07:30 thứ Hai, 23/02/2026',
      '2026-02-19 - nghỉ Tết Nguyên đán Bính Ngọ',
      '2026-02-20 - nghỉ Tết Nguyên đán Bính Ngọ',
      '2026-02-21 - thứ Bảy',
      '2026-02-22 - Chủ nhật',
      '2026-02-23 - ngày tiếp nhận, không tính',
      '2026-02-24 + ngày thứ 1',
      '2026-02-25 + ngày thứ 2'
    ])
    expect(told({ received: '2026-02-10 09:00', amount: 10, unit: 'calendar_day' }).slice(9)).toEqual([
      '2026-02-19 + ngày thứ 9',
      '2026-02-20 + ngày thứ 10, nghỉ Tết Nguyên đán Bính Ngọ nên hạn chuyển sang ngày làm việc tiếp theo',
      '2026-02-21 - thứ Bảy',
      '2026-02-22 - Chủ nhật',
      '2026-02-23 - ngày làm việc tiếp theo, hạn chuyển đến ngày này'
    ])
  })

  it('tells the hours of each day and how many are left', () => {
    expect(told({ received: '2026-08-21 15:30', amount: 11, unit: 'working_hour' })).toEqual([
      '2026-08-21 + ngày tiếp nhận, tính từ 15:30: 1 giờ 30 phút làm việc (còn 9 giờ 30 phút)',
      '2026-08-22 + 7 giờ 30 phút làm việc (còn 2 giờ; làm bù)',
      '2026-08-23 - Chủ nhật',
      '2026-08-24 + 2 giờ làm việc, đủ thời hạn lúc 09:30'
    ])
  })

  it('tells of hours that are over on the day of receipt', () => {
    expect(told({ received: '2026-11-02 09:00', amount: 2, unit: 'working_hour' })).toEqual([
      '2026-11-02 + ngày tiếp nhận, tính từ 09:00: 2 giờ làm việc, đủ thời hạn lúc 11:00'
    ])
  })

  it('tells less than an hour in minutes', () => {
    expect(told({ received: '2026-11-02 16:15', amount: 1, unit: 'working_hour' })).toEqual([
      '2026-11-02 + ngày tiếp nhận, tính từ 16:15: 45 phút làm việc (còn 15 phút)',
      '2026-11-03 + 15 phút làm việc, đủ thời hạn lúc 07:45'
    ])
  })

  it('tells why a receipt counts later: in the evening', () => {
    expect(told({ received: '2026-11-06 18:00', amount: 1, unit: 'working_day' })).toEqual([
      '2026-11-06 - nhận ngoài giờ làm việc, tính từ 07:30 thứ Hai, 09/11/2026',
      '2026-11-07 - thứ Bảy',
      '2026-11-08 - Chủ nhật',
      '2026-11-09 - ngày tiếp nhận, không tính',
      '2026-11-10 + ngày làm việc thứ 1'
    ])
  })

  it.each<[what: string, given: Given, first: string]>([
    [
      'at lunch',
      { received: '2026-11-05 12:00', amount: 1, unit: 'working_day' },
      '2026-11-05 - nhận ngoài giờ làm việc, tính từ 13:30 cùng ngày; ngày tiếp nhận, không tính'
    ],
    [
      'before the opening',
      { received: '2026-11-05 06:00', amount: 1, unit: 'same_day' },
      '2026-11-05 + nhận ngoài giờ làm việc, tính từ 07:30 cùng ngày; trả kết quả trong ngày tiếp nhận'
    ],
    [
      'on a Sunday',
      { received: '2026-11-08 09:00', amount: 1, unit: 'working_day' },
      '2026-11-08 - nhận ngoài giờ làm việc (Chủ nhật), tính từ 07:30 thứ Hai, 09/11/2026'
    ],
    [
      'on a holiday',
      { received: '2027-11-24 09:00', amount: 1, unit: 'working_day' },
      '2027-11-24 - nhận ngoài giờ làm việc (nghỉ Ngày Văn hóa Việt Nam), tính từ 07:30 thứ Năm, 25/11/2027'
    ],
    [
      'after the cut-off',
      { received: '2026-11-05 15:01', amount: 1, unit: 'working_day', cutOff: { kind: 'hour', minute: 900 } },
      '2026-11-05 - nhận sau 15:00, tính từ 07:30 thứ Sáu, 06/11/2026'
    ],
    [
      'in the last hours',
      {
        received: '2026-11-05 15:01',
        amount: 1,
        unit: 'working_day',
        cutOff: { kind: 'last_hours', hours: 2 }
      },
      '2026-11-05 - nhận trong 2 giờ cuối của ngày làm việc, tính từ 07:30 thứ Sáu, 06/11/2026'
    ],
    [
      'after closing, whatever the cut-off',
      {
        received: '2026-11-05 17:30',
        amount: 1,
        unit: 'working_day',
        cutOff: { kind: 'last_hours', hours: 2 }
      },
      '2026-11-05 - nhận ngoài giờ làm việc, tính từ 07:30 thứ Sáu, 06/11/2026'
    ],
    [
      'at lunch, though there is a cut-off',
      { received: '2026-11-05 12:00', amount: 1, unit: 'same_day', cutOff: { kind: 'hour', minute: 900 } },
      '2026-11-05 + nhận ngoài giờ làm việc, tính từ 13:30 cùng ngày; trả kết quả trong ngày tiếp nhận'
    ]
  ])('tells why a receipt counts later: %s', (_, given, first) => {
    expect(told(given)[0]).toBe(first)
  })

  it('begins with the day on the clock in Vietnam', () => {
    const dayOfReceipt = (receivedAt: string) =>
      explainDueDate(office, { receivedAt, term: { amount: 1, unit: 'same_day' } })[0]?.day
    expect(dayOfReceipt('2026-11-03T16:59:59Z')).toBe('2026-11-03')
    expect(dayOfReceipt('2026-11-03T17:00:00Z')).toBe('2026-11-04')
  })

  it('tells that a Saturday of receipt does not count', () => {
    expect(told({ received: '2026-11-07 09:00', amount: 1, unit: 'same_day', calendar: receives })).toEqual([
      '2026-11-07 - ngày tiếp nhận, thứ Bảy không tính',
      '2026-11-08 - Chủ nhật',
      '2026-11-09 + ngày làm việc tiếp theo, trả kết quả trong ngày này'
    ])
    expect(
      told({ received: '2026-11-07 09:00', amount: 1, unit: 'working_hour', calendar: receives })
    ).toEqual([
      '2026-11-07 - ngày tiếp nhận, thứ Bảy không tính',
      '2026-11-08 - Chủ nhật',
      '2026-11-09 + 1 giờ làm việc, đủ thời hạn lúc 08:30'
    ])
  })

  it('tells that a Saturday counts where it does', () => {
    const calendar = officeCalendar({ ...withSaturdayMorning, saturdayCounts: true })
    expect(told({ received: '2026-11-06 09:00', amount: 1, unit: 'working_day', calendar }).at(-1)).toBe(
      '2026-11-07 + ngày làm việc thứ 1 (thứ Bảy)'
    )
  })

  it('tells that the office does not work on a weekday', () => {
    const calendar = officeCalendar({ ...DEFAULT_WEEK, week: DEFAULT_WEEK.week.with(2, []) })
    expect(told({ received: '2026-11-03 09:00', amount: 1, unit: 'working_day', calendar })[1]).toBe(
      '2026-11-04 - thứ Tư, cơ quan không làm việc'
    )
  })

  it('is refused as the due date is', () => {
    expect(() => told({ received: '2027-12-31 09:00', amount: 5, unit: 'working_day' })).toThrow(
      expect.objectContaining({ code: 'CALENDAR_YEAR_MISSING' })
    )
  })
})

import { describe, expect, it } from 'vitest'
import { termText } from '../../kiosk-ui/src/text/procedures.ts'
import type { Term } from '../../server/calendar/due-date.ts'
import { durationsIn, readCutOff, readTerm } from '../../server/procedures/term.ts'

const workingDays = (amount: number): Term => ({ amount, unit: 'working_day' })
const days = (amount: number): Term => ({ amount, unit: 'calendar_day' })
const hours = (amount: number): Term => ({ amount, unit: 'working_hour' })
const sameDay: Term = { amount: 1, unit: 'same_day' }

describe('reading a published term', () => {
  it.each<[string, Term]>([
    ['05 ngày làm việc', workingDays(5)],
    ['5 Ngày làm việc', workingDays(5)],
    ['15 ngày', days(15)],
    ['15 Ngày', days(15)],
    ['12 giờ làm việc', hours(12)],
    ['3 Giờ', hours(3)],
    ['03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ', workingDays(3)],
    ['Không quá 02 (hai) ngày làm việc', workingDays(2)],
    ['10 (mười) ngày làm việc kể từ ngày nhận được văn bản.', workingDays(10)],
    ['7 Ngày làm việc. Thời hạn giải quyết: không quá 07 ngày làm việc.', workingDays(7)],
    [
      '12 Ngày làm việc. - Xã: không quá 05 ngày làm việc; - Sở: không quá 07 ngày làm việc.',
      workingDays(12)
    ],
    ['25 ngày làm việc, trong đó: cấp xã 10 ngày làm việc, cấp tỉnh 15 ngày làm việc', workingDays(25)],
    ['03 ngày làm việc; trường hợp phải xác minh thì không quá 23 ngày.', workingDays(3)],
    ['Ngay trong ngày làm việc', sameDay],
    ['Trong ngày tiếp nhận', sameDay],
    ['Ngay trong ngày; nhận sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo', sameDay],
    ['Nếu tiếp nhận sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo', sameDay],
    ['Ngay trong ngày. Trường hợp cần xác minh thì không quá 05 ngày làm việc.', sameDay]
  ])('reads “%s”', (text, term) => {
    expect(readTerm(text)).toEqual(term)
  })

  it('reads decomposed text and odd spaces alike', () => {
    expect(readTerm('  05\u00A0ngày   làm việc '.normalize('NFD'))).toEqual(workingDays(5))
  })

  it.each([
    ['a number without its unit', '7 (đơn vị: khác)'],
    ['no number', 'Không quy định'],
    ['nothing', ''],
    ['two terms without a rule', '17 Ngày làm việc; 30 Ngày làm việc; 20 Ngày làm việc'],
    ['one amount in two units', '15 Ngày; 15 Ngày làm việc'],
    ['steps without their sum', 'a) Thông báo: 02 ngày làm việc; b) Thẩm định: 33 ngày làm việc'],
    ['two cases side by side', '- 03 ngày làm việc; - 07 ngày làm việc trong trường hợp cần kiểm tra'],
    ['no days at all', '0 ngày'],
    ['months', '02 tháng'],
    ['only what happens on the next day', 'Trả kết quả trong ngày làm việc tiếp theo'],
    ['a date', 'Trước ngày 30/6/2026'],
    ['the number of a circular', 'Theo Thông tư số 53/2025/TT-BCA ngày 01/7/2025']
  ])('leaves %s unread', (_, text) => {
    expect(readTerm(text)).toBeNull()
  })

  it('names every length of time in a text, but no hour of the day', () => {
    expect(durationsIn('03 ngày làm việc; sau 15 giờ; đến 16 giờ 30; 23 ngày; 2 giờ')).toEqual([
      workingDays(3),
      days(23),
      hours(2)
    ])
  })
})

describe('reading a cut-off hour', () => {
  it.each([
    ['nhận sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo', 900],
    ['nếu tiếp nhận sau 15 giờ 30 thì tính từ ngày làm việc kế tiếp', 930],
    ['tiếp nhận sau 15h00: ngày làm việc tiếp theo', 900]
  ])('reads “%s”', (text, minute) => {
    expect(readCutOff(text)).toEqual({ kind: 'hour', minute })
  })

  it.each(['05 ngày làm việc', 'Họp sau 15 giờ', 'trong ngày làm việc tiếp theo'])(
    'finds none in “%s”',
    (text) => {
      expect(readCutOff(text)).toBeNull()
    }
  )
})

describe('writing a term', () => {
  it.each<[Term | null, string]>([
    [workingDays(5), '5 ngày làm việc'],
    [days(15), '15 ngày'],
    [hours(2), '2 giờ làm việc'],
    [sameDay, 'trong ngày'],
    [null, 'Chưa xác định được thời hạn']
  ])('%j as “%s”', (term, text) => {
    expect(termText(term)).toBe(text)
  })

  it.each([workingDays(5), days(15), hours(2), sameDay])('reads back what it wrote: %j', (term) => {
    expect(readTerm(termText(term))).toEqual(term)
  })
})

import { describe, expect, it } from 'vitest'
import sensitive from '../../server/tracking/data/sensitive-procedures.json' with { type: 'json' }
import { maskedName } from '../../server/tracking/masked-name.ts'
import { maskedWords } from '../../server/tracking/masked-words.ts'
import { sensitiveNames } from '../../server/tracking/sensitive.ts'
import { secondsToNextReading, standingAt } from '../../server/tracking/standing.ts'

describe('a name on the page (S-08)', () => {
  it.each([
    ['Nguyễn Văn An', 'N. V. An'],
    ['Trần Thị Bé Sáu', 'T. T. B. Sáu'],
    ['đặng Ỷ', 'Đ. Ỷ'],
    ['An', 'A.'],
    ['Bảnh', 'B.'],
    ['', ''],
    ['  Lê   Văn  Tùng ', 'L. V. Tùng'],
    ['Nguyễn Văn Ân'.normalize('NFD'), 'N. V. Ân']
  ])('of %s is %s', (name, expected) => {
    expect(maskedName(name)).toBe(expected)
  })
})

describe('a procedure that is nobody else’s business', () => {
  it.each([
    ['Thủ tục cấp Phiếu lý lịch tư pháp cho công dân Việt Nam', true],
    ['CẤP THẺ CHO NGƯỜI NHIỄM HIV/AIDS', true],
    ['Đăng ký việc nuôi con nuôi trong nước', true],
    ['Thực hiện trợ cấp xã hội hàng tháng', true],
    ['Xác định, xác định lại mức độ khuyết tật', true],
    ['Đăng ký kết hôn', false],
    ['Đăng ký lại khai sinh', false],
    ['Hòa giải viên thương mại', true],
    ['Thi tuyển vào trường chuyên', false]
  ])('%s: %s', (name, expected) => {
    expect(sensitiveNames(sensitive.words)(name)).toBe(expected)
  })
})

describe('a promise against the clock (S-03)', () => {
  const first = '2026-11-24T09:30:00.000Z'
  const second = '2026-11-27T09:30:00.000Z'
  const minuteAfter = (instant: string) => new Date(Date.parse(instant) + 60_000).toISOString()

  it.each([
    ['processing', first, false, first, 'on_time'],
    ['processing', minuteAfter(first), false, first, 'late'],
    ['received', minuteAfter(first), false, first, 'late'],
    ['processing', first, true, second, 'will_be_late'],
    ['processing', minuteAfter(first), true, second, 'late_with_new_date'],
    ['processing', second, true, second, 'late_with_new_date'],
    ['processing', minuteAfter(second), true, second, 'late_again'],
    ['awaiting_supplement', minuteAfter(first), false, first, 'on_time'],
    ['awaiting_payment', minuteAfter(first), false, first, 'on_time'],
    ['ready', minuteAfter(first), false, first, 'on_time'],
    ['returned', minuteAfter(first), true, second, 'on_time']
  ] as const)('%s at %s, apologised %s, due %s: %s', (status, now, apologised, dueAt, expected) => {
    expect(standingAt(now, { status, dueAt, firstDueAt: first, apologised })).toBe(expected)
  })
})

describe('the next reading of a page left open (S-03)', () => {
  const now = '2026-11-24T09:00:00.000Z'
  it.each([
    [['2026-11-24T09:30:00.000Z'], 1801],
    [['2026-11-24T09:00:10.000Z'], 60],
    [['2026-11-24T09:59:59.500Z'], 3600],
    [['2026-11-27T09:30:00.000Z'], 3600],
    [['2026-11-24T08:00:00.000Z'], 3600],
    [['2026-11-24T09:20:00.000Z', '2026-11-27T09:30:00.000Z'], 1201],
    [['2026-11-24T08:00:00.000Z', '2026-11-24T09:10:00.000Z'], 601]
  ])('for %j is after %i seconds', (dates, expected) => {
    expect(secondsToNextReading(now, dates)).toBe(expected)
  })
})

describe('an officer’s words on the page (S-08)', () => {
  const hidden = {
    names: [{ name: 'Trần Thị Bé Sáu', shown: 'T. T. B. Sáu' }],
    numbers: ['091190001234', '+84912345678', null],
    hiddenNumber: '#'
  }
  it.each([
    ['của bà Trần Thị Bé Sáu.', 'của bà T. T. B. Sáu.'],
    ['của bà TRẦN THỊ  BÉ SÁU', 'của bà T. T. B. Sáu'],
    ['của bà trần thị bé sáu'.normalize('NFD'), 'của bà T. T. B. Sáu'],
    ['cua ba Tran Thi Be Sau', 'cua ba T. T. B. Sáu'],
    ['bà Trần Thị Bé Sáung', 'bà Trần Thị Bé Sáung'],
    ['CCCD 091190001234', 'CCCD #'],
    ['CCCD091190001234, bản sao', 'CCCD#, bản sao'],
    ['số 091 190 001 234', 'số #'],
    ['091/190/001/234', '#'],
    ['gọi 0912345678', 'gọi #'],
    ['gọi 0912.345.678 hoặc +84 912-345-678', 'gọi # hoặc #'],
    ['gọi (0912) 345 678', 'gọi #'],
    ['bà Tư (0912 345 678)', 'bà Tư (#)'],
    ['CMND cũ 371 234 567', 'CMND cũ #'],
    ['CMND 371234567 đồng thời nộp ảnh', 'CMND # đồng thời nộp ảnh'],
    ['0987654321 23/11/2026', '# 23/11/2026'],
    ['ngày 23/11/2026 0987654321', 'ngày 23/11/2026 #'],
    ['từ 23/11/2026 - 30/11/2026', 'từ 23/11/2026 - 30/11/2026'],
    ['nộp 1.250.000.000 đồng', 'nộp 1.250.000.000 đồng'],
    ['nộp 150 000 000 đ, 150000000 VNĐ', 'nộp 150 000 000 đ, 150000000 VNĐ'],
    ['nộp 50.000 đồng, 2 bản', 'nộp 50.000 đồng, 2 bản'],
    ['Quyết định số 1234/QĐ-UBND', 'Quyết định số 1234/QĐ-UBND']
  ])('%s becomes %s', (words, expected) => {
    expect(maskedWords(words, hidden)).toBe(expected)
  })

  it('hides a name of one word and leaves others alone', () => {
    const one = { ...hidden, names: [{ name: 'Bảnh', shown: 'B.' }] }
    expect(maskedWords('ông BẢNH mua bánh', one)).toBe('ông B. mua bánh')
  })
})

import { describe, expect, it } from 'vitest'
import sensitive from '../../server/tracking/data/sensitive-procedures.json' with { type: 'json' }
import { maskedName } from '../../server/tracking/masked-name.ts'
import { sensitiveNames } from '../../server/tracking/sensitive.ts'
import { standingAt } from '../../server/tracking/standing.ts'

describe('a name on the page (S-08)', () => {
  it.each([
    ['Nguyễn Văn An', 'N. V. An'],
    ['Trần Thị Bé Sáu', 'T. T. B. Sáu'],
    ['đặng Ỷ', 'Đ. Ỷ'],
    ['An', 'An'],
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
    expect(standingAt(now, { status, dueAt, originalDueAt: first, apologised })).toBe(expected)
  })
})

import { describe, expect, it } from 'vitest'
import { dueLines } from '../../kiosk-ui/src/screens/counter/due-lines.ts'

const step = (day: string, reason: string, counted = false) => ({ day, counted, reason })

/** From a Monday on: so many working days, weekends between them. */
function weeksFrom(monday: string, days: number) {
  const start = Date.parse(`${monday}T00:00:00Z`)
  let ordinal = 0
  const steps = [step(monday, 'ngày tiếp nhận, không tính')]
  for (let index = 1; ordinal < days; index += 1) {
    const at = new Date(start + index * 86_400_000)
    const day = at.toISOString().slice(0, 10)
    const weekday = at.getUTCDay()
    if (weekday === 6) steps.push(step(day, 'thứ Bảy, cơ quan không làm việc'))
    else if (weekday === 0) steps.push(step(day, 'Chủ nhật, cơ quan không làm việc'))
    else {
      ordinal += 1
      steps.push(step(day, `ngày làm việc thứ ${ordinal}`, true))
    }
  }
  return steps
}

describe('C-13 the sum behind a due date in few lines', () => {
  it('joins the weekend, names the holiday and says the hour of the last day', () => {
    const steps = [
      step('2026-11-23', 'ngày tiếp nhận, không tính (chưa có quyết định, tạm tính là ngày làm việc)'),
      step('2026-11-24', 'nghỉ Ngày Văn hóa Việt Nam'),
      step('2026-11-25', 'ngày làm việc thứ 1', true),
      step('2026-11-26', 'ngày làm việc thứ 2', true),
      step('2026-11-27', 'ngày làm việc thứ 3', true),
      step('2026-11-28', 'thứ Bảy, cơ quan không làm việc'),
      step('2026-11-29', 'Chủ nhật, cơ quan không làm việc'),
      step('2026-11-30', 'ngày làm việc thứ 4', true)
    ]
    expect(dueLines(steps, '16:30').map(({ days, why, count }) => [days, why, count])).toEqual([
      ['T2 23/11', 'Ngày tiếp nhận (chưa quyết định)', 'không tính'],
      ['T3 24/11', 'Ngày Văn hóa Việt Nam', 'nghỉ'],
      ['T4 25/11', 'Ngày làm việc', '1'],
      ['T5 26/11', 'Ngày làm việc', '2'],
      ['T6 27/11', 'Ngày làm việc', '3'],
      ['28–29/11', 'Cuối tuần', 'nghỉ'],
      ['T2 30/11', 'Trả kết quả lúc 16:30', '4']
    ])
  })

  it('joins the days of Tết, also over the end of a month', () => {
    const steps = [
      step('2026-01-29', 'ngày tiếp nhận, không tính'),
      step('2026-01-30', 'nghỉ Tết Nguyên đán'),
      step('2026-01-31', 'nghỉ Tết Nguyên đán'),
      step('2026-02-01', 'nghỉ Tết Nguyên đán'),
      step('2026-02-02', 'ngày làm việc thứ 1', true)
    ]
    expect(dueLines(steps, '16:30').map(({ days }) => days)).toEqual(['T5 29/01', '30/01–01/02', 'T2 02/02'])
  })

  it('makes one line of a whole week where the term is long, and of none where it is short', () => {
    expect(dueLines(weeksFrom('2026-03-02', 10), '16:30').some(({ why }) => why.startsWith('Năm'))).toBe(
      false
    )
    const long = dueLines(weeksFrom('2026-03-02', 15), '16:30')
    expect(long.map(({ days, count }) => [days, count])).toEqual([
      ['T2 02/03', 'không tính'],
      ['T3 03/03', '1'],
      ['T4 04/03', '2'],
      ['T5 05/03', '3'],
      ['T6 06/03', '4'],
      ['07–08/03', 'nghỉ'],
      ['09–15/03', '9'],
      ['16–22/03', '14'],
      ['T2 23/03', '15']
    ])
  })

  it('keeps a make-up Saturday apart from the weekend', () => {
    const steps = [
      step('2026-08-21', 'ngày tiếp nhận, không tính'),
      step('2026-08-22', 'ngày làm việc thứ 1 (làm bù)', true),
      step('2026-08-23', 'Chủ nhật, cơ quan không làm việc'),
      step('2026-08-24', 'ngày làm việc thứ 2', true)
    ]
    expect(dueLines(steps, '16:30').map(({ why, count }) => [why, count])).toEqual([
      ['Ngày tiếp nhận', 'không tính'],
      ['Ngày làm việc (làm bù)', '1'],
      ['Cuối tuần', 'nghỉ'],
      ['Trả kết quả lúc 16:30', '2']
    ])
  })
})

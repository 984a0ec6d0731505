import { expect, test } from '@playwright/test'
import type { CalendarDay } from '../../kiosk-ui/src/api/calendar.ts'
import { decidedRuns } from '../../kiosk-ui/src/screens/admin/decided-days.ts'
import { weekLines } from '../../kiosk-ui/src/screens/admin/week-text.ts'

type Given = Partial<CalendarDay> & Pick<CalendarDay, 'day' | 'kind'>

function days(...given: Given[]): CalendarDay[] {
  return given.map((day) => ({
    name: 'Tết',
    legalBasis: 'luật',
    scope: 'everyone',
    standsFor: null,
    assumed: null,
    questionId: null,
    ...day
  }))
}

/** Each line as its days, with the day that hangs together with it after a plus. */
function lines(...given: Given[]): string[] {
  return decidedRuns(days(...given)).map(({ days, partner }) =>
    [days.map(({ day }) => day.slice(8)).join(' '), ...(partner ? [partner.day.slice(8)] : [])].join(' + ')
  )
}

test.describe('the list of decided days', () => {
  test('tells neighbouring days of one name in one line', () => {
    expect(
      lines(
        { day: '2026-02-16', kind: 'holiday' },
        { day: '2026-02-17', kind: 'holiday' },
        { day: '2026-02-19', kind: 'holiday' },
        { day: '2026-02-20', kind: 'holiday', name: 'Ngày khác' }
      )
    ).toEqual(['16 17', '19', '20'])
  })

  test('goes on over the end of a month', () => {
    expect(lines({ day: '2025-01-31', kind: 'holiday' }, { day: '2025-02-01', kind: 'holiday' })).toEqual([
      '31 01'
    ])
  })

  test('tells a swap with its make-up day, whichever comes first', () => {
    expect(
      lines(
        { day: '2026-01-02', kind: 'swapped_off', standsFor: '2026-01-10' },
        { day: '2026-01-10', kind: 'make_up', standsFor: '2026-01-02' },
        { day: '2026-08-22', kind: 'make_up', standsFor: '2026-08-31' },
        { day: '2026-08-31', kind: 'swapped_off', standsFor: '2026-08-22' }
      )
    ).toEqual(['02 + 10', '31 + 22'])
  })

  test('tells a holiday with its compensation', () => {
    expect(
      lines(
        { day: '2026-04-26', kind: 'holiday' },
        { day: '2026-04-27', kind: 'compensation', standsFor: '2026-04-26' }
      )
    ).toEqual(['26 + 27'])
  })

  test('keeps a make-up day whose other half is in another year', () => {
    expect(lines({ day: '2026-12-26', kind: 'make_up', standsFor: '2027-01-04' })).toEqual(['26'])
  })

  test('leaves out what is not decided, and what was decided to be an ordinary day', () => {
    expect(lines({ day: '2026-11-23', kind: 'undecided' }, { day: '2026-11-25', kind: 'working' })).toEqual(
      []
    )
  })
})

test.describe('the hours of a week in words', () => {
  const day = [
    { from: '07:30', to: '11:30' },
    { from: '13:30', to: '17:00' }
  ]

  test('puts days with the same hours in one line and leaves out closed ones', () => {
    expect(weekLines([day, day, day, day, day, [{ from: '07:30', to: '11:00' }], []])).toEqual([
      'thứ Hai đến thứ Sáu: 07:30–11:30, 13:30–17:00',
      'thứ Bảy: 07:30–11:00'
    ])
  })

  test('begins a new line after a closed day', () => {
    expect(weekLines([day, [], day, [], [], [], []])).toEqual([
      'thứ Hai: 07:30–11:30, 13:30–17:00',
      'thứ Tư: 07:30–11:30, 13:30–17:00'
    ])
  })
})

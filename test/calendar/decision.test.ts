import { describe, expect, it } from 'vitest'
import { type DecidedDay, decidedDays } from '../../server/calendar/decision.ts'
import { shipped } from './calendars.ts'

const listed = { days: shipped.days, years: shipped.years }
const off = { day: '2026-11-23', kind: 'swapped_off', name: 'dịp Ngày Văn hóa Việt Nam' } as const
const worked = { day: '2026-11-28', kind: 'make_up', name: 'Làm bù ngày 23/11' } as const

const decide = (days: DecidedDay[], questionId = 'van-hoa-2026') =>
  decidedDays({ questionId, legalBasis: 'Công văn 1', days }, listed)

describe('a decision', () => {
  it('makes one swapped day and one make-up day stand for each other', () => {
    expect(decide([off, worked])).toEqual([
      {
        ...off,
        legalBasis: 'Công văn 1',
        scope: 'officials',
        standsFor: '2026-11-28',
        assumed: null,
        questionId: 'van-hoa-2026'
      },
      {
        ...worked,
        legalBasis: 'Công văn 1',
        scope: 'officials',
        standsFor: '2026-11-23',
        assumed: null,
        questionId: null
      }
    ])
  })

  it('can say that nothing comes of it', () => {
    expect(decide([{ day: '2026-11-23', kind: 'working', name: 'Ngày làm việc' }])[0]).toMatchObject({
      kind: 'working',
      assumed: null,
      questionId: 'van-hoa-2026'
    })
  })

  it.each<[what: string, days: DecidedDay[], questionId: string, path: string, message: string]>([
    [
      'leaves a day of the question out',
      [worked],
      'van-hoa-2026',
      '/days',
      'Chưa ghi quyết định cho ngày 23/11/2026.'
    ],
    ['names a day twice', [off, off], 'van-hoa-2026', '/days/1/day', 'Ngày 23/11/2026'],
    [
      'swaps a weekday for a weekday',
      [off, { ...worked, day: '2026-11-27' }],
      'van-hoa-2026',
      '/days/1/day',
      'ngày này là thứ Sáu'
    ],
    [
      'makes up for nothing',
      [{ ...off, kind: 'holiday' }, worked],
      'van-hoa-2026',
      '/days/1/standsFor',
      'làm thay'
    ],
    [
      'makes up for another day than the one that it swaps',
      [off, { ...worked, standsFor: '2026-11-25' }],
      'van-hoa-2026',
      '/days/0/standsFor',
      'ghi khớp nhau'
    ],
    [
      'decides a day of another question',
      [off, worked, { day: '2027-02-04', kind: 'holiday', name: 'Tết' }],
      'van-hoa-2026',
      '/days/2/day',
      'thuộc một vấn đề khác'
    ],
    [
      'makes a day an ordinary one that nobody asked about',
      [off, worked, { day: '2026-11-24', kind: 'working', name: 'x' }],
      'van-hoa-2026',
      '/days/2/kind',
      'không thuộc vấn đề'
    ],
    [
      'reaches into a year without a calendar',
      [off, { ...worked, day: '2028-01-08' }],
      'van-hoa-2026',
      '/days/1/day',
      'năm 2028 chưa có lịch'
    ]
  ])('is refused when it %s', (_, days, questionId, path, message) => {
    expect(() => decide(days, questionId)).toThrow(
      expect.objectContaining({
        code: 'VALIDATION',
        errors: expect.arrayContaining([{ path, message: expect.stringContaining(message) }])
      })
    )
  })
})

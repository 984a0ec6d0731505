import { describe, expect, it } from 'vitest'
import { readCalendarFile } from '../../server/calendar/calendar-file.ts'
import { isDayOff } from '../../server/calendar/official-days.ts'
import { dayNumber, weekday } from '../../server/calendar/plain-date.ts'
import { shipped } from './calendars.ts'

const holiday = { day: '2026-01-01', kind: 'holiday', name: 'Tết Dương lịch', legalBasis: 'Điều 112' }
const swap = [
  {
    day: '2026-01-02',
    kind: 'swapped_off',
    name: 'dịp Tết',
    legalBasis: 'Công văn',
    standsFor: '2026-01-10'
  },
  { day: '2026-01-10', kind: 'make_up', name: 'Làm bù', legalBasis: 'Công văn', standsFor: '2026-01-02' }
]
const question = {
  id: 'van-hoa',
  title: 'Có nghỉ không?',
  note: 'Chưa rõ.',
  legalBasis: 'Chưa có',
  days: [{ day: '2026-11-23', name: 'dịp Văn hóa', assumed: 'working' }]
}
const file = { years: [2026], days: [holiday, ...swap], questions: [question] }

describe('a file of official days', () => {
  it('is read with its undecided days among the others', () => {
    const read = readCalendarFile(file)
    expect(read.years).toEqual([2026])
    expect(read.days.map(({ day, kind, scope }) => [day, kind, scope])).toEqual([
      ['2026-01-01', 'holiday', 'everyone'],
      ['2026-01-02', 'swapped_off', 'officials'],
      ['2026-01-10', 'make_up', 'officials'],
      ['2026-11-23', 'undecided', 'officials']
    ])
    expect(read.days.at(-1)).toMatchObject({
      assumed: 'working',
      questionId: 'van-hoa',
      legalBasis: 'Chưa có'
    })
    expect(read.questions).toEqual([{ id: 'van-hoa', title: 'Có nghỉ không?', note: 'Chưa rõ.' }])
  })

  it('needs no questions', () => {
    expect(readCalendarFile({ years: [2026], days: [holiday] }).questions).toEqual([])
  })

  it('is brought to composed letters without spaces around', () => {
    const typed = { ...holiday, name: ` ${'Tết Dương lịch'.normalize('NFD')} ` }
    expect(readCalendarFile({ years: [2026], days: [typed] }).days[0]?.name).toBe('Tết Dương lịch')
  })

  it('may know one side of a swap when the other lies in a year that it does not list', () => {
    const across = {
      day: '2025-12-31',
      kind: 'swapped_off',
      name: 'dịp Tết',
      legalBasis: 'x',
      standsFor: '2026-01-10'
    }
    expect(readCalendarFile({ years: [2025], days: [across] }).days).toHaveLength(1)
  })

  it.each<[what: string, document: unknown, path: string, message: string]>([
    ['is a list', [], '', 'đối tượng JSON'],
    ['is nothing', null, '', 'đối tượng JSON'],
    ['has no years', { ...file, years: [] }, '/years', 'ít nhất một năm'],
    ['has a year in words', { ...file, years: ['2026'] }, '/years/0', 'Năm "2026"'],
    ['has a year of two digits', { ...file, years: [26] }, '/years/0', 'Năm "26"'],
    ['has a year twice', { ...file, years: [2026, 2026] }, '/years/1', 'Năm 2026 được ghi hai lần'],
    ['has a year without days', { ...file, years: [2026, 2027] }, '/years/1', 'Năm 2027'],
    ['has no list of days', { years: [2026] }, '/days', 'years, days và questions'],
    ['has a day that is a word', { ...file, days: ['2026-01-01'] }, '/days/0', 'Mục thứ 1'],
    [
      'has an impossible day',
      withDay({ day: '2026-02-30' }),
      '/days/0/day',
      '(30/02/2026): không có ngày này'
    ],
    ['has no day', withDay({ day: undefined }), '/days/0/day', 'Mục thứ 1'],
    ['has a day of another year', withDay({ day: '2025-01-01' }), '/days/0/day', 'năm 2025 chưa có'],
    [
      'has a day twice',
      { ...file, days: [holiday, ...swap, holiday] },
      '/days/3/day',
      'Mục thứ 4 của danh sách ngày (01/01/2026)'
    ],
    ['has an unknown kind', withDay({ kind: 'half_day' }), '/days/0/kind', 'không có loại ngày "half_day"'],
    ['has an undecided day among the decided', withDay({ kind: 'undecided' }), '/days/0/kind', 'undecided'],
    ['has no name', withDay({ name: '  ' }), '/days/0/name', 'name phải là chữ'],
    ['has a number for a name', withDay({ name: 5 }), '/days/0/name', 'name phải là chữ'],
    ['has a name without end', withDay({ name: 'a'.repeat(201) }), '/days/0/name', '200 ký tự'],
    ['has no legal basis', withDay({ legalBasis: undefined }), '/days/0/legalBasis', 'legalBasis'],
    ['has an unknown scope', withDay({ scope: 'some' }), '/days/0/scope', 'everyone'],
    [
      'makes up on a weekday',
      withDay({ kind: 'make_up', standsFor: '2026-01-05' }),
      '/days/0/day',
      'ngày này là thứ Năm'
    ],
    [
      'makes up for nothing',
      withDay({ day: '2026-01-03', kind: 'make_up' }),
      '/days/0/standsFor',
      'nghỉ hoán đổi'
    ],
    [
      'makes up for a Sunday',
      withDay({ day: '2026-01-03', kind: 'make_up', standsFor: '2026-01-04' }),
      '/days/0/standsFor',
      'từ thứ Hai đến thứ Sáu'
    ],
    [
      'makes up for an impossible day',
      withDay({ kind: 'swapped_off', standsFor: '2026-13-01' }),
      '/days/0/standsFor',
      'standsFor'
    ],
    [
      'compensates on a Saturday',
      withDay({ day: '2026-01-03', kind: 'compensation' }),
      '/days/0/day',
      'ngày này là thứ Bảy'
    ],
    [
      'swaps a Sunday',
      withDay({ day: '2026-01-04', kind: 'swapped_off' }),
      '/days/0/day',
      'ngày này là Chủ nhật'
    ],
    [
      'gives a day without taking one',
      { ...file, days: [holiday, swap[0]] },
      '/days/1/standsFor',
      'ngày 10/01/2026 không ghi ngược lại'
    ],
    [
      'takes a Saturday without giving a day',
      { ...file, days: [holiday, swap[1]] },
      '/days/1/standsFor',
      'ngày 02/01/2026 không ghi ngược lại'
    ],
    ['asks with a wrong id', withQuestion({ id: 'Văn hóa' }), '/questions/0/id', 'chữ thường không dấu'],
    [
      'asks twice under one id',
      { ...file, questions: [question, { ...question, days: [{ ...question.days[0], day: '2026-11-25' }] }] },
      '/questions/1/id',
      'đã được dùng'
    ],
    ['asks without a title', withQuestion({ title: '' }), '/questions/0/title', 'title'],
    ['asks without a note', withQuestion({ note: undefined }), '/questions/0/note', 'note'],
    ['asks about no day', withQuestion({ days: [] }), '/questions/0/days', 'ít nhất một ngày'],
    [
      'asks about a decided day',
      withQuestion({ days: [{ ...question.days[0], day: '2026-01-01' }] }),
      '/questions/0/days/0/day',
      'đã được ghi'
    ],
    [
      'asks without assuming',
      withQuestion({ days: [{ ...question.days[0], assumed: 'maybe' }] }),
      '/questions/0/days/0/assumed',
      'off'
    ],
    [
      'assumes work on a Saturday',
      withQuestion({ days: [{ ...question.days[0], day: '2026-11-21' }] }),
      '/questions/0/days/0/assumed',
      'ngày này là thứ Bảy'
    ],
    ['asks with a word', { ...file, questions: ['?'] }, '/questions/0', 'phải là một đối tượng'],
    ['lists days without end', { ...file, days: Array(2001).fill(holiday) }, '/days', 'quá 2000 mục']
  ])('is refused when it %s', (_, document, path, message) => {
    expect(() => readCalendarFile(document)).toThrow(
      expect.objectContaining({
        code: 'VALIDATION',
        errors: expect.arrayContaining([{ path, message: expect.stringContaining(message) }])
      })
    )
  })

  it('tells all faults at once', () => {
    const faults = {
      years: [2026],
      days: [
        { ...holiday, kind: 'x' },
        { ...holiday, day: '2026-02-30' }
      ]
    }
    expect(() => readCalendarFile(faults)).toThrow(
      expect.objectContaining({
        errors: [
          expect.objectContaining({ path: '/days/0/kind' }),
          expect.objectContaining({ path: '/days/1/day' })
        ]
      })
    )
  })

  function withDay(change: object) {
    return { ...file, days: [{ ...holiday, ...change }, ...swap] }
  }

  function withQuestion(change: object) {
    return { ...file, questions: [{ ...question, ...change }] }
  }
})

describe('the days that are shipped', () => {
  it.each<[year: number, weekdaysOff: string, makeUp: string]>([
    [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', '05-04'],
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', '04-26'],
    [
      2026,
      '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
      '01-10 08-22'
    ],
    [2027, '01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 11-24', '']
  ])('of %i are those of the decisions', (year, weekdaysOff, makeUp) => {
    const ofYear = shipped.days.filter(({ day }) => day.startsWith(String(year)))
    const off = ofYear.filter((entry) => isDayOff(entry) && weekday(dayNumber(entry.day)) < 5)
    const worked = ofYear.filter(({ kind }) => kind === 'make_up')
    const short = (days: typeof ofYear) =>
      days
        .map(({ day }) => day.slice(5))
        .toSorted()
        .join(' ')
    expect([short(off), short(worked)]).toEqual([weekdaysOff, makeUp])
  })

  it('leave open what nobody has decided', () => {
    const undecided = shipped.days.filter(({ kind }) => kind === 'undecided')
    expect(undecided.map(({ day, assumed, questionId }) => [day, assumed, questionId])).toEqual([
      ['2026-11-23', 'working', 'van-hoa-2026'],
      ['2027-02-04', 'off', 'tet-2027'],
      ['2027-02-05', 'off', 'tet-2027'],
      ['2027-02-08', 'off', 'tet-2027'],
      ['2027-02-09', 'off', 'tet-2027'],
      ['2027-02-10', 'off', 'tet-2027'],
      ['2027-02-11', 'working', 'tet-2027'],
      ['2027-09-01', 'working', 'quoc-khanh-2027'],
      ['2027-09-03', 'working', 'quoc-khanh-2027']
    ])
    expect(shipped.questions.map(({ id }) => id)).toEqual(['van-hoa-2026', 'tet-2027', 'quoc-khanh-2027'])
  })

  it('each have a name and a legal basis in composed letters', () => {
    for (const { name, legalBasis } of shipped.days) {
      expect([name, legalBasis]).toEqual([name.normalize('NFC'), legalBasis.normalize('NFC')])
    }
  })
})

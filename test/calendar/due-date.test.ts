import { describe, expect, it } from 'vitest'
import { type CutOff, dueDate, type TermUnit } from '../../server/calendar/due-date.ts'
import { DEFAULT_WEEK, type OfficeWeek } from '../../server/calendar/office-week.ts'
import { compileCalendar, type WorkCalendar } from '../../server/calendar/work-calendar.ts'
import { morning, officeCalendar, onTheWall, shipped, vietnam, withSaturdayMorning } from './calendars.ts'

const office = officeCalendar()

type Case = [what: string, received: string, amount: number, due: string]

function dueOnTheWall(
  calendar: WorkCalendar,
  { received, amount, unit, cutOff }: { received: string; amount: number; unit: TermUnit; cutOff?: CutOff }
): string {
  const { dueAt, dueDay } = dueDate(calendar, {
    receivedAt: vietnam(received),
    term: { amount, unit },
    cutOff
  })
  expect(onTheWall(dueAt).slice(0, 10)).toBe(dueDay)
  return onTheWall(dueAt)
}

describe('the vectors of the specification', () => {
  it.each<[received: string, amount: number, unit: TermUnit, dueDay: string]>([
    ['2026-11-23 09:00', 1, 'working_day', '2026-11-25'],
    ['2026-11-23 09:00', 3, 'working_day', '2026-11-27'],
    ['2026-11-23 09:00', 5, 'working_day', '2026-12-01'],
    ['2026-11-20 16:30', 2, 'working_day', '2026-11-25'],
    ['2026-02-11 09:00', 1, 'working_day', '2026-02-12'],
    ['2026-02-11 09:00', 2, 'working_day', '2026-02-13'],
    ['2026-02-11 09:00', 3, 'working_day', '2026-02-23'],
    ['2026-02-11 09:00', 4, 'working_day', '2026-02-24'],
    ['2026-02-11 09:00', 5, 'working_day', '2026-02-25'],
    ['2026-08-20 09:00', 1, 'working_day', '2026-08-21'],
    ['2026-08-20 09:00', 2, 'working_day', '2026-08-22'],
    ['2026-08-20 09:00', 3, 'working_day', '2026-08-24'],
    ['2026-08-28 09:00', 1, 'working_day', '2026-09-03'],
    ['2026-04-24 09:00', 1, 'working_day', '2026-04-28'],
    ['2025-04-22 09:00', 1, 'working_day', '2025-04-23'],
    ['2025-04-22 09:00', 2, 'working_day', '2025-04-24'],
    ['2025-04-22 09:00', 3, 'working_day', '2025-04-25'],
    ['2025-04-22 09:00', 4, 'working_day', '2025-04-26'],
    ['2026-02-10 09:00', 10, 'calendar_day', '2026-02-23']
  ])('received %s, %i %s: due on %s at the return time', (received, amount, unit, dueDay) => {
    expect(dueOnTheWall(office, { received, amount, unit })).toBe(`${dueDay} 16:30`)
  })
})

describe('a term in working days', () => {
  it.each<Case>([
    ['leaves the day of receipt out', '2024-01-02 09:00', 1, '2024-01-03 16:30'],
    ['steps over a weekend', '2024-01-05 09:00', 1, '2024-01-08 16:30'],
    ['steps over Tết 2024', '2024-02-07 08:00', 1, '2024-02-15 16:30'],
    ['goes on after Tết 2024', '2024-02-06 08:00', 3, '2024-02-16 16:30'],
    ['steps over Giỗ Tổ 2024', '2024-04-17 10:00', 1, '2024-04-19 16:30'],
    ['steps over the swapped Monday of 2024', '2024-04-26 10:00', 1, '2024-05-02 16:30'],
    ['counts the make-up Saturday of 2024', '2024-04-26 10:00', 3, '2024-05-04 16:30'],
    ['goes on after the make-up Saturday of 2024', '2024-05-02 10:00', 3, '2024-05-06 16:30'],
    ['steps over Quốc khánh 2024', '2024-08-30 10:00', 1, '2024-09-04 16:30'],
    ['crosses into 2025', '2024-12-31 10:00', 1, '2025-01-02 16:30'],
    ['steps over Tết 2025', '2025-01-24 10:00', 1, '2025-02-03 16:30'],
    ['goes on after Tết 2025', '2025-01-23 10:00', 2, '2025-02-03 16:30'],
    ['steps over Giỗ Tổ 2025', '2025-04-04 10:00', 1, '2025-04-08 16:30'],
    ['counts the make-up Saturday of 2025', '2025-04-25 10:00', 1, '2025-04-26 16:30'],
    ['goes on after the make-up Saturday of 2025', '2025-04-25 10:00', 2, '2025-04-28 16:30'],
    ['steps over the swapped Friday of 2025', '2025-04-29 10:00', 1, '2025-05-05 16:30'],
    ['steps over Quốc khánh 2025', '2025-08-29 10:00', 1, '2025-09-03 16:30'],
    ['goes on after Quốc khánh 2025', '2025-08-29 10:00', 3, '2025-09-05 16:30'],
    ['crosses into 2026 over a swapped Friday', '2025-12-31 10:00', 1, '2026-01-05 16:30'],
    ['counts the make-up Saturday of January 2026', '2026-01-09 10:00', 1, '2026-01-10 16:30'],
    ['goes on after the make-up Saturday of January 2026', '2026-01-09 10:00', 2, '2026-01-12 16:30'],
    ['steps over Tết 2026', '2026-02-13 10:00', 1, '2026-02-23 16:30'],
    ['steps over the compensation for Giỗ Tổ 2026', '2026-04-24 10:00', 3, '2026-05-04 16:30'],
    ['steps over 30/4 and 01/5 2026', '2026-04-29 10:00', 1, '2026-05-04 16:30'],
    ['counts the make-up Saturday of August 2026', '2026-08-21 10:00', 1, '2026-08-22 16:30'],
    ['steps over Quốc khánh 2026 and its swap', '2026-08-28 10:00', 2, '2026-09-04 16:30'],
    ['steps over Ngày Văn hóa Việt Nam 2026', '2026-11-20 10:00', 2, '2026-11-25 16:30'],
    ['is long: 30 days', '2026-11-12 10:00', 30, '2026-12-25 16:30'],
    ['crosses into 2027', '2026-12-31 10:00', 1, '2027-01-04 16:30'],
    ['steps over Tết 2027 as assumed', '2027-02-03 10:00', 1, '2027-02-11 16:30'],
    ['steps over Giỗ Tổ 2027', '2027-04-15 10:00', 1, '2027-04-19 16:30'],
    ['steps over the compensation for 01/5 2027', '2027-04-29 10:00', 1, '2027-05-04 16:30'],
    ['steps over Quốc khánh 2027', '2027-09-01 10:00', 1, '2027-09-03 16:30'],
    ['steps over Ngày Văn hóa Việt Nam 2027', '2027-11-23 10:00', 1, '2027-11-25 16:30']
  ])('%s', (_, received, amount, due) => {
    expect(dueOnTheWall(office, { received, amount, unit: 'working_day' })).toBe(due)
  })
})

describe('a term in calendar days', () => {
  it.each<Case>([
    ['ends on a working day', '2026-11-02 10:00', 4, '2026-11-06 16:30'],
    ['rolls from Saturday to Monday', '2026-11-02 10:00', 5, '2026-11-09 16:30'],
    ['rolls from Sunday to Monday', '2026-11-02 10:00', 6, '2026-11-09 16:30'],
    ['rolls over a holiday', '2026-11-10 10:00', 14, '2026-11-25 16:30'],
    ['counts holidays on its way', '2026-11-10 10:00', 15, '2026-11-25 16:30'],
    ['rolls over a Sunday holiday and its compensation', '2026-04-16 10:00', 10, '2026-04-28 16:30'],
    ['rolls over a swapped day and two holidays', '2024-04-22 10:00', 5, '2024-05-02 16:30'],
    ['stays on the make-up Saturday of 2024', '2024-04-24 10:00', 10, '2024-05-04 16:30'],
    ['stays on the make-up Saturday of 2025', '2025-04-16 10:00', 10, '2025-04-26 16:30'],
    ['counts a leap day', '2024-02-26 10:00', 4, '2024-03-01 16:30'],
    ['rolls into the next year', '2026-12-29 10:00', 3, '2027-01-04 16:30'],
    ['takes a year', '2026-01-05 10:00', 365, '2027-01-05 16:30'],
    ['rolls over the whole of Tết 2025', '2025-01-15 10:00', 10, '2025-02-03 16:30']
  ])('%s', (_, received, amount, due) => {
    expect(dueOnTheWall(office, { received, amount, unit: 'calendar_day' })).toBe(due)
  })
})

describe('a term in working hours', () => {
  it.each<Case>([
    ['runs in the morning', '2026-11-02 09:00', 2, '2026-11-02 11:00'],
    ['runs on after lunch', '2026-11-02 10:30', 2, '2026-11-02 14:30'],
    ['ends when lunch begins', '2026-11-02 10:30', 1, '2026-11-02 11:30'],
    ['ends at closing time and not at the next opening', '2026-11-02 16:00', 1, '2026-11-02 17:00'],
    ['runs on after the night', '2026-11-02 16:00', 2, '2026-11-03 08:30'],
    ['runs on after the weekend', '2026-11-06 16:00', 2, '2026-11-09 08:30'],
    ['runs on after Tết', '2026-02-13 16:30', 1, '2026-02-23 08:00'],
    ['runs on a make-up Saturday', '2026-08-21 16:00', 2, '2026-08-22 08:30'],
    ['runs over a holiday', '2026-11-20 16:00', 9, '2026-11-25 08:00'],
    ['takes more than a day', '2026-11-02 07:30', 8, '2026-11-03 08:00'],
    ['takes exactly two days', '2026-11-02 07:30', 15, '2026-11-03 17:00'],
    ['takes twenty days', '2026-11-02 07:30', 150, '2026-11-30 17:00'],
    ['waits for the end of lunch', '2026-11-02 12:00', 1, '2026-11-02 14:30'],
    ['waits for the opening', '2026-11-02 06:00', 1, '2026-11-02 08:30'],
    ['waits for Monday', '2026-11-06 19:00', 4, '2026-11-09 11:30'],
    ['drops the seconds', '2026-11-02 09:00:59', 1, '2026-11-02 10:00']
  ])('%s', (_, received, amount, due) => {
    expect(dueOnTheWall(office, { received, amount, unit: 'working_hour' })).toBe(due)
  })
})

describe('a term of the same day', () => {
  it.each<[what: string, received: string, due: string]>([
    ['is due at the return time', '2026-11-02 09:00', '2026-11-02 16:30'],
    ['is due at the return time after lunch', '2026-11-02 12:00', '2026-11-02 16:30'],
    ['is due at the return time a minute before it', '2026-11-02 16:29', '2026-11-02 16:30'],
    ['is due at closing time from the return time on', '2026-11-02 16:30', '2026-11-02 17:00'],
    ['is due at closing time after the return time', '2026-11-02 16:59', '2026-11-02 17:00'],
    ['is due the next day from closing time on', '2026-11-02 17:00', '2026-11-03 16:30'],
    ['is due on Monday after Friday evening', '2026-11-06 18:00', '2026-11-09 16:30'],
    ['is due after the holiday', '2026-11-24 09:00', '2026-11-25 16:30'],
    ['is due on a make-up Saturday', '2026-08-22 09:00', '2026-08-22 16:30']
  ])('%s', (_, received, due) => {
    expect(dueOnTheWall(office, { received, amount: 1, unit: 'same_day' })).toBe(due)
  })

  it('needs no amount', () => {
    expect(dueOnTheWall(office, { received: '2026-11-02 09:00', amount: 0, unit: 'same_day' })).toBe(
      '2026-11-02 16:30'
    )
  })
})

describe('the start of a term', () => {
  it.each<[what: string, received: string, start: string, due: string]>([
    ['is the receipt in office hours', '2026-11-06 16:59', '2026-11-06 16:59', '2026-11-09 16:30'],
    ['is the next opening from closing time on', '2026-11-06 17:00', '2026-11-09 07:30', '2026-11-10 16:30'],
    ['is the opening of the same day', '2026-11-06 05:10', '2026-11-06 07:30', '2026-11-09 16:30'],
    [
      'is the afternoon from the beginning of lunch',
      '2026-11-05 11:30',
      '2026-11-05 13:30',
      '2026-11-06 16:30'
    ],
    ['is the afternoon until lunch is over', '2026-11-05 13:29', '2026-11-05 13:30', '2026-11-06 16:30'],
    ['is Monday after Saturday', '2026-11-07 09:00', '2026-11-09 07:30', '2026-11-10 16:30'],
    ['is Monday after Sunday', '2026-11-08 09:00', '2026-11-09 07:30', '2026-11-10 16:30'],
    ['is the day after a holiday', '2026-11-24 10:00', '2026-11-25 07:30', '2026-11-26 16:30'],
    ['is the day after Tết', '2026-02-17 10:00', '2026-02-23 07:30', '2026-02-24 16:30'],
    [
      'is a make-up Saturday after Friday evening',
      '2026-08-21 20:00',
      '2026-08-22 07:30',
      '2026-08-24 16:30'
    ],
    [
      'is the same day at the last second of it',
      '2026-11-03 23:59:59',
      '2026-11-04 07:30',
      '2026-11-05 16:30'
    ],
    ['is the new day at midnight', '2026-11-04 00:00:00', '2026-11-04 07:30', '2026-11-05 16:30']
  ])('%s', (_, received, start, due) => {
    const result = dueDate(office, {
      receivedAt: vietnam(received),
      term: { amount: 1, unit: 'working_day' }
    })
    const minute = result.startMinute
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    expect([`${result.startDay} ${time}`, onTheWall(result.dueAt)]).toEqual([start, due])
  })
})

describe('the cut-off of a procedure', () => {
  const fifteen: CutOff = { kind: 'hour', minute: 900 }
  const lastHour: CutOff = { kind: 'last_hours', hours: 1 }

  it.each<[what: string, received: string, cutOff: CutOff, amount: number, unit: TermUnit, due: string]>([
    ['15:00 is in time', '2026-11-02 15:00:59', fifteen, 1, 'working_day', '2026-11-03 16:30'],
    ['15:01 is not', '2026-11-02 15:01', fifteen, 1, 'working_day', '2026-11-04 16:30'],
    ['15:00 is in time for the same day', '2026-11-02 15:00', fifteen, 1, 'same_day', '2026-11-02 16:30'],
    ['15:01 makes it the next day', '2026-11-02 15:01', fifteen, 1, 'same_day', '2026-11-03 16:30'],
    ['late before Tết is after Tết', '2026-02-13 15:01', fifteen, 1, 'same_day', '2026-02-23 16:30'],
    ['late before a holiday is after it', '2026-11-23 15:01', fifteen, 1, 'same_day', '2026-11-25 16:30'],
    [
      'late before a make-up Saturday is on it',
      '2026-08-21 15:01',
      fifteen,
      1,
      'working_day',
      '2026-08-24 16:30'
    ],
    ['hours run from the next opening', '2026-11-06 15:30', fifteen, 2, 'working_hour', '2026-11-09 09:30'],
    [
      'calendar days count from the next working day',
      '2026-11-06 15:30',
      fifteen,
      1,
      'calendar_day',
      '2026-11-10 16:30'
    ],
    ['before the opening is in time', '2026-11-02 06:00', fifteen, 1, 'same_day', '2026-11-02 16:30'],
    ['a Sunday afternoon is Monday', '2026-11-08 16:00', fifteen, 1, 'same_day', '2026-11-09 16:30'],
    ['15:59 is before the last hour', '2026-11-02 15:59', lastHour, 1, 'working_day', '2026-11-03 16:30'],
    ['16:00 is in the last hour', '2026-11-02 16:00', lastHour, 1, 'working_day', '2026-11-04 16:30'],
    [
      'after closing counts like the last hour',
      '2026-11-02 18:00',
      lastHour,
      1,
      'working_day',
      '2026-11-04 16:30'
    ],
    [
      'more hours reach into lunch',
      '2026-11-02 12:59',
      { kind: 'last_hours', hours: 4 },
      1,
      'same_day',
      '2026-11-02 16:30'
    ],
    ['and past it', '2026-11-02 13:00', { kind: 'last_hours', hours: 4 }, 1, 'same_day', '2026-11-03 16:30']
  ])('%s', (_, received, cutOff, amount, unit, due) => {
    expect(dueOnTheWall(office, { received, amount, unit, cutOff })).toBe(due)
  })
})

describe('a Saturday morning', () => {
  const receives = officeCalendar(withSaturdayMorning)
  const counts = officeCalendar({ ...withSaturdayMorning, saturdayCounts: true })

  it.each<
    [what: string, calendar: WorkCalendar, received: string, amount: number, unit: TermUnit, due: string]
  >([
    ['is a day of receipt', receives, '2026-11-07 09:00', 1, 'working_day', '2026-11-09 16:30'],
    [
      'is the next opening after Friday evening',
      receives,
      '2026-11-06 18:00',
      1,
      'working_day',
      '2026-11-09 16:30'
    ],
    ['is over at its closing time', receives, '2026-11-07 11:30', 1, 'working_day', '2026-11-10 16:30'],
    ['does not count', receives, '2026-11-06 09:00', 1, 'working_day', '2026-11-09 16:30'],
    ['lets no hours run', receives, '2026-11-07 09:00', 2, 'working_hour', '2026-11-09 09:30'],
    ['lets no hours run on their way', receives, '2026-11-06 16:00', 2, 'working_hour', '2026-11-09 08:30'],
    ['is no day to be due on', receives, '2026-11-07 09:00', 1, 'same_day', '2026-11-09 16:30'],
    ['does not hold a calendar term', receives, '2026-11-02 09:00', 5, 'calendar_day', '2026-11-09 16:30'],
    [
      'counts where the office says so, until it closes',
      counts,
      '2026-11-06 09:00',
      1,
      'working_day',
      '2026-11-07 11:30'
    ],
    ['then lets hours run', counts, '2026-11-07 10:30', 2, 'working_hour', '2026-11-09 08:30'],
    ['then is due at its closing time', counts, '2026-11-07 09:00', 1, 'same_day', '2026-11-07 11:30'],
    ['then holds a calendar term', counts, '2026-11-02 09:00', 5, 'calendar_day', '2026-11-07 11:30'],
    ['is no receipt on a holiday', receives, '2027-05-01 09:00', 1, 'working_day', '2027-05-05 16:30'],
    [
      'has the hours of Monday when it makes up for one',
      receives,
      '2026-08-21 09:00',
      1,
      'working_day',
      '2026-08-22 16:30'
    ]
  ])('%s', (_, calendar, received, amount, unit, due) => {
    expect(dueOnTheWall(calendar, { received, amount, unit })).toBe(due)
  })

  it('is stepped over after a cut-off, which leads to the next working day', () => {
    const cutOff: CutOff = { kind: 'hour', minute: 900 }
    expect(
      dueOnTheWall(receives, { received: '2026-11-06 15:01', amount: 1, unit: 'working_day', cutOff })
    ).toBe('2026-11-10 16:30')
  })
})

describe('the hours of an office', () => {
  const summer: OfficeWeek = {
    effectiveFrom: '2026-11-09',
    week: [
      ...Array(5).fill([
        [420, 660],
        [780, 960]
      ]),
      [],
      []
    ],
    returnMinute: 930,
    saturdayCounts: false
  }
  const changing = officeCalendar(DEFAULT_WEEK, summer)
  const shortFridays = officeCalendar({ ...DEFAULT_WEEK, week: DEFAULT_WEEK.week.with(4, morning) })
  const earlyClosing = officeCalendar({ ...summer, returnMinute: 990 })

  it.each<
    [what: string, calendar: WorkCalendar, received: string, amount: number, unit: TermUnit, due: string]
  >([
    [
      'are the old ones the day before they change',
      changing,
      '2026-11-05 09:00',
      1,
      'working_day',
      '2026-11-06 16:30'
    ],
    [
      'are the new ones from their day on',
      changing,
      '2026-11-06 09:00',
      1,
      'working_day',
      '2026-11-09 15:30'
    ],
    ['change under a term in hours', changing, '2026-11-06 16:00', 2, 'working_hour', '2026-11-09 08:00'],
    ['close before the return time', earlyClosing, '2026-11-09 08:00', 1, 'working_day', '2026-11-10 16:00'],
    [
      'hold for the days before the first of them',
      earlyClosing,
      '2026-11-02 08:00',
      1,
      'working_day',
      '2026-11-03 16:00'
    ],
    [
      'are those of Friday when a Saturday makes up for one',
      shortFridays,
      '2025-04-25 09:00',
      1,
      'working_day',
      '2025-04-26 11:30'
    ],
    ['end a Friday at noon', shortFridays, '2026-11-06 10:30', 2, 'working_hour', '2026-11-09 08:30']
  ])('%s', (_, calendar, received, amount, unit, due) => {
    expect(dueOnTheWall(calendar, { received, amount, unit })).toBe(due)
  })

  it('do not count a weekday on which the office never works', () => {
    const closed = officeCalendar({ ...DEFAULT_WEEK, week: DEFAULT_WEEK.week.with(2, []) })
    expect(dueOnTheWall(closed, { received: '2026-11-03 09:00', amount: 1, unit: 'working_day' })).toBe(
      '2026-11-05 16:30'
    )
  })

  it('can be given in any order', () => {
    const weeks = [summer, DEFAULT_WEEK]
    expect(compileCalendar({ ...shipped, weeks }).returnAt).toEqual(changing.returnAt)
  })
})

describe('a due date over a day that nobody has decided', () => {
  it.each<
    [what: string, received: string, amount: number, unit: TermUnit, dueDay: string, provisional: boolean]
  >([
    ['ends before it', '2026-11-19 09:00', 1, 'working_day', '2026-11-20', false],
    ['ends on it', '2026-11-20 09:00', 1, 'working_day', '2026-11-23', true],
    ['passes over it', '2026-11-20 09:00', 2, 'working_day', '2026-11-25', true],
    ['begins on it', '2026-11-23 09:00', 1, 'working_day', '2026-11-25', true],
    ['is moved to it', '2026-11-21 09:00', 1, 'same_day', '2026-11-23', true],
    ['begins after it', '2026-11-25 09:00', 1, 'working_day', '2026-11-26', false],
    ['passes over it in hours', '2026-11-20 16:30', 1, 'working_hour', '2026-11-23', true],
    ['ends before Tết 2027', '2027-02-02 09:00', 1, 'working_day', '2027-02-03', false],
    ['steps over Tết 2027', '2027-02-03 09:00', 2, 'working_day', '2027-02-12', true],
    ['rolls over Tết 2027', '2027-01-25 09:00', 10, 'calendar_day', '2027-02-11', true],
    ['begins after Tết 2027', '2027-02-12 09:00', 1, 'working_day', '2027-02-15', false],
    ['ends on 01/9/2027', '2027-08-31 09:00', 1, 'working_day', '2027-09-01', true],
    ['ends on 03/9/2027', '2027-09-02 09:00', 1, 'same_day', '2027-09-03', true],
    [
      'ends long after Tết 2027, which a term in calendar days does not feel',
      '2027-01-25 09:00',
      30,
      'calendar_day',
      '2027-02-24',
      false
    ],
    [
      'ends on an undecided day, counted in calendar days',
      '2026-11-13 09:00',
      10,
      'calendar_day',
      '2026-11-23',
      true
    ],
    ['begins after Quốc khánh 2027', '2027-09-06 09:00', 1, 'working_day', '2027-09-07', false]
  ])('%s', (_, received, amount, unit, dueDay, provisional) => {
    const result = dueDate(office, { receivedAt: vietnam(received), term: { amount, unit } })
    expect([result.dueDay, result.provisional]).toEqual([dueDay, provisional])
  })

  it('is final once the day is decided, whichever way', () => {
    const decided = (kind: 'swapped_off' | 'working') =>
      compileCalendar({
        ...shipped,
        days: shipped.days.map((day) => (day.day === '2026-11-23' ? { ...day, kind, assumed: null } : day)),
        weeks: [DEFAULT_WEEK]
      })
    const input = {
      receivedAt: vietnam('2026-11-20 09:00'),
      term: { amount: 1, unit: 'working_day' as const }
    }
    expect(dueDate(decided('working'), input)).toMatchObject({ dueDay: '2026-11-23', provisional: false })
    expect(dueDate(decided('swapped_off'), input)).toMatchObject({ dueDay: '2026-11-25', provisional: false })
  })
})

describe('a due date is refused', () => {
  const missing = (year: number) =>
    expect.objectContaining({
      code: 'CALENDAR_YEAR_MISSING',
      message: expect.stringContaining(`năm ${year}`)
    })
  const due = (calendar: WorkCalendar, received: string, amount: number, unit: TermUnit) => () =>
    dueDate(calendar, { receivedAt: vietnam(received), term: { amount, unit } })
  const gap = compileCalendar({ years: [2024, 2026], days: shipped.days, weeks: [DEFAULT_WEEK] })
  const empty = compileCalendar({ years: [], days: [], weeks: [DEFAULT_WEEK] })

  it.each<
    [what: string, calendar: WorkCalendar, received: string, amount: number, unit: TermUnit, year: number]
  >([
    ['before the first year', office, '2023-12-29 09:00', 10, 'working_day', 2023],
    ['long before the first year', office, '1999-05-05 09:00', 1, 'same_day', 1999],
    ['after the last year', office, '2031-01-02 09:00', 1, 'working_day', 2031],
    ['when working days run into a year without days', office, '2027-12-30 09:00', 2, 'working_day', 2028],
    ['when calendar days do', office, '2027-12-30 09:00', 2, 'calendar_day', 2028],
    ['when calendar days run far past it', office, '2027-12-30 09:00', 900, 'calendar_day', 2028],
    ['when hours do', office, '2027-12-31 16:30', 1, 'working_hour', 2028],
    ['when the next opening lies there', office, '2027-12-31 17:00', 1, 'same_day', 2028],
    ['in a year left out between others', gap, '2025-03-03 09:00', 1, 'working_day', 2025],
    ['across a year left out between others', gap, '2024-12-31 09:00', 1, 'working_day', 2025],
    ['when its end rolls into a year left out', gap, '2024-12-31 09:00', 1, 'calendar_day', 2025],
    ['past the last year, when one before it is left out', gap, '2024-12-30 09:00', 600, 'working_day', 2025],
    ['in a year of five digits', office, '9999-12-31 23:59', 1, 'same_day', 9999],
    ['without any year', empty, '2026-03-03 09:00', 1, 'working_day', 2026]
  ])('%s', (_, calendar, received, amount, unit, year) => {
    expect(due(calendar, received, amount, unit)).toThrow(missing(year))
  })

  it('but not when it ends on the last day there is', () => {
    expect(due(office, '2027-12-30 09:00', 1, 'working_day')()).toMatchObject({ dueDay: '2027-12-31' })
    expect(due(office, '2027-12-31 16:00', 1, 'working_hour')()).toMatchObject({
      dueAt: vietnam('2027-12-31 17:00')
    })
  })

  it.each([0, -1, 1.5, 3651, Number.NaN, Number.POSITIVE_INFINITY])('for a term of %d', (amount) => {
    for (const unit of ['working_day', 'calendar_day', 'working_hour'] as const) {
      expect(due(office, '2026-11-02 09:00', amount, unit)).toThrow(
        expect.objectContaining({
          code: 'VALIDATION',
          errors: [expect.objectContaining({ path: '/term/amount' })]
        })
      )
    }
  })
})

describe('a calendar is refused', () => {
  const noDays = Array(7).fill([])
  it.each<[what: string, change: Partial<OfficeWeek>, path: string]>([
    ['without any hours', { week: noDays }, '/week'],
    ['with hours on a Saturday that does not count only', { week: noDays.with(5, morning) }, '/week'],
    ['with hours on Sunday only', { week: noDays.with(6, morning), saturdayCounts: true }, '/week'],
    ['with six days', { week: DEFAULT_WEEK.week.slice(0, 6) }, '/week'],
    [
      'with intervals out of order',
      {
        week: DEFAULT_WEEK.week.with(0, [
          [810, 1020],
          [450, 690]
        ])
      },
      '/week/0'
    ],
    [
      'with intervals that overlap',
      {
        week: DEFAULT_WEEK.week.with(1, [
          [450, 690],
          [680, 1020]
        ])
      },
      '/week/1'
    ],
    ['with an interval of no length', { week: DEFAULT_WEEK.week.with(2, [[450, 450]]) }, '/week/2'],
    ['with an interval past midnight', { week: DEFAULT_WEEK.week.with(3, [[450, 1440]]) }, '/week/3'],
    ['with half a minute', { week: DEFAULT_WEEK.week.with(4, [[450.5, 690]]) }, '/week/4'],
    ['with a return time outside the day', { returnMinute: 1440 }, '/returnTime']
  ])('%s', (_, change, path) => {
    expect(() => officeCalendar({ ...DEFAULT_WEEK, ...change })).toThrow(
      expect.objectContaining({
        code: 'VALIDATION',
        errors: expect.arrayContaining([expect.objectContaining({ path })])
      })
    )
  })

  it('without a week', () => {
    expect(() => compileCalendar({ ...shipped, weeks: [] })).toThrow(
      expect.objectContaining({ code: 'VALIDATION' })
    )
  })

  it('but not with hours on a Saturday that counts', () => {
    expect(() =>
      officeCalendar({ ...DEFAULT_WEEK, week: noDays.with(5, morning), saturdayCounts: true })
    ).not.toThrow()
  })
})

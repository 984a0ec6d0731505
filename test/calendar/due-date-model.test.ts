import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { type DueDateInput, dueDate } from '../../server/calendar/due-date.ts'
import { explainDueDate } from '../../server/calendar/due-date-steps.ts'
import { DEFAULT_WEEK, type OfficeWeek, type OpenInterval } from '../../server/calendar/office-week.ts'
import type { OfficialDay } from '../../server/calendar/official-days.ts'
import type { PlainDate } from '../../server/calendar/plain-date.ts'
import { type CalendarSource, compileCalendar } from '../../server/calendar/work-calendar.ts'
import { shipped, withSaturdayMorning } from './calendars.ts'
import { MissingYear, naiveDueDate } from './naive-model.ts'

const RUNS = { numRuns: 400 }

const anyDay = (from: string, to: string) =>
  fc
    .integer({ min: Date.parse(from) / 86_400_000, max: Date.parse(to) / 86_400_000 })
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10) as PlainDate)

const receivedAt = fc
  .integer({ min: Date.parse('2023-12-25') / 60_000, max: Date.parse('2028-01-05') / 60_000 })
  .map((minute) => new Date(minute * 60_000).toISOString())

const term = fc.oneof(
  fc.record({
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('working_day', 'calendar_day')
  }),
  fc.record({ amount: fc.integer({ min: 1, max: 60 }), unit: fc.constant('working_hour') }),
  fc.record({ amount: fc.constant(1), unit: fc.constant('same_day') })
)

const cutOff = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant('hour' as const), minute: fc.integer({ min: 0, max: 1439 }) }),
    fc.record({ kind: fc.constant('last_hours' as const), hours: fc.integer({ min: 1, max: 6 }) })
  )
)

const counting = fc.option(
  fc.record({
    receiptDayCounted: fc.boolean(),
    onRestDay: fc.constantFrom('next_working_day' as const, 'stays' as const)
  }),
  { nil: undefined, freq: 2 }
)

const input: fc.Arbitrary<DueDateInput> = fc.record({ receivedAt, term, cutOff, counting })

const intervals: fc.Arbitrary<OpenInterval[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1439 }), { maxLength: 6 })
  .map((minutes) => {
    const sorted = minutes.toSorted((one, other) => one - other)
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => {
      return [sorted[2 * index] as number, sorted[2 * index + 1] as number] as const
    })
  })

const anyWeek: fc.Arbitrary<OfficeWeek> = fc
  .record({
    effectiveFrom: anyDay('2023-06-01', '2028-06-01'),
    week: fc.array(intervals, { minLength: 7, maxLength: 7 }),
    returnMinute: fc.integer({ min: 1, max: 1439 }),
    saturdayCounts: fc.boolean()
  })
  .filter(({ week }) => week.slice(0, 5).some((day) => day.length > 0))

const weeks = fc.oneof(
  fc.constantFrom([DEFAULT_WEEK], [withSaturdayMorning], [{ ...withSaturdayMorning, saturdayCounts: true }]),
  fc.uniqueArray(anyWeek, { minLength: 1, maxLength: 4, selector: ({ effectiveFrom }) => effectiveFrom })
)

const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay())

const anyOfficialDay: fc.Arbitrary<OfficialDay> = fc
  .record({
    day: anyDay('2023-12-01', '2028-01-31'),
    kind: fc.constantFrom('holiday', 'compensation', 'swapped_off', 'make_up', 'undecided', 'working'),
    standsFor: anyDay('2024-01-01', '2027-12-31').filter((day) => !isWeekend(day)),
    assumed: fc.constantFrom('off', 'working')
  })
  .map(({ day, kind, standsFor, assumed }) => ({
    day,
    kind,
    name: 'Ngày thử',
    legalBasis: 'Thử',
    scope: 'officials' as const,
    standsFor: kind === 'make_up' ? standsFor : null,
    assumed: kind === 'undecided' ? assumed : null,
    questionId: kind === 'undecided' ? 'thu' : null
  }))

const days = fc.oneof(
  fc.constant(shipped.days),
  fc.uniqueArray(anyOfficialDay, { maxLength: 300, selector: ({ day }) => day })
)

const years = fc.oneof(
  { weight: 4, arbitrary: fc.constant([2024, 2025, 2026, 2027]) },
  { weight: 1, arbitrary: fc.subarray([2024, 2025, 2026, 2027]) }
)

const source: fc.Arbitrary<CalendarSource> = fc.record({ years, days, weeks })

function modelled(given: CalendarSource, asked: DueDateInput) {
  try {
    return naiveDueDate(given, asked)
  } catch (error) {
    if (error instanceof MissingYear) return error
    throw error
  }
}

describe('against a model that walks day by day and minute by minute', () => {
  test.prop([source, input], RUNS)('a due date is the same, or refused alike', (given, asked) => {
    const expected = modelled(given, asked)
    const actual = () => dueDate(compileCalendar(given), asked)
    if (expected instanceof MissingYear) {
      const message = expect.stringContaining(String(expected.year))
      expect(actual).toThrow(expect.objectContaining({ code: 'CALENDAR_YEAR_MISSING', message }))
    } else {
      expect(actual()).toEqual(expected)
    }
  })

  test.prop([input], { numRuns: 2000 })('it is the same for the days that are shipped', (asked) => {
    const given = { ...shipped, weeks: [DEFAULT_WEEK] }
    const expected = modelled(given, asked)
    if (!(expected instanceof MissingYear)) expect(dueDate(ofTheDays, asked)).toEqual(expected)
  })

  test.prop([source, input], RUNS)(
    'the explanation leads from the receipt to the due day',
    (given, asked) => {
      const expected = modelled(given, asked)
      if (expected instanceof MissingYear) return
      const steps = explainDueDate(compileCalendar(given), asked)

      const received = new Date(Date.parse(asked.receivedAt) + 7 * 3_600_000).toISOString().slice(0, 10)
      expect([steps[0]?.day, steps.at(-1)?.day]).toEqual([received, expected.dueDay])
      expect(steps.map(({ day }) => Date.parse(day) / 86_400_000)).toEqual(
        steps.map((_, index) => Date.parse(received) / 86_400_000 + index)
      )
      const { unit, amount } = asked.term
      const counted = steps.filter((step) => step.counted).length
      if (unit !== 'working_hour') expect(counted).toBe(unit === 'same_day' ? 1 : amount)
      else expect(steps.at(-1)?.counted).toBe(true)
      const doubtful = steps.some(({ reason }) => reason.includes('chưa có quyết định'))
      if (unit === 'calendar_day') expect(doubtful || !expected.provisional).toBe(true)
      else expect(doubtful).toBe(expected.provisional)
      expect(steps.every(({ reason }) => reason.length > 0 && !reason.includes('undefined'))).toBe(true)
    }
  )

  test.prop([source, input], RUNS)('nothing is due before it has come', (given, asked) => {
    if (modelled(given, asked) instanceof MissingYear) return
    expect(dueDate(compileCalendar(given), asked).dueAt > asked.receivedAt).toBe(true)
  })
})

const ofTheDays = compileCalendar({ ...shipped, weeks: [DEFAULT_WEEK] })

import { readCalendarFile } from '../../server/calendar/calendar-file.ts'
import officialDays from '../../server/calendar/data/official-days.json' with { type: 'json' }
import { type DueDateInput, dueDate } from '../../server/calendar/due-date.ts'
import { DEFAULT_WEEK } from '../../server/calendar/office-week.ts'
import { isDayOff } from '../../server/calendar/official-days.ts'
import { compileCalendar } from '../../server/calendar/work-calendar.ts'

const ROUNDS = 3
const MILLISECONDS_PER_ROUND = 300

export interface DueDateBench {
  /** Nanoseconds for the due date of a 30-day term, from the instant as text to the answer as text. */
  program: number
  /** Nanoseconds for the same due day with a `Date`, its text and a look into a set for each day. */
  reference: number
  /** `program / reference`; the aim is 1/200. */
  ratio: number
}

/** Program and reference by turns in one run, the median of three rounds each. */
export function benchDueDate(): DueDateBench {
  const file = readCalendarFile(officialDays)
  const calendar = compileCalendar({ ...file, weeks: [DEFAULT_WEEK] })
  const daysOff = new Set<string>(file.days.filter(isDayOff).map(({ day }) => day))
  const makeUps = new Set<string>(file.days.filter(({ kind }) => kind === 'make_up').map(({ day }) => day))
  const inputs = receipts()

  const program = (input: DueDateInput) => dueDate(calendar, input).dueAt
  const reference = (input: DueDateInput) => dayByDay(input, { daysOff, makeUps })
  const differing = inputs.find((input) => program(input) !== reference(input))
  if (differing) throw new Error(`the two disagree: ${differing.receivedAt}`)

  const rounds = Array.from({ length: ROUNDS }, () => ({
    program: nanoseconds(program, inputs),
    reference: nanoseconds(reference, inputs)
  }))
  const result = {
    program: median(rounds.map((round) => round.program)),
    reference: median(rounds.map((round) => round.reference))
  }
  return { ...result, ratio: result.program / result.reference }
}

/** A thousand moments of receipt in office hours over three years. */
function receipts(): DueDateInput[] {
  const first = Date.parse('2024-01-02T01:00:00.000Z')
  return Array.from({ length: 1000 }, (_, index) => ({
    receivedAt: new Date(first + index * 25 * 3_600_000 + (index % 7) * 60_000).toISOString(),
    term: { amount: 30, unit: 'working_day' }
  }))
}

/** What one writes without thinking of speed. The hours of receipt are looked at only as far as it must. */
function dayByDay(
  { receivedAt, term }: DueDateInput,
  { daysOff, makeUps }: { daysOff: ReadonlySet<string>; makeUps: ReadonlySet<string> }
): string {
  const works = (date: Date) => {
    const day = date.toISOString().slice(0, 10)
    if (makeUps.has(day)) return true
    const weekday = date.getUTCDay()
    return weekday !== 0 && weekday !== 6 && !daysOff.has(day)
  }
  const next = (date: Date) => date.setUTCDate(date.getUTCDate() + 1)
  const date = new Date(Date.parse(receivedAt) + 7 * 3_600_000)
  if (date.getUTCHours() >= 17) next(date)
  while (!works(date)) next(date)
  for (let left = term.amount; left > 0; ) {
    next(date)
    if (works(date)) left -= 1
  }
  return `${date.toISOString().slice(0, 10)}T09:30:00.000Z`
}

function nanoseconds(run: (input: DueDateInput) => string, inputs: readonly DueDateInput[]): number {
  const end = performance.now() + MILLISECONDS_PER_ROUND
  let runs = 0
  let characters = 0
  const start = performance.now()
  while (performance.now() < end) {
    for (const input of inputs) characters += run(input).charCodeAt(9)
    runs += inputs.length
  }
  const elapsed = performance.now() - start
  return characters > 0 ? (elapsed * 1e6) / runs : Number.NaN
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] as number
}

import { calendarFileText as text } from '../../kiosk-ui/src/text/calendar.ts'
import { DomainError, type FieldError } from '../errors.ts'
import { normalText } from '../text-key.ts'
import { dayFaults, isWeekday, swapFaults } from './day-faults.ts'
import {
  type Assumption,
  type CalendarQuestion,
  type DayScope,
  type DecidedKind,
  type OfficialDay,
  scopeOf
} from './official-days.ts'
import { dayNumber, isPlainDate, type PlainDate, weekday, yearOf } from './plain-date.ts'

/** What a file of official days says, the undecided days of its questions among the others. */
export interface CalendarFile {
  years: readonly number[]
  days: readonly OfficialDay[]
  questions: readonly CalendarQuestion[]
}

type Fields = Record<string, unknown>

interface Reading {
  years: ReadonlySet<number>
  seen: Set<PlainDate>
  errors: FieldError[]
}

/** An entry under examination: where it stands, and how people call it. */
interface Entry {
  path: string
  name: string
  fields: Fields
}

const KINDS: readonly string[] = ['holiday', 'compensation', 'swapped_off', 'make_up'] satisfies DecidedKind[]
const MOST = { name: 200, title: 200, legalBasis: 500, note: 2000, entries: 2000 }

/**
 * Reads a file of official days: `{ years, days: [{ day, kind, name, legalBasis, scope?, standsFor? }], questions:
 * [{ id, title, note, legalBasis, days: [{ day, name, assumed }] }] }`. It lists whole years: what it leaves out of
 * one of its `years` is an ordinary day. Nothing is guessed and nothing is dropped; every fault is told at once.
 *
 * @param at where the document stands in what was sent, put before the path of each fault
 * @throws DomainError `VALIDATION`, each fault naming its entry in words
 */
export function readCalendarFile(document: unknown, at = ''): CalendarFile {
  if (!isFields(document)) throw refusal([{ path: '', message: text.notADocument }], at)
  const errors: FieldError[] = []
  const years = readYears(document.years, errors)
  const reading: Reading = { years: new Set(years), seen: new Set(), errors }
  const decided = entries(document.days, 'days', errors).flatMap((fields, index) =>
    readDay(reading, fields, index)
  )
  const asked = readQuestions(reading, document.questions ?? [])
  const days = [...decided, ...asked.days]
  if (errors.length === 0) errors.push(...unmatchedSwaps(reading, decided), ...emptyYears(years, days))
  if (errors.length > 0) throw refusal(errors, at)
  return { years, days, questions: asked.questions }
}

function readYears(value: unknown, errors: FieldError[]): number[] {
  const list: unknown[] = Array.isArray(value) ? value : []
  if (list.length === 0) errors.push({ path: '/years', message: text.noYears })
  return list.filter((year, index): year is number => {
    const valid = typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year < 2200
    if (!valid) errors.push({ path: `/years/${index}`, message: text.badYear(String(year)) })
    else if (list.indexOf(year) < index)
      errors.push({ path: `/years/${index}`, message: text.repeatedYear(year) })
    return valid
  })
}

function readDay(reading: Reading, value: unknown, index: number): OfficialDay[] {
  const fields = isFields(value) ? value : {}
  const entry = { path: `/days/${index}`, name: text.dayEntry(index + 1, shown(fields.day)), fields }
  if (!isFields(value)) return complain(reading, entry, text.notAnEntry(entry.name))
  const day = readDate(reading, entry)
  const kind = readKind(reading, entry)
  const name = readText(reading, entry, 'name')
  const legalBasis = readText(reading, entry, 'legalBasis')
  const scope = readScope(reading, entry, kind)
  if (!day || !kind) return []
  const standsFor = readStandsFor(reading, entry)
  for (const { path, message } of dayFaults(entry.name, { day, kind, standsFor })) {
    reading.errors.push({ path: `${entry.path}${path}`, message })
  }
  return [{ day, kind, name, legalBasis, scope, standsFor, assumed: null, questionId: null }]
}

function readDate(reading: Reading, entry: Entry): PlainDate | undefined {
  const { day } = entry.fields
  if (typeof day !== 'string' || !isPlainDate(day)) {
    complain(reading, entry, text.badDay(entry.name), 'day')
    return undefined
  }
  if (!reading.years.has(yearOf(day)))
    complain(reading, entry, text.unlistedYear(entry.name, yearOf(day)), 'day')
  if (reading.seen.has(day)) complain(reading, entry, text.repeatedDay(entry.name), 'day')
  reading.seen.add(day)
  return day
}

function readKind(reading: Reading, entry: Entry): DecidedKind | undefined {
  const { kind } = entry.fields
  if (typeof kind === 'string' && KINDS.includes(kind)) return kind as DecidedKind
  complain(reading, entry, text.badKind(entry.name, shown(kind)), 'kind')
  return undefined
}

function readText(reading: Reading, entry: Entry, field: 'name' | 'title' | 'legalBasis' | 'note'): string {
  const value = entry.fields[field]
  const clean = typeof value === 'string' ? normalText(value) : ''
  if (clean === '' || clean.length > MOST[field]) {
    complain(reading, entry, text.badText(entry.name, field, MOST[field]), field)
  }
  return clean
}

function readScope(reading: Reading, entry: Entry, kind: DecidedKind | undefined): DayScope {
  const { scope } = entry.fields
  if (scope === 'everyone' || scope === 'officials') return scope
  if (scope !== undefined) complain(reading, entry, text.badScope(entry.name), 'scope')
  return scopeOf(kind ?? 'holiday')
}

function readStandsFor(reading: Reading, entry: Entry): PlainDate | null {
  const { standsFor } = entry.fields
  if (standsFor === undefined || standsFor === null) return null
  if (typeof standsFor === 'string' && isPlainDate(standsFor)) return standsFor
  complain(reading, entry, text.badStandsFor(entry.name), 'standsFor')
  return null
}

function readQuestions(
  reading: Reading,
  value: unknown
): { questions: CalendarQuestion[]; days: OfficialDay[] } {
  const ids = new Set<string>()
  const read = entries(value, 'questions', reading.errors).flatMap((fields, index) => {
    const id = isFields(fields) ? shown(fields.id) : ''
    const entry = {
      path: `/questions/${index}`,
      name: text.questionEntry(index + 1, id),
      fields: isFields(fields) ? fields : {}
    }
    if (!isFields(fields)) return complain(reading, entry, text.notAnEntry(entry.name))
    if (!/^[a-z0-9-]{1,60}$/.test(id)) complain(reading, entry, text.badQuestionId(entry.name), 'id')
    if (ids.has(id)) complain(reading, entry, text.repeatedQuestion(entry.name), 'id')
    ids.add(id)
    const title = readText(reading, entry, 'title')
    const note = readText(reading, entry, 'note')
    return [{ question: { id, title, note }, days: readQuestionDays(reading, entry, id) }]
  })
  return { questions: read.map(({ question }) => question), days: read.flatMap(({ days }) => days) }
}

function readQuestionDays(reading: Reading, question: Entry, questionId: string): OfficialDay[] {
  const legalBasis = readText(reading, question, 'legalBasis')
  const list = question.fields.days
  if (!Array.isArray(list) || list.length === 0) {
    return complain(reading, question, text.questionWithoutDays(question.name), 'days')
  }
  return list.flatMap((value: unknown, index): OfficialDay[] => {
    const fields = isFields(value) ? value : {}
    const name = text.questionDayEntry(question.name, shown(fields.day))
    const entry = { path: `${question.path}/days/${index}`, name, fields }
    const day = readDate(reading, entry)
    const called = readText(reading, entry, 'name')
    const assumed = readAssumption(reading, entry, day)
    if (!day) return []
    const scope: DayScope = 'officials'
    return [{ day, kind: 'undecided', name: called, legalBasis, scope, standsFor: null, assumed, questionId }]
  })
}

function readAssumption(reading: Reading, entry: Entry, day: PlainDate | undefined): Assumption {
  const { assumed } = entry.fields
  if (assumed !== 'off' && assumed !== 'working') {
    complain(reading, entry, text.badAssumption(entry.name), 'assumed')
    return 'off'
  }
  if (day && assumed === 'working' && !isWeekday(day)) {
    complain(reading, entry, text.workingWeekend(entry.name, weekday(dayNumber(day))), 'assumed')
  }
  return assumed
}

/** In a year that the file lists whole, both days of a swap are there. */
function unmatchedSwaps({ years }: Reading, days: readonly OfficialDay[]): FieldError[] {
  const byDay = new Map(days.map((day) => [day.day, day]))
  return days.flatMap((entry, index) => {
    const { day, standsFor } = entry
    if (!standsFor || !years.has(yearOf(standsFor))) return []
    const name = text.dayEntry(index + 1, day)
    const partner = byDay.get(standsFor) ?? ordinary(standsFor)
    return swapFaults(name, entry, partner).map((fault) => ({
      ...fault,
      path: `/days/${index}${fault.path}`
    }))
  })
}

function ordinary(day: PlainDate): OfficialDay {
  const nothing = { name: '', legalBasis: '', standsFor: null, assumed: null, questionId: null }
  return { day, kind: 'working', scope: 'officials', ...nothing }
}

function emptyYears(years: readonly number[], days: readonly OfficialDay[]): FieldError[] {
  const filled = new Set(days.map(({ day }) => yearOf(day)))
  return years.flatMap((year, index) =>
    filled.has(year) ? [] : [{ path: `/years/${index}`, message: text.emptyYear(year) }]
  )
}

function entries(value: unknown, list: string, errors: FieldError[]): unknown[] {
  if (!Array.isArray(value)) {
    errors.push({ path: `/${list}`, message: text.notADocument })
    return []
  }
  if (value.length > MOST.entries)
    errors.push({ path: `/${list}`, message: text.tooMany(list, MOST.entries) })
  return value.slice(0, MOST.entries)
}

function complain(reading: Reading, { path }: Entry, message: string, field?: string): never[] {
  reading.errors.push({ path: field ? `${path}/${field}` : path, message })
  return []
}

function refusal(errors: readonly FieldError[], at: string): DomainError {
  return new DomainError('VALIDATION').withErrors(
    errors.map(({ path, message }) => ({ path: at + path, message }))
  )
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What was written, short enough for a sentence. */
function shown(value: unknown): string {
  return value === undefined || value === null ? '' : String(value).slice(0, 60)
}

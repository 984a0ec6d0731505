import type { DueDateInput } from '../../server/calendar/due-date.ts'
import type { OfficeWeek } from '../../server/calendar/office-week.ts'
import type { OfficialDay } from '../../server/calendar/official-days.ts'
import type { CalendarSource } from '../../server/calendar/work-calendar.ts'

/**
 * The rules once more, without a thought for speed: days are walked one by one and working hours minute by minute.
 * Written from the rules and not from the program; it shares nothing with it but the shapes of what goes in.
 */
export function naiveDueDate(source: CalendarSource, input: DueDateInput) {
  const office = naiveOffice(source)
  const received = Math.floor((Date.parse(input.receivedAt) + SEVEN_HOURS) / MINUTE) * MINUTE
  const start = naiveStart(office, received, input.cutOff)
  const due = naiveDue(office, start, input)
  const undecided = (from: number, to: number) =>
    daysBetween(from, to).some((day) => office.official(day)?.kind === 'undecided')
  return {
    dueAt: new Date(due - SEVEN_HOURS).toISOString(),
    dueDay: dayText(due),
    startDay: dayText(start),
    startMinute: minuteOfDay(start),
    provisional:
      input.term.unit === 'calendar_day'
        ? undecided(received, start) || (!stays(input) && undecided(lastDay(start, input), due))
        : undecided(received, due)
  }
}

/** Thrown where the walk comes upon a year without a calendar. */
export class MissingYear extends Error {
  readonly year: number
  constructor(year: number) {
    super(`no calendar for ${year}`)
    this.year = year
  }
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const SEVEN_HOURS = 7 * 60 * MINUTE

interface NaiveOffice {
  official(day: string): OfficialDay | undefined
  hours(day: string): readonly (readonly [number, number])[]
  counts(day: string): boolean
  returnMinute(day: string): number
}

function naiveOffice({ years, days, weeks }: CalendarSource): NaiveOffice {
  const official = (day: string) => {
    if (!years.includes(Number(day.slice(0, 4)))) throw new MissingYear(Number(day.slice(0, 4)))
    return days.find((entry) => entry.day === day)
  }
  const weekOf = (day: string): OfficeWeek => {
    const sorted = [...weeks].sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
    return sorted.filter(({ effectiveFrom }) => effectiveFrom <= day).pop() ?? (sorted[0] as OfficeWeek)
  }
  const hours = (day: string) => {
    const entry = official(day)
    switch (entry?.kind) {
      case 'holiday':
      case 'compensation':
      case 'swapped_off':
        return []
      case 'undecided':
        if (entry.assumed === 'off') return []
        break
      case 'make_up':
        return weekOf(day).week[mondayFirst(entry.standsFor as string)] ?? []
    }
    return weekOf(day).week[mondayFirst(day)] ?? []
  }
  const counts = (day: string) => {
    if (hours(day).length === 0) return false
    if (official(day)?.kind === 'make_up') return true
    const weekday = mondayFirst(day)
    return weekday <= 4 || (weekday === 5 && weekOf(day).saturdayCounts)
  }
  return {
    official,
    hours: remembered(hours),
    counts: remembered(counts),
    returnMinute: (day) => weekOf(day).returnMinute
  }
}

function remembered<Answer>(answer: (day: string) => Answer): (day: string) => Answer {
  const known = new Map<string, Answer>()
  return (day) => {
    const found = known.get(day) ?? answer(day)
    known.set(day, found)
    return found
  }
}

function naiveStart(office: NaiveOffice, received: number, cutOff: DueDateInput['cutOff']): number {
  const day = dayText(received)
  const hours = office.hours(day)
  if (cutOff && hours.length > 0) {
    const closing = Math.max(...hours.map(([, closes]) => closes))
    const firstLate = cutOff.kind === 'hour' ? cutOff.minute + 1 : closing - 60 * cutOff.hours
    if (minuteOfDay(received) >= firstLate) {
      let next = midnight(received) + DAY
      while (!office.counts(dayText(next))) next += DAY
      return firstOpenMinute(office, next)
    }
  }
  return firstOpenMinute(office, received)
}

function firstOpenMinute(office: NaiveOffice, from: number): number {
  let at = from
  while (!isOpen(office.hours(dayText(at)), at)) {
    at = office.hours(dayText(at)).length > 0 ? at + MINUTE : midnight(at) + DAY
  }
  return at
}

function naiveDue(office: NaiveOffice, start: number, input: DueDateInput): number {
  const { term, counting } = input
  let day = midnight(start)
  switch (term.unit) {
    case 'working_day': {
      let left = term.amount
      if (counting?.receiptDayCounted && office.counts(dayText(day))) left -= 1
      while (left > 0) {
        day += DAY
        if (office.counts(dayText(day))) left -= 1
      }
      return results(office, day, start)
    }
    case 'calendar_day':
      for (day = lastDay(start, input); !stays(input) && !office.counts(dayText(day)); ) day += DAY
      return results(office, day, start)
    case 'working_hour':
      return afterHours(office, start, term.amount)
    case 'same_day':
      while (!office.counts(dayText(day))) day += DAY
      return results(office, day, start)
  }
}

function lastDay(start: number, { term, counting }: DueDateInput): number {
  let day = midnight(start)
  for (let left = term.amount - (counting?.receiptDayCounted ? 1 : 0); left > 0; left -= 1) day += DAY
  return day
}

function stays({ counting }: DueDateInput): boolean {
  return counting?.onRestDay === 'stays'
}

function results(office: NaiveOffice, day: number, start: number): number {
  const closes = closing(office, day)
  const usual = office.returnMinute(dayText(day))
  const due = day + (closes < 0 ? usual : Math.min(usual, closes)) * MINUTE
  return due > start ? due : day + closes * MINUTE
}

function closing(office: NaiveOffice, day: number): number {
  return Math.max(...office.hours(dayText(day)).map(([, closes]) => closes))
}

function afterHours(office: NaiveOffice, start: number, hours: number): number {
  let left = hours * 60
  let at = start
  while (left > 0) {
    const day = dayText(at)
    const open = office.counts(day) ? office.hours(day) : []
    const end = midnight(at) + DAY
    for (let minute = minuteOfDay(at); at < end && left > 0; at += MINUTE, minute += 1) {
      if (open.some(([opens, closes]) => minute >= opens && minute < closes)) left -= 1
    }
  }
  return at
}

function isOpen(hours: readonly (readonly [number, number])[], at: number): boolean {
  return hours.some(([opens, closes]) => minuteOfDay(at) >= opens && minuteOfDay(at) < closes)
}

function daysBetween(from: number, to: number): string[] {
  const days = []
  for (let day = midnight(from); day <= to; day += DAY) days.push(dayText(day))
  return days
}

function dayText(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function minuteOfDay(at: number): number {
  return (at - midnight(at)) / MINUTE
}

function midnight(at: number): number {
  return Date.parse(`${dayText(at)}T00:00:00.000Z`)
}

function mondayFirst(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

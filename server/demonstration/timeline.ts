import type { OfficeDays } from '../calendar/office-days.ts'
import type { Fate } from './cases.ts'

/** Something that is done with a dossier, and when; instants are ISO in UTC. */
export interface Step {
  at: string
  what:
    | 'receive'
    | 'slip'
    | 'hand-over'
    | 'accept'
    | 'ask-papers'
    | 'ask-money'
    | 'result'
    | 'return'
    | 'refuse'
    | 'withdraw'
    | 'stop'
    | 'draft'
    | 'issue'
    | 'send'
}

interface Promised {
  receivedAt: string
  receivedDay: string
  dueDay: string
  slipRequired: boolean
  fate: Fate
}

/** Minutes after midnight at which things are usually done. */
const MORNING = 500
const AFTERNOON = 870

/**
 * What happened to a dossier until `now`, in order: each step a little after the one before, on working days and
 * in office hours. What is done the same day needs no handing over.
 */
export function stepsOf(promised: Promised, { days, now }: { days: OfficeDays; now: string }): Step[] {
  const { receivedAt, receivedDay, dueDay, slipRequired } = promised
  const begin: Step[] = [{ at: receivedAt, what: 'receive' }]
  if (slipRequired) begin.push({ at: later(receivedAt, 3), what: 'slip' })
  const sameDay = dueDay === receivedDay || !slipRequired
  const rest = sameDay ? doneAtOnce(receivedAt) : handled(promised, days)
  return [...begin, ...rest]
    .filter(({ at }) => at <= now)
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
}

function doneAtOnce(receivedAt: string): Step[] {
  return [
    { at: later(receivedAt, 18), what: 'result' },
    { at: later(receivedAt, 26), what: 'return' }
  ]
}

function handled({ receivedAt, receivedDay, dueDay, fate }: Promised, days: OfficeDays): Step[] {
  const next = days.workingDayAfter(receivedDay, 1)
  const handing: Step[] = [
    { at: later(receivedAt, 55), what: 'hand-over' },
    { at: clock(next, MORNING), what: 'accept' }
  ]
  return [...handing, ...ending({ fate, next, dueDay }, days)]
}

function ending(
  { fate, next, dueDay }: { fate: Fate; next: string; dueDay: string },
  days: OfficeDays
): Step[] {
  const before = days.previousWorkingDay(dueDay)
  const ready = before < next ? next : before
  const after = days.workingDayAfter(dueDay, 1)
  const result: Step = { at: clock(ready, AFTERNOON), what: 'result' }
  const asked = clock(days.workingDayAfter(next, 1), MORNING)
  switch (fate) {
    case 'returned':
      return [result, { at: clock(after, MORNING + 40), what: 'return' }]
    case 'ready':
      return [{ at: clock(next, AFTERNOON), what: 'result' }]
    case 'belated':
      return [
        { at: clock(after, AFTERNOON), what: 'result' },
        { at: clock(days.workingDayAfter(after, 1), MORNING), what: 'return' }
      ]
    case 'supplement':
      return [{ at: asked, what: 'ask-papers' }]
    case 'payment':
      return [{ at: asked, what: 'ask-money' }]
    case 'refused':
      return [{ at: clock(next, AFTERNOON), what: 'refuse' }]
    case 'withdrawn':
      return [{ at: clock(next, AFTERNOON), what: 'withdraw' }]
    case 'stopped':
      return [{ at: clock(next, AFTERNOON), what: 'stop' }]
    case 'apologised':
      return [
        { at: clock(before, MORNING), what: 'draft' },
        { at: clock(before, MORNING + 35), what: 'issue' },
        { at: clock(before, MORNING + 50), what: 'send' }
      ]
    case 'drafted':
      return [{ at: clock(before, AFTERNOON), what: 'draft' }]
    case 'running':
      return []
  }
}

/** An instant, by a day and the minutes after midnight in Vietnam. */
export function clock(day: string, minute: number): string {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + minute * 60_000).toISOString()
}

function later(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString()
}

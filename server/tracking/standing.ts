import { type Status, TERM_RUNS } from '../dossiers/states.ts'

/** How a dossier stands against what the citizen was promised. */
export type Standing =
  | 'on_time'
  /** A new date was given before the first one passed. */
  | 'will_be_late'
  /** The first date has passed; the new one has not. */
  | 'late_with_new_date'
  /** The date has passed and nobody has given another. */
  | 'late'
  /** The new date has passed as well. */
  | 'late_again'

/** What decides it. Instants are ISO in UTC. */
interface Promised {
  status: Status
  dueAt: string
  /** What was promised before the letter; without one the due date itself. */
  firstDueAt: string
  /** Whether a signed letter has given a new date. */
  apologised: boolean
}

/**
 * Whether a dossier is late, from its dates and the clock alone: it turns at the due minute by itself, whether anybody has noticed
 * or not, so that the citizen is never told less than the calendar knows (check S-03). While papers or money are awaited the
 * term does not run.
 */
export function standingAt(now: string, { status, dueAt, firstDueAt, apologised }: Promised): Standing {
  if (!TERM_RUNS.includes(status)) return 'on_time'
  if (now > dueAt) return apologised ? 'late_again' : 'late'
  if (!apologised) return 'on_time'
  return now > firstDueAt ? 'late_with_new_date' : 'will_be_late'
}

/** Seconds between two readings by a page that is left open. */
const SOONEST = 60
const LATEST = 3600

/**
 * After how many seconds an open page is to be read again: just after the next date passes, so that a page left open turns late
 * by itself (check S-03); at the latest after an hour, for what else may have changed, at the soonest after a minute.
 */
export function secondsToNextReading(now: string, dates: readonly string[]): number {
  const left = dates.map((date) => Date.parse(date) - Date.parse(now)).filter((one) => one >= 0)
  const seconds = Math.floor(Math.min(LATEST * 1000, ...left) / 1000) + 1
  return Math.min(LATEST, Math.max(SOONEST, seconds))
}

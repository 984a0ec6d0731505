import { PRIORITY_NAMES } from '../../text/counter.ts'

/** Whole minutes from an instant until now, never less than none. */
export function minutesSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000))
}

/** Why somebody is called first, in words. */
export function priorityName(group: string): string {
  return PRIORITY_NAMES[group] ?? group
}

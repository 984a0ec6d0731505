import { PRIORITY_NAMES, PRIORITY_UNNAMED } from '../../text/counter.ts'

/** Whole minutes from an instant until now, never less than none. */
export function minutesSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000))
}

/** Why somebody is called first, in words; a group without a name of its own is never shown by its code. */
export function priorityName(group: string): string {
  return PRIORITY_NAMES[group] ?? PRIORITY_UNNAMED
}

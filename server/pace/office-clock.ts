import { localMoment } from '../calendar/plain-date.ts'
import type { WaitRange } from './wait-range.ts'

/** A moment of an office's day: minutes after midnight, and from which to which minute people are served, in order. */
export interface OfficeClock {
  minute: number
  hours: readonly (readonly [from: number, to: number])[]
}

/**
 * The hours of the day and how far it has got; nothing for an office that is always open.
 *
 * @param at instant
 */
export function clockAt(
  at: string,
  { alwaysOpen, hours }: { alwaysOpen: boolean; hours: OfficeClock['hours'] }
): OfficeClock | undefined {
  return alwaysOpen ? undefined : { minute: localMoment(at).minute, hours }
}

/** A range as people live it, on the clock. */
export interface ToldRange extends WaitRange {
  /** The wait may not be over when the office closes: then nobody can promise that it ends today. */
  pastClosing?: true
}

/**
 * A range of minutes in which counters are at work, as minutes on the clock: at lunch nobody is called, so a wait that is not over
 * by then lasts that much longer. Whoever is still there when the office closes may be served after it or sent home; the range
 * goes on as if he were, and says so.
 *
 * @param clock nothing for an office that is always open
 */
export function onTheClock(
  { lowMinutes, highMinutes }: WaitRange,
  clock: OfficeClock | undefined
): ToldRange {
  const closes = clock?.hours.at(-1)?.[1]
  if (!clock || closes === undefined) return { lowMinutes, highMinutes }
  const low = lived(lowMinutes, clock)
  const high = lived(highMinutes, clock)
  const told = { lowMinutes: low, highMinutes: high }
  return clock.minute + high > closes ? { ...told, pastClosing: true } : told
}

/** How much of a time on the clock, that ends at a moment, counters were at work. Minutes; without a clock all of it. */
export function workedOf(minutes: number, clock: OfficeClock | undefined): number {
  const start = (clock?.minute ?? 0) - minutes
  const breaks = breaksOf(clock?.hours ?? [])
  return breaks.reduce((worked, [from, to]) => {
    const rest = Math.min(to, clock?.minute ?? 0) - Math.max(from, start)
    return worked - Math.max(0, rest)
  }, minutes)
}

function lived(worked: number, { minute, hours }: OfficeClock): number {
  const end = breaksOf(hours).reduce(
    (ends, [from, to]) => (to > minute && ends > from ? ends + to - Math.max(from, minute) : ends),
    minute + worked
  )
  return end - minute
}

/** Between the hours of a day, and before the first. */
function breaksOf(hours: OfficeClock['hours']): (readonly [from: number, to: number])[] {
  return hours.map(([opens], index) => [hours[index - 1]?.[1] ?? 0, opens])
}

import type { WaitRange } from './wait-range.ts'

interface Waited {
  /** Not rounded. */
  waitedMinutes: number
}

/**
 * Whether a wait lay within the range that was told, and how far from its middle. Both ends belong to the range.
 */
export function verdictOn({ lowMinutes, highMinutes, waitedMinutes }: WaitRange & Waited): {
  within: number
  below: number
  above: number
  sumError: number
} {
  const below = waitedMinutes < lowMinutes ? 1 : 0
  const above = waitedMinutes > highMinutes ? 1 : 0
  const sumError = Math.round(Math.abs(waitedMinutes - (lowMinutes + highMinutes) / 2))
  return { within: 1 - below - above, below, above, sumError }
}

/** Whether there was a wait to foretell: that somebody goes straight to a free counter is no forecast, and no merit. */
export function isForecast({ highMinutes, waitedMinutes }: Pick<WaitRange, 'highMinutes'> & Waited): boolean {
  return highMinutes > 1 || waitedMinutes > 1
}

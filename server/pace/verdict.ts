import type { WaitRange } from './wait-range.ts'

/**
 * Whether a wait lay within the range that was told, and how far from its middle. Both ends belong to the range.
 *
 * @param waitedMinutes not rounded
 */
export function verdictOn({
  lowMinutes,
  highMinutes,
  waitedMinutes
}: WaitRange & { waitedMinutes: number }): {
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

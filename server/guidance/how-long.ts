/**
 * Whoever asked has gone by then, to the desk or home, and an alarm that stays on teaches everyone to look past it; so the
 * day's last call ends soon after the office has closed. Milliseconds.
 */
const UNANSWERED_LASTS = 10 * 60_000

/** Long enough to cross a hall and to help, after that the kiosk offers to call again. Milliseconds. */
const ANSWERED_LASTS = 5 * 60_000

/** Nobody reads a call that is over; the log tells of it for ever. Milliseconds. */
const KEPT = 90 * 86_400_000

/** Calls that were over before then are forgotten. */
export function keptSince(now: string): string {
  return new Date(Date.parse(now) - KEPT).toISOString()
}

/**
 * Until when a call for help is shown, unless somebody takes it back before.
 *
 * @returns instant
 */
export function endOfCall({ askedAt, answeredAt }: { askedAt: string; answeredAt: string | null }): string {
  const end =
    answeredAt === null ? Date.parse(askedAt) + UNANSWERED_LASTS : Date.parse(answeredAt) + ANSWERED_LASTS
  return new Date(end).toISOString()
}

/** Devices give a sign each ten seconds: two may be lost on the way, with the third missing somebody has to look. Milliseconds. */
const SILENT_AFTER = 30_000

/**
 * Whether a device that has been heard before is to be looked after (check K-19). One that was never heard has not been set
 * up yet, which is no alarm.
 *
 * @param now instant
 */
export function isSilent(lastSeenAt: string | null, now: string): boolean {
  return lastSeenAt !== null && Date.parse(now) - Date.parse(lastSeenAt) > SILENT_AFTER
}

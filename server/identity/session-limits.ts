/** A counter is in a public hall: whoever leaves it for this long has to sign in again (ASVS 7.3.1). Milliseconds. */
const IDLE_LIMIT = 15 * 60_000

/** One shift. After it everyone signs in again, whatever they do (ASVS 7.3.2). Milliseconds. */
export const LONGEST_SESSION = 10 * 3600_000

/** How stale the last sign of life may get before it is written again: a write for each request would cost more. */
const SIGN_OF_LIFE = 60_000

interface SessionTimes {
  kind: 'person' | 'device'
  createdAt: string
  lastSeenAt: string
  endedAt: string | null
}

/** Whether a session still opens anything. A device's ends only when an administrator ends it. */
export function isSessionAlive({ kind, createdAt, lastSeenAt, endedAt }: SessionTimes, now: Date): boolean {
  if (endedAt !== null) return false
  if (kind === 'device') return true
  const age = (since: string) => now.getTime() - Date.parse(since)
  return age(createdAt) < LONGEST_SESSION && age(lastSeenAt) < IDLE_LIMIT
}

/** Whether the session's last sign of life should be written anew. */
export function needsSignOfLife({ lastSeenAt }: Pick<SessionTimes, 'lastSeenAt'>, now: Date): boolean {
  return now.getTime() - Date.parse(lastSeenAt) >= SIGN_OF_LIFE
}

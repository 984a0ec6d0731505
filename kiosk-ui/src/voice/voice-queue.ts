import type { Call } from '../api/hall-state.ts'

/** Whoever was called longer ago either came or will not hear it any more: shown, not said. Milliseconds. */
const TOO_OLD = 45_000

/** So many in line are said once each instead of twice, until nobody is left. */
const MANY = 3

/** So many are remembered: far more than can be said before the first of them is too old to be said again. */
const REMEMBERED = 100

/** What a board has said and is saying. Its line is no part of it: that follows from the hall. */
export interface Voice {
  /** Calls whose reading has begun, as `keyOf` names them. */
  said: readonly string[]
  /** Whether calls are said once, since many came together. */
  short: boolean
  /** What was read last; a second reading of it may be due. */
  last: Reading | undefined
}

/** One reading of a call: the first, with the chime before it, or the second. */
export interface Reading {
  call: Call
  again: boolean
  short: boolean
}

export const SILENT: Voice = { said: [], short: false, last: undefined }

/**
 * What is to be read next, asked each time when nothing is being read. A call is known by its number and its instant, so
 * that a call that comes as an event and again in a snapshot is one, and a recall is another. It counts as said when its
 * reading begins: whatever goes wrong after that, no call is begun twice. A ticket that has left is not said, nor the
 * second time. Pure: `now` is the server's time in milliseconds.
 */
export function nextReading(
  voice: Voice,
  { calls, now }: { calls: readonly Call[]; now: number }
): { voice: Voice; reading: Reading | undefined } {
  const line = lineOf(voice, calls, now)
  const short = line.length >= MANY || (voice.short && line.length > 0)
  const { last } = voice
  if (last && !last.again && !last.short && !short && isAwaited(last.call, calls)) {
    const reading = { ...last, again: true }
    return { voice: { ...voice, last: reading }, reading }
  }
  const [call] = line
  if (!call) return { voice: { ...voice, short: false, last: undefined }, reading: undefined }
  const reading = { call, again: false, short }
  const said = [...voice.said, keyOf(call)].slice(-REMEMBERED)
  return { voice: { said, short, last: reading }, reading }
}

/** The calls that are still to be said, the oldest first. */
function lineOf({ said }: Voice, calls: readonly Call[], now: number): Call[] {
  const known = new Set(said)
  return calls
    .filter((call) => !call.serving && now - Date.parse(call.calledAt) <= TOO_OLD && !known.has(keyOf(call)))
    .sort((one, other) => (one.calledAt < other.calledAt ? -1 : 1))
}

function isAwaited(call: Call, calls: readonly Call[]): boolean {
  return calls.some((one) => !one.serving && keyOf(one) === keyOf(call))
}

function keyOf({ number, calledAt }: Call): string {
  return `${number} ${calledAt}`
}

import type { Line } from '../../api/tickets.ts'
import { counterText, queueText } from '../../text/counter-queue.ts'

/** Whole minutes from an instant until now, never less than none. */
export function minutesSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000))
}

/** Whole minutes between two instants, never less than none. */
export function minutesBetween(from: string, to: string): number {
  return minutesSince(from, Date.parse(to))
}

type Next = Line['next'][number]

/** Why somebody is called next, in words: the group where there is one, and nothing where it is simply his turn. */
export function whyWords({ why, priorityGroupName }: Next): string {
  if (why === 'turn') return ''
  return why === 'priority' ? counterText.priorityName(priorityGroupName ?? undefined) : queueText.why[why]
}

/** The rule of the office about priority, in one sentence. */
export function ruleWords({ mode, ordinaryPerPriority, mostOrdinaryWait }: Line['rule']): string {
  return mode === 'strict' ? queueText.strict(mostOrdinaryWait) : queueText.interleaved(ordinaryPerPriority)
}

/** Below so many people served, what is usual is not known. */
const ENOUGH_TO_KNOW = 5

/** Served for longer than so many times the median … */
const TIMES_MEDIAN = 3

/** … or, while that is not known, for so many minutes, the counter may have been left without ending the turn (C-27). */
const LONG_SERVICE = 20

/** Where people are served in a moment, three moments are no reason to ask. */
const SHORTEST_LONG_SERVICE = 5

/**
 * From which minute on somebody counts as forgotten at the counter.
 *
 * @param served how long the people before were served here, in minutes
 */
export function forgottenAfter(served: readonly number[]): number {
  if (served.length < ENOUGH_TO_KNOW) return LONG_SERVICE
  const sorted = [...served].sort((one, other) => one - other)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  return Math.max(TIMES_MEDIAN * median, SHORTEST_LONG_SERVICE)
}

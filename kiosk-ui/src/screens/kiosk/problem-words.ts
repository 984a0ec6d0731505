import { ApiProblem } from '../../api/client.ts'
import type { KioskKey } from '../../text/kiosk.ts'
import type { Trouble } from './printing.ts'
import { VIETNAMESE, type Words } from './words.ts'

const WORDS: Readonly<Record<string, KioskKey>> = {
  QUOTA_REACHED: 'quotaReached',
  TOO_MANY_NUMBERS: 'tooManyNumbers',
  RESULT_NOT_READY: 'notReady',
  OFFICE_CLOSED: 'closedTitle'
}

/** A refusal in the language of the screen; in Vietnamese the server says more than the kiosk can. */
export function problemWords(problem: unknown, { code, say }: Words): string {
  if (!(problem instanceof ApiProblem) || problem.status === 0 || problem.status >= 500)
    return say('unanswered')
  if (problem.code === 'TOO_MANY_REQUESTS') return say('tooManyTries', { minutes: 15 })
  if (problem.code === 'NOT_FOUND') return say('notFound')
  if (problem.code === 'APPOINTMENT_UNKNOWN') return say('appointmentUnknown')
  const known = WORDS[problem.code]
  return code === VIETNAMESE ? problem.message : say(known ?? 'refusedPlain')
}

/** What is wrong with the printer, as far as it is anyone's business in the hall. */
export function troubleWords({ cause }: Trouble, { say }: Words): string {
  if (cause === 'paper_out') return say('paperOut')
  if (cause === 'cover_open') return say('coverOpen')
  if (cause === 'unreachable' || cause === 'silent' || cause === 'offline') return say('printerAway')
  return say('printFailed')
}

/**
 * Where a paper stands. `sent` means that the printer took all of it and does not say whether it came out; `unknown` that
 * bytes went out and nobody knows what became of them.
 */
export const PRINT_STATES = ['queued', 'sending', 'sent', 'confirmed', 'unknown', 'failed'] as const

export type PrintState = (typeof PRINT_STATES)[number]

/** Why a paper did not come out, or why nobody knows. */
export const CAUSES = [
  'unreachable',
  'silent',
  'paper_out',
  'cover_open',
  'offline',
  'error',
  'cut_off',
  'no_confirmation',
  'server_ended',
  'not_allowed',
  'too_late',
  'taken_back',
  'printer_removed',
  'not_there'
] as const

export type Cause = (typeof CAUSES)[number]

/** By what a printer proves that the paper came out: by the number of the paper, by answering in turn, or by nothing. */
export const CONFIRMS = ['process_id', 'fence', 'none'] as const

export type Confirms = (typeof CONFIRMS)[number]

/**
 * What can happen to a paper. `claim`: a process begins to send it. `refuse`: it was not begun, no byte of it went out.
 * `deliver`: the printer took all of it. `confirm`: the printer proves it. `lose`: nobody knows. `give_up`: it is not tried
 * again. `say_printed`, `say_missing`: somebody looked.
 */
export type PrintMove =
  | 'claim'
  | 'refuse'
  | 'deliver'
  | 'confirm'
  | 'lose'
  | 'give_up'
  | 'say_printed'
  | 'say_missing'

/**
 * A paper of which a byte has gone out is never sent again by itself: `claim` leads out of `queued` and of `failed` alone, and
 * into `failed` comes only what was not begun, or what a person found missing and which is then not tried again.
 */
const MOVES = {
  queued: { claim: 'sending', give_up: 'failed' },
  sending: { refuse: 'failed', deliver: 'sent', lose: 'unknown' },
  sent: { confirm: 'confirmed', lose: 'unknown', say_printed: 'confirmed', say_missing: 'failed' },
  confirmed: { say_missing: 'failed' },
  unknown: { confirm: 'confirmed', say_printed: 'confirmed', say_missing: 'failed' },
  failed: { claim: 'sending', give_up: 'failed', say_printed: 'confirmed', say_missing: 'failed' }
} as const satisfies Record<PrintState, Partial<Record<PrintMove, PrintState>>>

/** The state after a move, or `undefined` when the move is not possible there. */
export function afterMove(state: PrintState, move: PrintMove): PrintState | undefined {
  return (MOVES[state] as Partial<Record<PrintMove, PrintState>>)[move]
}

/** Nobody stands before the kiosk any longer: his number he has from the screen. Milliseconds. */
const WORTH_PRINTING = 180_000

const FIRST_WAIT = 4000
const LONGEST_WAIT = 30_000

/** Whether a paper that was asked for at `requestedAt` would still reach whoever wanted it. Instants are ISO in UTC. */
export function isWorthPrinting({ requestedAt }: { requestedAt: string }, now: string): boolean {
  return Date.parse(now) - Date.parse(requestedAt) <= WORTH_PRINTING
}

/**
 * When a paper of which nothing has gone out is tried again, a little later each time, or `null` when by then nobody would
 * wait for it any more.
 */
export function nextTry(job: { requestedAt: string; attempts: number }, now: string): string | null {
  const wait = Math.min(FIRST_WAIT * 2 ** Math.max(job.attempts - 1, 0), LONGEST_WAIT)
  const at = new Date(Date.parse(now) + wait).toISOString()
  return isWorthPrinting(job, at) ? at : null
}

/** Whether the server has done with a paper for now: it neither sends it nor is about to. */
export function isAtRest({
  state,
  sender,
  nextTryAt
}: {
  state: PrintState
  sender: string | null
  nextTryAt: string | null
}): boolean {
  return sender === null && !(state === 'queued' && nextTryAt !== null)
}

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
  'printer_removed',
  'not_there'
] as const

export type Cause = (typeof CAUSES)[number]

/** By what a printer proves that the paper came out: by the number of the paper, by answering in turn, or by nothing. */
export const CONFIRMS = ['process_id', 'fence', 'none'] as const

export type Confirms = (typeof CONFIRMS)[number]

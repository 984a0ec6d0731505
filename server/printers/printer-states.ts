import type { Cause } from './job-states.ts'

/** How a printer is, as it said itself or as it kept silent. `unknown` until it was asked once. */
export const PRINTER_STATES = [
  'unknown',
  'ready',
  'unreachable',
  'silent',
  'paper_out',
  'cover_open',
  'offline',
  'error'
] as const

export type PrinterState = (typeof PRINTER_STATES)[number]

export const PAPER_STATES = ['unknown', 'ok', 'near_end', 'out'] as const

export type PaperState = (typeof PAPER_STATES)[number]

/** What a printer says of itself at one moment. */
export interface Standing {
  state: PrinterState
  paper: PaperState
}

/** Bytes of the four answers to DLE EOT 1…4; `null` where none came. */
export type StatusBytes = readonly [
  printer: number | null,
  offline: number | null,
  error: number | null,
  paper: number | null
]

const OFFLINE = 0x08
const COVER_OPEN = 0x04
const STOPPED_BY_PAPER_END = 0x20
const ERROR = 0x40
/** Cutter, what cannot be mended, and what mends itself. */
const ERRORS = 0x08 | 0x20 | 0x40
const NEAR_END = 0x0c
const PAPER_END = 0x60

/**
 * What four status bytes say together. What was not answered is unknown, never well. Missing paper is told before a
 * printer being offline, as that is only its consequence and paper is what somebody has to bring.
 *
 * @example standingOf([0x1a, 0x32, null, 0x7e]) // { state: 'paper_out', paper: 'out' }
 */
export function standingOf([printer, offline, error, paper]: StatusBytes): Standing {
  const paperState = paperOf(offline, paper)
  if ([printer, offline, error, paper].every((byte) => byte === null))
    return { state: 'silent', paper: 'unknown' }
  return { state: stateOf({ printer, offline, error, out: paperState === 'out' }), paper: paperState }
}

function paperOf(offline: number | null, paper: number | null): PaperState {
  if (has(offline, STOPPED_BY_PAPER_END) || has(paper, PAPER_END)) return 'out'
  if (paper === null) return 'unknown'
  return has(paper, NEAR_END) ? 'near_end' : 'ok'
}

function stateOf({
  printer,
  offline,
  error,
  out
}: {
  printer: number | null
  offline: number | null
  error: number | null
  out: boolean
}): PrinterState {
  if (has(offline, COVER_OPEN)) return 'cover_open'
  if (has(error, ERRORS) || has(offline, ERROR)) return 'error'
  if (out) return 'paper_out'
  return has(printer, OFFLINE) ? 'offline' : 'ready'
}

function has(byte: number | null, bits: number): boolean {
  return byte !== null && (byte & bits) !== 0
}

/**
 * Why nothing may be sent to a printer that stands so, or `null`. A printer that never answers questions is printed on in the
 * dark, as there are such; one that usually answers and now keeps silent is not.
 */
export function hindranceOf({ state }: Standing, { tellsStatus }: { tellsStatus: boolean }): Cause | null {
  if (state === 'ready' || state === 'unknown') return null
  if (state === 'silent') return tellsStatus ? 'silent' : null
  return state
}

/** Tickets on a roll after the printer first says that it is nearly empty, until the printer has shown how many it is. */
export const USUAL_PAPERS_ON_NEAR_END = 40

/** How many papers the roll still gives, where that can be said: it is nearly empty and the papers since then are counted. */
export function papersLeft(
  { paper }: Pick<Standing, 'paper'>,
  { papersOnNearEnd, papersSinceNearEnd }: { papersOnNearEnd: number; papersSinceNearEnd: number }
): number | null {
  if (paper === 'out') return 0
  return paper === 'near_end' ? Math.max(papersOnNearEnd - papersSinceNearEnd, 0) : null
}

interface Counts {
  papersOnNearEnd: number
  papersSinceNearEnd: number
}

/** Fewer than this and the roll was changed or torn, not used up. */
const FEWEST_TO_LEARN = 5

/**
 * The counts after a printer was seen again. A roll that ran out after it was nearly empty tells how many papers that really
 * gave; a new roll begins to count anew.
 */
export function countsAfter(counts: Counts, before: PaperState, now: PaperState): Counts {
  const { papersOnNearEnd, papersSinceNearEnd } = counts
  if (now === 'near_end') return before === 'near_end' ? counts : { papersOnNearEnd, papersSinceNearEnd: 0 }
  if (now === 'out' && before === 'near_end' && papersSinceNearEnd >= FEWEST_TO_LEARN) {
    return { papersOnNearEnd: papersSinceNearEnd, papersSinceNearEnd }
  }
  return counts
}

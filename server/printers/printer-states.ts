/** How a printer is, as it said itself or as it kept silent. `unknown` until it was asked once. */
export const PRINTER_STATES = [
  'unknown',
  'ready',
  'unreachable',
  'silent',
  'cover_open',
  'offline',
  'error'
] as const

export type PrinterState = (typeof PRINTER_STATES)[number]

export const PAPER_STATES = ['unknown', 'ok', 'near_end', 'out'] as const

export type PaperState = (typeof PAPER_STATES)[number]

import type { KioskKey } from '../../text/kiosk.ts'

/** What somebody holds under the reader. Only a slip's code is sent to the server; nothing is ever opened. */
type ScanKind = 'slip' | 'ticket' | 'foreign' | 'card' | 'damaged' | 'strange'

/** Ours is only what has the host of our public pages; a text of another is not ours, however alike it looks. */
export function kindOfScan(scan: string, publicUrl: string): ScanKind {
  const text = scan.trim()
  if (/^\d{12}\|/.test(text)) return 'card'
  const [, host, page] =
    /^https?:\/\/([^/\s]+)\/(t|q)\/[\w-]{1,64}\.[\w-]{22}\/?(?:[?#]\S*)?$/i.exec(text) ?? []
  if (host !== undefined) {
    if (host.toLowerCase() !== new URL(publicUrl).host) return 'foreign'
    return page === 't' ? 'slip' : 'ticket'
  }
  // An input tool for Vietnamese makes letters with marks of what the reader types, so that an address is none any more.
  return /^h?t*ps?\S*\/\//i.test(text) && !/^[ -~]*$/.test(text) ? 'damaged' : 'strange'
}

/** What is said to a code that is no slip's, and what to do, where there are keys for its digits. */
export const SCAN_WORDS_AT_KEYS = {
  ticket: 'scanTicket',
  foreign: 'scanForeign',
  card: 'scanCard',
  damaged: 'scanDamaged',
  strange: 'slipStrange'
} as const satisfies Record<Exclude<ScanKind, 'slip'>, KioskKey>

/** The same where there are no keys. */
export const SCAN_WORDS = {
  ...SCAN_WORDS_AT_KEYS,
  card: 'scanCardPlain',
  damaged: 'scanDamagedPlain'
} as const satisfies Record<Exclude<ScanKind, 'slip'>, KioskKey>

import { chainHash, digestOf, privateHashOf } from '../events.ts'
import type { EventTable } from '../tables.ts'

/** What is wrong with an event in the chain. */
export type ChainFault = 'NUMBER' | 'CONTENT' | 'PRIVATE_PART' | 'LINK' | 'END_MISSING' | 'LOG_MISSING'

export type ChainCheck =
  | { intact: true; events: number }
  | { intact: false; events: number; fault: ChainFault }

/**
 * What is wrong with `event` as the one that follows `previous`, if anything: its number, what it says, its private
 * part (unless that was erased), or its link.
 */
export function brokenLink(
  previous: { seq: number; head: string },
  event: EventTable,
  secret: string | undefined
): ChainFault | undefined {
  if (event.seq !== previous.seq + 1) return 'NUMBER'
  if (digestOf(event) !== event.digest) return 'CONTENT'
  if (secret !== undefined && privateHashOf(secret) !== event.privateHash) return 'PRIVATE_PART'
  if (chainHash(previous.head, event.digest) !== event.hash) return 'LINK'
  return undefined
}

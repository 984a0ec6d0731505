import { hash } from 'node:crypto'
import type { EventTable } from './tables.ts'

/**
 * What can happen, by name, with the state that it carries: ids, numbers, codes and texts as they were, but
 * nothing that tells who a citizen is. Each domain declares its own (`declare module '../events.ts'`).
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in the domains' events.ts
export interface EventMap {}

/** The private part of those events that have one: names, id numbers, addresses. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in the domains' events.ts
export interface PrivateMap {}

export type EventName = keyof EventMap

/** Says that something happened; written with the change, in the same transaction. Tells the event's number. */
export type RecordEvent = <Name extends EventName>(
  name: Name,
  data: EventMap[Name],
  ...secret: Name extends keyof PrivateMap ? [PrivateMap[Name]] : []
) => number

/** Who does something: a person, a device or the system, with the name as it is now. */
export interface Doer {
  id: string
  name: string
  /** What has signed in; nothing where the server acts by itself. */
  kind?: 'person' | 'device'
}

export type LinkedEvent = Omit<EventTable, 'hash' | 'digest'>

/** Where the chain of an office starts: nothing stands before its first event. */
export const CHAIN_START = ''

/**
 * The digest of an event: over all that it says, in one fixed order. Of the private part it holds the hash only,
 * so that erasing that part (Luật 91/2025/QH15, retention) leaves the chain whole.
 */
export function digestOf(event: LinkedEvent): string {
  const { officeId, seq, id, name, v, at, by, data, privateHash } = event
  return hash('sha256', JSON.stringify([officeId, seq, id, name, v, at, by, data, privateHash]))
}

/** The hash that chains an event to the one before it. */
export function chainHash(previous: string, digest: string): string {
  return hash('sha256', previous + digest)
}

/** What is kept of a private part for ever. The part holds a salt, so that short numbers cannot be tried out. */
export function privateHashOf(secret: string | undefined): string {
  return secret === undefined ? '' : hash('sha256', secret)
}

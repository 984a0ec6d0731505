import { useSyncExternalStore } from 'react'

/** How this screen stands with the server. */
interface Connection {
  /** Since when it has had no answer. */
  lostSince: number | null
  /** When something was last recorded; `null` as well once nobody knows whether the last thing was. */
  savedAt: number | null
  /** When all that is shown was last read anew after a cut. */
  readAnewAt: number | null
}

let connection: Connection = { lostSince: null, savedAt: null, readAnewAt: null }
const listeners = new Set<() => void>()

export function noteAnswer(): void {
  if (connection.lostSince !== null) change({ ...connection, lostSince: null })
}

export function noteSilence(at: number): void {
  if (connection.lostSince === null) change({ ...connection, lostSince: at })
}

/** Called after the server's durable answer only, never before. */
export function noteSaved(at: number): void {
  change({ ...connection, savedAt: at })
}

/** Called for a change that was sent and not answered: what was recorded before says nothing of it. */
export function noteUnanswered(): void {
  if (connection.savedAt !== null) change({ ...connection, savedAt: null })
}

/** Called once the screen shows again how things stand at the server. */
export function noteReadAnew(at: number): void {
  change({ ...connection, readAnewAt: at })
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => connection)
}

function change(next: Connection): void {
  connection = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

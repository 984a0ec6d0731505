import { useSyncExternalStore } from 'react'

/** How this screen stands with the server: since when it has had no answer, and when something was last recorded. */
interface Connection {
  lostSince: number | null
  savedAt: number | null
}

let connection: Connection = { lostSince: null, savedAt: null }
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

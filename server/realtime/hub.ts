import type { Db } from '../database/schema.ts'
import { logPositions, readEvents } from '../event-log.ts'
import type { EventTable } from '../tables.ts'
import type { Tailer } from '../tailer.ts'
import { heardBy } from './audience.ts'
import type { Screen } from './screens.ts'

/** Beyond this many events a new snapshot is quicker than a replay. */
const MOST_REPLAYED = 2000

/** How many events of a replay are read at once. */
const BATCH = 500

/** One open screen, as the hub sees it. */
interface Ear {
  officeId: string
  screen: Screen
  send(message: string): void
}

interface Listener extends Ear {
  /** Events up to here are known to the screen. */
  from: number
  /** What is told while the replay still runs, to be sent after it. */
  held: string[] | undefined
}

/** Passes the events of the log to the screens that may hear them. */
export interface Hub {
  /** Opens a screen: says hello, replays what came after `after` or says that there is a gap, then listens. */
  join(ear: Ear, after: number | undefined): Promise<() => void>
}

export function createHub({ db, tailer }: { db: Db; tailer: Tailer }): Hub {
  const listeners = new Map<string, Set<Listener>>()

  tailer.subscribe((event) => {
    const messages = new Map<Screen, string | undefined>()
    for (const listener of listeners.get(event.officeId) ?? []) {
      const { screen } = listener
      if (!messages.has(screen)) messages.set(screen, messageOf(screen, event))
      pass(listener, event.seq, messages.get(screen))
    }
  })

  function add(listener: Listener): () => void {
    const { officeId } = listener
    const ofOffice = listeners.get(officeId) ?? new Set()
    listeners.set(officeId, ofOffice.add(listener))
    return () => {
      ofOffice.delete(listener)
      if (ofOffice.size === 0) listeners.delete(officeId)
    }
  }

  async function replay(listener: Listener, upTo: number): Promise<void> {
    const { officeId, screen } = listener
    while (listener.from < upTo) {
      const events = await readEvents(db, { officeId, after: listener.from, limit: BATCH })
      if (events.length === 0) return
      for (const event of events.filter(({ seq }) => seq <= upTo)) {
        const message = messageOf(screen, event)
        if (message) listener.send(message)
      }
      listener.from = Math.min(events.at(-1)?.seq ?? upTo, upTo)
    }
  }

  return {
    join: async (ear, after) => {
      const told = tailer.position(ear.officeId)
      const listener: Listener = { ...ear, from: after ?? told, held: [] }
      const leave = add(listener)
      try {
        const end = await logEnd(db, ear.officeId)
        listener.send(JSON.stringify({ type: 'hello', seq: Math.max(told, Math.min(listener.from, end)) }))
        if (listener.from > end || told - listener.from > MOST_REPLAYED) {
          listener.send(JSON.stringify({ type: 'gap', seq: told }))
          listener.from = told
        } else {
          await replay(listener, told)
        }
        for (const message of listener.held ?? []) listener.send(message)
        listener.held = undefined
        return leave
      } catch (error) {
        leave()
        throw error
      }
    }
  }
}

function pass(listener: Listener, seq: number, message: string | undefined) {
  if (message === undefined || seq <= listener.from) return
  if (listener.held) listener.held.push(message)
  else listener.send(message)
}

/** Where the log stands in the database; another process may have told a screen more than this one has read. */
async function logEnd(db: Db, officeId: string): Promise<number> {
  return (await logPositions(db)).find((log) => log.officeId === officeId)?.seq ?? 0
}

function messageOf(screen: Screen, event: EventTable): string | undefined {
  const data = heardBy(screen, event)
  if (!data) return undefined
  const { seq, name, at } = event
  return JSON.stringify({ type: 'event', seq, name, at, data })
}

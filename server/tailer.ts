import { setImmediate } from 'node:timers/promises'
import type { Hints } from './database/hints.ts'
import type { Db } from './database/schema.ts'
import { logPositions, readEvents } from './event-log.ts'
import type { EventTable } from './tables.ts'

/** How many events are read at once. */
const BATCH = 500

/** How often all logs are looked at in case a hint was lost. Milliseconds. */
const SWEEP_EVERY = 1000

/**
 * Reads the event log of every office onwards from where it stood at the start, and tells each event once, in
 * the order of the log. The one source of what screens hear, so that every process shows the same.
 */
export interface Tailer {
  /** Begins to tell; what was committed before is not told. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Says that an office's log has grown in this process. */
  changed(officeId: string): void
  /** The last event of the office that has been told. */
  position(officeId: string): number
  /** Calls `listener` with each event until the returned function is called. A listener must not throw. */
  subscribe(listener: (event: EventTable) => void): () => void
}

export function createTailer({
  db,
  hints,
  failed
}: {
  db: Db
  hints: Hints
  failed: (error: Error) => void
}): Tailer {
  const told = new Map<string, number>()
  const running = new Map<string, 'once' | 'again'>()
  const reading = new Set<Promise<void>>()
  const listeners = new Set<(event: EventTable) => void>()
  let timer: NodeJS.Timeout | undefined
  let sweeping = false
  let stopped = false

  function wake(officeId: string) {
    if (running.has(officeId)) running.set(officeId, 'again')
    else track(readAll(officeId))
  }

  function track(work: Promise<void>) {
    reading.add(work)
    void work.finally(() => reading.delete(work))
  }

  /** Waits a turn of the event loop first, so that a group of commits costs one reading. */
  async function readAll(officeId: string) {
    try {
      do {
        running.set(officeId, 'once')
        await setImmediate()
        while (!stopped && (await readOn(officeId)));
      } while (!stopped && running.get(officeId) === 'again')
    } catch (error) {
      failed(error as Error)
    } finally {
      running.delete(officeId)
    }
  }

  /** Answers whether there may be more. */
  async function readOn(officeId: string): Promise<boolean> {
    const events = await readEvents(db, { officeId, after: told.get(officeId) ?? 0, limit: BATCH })
    for (const event of events) {
      told.set(officeId, event.seq)
      for (const listener of listeners) listener(event)
    }
    return events.length === BATCH
  }

  async function sweep() {
    if (sweeping || stopped) return
    sweeping = true
    try {
      const behind = (await logPositions(db)).filter(({ officeId, seq }) => seq > (told.get(officeId) ?? 0))
      for (const { officeId } of behind) wake(officeId)
    } catch (error) {
      if (!stopped) failed(error as Error)
    } finally {
      sweeping = false
    }
  }

  const sweepSoon = () => track(sweep())

  return {
    start: async () => {
      for (const { officeId, seq } of await logPositions(db)) told.set(officeId, seq)
      hints.listen((officeIds) => {
        for (const officeId of officeIds) wake(officeId)
      }, sweepSoon)
      timer = setInterval(sweepSoon, SWEEP_EVERY).unref()
    },
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await hints.close()
      await Promise.all(reading)
    },
    changed: (officeId) => {
      wake(officeId)
      hints.send(officeId)
    },
    position: (officeId) => told.get(officeId) ?? 0,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}

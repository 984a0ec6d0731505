import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** How processes on one database tell each other that an office's log has grown. A lost hint costs a sweep. */
export interface Hints {
  /** Calls `heard` with the offices that changed, and `connected` each time that listening (re)starts. */
  listen(heard: (officeIds: string[]) => void, connected: () => void): void
  /** Outside every transaction: NOTIFY inside one takes a cluster-wide lock through its commit. */
  send(officeId: string): void
  close(): Promise<void>
}

/** One process: whoever changed something wakes its own tailer, and nobody else needs to hear. */
export const noHints: Hints = { listen: () => {}, send: () => {}, close: async () => {} }

const CHANNEL = 'office_event'

/** A NOTIFY payload has to stay under 8,000 bytes. */
const MOST_OFFICES_A_HINT = 150

/** The wait before the next try to connect, doubled each time. Milliseconds. */
const FIRST_PAUSE = 50
const LONGEST_PAUSE = 2000

/** Hints by LISTEN and NOTIFY, on a connection of their own (never one of the pool's, nor through PgBouncer). */
export function postgresHints(url: string, failed: (error: Error) => void): Hints {
  const waiting = new Set<string>()
  let client: pg.Client | undefined
  let sending = false
  let closed = false

  async function keepListening(heard: (officeIds: string[]) => void, connected: () => void) {
    for (let pause = FIRST_PAUSE; !closed; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        const lost = await connect(heard)
        pause = FIRST_PAUSE
        connected()
        await lost
      } catch (error) {
        if (!closed) failed(error as Error)
      }
      client = undefined
      if (!closed) await sleep(pause, undefined, { ref: false })
    }
  }

  async function connect(heard: (officeIds: string[]) => void): Promise<Promise<void>> {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true })
    const lost = new Promise<void>((resolve) => fresh.once('end', () => resolve()))
    fresh.on('error', failed)
    fresh.on('notification', ({ payload }) => heard(payload?.split(',') ?? []))
    await fresh.connect()
    await fresh.query(`listen ${CHANNEL}`)
    client = fresh
    return lost
  }

  /** One NOTIFY in flight; what changes meanwhile goes into the next. */
  async function sendWaiting() {
    if (sending || !client) return
    sending = true
    try {
      while (waiting.size > 0 && client) {
        const officeIds = [...waiting].slice(0, MOST_OFFICES_A_HINT)
        for (const officeId of officeIds) waiting.delete(officeId)
        await client.query('select pg_notify($1, $2)', [CHANNEL, officeIds.join(',')])
      }
    } catch (error) {
      failed(error as Error)
    } finally {
      sending = false
    }
  }

  return {
    listen: (heard, connected) => void keepListening(heard, connected),
    send: (officeId) => {
      waiting.add(officeId)
      void sendWaiting()
    },
    close: async () => {
      closed = true
      await client?.end()
    }
  }
}

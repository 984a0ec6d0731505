import type {} from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'

interface Heard {
  type: string
  seq?: number
  name?: string
  at?: string
  data?: Record<string, unknown>
}

/** A screen that is open: what it has heard so far, and a way to wait for more. */
export interface OpenScreen {
  heard: Heard[]
  /** Waits until this many events (not counting hello, ping, gap) have come. */
  events(count: number): Promise<Heard[]>
  /** The code with which the server closed it, once it did. */
  closed: Promise<number>
  close(): void
}

/** Opens a screen on a server that listens. Rejects with the status when the server refuses it. */
export async function openScreen(
  address: string,
  {
    cookie,
    officeId,
    screen,
    after,
    origin
  }: { cookie?: string; officeId: string; screen: string; after?: number; origin?: string }
): Promise<OpenScreen> {
  const query = new URLSearchParams({
    officeId,
    screen,
    ...(after === undefined ? {} : { after: String(after) })
  })
  const url = `${address}/api/v1/live?${query}`
  const headers = { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) }
  const socket = new WebSocket(url.replace('http', 'ws'), { headers } as never)
  const heard: Heard[] = []
  const waiting = new Set<() => void>()
  const closed = new Promise<number>((resolve) =>
    socket.addEventListener('close', ({ code }) => resolve(code))
  )
  socket.addEventListener('message', ({ data }) => {
    heard.push(JSON.parse(String(data)))
    for (const check of waiting) check()
  })
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error('refused')))
  })
  const eventsHeard = () => heard.filter(({ type }) => type === 'event')
  const events = (count: number) =>
    new Promise<Heard[]>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`${eventsHeard().length} of ${count} events came`)),
        10_000
      )
      const check = () => {
        if (eventsHeard().length < count) return
        clearTimeout(late)
        waiting.delete(check)
        resolve(eventsHeard())
      }
      waiting.add(check)
      check()
    })
  return { heard, events, closed, close: () => socket.close() }
}

/** The status with which the server refuses to open a screen, or 101 when it lets it in. */
export async function statusOfOpening(
  app: FastifyInstance,
  { query, headers }: { query: Record<string, string>; headers: Record<string, string> }
): Promise<number> {
  const path = `/api/v1/live?${new URLSearchParams(query)}`
  try {
    const socket = await app.injectWS(path, { headers })
    socket.terminate()
    return 101
  } catch (error) {
    return Number(/(\d{3})/.exec(String(error))?.[1])
  }
}

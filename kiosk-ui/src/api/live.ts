import { useEffect, useRef, useState } from 'react'
import type { Static } from 'typebox'
import type { Live } from '../../../server/realtime/schemas.ts'
import { serverNow } from './client.ts'
import { noteAnswer, noteSilence } from './connection.ts'

type LiveScreen = Static<typeof Live.querystring>['screen']

/** Something that happened at the office, with those of its fields that this kind of screen may see. */
export interface LiveEvent {
  /** Grows with each event of the office; what is not for this screen leaves gaps. */
  seq: number
  name: string
  at: string
  data: Record<string, unknown>
}

/** How the line to the server stands: heard lately, silent for a while, or silent for a minute and more. */
export type LineState = 'live' | 'stale' | 'gone'

export interface LiveLine {
  state: LineState
  /** Server time in milliseconds. While the line is live, when it became so; else when it was last heard. */
  lastHeardAt: number
}

interface LiveOptions {
  /** `undefined` while the screen does not know it or has no snapshot yet: the line waits for it. */
  officeId: string | undefined
  screen: LiveScreen
  /** The last event that the snapshot on the screen contains, so that the first connection goes on from there. */
  after?: number | undefined
  /** Hears each event after that once, in order; may hear one again that a newer snapshot contains already. */
  onEvent: (event: LiveEvent) => void
  /** Something may have been missed, always so at first without `after`: take a new snapshot. */
  onGap: () => void
  /** The line was cut and goes on where it was: nothing is missed, but what was asked meanwhile may have failed. */
  onBack?: () => void
}

interface Pace {
  /** Silence after which the line counts as stale and is opened anew. The server pings a kiosk each second, others each five. */
  patience: number
  /** Between two tries to connect, when many have failed. */
  longestWait: number
}

/** Milliseconds. Whoever stands at a kiosk is told within 3 s, and finds it at work 5 s after the server's return. */
const PACE: Record<LiveScreen, Pace> = {
  kiosk: { patience: 2_500, longestWait: 3_000 },
  display: { patience: 10_000, longestWait: 3_000 },
  counter: { patience: 10_000, longestWait: 10_000 },
  supervisor: { patience: 10_000, longestWait: 10_000 }
}

const GONE_AFTER = 60_000
const FIRST_WAIT = 500
const LOOK_EVERY = 500

type Message =
  | ({ type: 'event' } & LiveEvent)
  | { type: 'hello'; seq: number }
  | { type: 'gap'; seq: number }
  | { type: 'ping' }

/**
 * Follows the office's events over a websocket that opens again by itself and goes on where it was cut: no event is
 * lost and, but for those of a snapshot, none is told twice.
 */
export function useLive(options: LiveOptions): LiveLine {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const [line, setLine] = useState<LiveLine>(() => ({ state: 'live', lastHeardAt: serverNow() }))
  const { officeId, screen } = options
  useEffect(() => {
    if (officeId === undefined) return
    let after = latest.current.after
    const take = (message: Message) => {
      if (message.type === 'ping') return
      const isFirst = after === undefined
      if (message.type === 'event') latest.current.onEvent(message)
      if (message.type === 'gap' || (message.type === 'hello' && isFirst)) latest.current.onGap()
      if (message.type === 'hello' && !isFirst) latest.current.onBack?.()
      // A hello comes before what is replayed, so it moves nothing on: a cut in between must not skip events.
      if (message.type !== 'hello' || isFirst) after = message.seq
    }
    const address = () => addressOf({ officeId, screen, after })
    return keepLine({ address, pace: PACE[screen], take, tell: setLine })
  }, [officeId, screen])
  return line
}

function addressOf({ officeId, screen, after }: Pick<LiveOptions, 'officeId' | 'screen' | 'after'>): string {
  const query = new URLSearchParams({ officeId: officeId ?? '', screen })
  if (after !== undefined) query.set('after', String(after))
  return `${location.origin.replace(/^http/, 'ws')}/api/v1/live?${query}`
}

interface LineParts {
  address: () => string
  pace: Pace
  take: (message: Message) => void
  tell: (line: LiveLine) => void
}

/** Keeps a line open until the returned function is called, and tells when it falls silent and when it is back. */
function keepLine({ address, pace, take, tell }: LineParts): () => void {
  let hangUp = () => {}
  let timer: number | undefined
  let failures = 0
  let openedAt = performance.now()
  let heard = { tick: openedAt, at: serverNow() }
  let state: LineState = 'live'

  const become = (next: LineState) => {
    if (next === state) return
    state = next
    if (next === 'stale') noteSilence(heard.at)
    tell({ state, lastHeardAt: heard.at })
  }
  const connect = () => {
    openedAt = performance.now()
    hangUp = openSocket(address(), {
      onMessage: (message) => {
        heard = { tick: performance.now(), at: serverNow() }
        failures = 0
        noteAnswer()
        become('live')
        take(message)
      },
      onClose: reconnect
    })
  }
  function reconnect() {
    hangUp()
    clearTimeout(timer)
    timer = window.setTimeout(connect, waitAfter(failures, pace))
    failures += 1
  }
  const look = setInterval(() => {
    const silent = performance.now() - heard.tick
    if (silent > pace.patience) become(silent > GONE_AFTER ? 'gone' : 'stale')
    // Neither a cut cable nor a sleeping server closes a socket: what stays silent is given up.
    const unanswered = performance.now() - Math.max(openedAt, heard.tick)
    if (unanswered > pace.patience) {
      openedAt = performance.now()
      reconnect()
    }
  }, LOOK_EVERY)
  connect()
  return () => {
    clearInterval(look)
    clearTimeout(timer)
    hangUp()
  }
}

function openSocket(
  address: string,
  { onMessage, onClose }: { onMessage: (message: Message) => void; onClose: () => void }
): () => void {
  const socket = new WebSocket(address)
  let over = false
  socket.onmessage = ({ data }) => {
    if (!over) onMessage(JSON.parse(String(data)) as Message)
  }
  socket.onclose = () => {
    if (!over) onClose()
  }
  return () => {
    over = true
    socket.close()
  }
}

/** Doubles from half a second; by chance a little less, so that not all screens come back in the same moment. */
function waitAfter(failures: number, { longestWait }: Pace): number {
  return Math.min(FIRST_WAIT * 2 ** failures, longestWait) * (0.7 + 0.3 * Math.random())
}

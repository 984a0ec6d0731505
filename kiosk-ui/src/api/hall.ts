import { useCallback, useEffect, useState } from 'react'
import type { OfficeDetail } from '../../../server/offices/schemas.ts'
import type { IssuedTicket, Queue, Ticket } from '../../../server/queue/schemas.ts'
import { ApiProblem, request } from './client.ts'
import { afterEvent, type Hall, hallOf } from './hall-state.ts'
import { type LiveEvent, type LiveLine, useLive } from './live.ts'

export type { Hall, IssuedTicket, LiveEvent, OfficeDetail, Ticket }

/** A request that takes longer will not be waited for: whoever stands here is told that the server is gone. Milliseconds. */
const PATIENCE = 2_500

/** How often everything is read anew: hours pass without an event. Milliseconds. */
const READ_EVERY = 20_000

/** How soon ranges are read anew once events have changed who waits: one reading for many events. Milliseconds. */
const GATHER = 1_500

/** The same while the server is gone. Milliseconds. */
const TRY_EVERY = 1_500

interface HallReading {
  hall: Hall | undefined
  office: OfficeDetail | undefined
  line: LiveLine
  /** Whether the server has left the last question without an answer. */
  failed: boolean
  /** Reads everything anew, now. */
  refresh: () => void
}

interface HallOptions {
  officeId: string
  screen: 'kiosk' | 'display'
  /** The server does not know this device any more. */
  onSignedOut: () => void
  /** Hears what is not of the hall's state, such as how a paper stands. */
  onEvent?: (event: LiveEvent) => void
}

/** The hall as it is: a snapshot, and from there every event. After a cut it is right again without anybody's help. */
export function useHall({ officeId, screen, onSignedOut, onEvent }: HallOptions): HallReading {
  const [hall, setHall] = useState<Hall>()
  const [office, setOffice] = useState<OfficeDetail>()
  const [failed, setFailed] = useState(false)

  const read = useCallback(async () => {
    try {
      const [detail, queue] = await Promise.all([
        ask<OfficeDetail>(`/offices/${officeId}`),
        ask<Queue>(`/offices/${officeId}/queue`)
      ])
      const fresh = hallOf(queue)
      setOffice(detail)
      setHall((before) => (before && before.seq > fresh.seq ? before : fresh))
      setFailed(false)
    } catch (error) {
      if (isSignedOut(error)) onSignedOut()
      else setFailed(true)
    }
  }, [officeId, onSignedOut])
  const refresh = useCallback(() => void read(), [read])

  const line = useLive({
    officeId: hall && officeId,
    screen,
    after: hall?.seq,
    onEvent: (event) => {
      setHall((before) => before && afterEvent(before, event))
      onEvent?.(event)
    },
    onGap: refresh
  })
  const well = hall !== undefined && !failed && line.state === 'live'
  useEffect(() => {
    refresh()
    const timer = setInterval(refresh, well ? READ_EVERY : TRY_EVERY)
    return () => clearInterval(timer)
  }, [refresh, well])
  // The board shows no ranges.
  const lacksRanges = screen === 'kiosk' && well && hall.isBehind
  useEffect(() => {
    if (!lacksRanges) return
    const timer = setInterval(refresh, GATHER)
    return () => clearInterval(timer)
  }, [refresh, lacksRanges])
  return { hall, office, line, failed, refresh }
}

/** Takes a number. The same key gives the same number, however often it is sent. */
export function takeTicket(
  officeId: string,
  body: { serviceId: string; priorityGroup?: string },
  key: string
): Promise<IssuedTicket> {
  const signal = AbortSignal.timeout(PATIENCE)
  return request<IssuedTicket>('POST', `/offices/${officeId}/tickets`, { body, key, signal })
}

export function cancelTicket(ticketId: string, key: string): Promise<Ticket> {
  const signal = AbortSignal.timeout(PATIENCE)
  return request<Ticket>('POST', `/tickets/${ticketId}/cancel`, { key, signal })
}

/** A number as it stands: a kiosk may read those that it gave. */
export function readTicket(ticketId: string): Promise<Ticket> {
  return ask<Ticket>(`/tickets/${ticketId}`)
}

function ask<Answer>(path: string): Promise<Answer> {
  return request<Answer>('GET', path, { signal: AbortSignal.timeout(PATIENCE) })
}

function isSignedOut(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 401 || error.status === 403)
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Counter } from '../../../server/offices/schemas.ts'
import type { Queue, Ticket } from '../../../server/queue/schemas.ts'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export type { Queue, Ticket }
export type CounterMove = { move: 'open' | 'close' } | { move: 'pause'; reason: string }
export type TicketMove = 'recall' | 'serve' | 'finish' | 'absent'

/** A live line tells when the queue has changed; this is only how long it may be wrong when the line is silent. */
const STALE_AFTER = 60_000

const queueKey = (officeId: string) => ['queue', officeId] as const
const ticketKey = (ticketId: string) => ['ticket', ticketId] as const

export function useQueue(officeId: string) {
  return useQuery({
    queryKey: queueKey(officeId),
    queryFn: ({ signal }) => request<Queue>('GET', `/offices/${officeId}/queue`, { signal }),
    staleTime: STALE_AFTER
  })
}

/** Takes a new picture of the queue, as something has happened to it. */
export function useQueueRefresh(officeId: string): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: queueKey(officeId) })
}

/** The ticket that a counter has called or serves. */
export function useTicket(ticketId: string | null) {
  return useQuery({
    queryKey: ticketKey(ticketId ?? ''),
    queryFn: ({ signal }) => request<Ticket>('GET', `/tickets/${ticketId}`, { signal }),
    enabled: ticketId !== null,
    staleTime: STALE_AFTER
  })
}

export function useCallNext(officeId: string) {
  const keep = useKeepTicket()
  return useAction({
    send: async (counterId: string, key) =>
      keep(await request<Ticket>('POST', `/counters/${counterId}/calls`, { key })),
    refreshes: [queueKey(officeId)]
  })
}

export function useMoveTicket(officeId: string) {
  const keep = useKeepTicket()
  return useAction({
    send: async ({ ticketId, move }: { ticketId: string; move: TicketMove }, key) =>
      keep(await request<Ticket>('POST', `/tickets/${ticketId}/${move}`, { key })),
    refreshes: [queueKey(officeId)]
  })
}

export function useMoveCounter(officeId: string) {
  return useAction({
    send: ({ counterId, ...move }: { counterId: string } & CounterMove, key) =>
      request<Counter>('POST', `/counters/${counterId}/${move.move}`, {
        key,
        ...('reason' in move ? { body: { reason: move.reason } } : {})
      }),
    refreshes: [queueKey(officeId), ['office', officeId]]
  })
}

function useKeepTicket(): (ticket: Ticket) => Ticket {
  const client = useQueryClient()
  return (ticket) => {
    client.setQueryData(ticketKey(ticket.id), ticket)
    return ticket
  }
}

/** Reads a ticket again: filing a dossier or handing over its slip changes what it is held for. */
export function useTicketRefresh(): (ticketId: string) => void {
  const client = useQueryClient()
  return (ticketId) => void client.invalidateQueries({ queryKey: ticketKey(ticketId) })
}

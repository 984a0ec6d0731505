import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { Line } from '../../../server/board/schemas.ts'
import type { Chosen, Transfer } from '../../../server/calls/schemas.ts'
import type { GetHall } from '../../../server/hall/schemas.ts'
import type { Counter } from '../../../server/offices/schemas.ts'
import type { Queue, Ticket } from '../../../server/queue/schemas.ts'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export type { Line, Queue, Ticket, Transfer }
export type CounterMove =
  | { move: 'open'; takeOver?: boolean }
  | { move: 'close' }
  | { move: 'pause'; reason: string }
export type TicketMove = 'recall' | 'serve' | 'finish' | 'absent' | 'park' | 'resume' | 'cancel'

/** A live line tells when the queue has changed; this is only how long it may be wrong when the line is silent. */
const STALE_AFTER = 60_000

const queueKey = (officeId: string) => ['queue', officeId] as const
const linesKey = ['line'] as const
const ticketKey = (ticketId: string) => ['ticket', ticketId] as const
const hallKey = ['hall'] as const

export function readQueue(officeId: string, signal?: AbortSignal): Promise<Queue> {
  return request('GET', `/offices/${officeId}/queue`, signal && { signal })
}

export function readTicket(ticketId: string, signal?: AbortSignal): Promise<Ticket> {
  return request('GET', `/tickets/${ticketId}`, signal && { signal })
}

export function useQueue(officeId: string) {
  return useQuery({
    queryKey: queueKey(officeId),
    queryFn: ({ signal }) => readQueue(officeId, signal),
    staleTime: STALE_AFTER
  })
}

/** Whom this counter calls next, in order, and why. */
export function useLine(counterId: string | null) {
  return useQuery({
    queryKey: [...linesKey, counterId],
    queryFn: ({ signal }) => request<Line>('GET', `/counters/${counterId}/line`, { signal }),
    enabled: counterId !== null,
    staleTime: STALE_AFTER
  })
}

/** Takes a new picture of the queue, as something has happened to it. */
export function useQueueRefresh(officeId: string): () => void {
  const client = useQueryClient()
  return () => {
    for (const queryKey of changedWith(officeId)) void client.invalidateQueries({ queryKey })
  }
}

/** The rules of the waiting room. */
export function useHallRules() {
  return useQuery({
    queryKey: hallKey,
    queryFn: async ({ signal }) =>
      (await request<Static<(typeof GetHall.response)[200]>>('GET', '/hall', { signal })).rules
  })
}

/** Reads the rules of the waiting room again, as they were set anew. */
export function useHallRefresh(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: hallKey })
}

/** The ticket that a counter has called or serves. */
export function useTicket(ticketId: string | null) {
  return useQuery({
    queryKey: ticketKey(ticketId ?? ''),
    queryFn: ({ signal }) => readTicket(ticketId ?? '', signal),
    enabled: ticketId !== null,
    staleTime: STALE_AFTER
  })
}

/** Calls whoever is next; with a ticket that one, for a reason when it is not next. */
export function useCall(officeId: string) {
  const keep = useKeepTicket(officeId)
  return useAction({
    send: async ({ counterId, ...chosen }: { counterId: string } & Chosen, key) =>
      keep(await request<Ticket>('POST', `/counters/${counterId}/calls`, { key, body: chosen })),
    refreshes: []
  })
}

export function useMoveTicket(officeId: string) {
  const keep = useKeepTicket(officeId)
  return useAction({
    send: async ({ ticketId, move }: { ticketId: string; move: TicketMove }, key) =>
      keep(await request<Ticket>('POST', `/tickets/${ticketId}/${move}`, { key })),
    refreshes: []
  })
}

export function useTransfer(officeId: string) {
  const keep = useKeepTicket(officeId)
  return useAction({
    send: async ({ ticketId, transfer }: { ticketId: string; transfer: Transfer }, key) =>
      keep(await request<Ticket>('POST', `/tickets/${ticketId}/transfer`, { key, body: transfer })),
    refreshes: []
  })
}

export function useAddService(officeId: string) {
  const keep = useKeepTicket(officeId)
  return useAction({
    send: async ({ ticketId, serviceId }: { ticketId: string; serviceId: string }, key) =>
      keep(await request<Ticket>('POST', `/tickets/${ticketId}/services`, { key, body: { serviceId } })),
    refreshes: []
  })
}

export function useMoveCounter(officeId: string) {
  return useAction({
    send: ({ counterId, move, ...body }: { counterId: string } & CounterMove, key) =>
      request<Counter>('POST', `/counters/${counterId}/${move}`, {
        key,
        ...(Object.keys(body).length > 0 ? { body } : {})
      }),
    refreshes: [...changedWith(officeId), ['office', officeId]]
  })
}

/**
 * Puts what the server has answered of a ticket onto the screen at once, also where it stands in the queue: nobody waits for
 * a new picture of the whole hall before the number is there.
 */
function useKeepTicket(officeId: string): (ticket: Ticket) => Ticket {
  const client = useQueryClient()
  const refresh = useQueueRefresh(officeId)
  return (ticket) => {
    client.setQueryData(ticketKey(ticket.id), ticket)
    client.setQueryData<Queue>(queueKey(officeId), (queue) => queue && withTicket(queue, ticket))
    refresh()
    return ticket
  }
}

function withTicket(queue: Queue, { status, ...ticket }: Ticket): Queue {
  const others = <Held extends { id: string }>(held: readonly Held[]) =>
    held.filter(({ id }) => id !== ticket.id)
  const [called, serving] = [others(queue.called), others(queue.serving)]
  const { id, number, serviceId, counterId, counterNumber, calledAt } = ticket
  const here =
    counterId !== null && counterNumber !== null && calledAt !== null
      ? [{ id, number, serviceId, counterId, counterNumber, calledAt }]
      : []
  return {
    ...queue,
    waiting: status === 'waiting' ? queue.waiting : others(queue.waiting),
    called: status === 'called' ? [...here, ...called] : called,
    serving: status === 'serving' ? [...here, ...serving] : serving
  }
}

/** Reads a ticket again: filing a dossier or handing over its slip changes what it is held for. */
export function useTicketRefresh(): (ticketId: string) => void {
  const client = useQueryClient()
  return (ticketId) => void client.invalidateQueries({ queryKey: ticketKey(ticketId) })
}

/** What is read again when anything happens in the hall: all of it, and the lines of the counters. */
function changedWith(officeId: string): QueryKey[] {
  return [queueKey(officeId), linesKey]
}

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Static } from 'typebox'
import type {
  ApologiesOfDossier,
  Apology,
  ApologyChannel,
  Draft,
  ListLateReasons,
  Signature
} from '../../../server/apologies/schemas.ts'
import type {
  Summary,
  WatchedDossier,
  WatchedPage,
  WatchedQuery
} from '../../../server/supervision/schemas.ts'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export type { ApologiesOfDossier, Apology, ApologyChannel, Summary, WatchedDossier, WatchedPage }
export type SupervisionList = WatchedQuery['list']

const supervisionKey = ['supervision'] as const

/** A figure that nobody has asked for again would say nothing of the minutes since. Milliseconds. */
const ASK_AGAIN = 30_000

export interface Watching {
  list: SupervisionList
  field: string
  holder: string
}

export function useSummary() {
  return useQuery({
    queryKey: [...supervisionKey, 'summary'],
    queryFn: ({ signal }) => request<Summary>('GET', '/supervision/summary', { signal }),
    refetchInterval: ASK_AGAIN
  })
}

export function useWatched(watching: Watching) {
  return useInfiniteQuery({
    queryKey: [...supervisionKey, 'list', watching],
    queryFn: ({ signal, pageParam }) =>
      request<WatchedPage>('GET', `/supervision/dossiers?${queryOf(watching, pageParam)}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ASK_AGAIN
  })
}

function queryOf({ list, field, holder }: Watching, cursor: string | null): URLSearchParams {
  return new URLSearchParams({
    list,
    limit: '100',
    ...(field ? { field } : {}),
    ...(holder ? { holder } : {}),
    ...(cursor ? { cursor } : {})
  })
}

/** Reads figures and list again, as something has happened. */
export function useReadAgain(): () => void {
  const client = useQueryClient()
  return useCallback(() => void client.invalidateQueries({ queryKey: supervisionKey }), [client])
}

export function useLateReasons() {
  return useQuery({
    queryKey: ['late-reasons'],
    queryFn: async ({ signal }) =>
      (await request<Static<(typeof ListLateReasons.response)[200]>>('GET', '/late-reasons', { signal }))
        .items,
    staleTime: Number.POSITIVE_INFINITY
  })
}

export function useApologies(code: string) {
  return useQuery({
    queryKey: apologiesKey(code),
    queryFn: ({ signal }) => request<ApologiesOfDossier>('GET', `${dossierOf(code)}/apologies`, { signal })
  })
}

/** Drafts a letter, or changes what the draft with `apologyId` says. */
export function useDraft(code: string) {
  return useAction({
    send: ({ apologyId, ...body }: Draft & { apologyId: string | null }, key) =>
      apologyId
        ? request<Apology>('PATCH', `/apologies/${apologyId}`, { body })
        : request<Apology>('POST', `${dossierOf(code)}/apologies`, { body, key }),
    refreshes: [apologiesKey(code), supervisionKey]
  })
}

export function useIssue({ id, dossierCode }: Apology) {
  return useAction({
    send: (body: Signature, key) => request<Apology>('POST', `/apologies/${id}/issue`, { body, key }),
    refreshes: [apologiesKey(dossierCode), supervisionKey]
  })
}

export function useSend({ id, dossierCode }: Apology) {
  return useAction({
    send: (body: { channel: ApologyChannel }, key) =>
      request<Apology>('POST', `/apologies/${id}/send`, { body, key }),
    refreshes: [apologiesKey(dossierCode), supervisionKey]
  })
}

function apologiesKey(code: string) {
  return ['apologies', code] as const
}

function dossierOf(code: string): string {
  return `/dossiers/${encodeURIComponent(code)}`
}

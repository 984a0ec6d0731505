import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type {
  Dossier,
  DossierSummary,
  GetHistory,
  HistoryEntry,
  ListDossiers
} from '../../../server/dossiers/schemas.ts'
import type { ListHolders, SlipGiven } from '../../../server/handling/schemas.ts'
import type { CheckDossier, NewDossier, ReceivedDossier } from '../../../server/intake/schemas.ts'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export type { Dossier, DossierSummary, HistoryEntry, NewDossier, SlipGiven }
export type Received = Static<typeof ReceivedDossier>
export type Move = Dossier['moves'][number]

const dossiersKey = ['dossiers'] as const

type DossierPage = Static<(typeof ListDossiers.response)[200]>

export function useDossiers(search: string) {
  return useInfiniteQuery({
    queryKey: [...dossiersKey, 'list', search],
    queryFn: ({ signal, pageParam }) =>
      request<DossierPage>('GET', `/dossiers?${listQuery(search, pageParam)}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData
  })
}

function listQuery(search: string, cursor: string | null): URLSearchParams {
  return new URLSearchParams({ limit: '50', ...(search ? { q: search } : {}), ...(cursor ? { cursor } : {}) })
}

/** Reads again what is on the screen of dossiers, as something has happened to one. */
export function useDossiersRefresh(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: dossiersKey })
}

export function useDossier(code: string) {
  return useQuery({
    queryKey: [...dossiersKey, 'one', code],
    queryFn: ({ signal }) => request<Dossier>('GET', addressOf(code), { signal })
  })
}

export function useHistory(code: string) {
  return useQuery({
    queryKey: [...dossiersKey, 'history', code],
    queryFn: async ({ signal }) =>
      (
        await request<Static<(typeof GetHistory.response)[200]>>('GET', addressOf(code, 'history'), {
          signal
        })
      ).items
  })
}

interface Particulars {
  idNumber: string
  procedureCode: string
}

/** Open dossiers of the same person and procedure, so that none is taken in twice. Asked once the number is whole. */
export function useDuplicates({ idNumber, procedureCode }: Particulars) {
  return useQuery({
    queryKey: [...dossiersKey, 'check', idNumber, procedureCode],
    queryFn: ({ signal }) =>
      request<Static<(typeof CheckDossier.response)[200]>>(
        'GET',
        `/dossiers/check?${new URLSearchParams({ idNumber, procedureCode })}`,
        { signal }
      ),
    enabled: idNumber !== '' && procedureCode !== ''
  })
}

export function useHolders() {
  return useQuery({
    queryKey: [...dossiersKey, 'holders'],
    queryFn: ({ signal }) =>
      request<Static<(typeof ListHolders.response)[200]>>('GET', '/holders', { signal })
  })
}

export function useReceive() {
  return useAction({
    send: (body: NewDossier, key) => request<Received>('POST', '/dossiers', { body, key }),
    refreshes: [dossiersKey]
  })
}

export function useGiveSlip(code: string) {
  return useAction({
    send: (body: SlipGiven, key) => request<Dossier>('POST', addressOf(code, 'slip'), { body, key }),
    refreshes: [dossiersKey]
  })
}

/** One move of a dossier, taken only against the state that was on the screen. */
export function useMoveDossier({ code, version }: Pick<Dossier, 'code' | 'version'>) {
  const client = useQueryClient()
  return useAction({
    send: async ({ move, body }: { move: Move; body?: object }, key) => {
      const dossier = await request<Dossier>('POST', addressOf(code, move), { body, key, ifMatch: version })
      client.setQueryData([...dossiersKey, 'one', code], dossier)
      return dossier
    },
    refreshes: [dossiersKey]
  })
}

function addressOf(code: string, part?: string): string {
  return `/dossiers/${encodeURIComponent(code)}${part ? `/${part}` : ''}`
}

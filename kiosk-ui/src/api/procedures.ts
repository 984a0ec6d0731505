import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type {
  Amendment,
  AttentionRow,
  ImportCatalogue,
  ImportReport,
  ListAttention,
  ListProcedures,
  Procedure,
  ProcedureDetail
} from '../../../server/procedures/schemas.ts'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export type { Amendment, AttentionRow, ImportReport, Procedure, ProcedureDetail }
export type Term = NonNullable<Procedure['term']>
export type CutOff = NonNullable<Procedure['cutOff']>
export type Attention = AttentionRow['attention'][number]

type ProcedurePage = Static<(typeof ListProcedures.response)[200]>
export type ImportRequest = Static<typeof ImportCatalogue.body>

const proceduresKey = ['procedures'] as const

export function useProcedures(search: string) {
  return useInfiniteQuery({
    queryKey: [...proceduresKey, 'list', search],
    queryFn: ({ signal, pageParam }) =>
      request<ProcedurePage>('GET', `/procedures?${listQuery(search, pageParam)}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData
  })
}

function listQuery(search: string, cursor: string | null): URLSearchParams {
  return new URLSearchParams({ limit: '50', ...(search ? { q: search } : {}), ...(cursor ? { cursor } : {}) })
}

/** Everything that wants attention: a commune's catalogue has a few hundred procedures, so it is read whole. */
export function useAttention() {
  return useQuery({
    queryKey: [...proceduresKey, 'attention'],
    queryFn: async ({ signal }) => {
      const { items, counts } = await request<Static<(typeof ListAttention.response)[200]>>(
        'GET',
        '/procedures/attention',
        { signal }
      )
      return { items, counts, total: items.length }
    }
  })
}

export function useProcedure(code: string) {
  return useQuery({
    queryKey: [...proceduresKey, 'one', code],
    queryFn: ({ signal }) =>
      request<ProcedureDetail>('GET', `/procedures/${encodeURIComponent(code)}`, { signal })
  })
}

export function useAmend(code: string) {
  return useAction({
    send: (amendment: Amendment, key) =>
      request<ProcedureDetail>('POST', `/procedures/${encodeURIComponent(code)}/amendments`, {
        body: amendment,
        key
      }),
    refreshes: [proceduresKey]
  })
}

/** Shows what a file would change, or takes it in: only the latter is read anew by the other pages. */
export function useImportCatalogue({ writes }: { writes: boolean }) {
  return useAction({
    send: (body: ImportRequest, key) => request<ImportReport>('POST', '/catalogue/imports', { body, key }),
    refreshes: writes ? [proceduresKey] : [],
    saves: writes
  })
}

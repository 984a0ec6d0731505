import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export interface Term {
  amount: number
  unit: 'working_day' | 'calendar_day' | 'working_hour' | 'same_day'
}

/** Minutes after midnight, or hours before closing. */
export type CutOff = { kind: 'hour'; minute: number } | { kind: 'last_hours'; hours: number }

export interface ProcedureRow {
  code: string
  name: string
  field: string
  term: Term | null
  termText: string
  fee: number | null
  feeText: string
}

export interface Attention {
  kind: string
  detail: string
}

export interface Procedure extends ProcedureRow {
  components: { id: string; name: string; originals: number; copies: number; group?: string | null }[]
  postal: boolean
  online: boolean
  immediate: boolean
  agency?: string | null
  cutOff?: CutOff | null
  variants?: { name: string; term: Term }[]
  notes?: string[]
  result?: string | null
  legalBasis?: string[]
  attention?: Attention[]
  effectiveFrom?: string
  decision?: string
}

export interface AttentionRow {
  code: string
  name: string
  field: string
  attention: Attention[]
}

export interface Amendment {
  effectiveFrom: string
  decision: string
  term?: Term
  cutOff?: CutOff | null
  fee?: number | null
  feeText?: string
}

export interface ImportRequest {
  document: unknown
  effectiveFrom: string
  decision: string
  dryRun: boolean
}

interface Named {
  code: string
  name: string
}

export interface ImportReport {
  added: Named[]
  changed: (Named & { fields: { field: string; before: unknown; after: unknown }[] })[]
  unchanged: Named[]
  missing: Named[]
  refused: { index: number; code: string | null; reason: string }[]
  attention: AttentionRow[]
}

const proceduresKey = ['procedures'] as const

export function useProcedures(search: string) {
  return useInfiniteQuery({
    queryKey: [...proceduresKey, 'list', search],
    queryFn: ({ signal, pageParam }) =>
      request<{ items: ProcedureRow[]; nextCursor: string | null }>(
        'GET',
        `/procedures?${listQuery(search, pageParam)}`,
        { signal }
      ),
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
      const { items, counts } = await request<{ items: AttentionRow[]; counts: Record<string, number> }>(
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
    queryFn: ({ signal }) => request<Procedure>('GET', `/procedures/${encodeURIComponent(code)}`, { signal })
  })
}

export function useAmend(code: string) {
  return useAction({
    send: (amendment: Amendment, key) =>
      request<unknown>('POST', `/procedures/${encodeURIComponent(code)}/amendments`, {
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
    refreshes: writes ? [proceduresKey] : []
  })
}

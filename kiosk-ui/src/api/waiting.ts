import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type {
  HallCounter,
  HallNow,
  History,
  LineChange,
  LineChangeKind,
  SkipPage,
  Staffing
} from '../../../server/waiting/schemas.ts'
import { request } from './client.ts'

export type { HallCounter, HallNow, History, LineChange, LineChangeKind, Staffing }

export const hallNowKey = ['waiting', 'now'] as const

/** A device falls silent without an event, so it is looked again often. Milliseconds. */
const ASK_AGAIN = 10_000

export interface HistoryAsked {
  from: string
  to: string
  /** Empty for every service. */
  service: string
}

export function useHallNow() {
  return useQuery({
    queryKey: hallNowKey,
    queryFn: ({ signal }) => request<HallNow>('GET', '/supervision/hall', { signal }),
    refetchInterval: ASK_AGAIN
  })
}

/** Reads the hall again, as something has happened. */
export function useReadHallAgain(): () => void {
  const client = useQueryClient()
  return useCallback(() => void client.invalidateQueries({ queryKey: hallNowKey }), [client])
}

export function useHistoryOfHall(asked: HistoryAsked) {
  return useQuery({
    queryKey: ['waiting', 'history', asked],
    queryFn: ({ signal }) =>
      request<History>('GET', `/supervision/hall/history?${queryOf(asked)}`, { signal }),
    placeholderData: (before) => before
  })
}

/** Calls out of turn in a period, or moves before a call, page by page. */
export function useSkips(asked: HistoryAsked, kind: LineChangeKind) {
  return useInfiniteQuery({
    queryKey: ['waiting', 'skips', asked, kind],
    queryFn: ({ signal, pageParam }) => {
      const cursor = pageParam ? { cursor: pageParam } : {}
      const query = new URLSearchParams({ kind, limit: '50', ...cursor })
      return request<SkipPage>('GET', `/supervision/hall/skips?${queryOf(asked)}&${query}`, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor
  })
}

/** @param day without it the first on which the office is open */
export function useStaffing(day: string | undefined) {
  return useQuery({
    queryKey: ['waiting', 'staffing', day],
    queryFn: ({ signal }) =>
      request<Staffing>('GET', `/supervision/hall/staffing${day ? `?day=${day}` : ''}`, { signal }),
    placeholderData: (before) => before
  })
}

/** Where the same figures are had as a file. */
export function reportAddress(asked: HistoryAsked, format: 'csv' | 'xlsx'): string {
  return `/api/v1/reports/waiting?${queryOf(asked)}&format=${format}`
}

function queryOf({ from, to, service }: HistoryAsked): URLSearchParams {
  return new URLSearchParams({ from, to, ...(service ? { service } : {}) })
}

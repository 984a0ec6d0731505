import { useQuery } from '@tanstack/react-query'
import type { OfficeDetail } from '../../../server/offices/schemas.ts'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export function useOffice(officeId: string) {
  return useQuery({
    queryKey: ['office', officeId],
    queryFn: ({ signal }) => request<OfficeDetail>('GET', `/offices/${officeId}`, { signal })
  })
}

/** Opening and closing, `HH:mm`. */
export interface Interval {
  from: string
  to: string
}

export interface NewHours {
  effectiveFrom: string
  /** Monday first; a day without intervals is closed. */
  week: Interval[][]
  returnTime: string
  saturdayCounts: boolean
  note?: string
}

export interface Hours extends Omit<NewHours, 'note'> {
  note?: string | null
}

export function useHours(officeId: string) {
  return useQuery({
    queryKey: ['hours', officeId],
    queryFn: ({ signal }) => request<{ items: Hours[] }>('GET', `/offices/${officeId}/hours`, { signal })
  })
}

export function useSetHours(officeId: string) {
  return useAction({
    send: (hours: NewHours, key) =>
      request<Hours>('POST', `/offices/${officeId}/hours`, { body: hours, key }),
    refreshes: [['hours', officeId]]
  })
}

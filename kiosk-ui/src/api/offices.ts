import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { Hours, ListHours, NewHours } from '../../../server/calendar/schemas.ts'
import type { OfficeDetail } from '../../../server/offices/schemas.ts'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export function useOffice(officeId: string) {
  return useQuery({
    queryKey: ['office', officeId],
    queryFn: ({ signal }) => request<OfficeDetail>('GET', `/offices/${officeId}`, { signal })
  })
}

export type { Hours, NewHours }
export type Interval = Hours['week'][number][number]

export function useHours(officeId: string) {
  return useQuery({
    queryKey: ['hours', officeId],
    queryFn: ({ signal }) =>
      request<Static<(typeof ListHours.response)[200]>>('GET', `/offices/${officeId}/hours`, { signal })
  })
}

export function useSetHours(officeId: string) {
  return useAction({
    send: (hours: NewHours, key) =>
      request<Hours>('POST', `/offices/${officeId}/hours`, { body: hours, key }),
    refreshes: [['hours', officeId]]
  })
}

import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type {
  Announcement,
  CounterService,
  Emergency,
  Hall,
  SetPriorityGroups,
  SetRules
} from '../../../server/hall/schemas.ts'
import { request } from './client.ts'
import { useAction } from './queries.ts'

export type HallSettings = Hall
export type HallRules = Static<typeof SetRules.body>
export type GroupChange = Static<typeof SetPriorityGroups.body>['groups'][number]
export type { Announcement, CounterService }

const hallKey = ['hall-settings'] as const

export function useHallSettings() {
  return useQuery({
    queryKey: hallKey,
    queryFn: ({ signal }) => request<Hall>('GET', '/hall', { signal })
  })
}

export function useSetRules() {
  return useAction({
    send: (body: HallRules) => request<Hall>('PUT', '/hall/rules', { body }),
    refreshes: [hallKey]
  })
}

export function useSetGroups() {
  return useAction({
    send: (groups: GroupChange[]) => request<Hall>('PUT', '/hall/priority-groups', { body: { groups } }),
    refreshes: [hallKey]
  })
}

/** What some counters serve; each counter is one change, so that what was written before a refusal stays. */
export function useSetCounterServices() {
  return useAction({
    send: async (changes: { counterId: string; services: CounterService[] }[]) => {
      for (const { counterId, services } of changes)
        await request<Hall>('PUT', `/hall/counters/${counterId}/services`, { body: { services } })
    },
    refreshes: [hallKey]
  })
}

export function useSetServiceLimit() {
  return useAction({
    send: ({ serviceId, mostPerDay }: { serviceId: string; mostPerDay: number | null }) =>
      request<Hall>('PUT', `/hall/services/${serviceId}`, { body: { mostPerDay } }),
    refreshes: [hallKey]
  })
}

export function useSetAnnouncements() {
  return useAction({
    send: (announcements: Announcement[]) =>
      request<Hall>('PUT', '/hall/announcements', { body: { announcements } }),
    refreshes: [hallKey]
  })
}

export function useRaiseEmergency() {
  return useAction({
    send: (text: string, key) => request<Emergency>('POST', '/hall/emergency', { body: { text }, key }),
    refreshes: [hallKey]
  })
}

export function useEndEmergency() {
  return useAction({
    send: (_standing: Emergency) => request<void>('DELETE', '/hall/emergency'),
    refreshes: [hallKey]
  })
}

export function useAddCounter(officeId: string) {
  return useAction({
    send: (body: { number: number; name: string }, key) =>
      request<object>('POST', `/offices/${officeId}/counters`, { body, key }),
    refreshes: [hallKey, ['office', officeId]]
  })
}

export function useAddService(officeId: string) {
  return useAction({
    send: (body: { letter: string; name: string }, key) =>
      request<object>('POST', `/offices/${officeId}/services`, { body, key }),
    refreshes: [hallKey, ['office', officeId]]
  })
}

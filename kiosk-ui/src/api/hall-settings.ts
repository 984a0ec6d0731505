import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type {
  Announcement,
  CounterService,
  Emergency,
  Hall,
  SetPriorityGroups,
  SetRules
} from '../../../server/hall/schemas.ts'
import { hallText } from '../text/admin-hall.ts'
import { ApiProblem, request } from './client.ts'
import { useAction } from './queries.ts'
import { hallNowKey } from './waiting.ts'

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
  const put = usePutPart('rules')
  return useAction({
    send: (body: HallRules) => put('/hall/rules', body),
    refreshes: [hallKey]
  })
}

export function useSetGroups() {
  const put = usePutPart('priorityGroups')
  return useAction({
    send: (groups: GroupChange[]) => put('/hall/priority-groups', { groups }),
    refreshes: [hallKey]
  })
}

/**
 * Writes a whole part, against what was read of it last and is on the screen: two administrators at once would else lose what
 * the first has written, unseen. Whoever is refused is shown what is there now.
 */
function usePutPart(part: keyof Hall['versions']) {
  const client = useQueryClient()
  return async (path: string, body: object): Promise<Hall> => {
    const ifMatch = client.getQueryData<Hall>(hallKey)?.versions[part]
    try {
      return await request<Hall>('PUT', path, { body, ifMatch })
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'STALE_VERSION') throw error
      client.setQueryData(hallKey, await request<Hall>('GET', '/hall'))
      const { overtakenTitle: title, overtaken: detail } = hallText
      throw new ApiProblem({ code: error.code, status: error.status, title, detail })
    }
  }
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
  const put = usePutPart('announcements')
  return useAction({
    send: (announcements: Announcement[]) => put('/hall/announcements', { announcements }),
    refreshes: [hallKey]
  })
}

export function useRaiseEmergency() {
  return useAction({
    send: (text: string, key) => request<Emergency>('POST', '/hall/emergency', { body: { text }, key }),
    refreshes: [hallKey, hallNowKey]
  })
}

export function useEndEmergency() {
  return useAction({
    send: (_: null) => request<void>('DELETE', '/hall/emergency'),
    refreshes: [hallKey, hallNowKey]
  })
}

export function useAddCounter(officeId: string) {
  return useAction({
    send: (body: { number: number; name: string }, key) =>
      request<object>('POST', `/offices/${officeId}/counters`, { body, key }),
    refreshes: [hallKey, ['office', officeId]]
  })
}

export function useRename(officeId: string, { kind, id }: { kind: 'counters' | 'services'; id: string }) {
  return useAction({
    send: (body: { name: string }) => request<object>('PATCH', `/${kind}/${id}`, { body }),
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

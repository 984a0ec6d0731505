import { hashKey, useQuery, useQueryClient } from '@tanstack/react-query'
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
import { commonText } from '../text/common.ts'
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

/** @param before the rules that are on the screen */
export function useSetRules(before: HallRules) {
  const assertSame = useAssertSame()
  return useAction({
    send: async (body: HallRules) => {
      await assertSame('rules', before, body)
      return request<Hall>('PUT', '/hall/rules', { body })
    },
    refreshes: [hallKey]
  })
}

/** @param before the groups that are on the screen */
export function useSetGroups(before: Hall['priorityGroups']) {
  const assertSame = useAssertSame()
  return useAction({
    send: async (groups: GroupChange[]) => {
      await assertSame('priorityGroups', before, groups)
      return request<Hall>('PUT', '/hall/priority-groups', { body: { groups } })
    },
    refreshes: [hallKey]
  })
}

/**
 * Before a whole list is written: refuses when it is not the one any more that was on the screen, and shows what is there
 * now. Two administrators at once would else lose what the first has written, unseen.
 */
function useAssertSame() {
  const client = useQueryClient()
  return async <Part extends keyof Hall>(part: Part, before: Hall[Part], wanted: unknown): Promise<void> => {
    const now = await request<Hall>('GET', '/hall').catch(asUnwritten)
    // What is wanted may be there already, when only the answer to an earlier try was lost.
    if ([before, wanted].some((one) => hashKey([one]) === hashKey([now[part]]))) return
    client.setQueryData(hallKey, now)
    const { overtakenTitle: title, overtaken: detail } = hallText
    throw new ApiProblem({ code: 'STALE_VERSION', status: 412, title, detail })
  }
}

/** It was read in order to write: whoever pressed the button is told the same as of any save without an answer. */
function asUnwritten(error: unknown): never {
  if (!(error instanceof ApiProblem) || error.code !== 'NETWORK') throw error
  const { code, status, title } = error
  throw new ApiProblem({ code, status, title, detail: commonText.networkWrite })
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

/** @param before the announcements that are on the screen */
export function useSetAnnouncements(before: readonly Announcement[]) {
  const assertSame = useAssertSame()
  return useAction({
    send: async (announcements: Announcement[]) => {
      await assertSame('announcements', [...before], announcements)
      return request<Hall>('PUT', '/hall/announcements', { body: { announcements } })
    },
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

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DueDateAnswer, DueDateAsked } from '../../../server/procedures/schemas.ts'
import { request, serverNow } from './client.ts'

export type { DueDateAnswer }

/** When a dossier is due that is received now, with its sum. Asked anew each five minutes, as the hour counts too. */
export function useDueDate(asked: Omit<DueDateAsked, 'receivedAt' | 'term'> | null) {
  return useQuery({
    queryKey: ['due-date', asked],
    queryFn: ({ signal }) =>
      request<DueDateAnswer>('POST', '/due-dates', {
        body: { ...asked, receivedAt: new Date(serverNow()).toISOString() },
        signal
      }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    refetchInterval: 5 * 60_000
  })
}

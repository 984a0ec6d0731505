import { useQuery } from '@tanstack/react-query'
import type { ResultPlace } from '../../../server/self-service/schemas.ts'
import { request } from './client.ts'
import { useAction } from './queries.ts'

const placeKey = (code: string) => ['result-place', code] as const
const addressOf = (code: string) => `/self-service/result-places/${encodeURIComponent(code)}`

/** Which counter holds the result of a dossier. */
export function useResultPlace(code: string) {
  return useQuery({
    queryKey: placeKey(code),
    queryFn: ({ signal }) => request<ResultPlace>('GET', addressOf(code), { signal })
  })
}

/** Says which counter holds it, so that whoever comes for it is led there; `null`: any. */
export function useSetResultPlace(code: string) {
  return useAction({
    send: (counterId: string | null, key) =>
      request<ResultPlace>('PUT', addressOf(code), { body: { counterId }, key }),
    refreshes: [placeKey(code)]
  })
}

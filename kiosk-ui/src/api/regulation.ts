import { useQuery } from '@tanstack/react-query'
import type { RegulationInForce } from '../../../server/regulation/schemas.ts'
import { request } from './client.ts'

/** The rules and forms in force today. They change a few times in ten years. */
export function useRegulation() {
  return useQuery({
    queryKey: ['regulation'],
    queryFn: ({ signal }) => request<RegulationInForce>('GET', '/regulation', { signal }),
    staleTime: 60 * 60_000
  })
}

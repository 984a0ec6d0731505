import { useMutation } from '@tanstack/react-query'
import type { NewOffice } from '../../../server/setup/schemas.ts'
import { request } from './client.ts'

/** Sets the first office up. The code stands behind the `#` of the address that the server printed. */
export function useSetUp() {
  return useMutation({
    mutationFn: (office: NewOffice) =>
      request<void>('POST', '/setup', { body: { ...office, setupCode: location.hash.slice(1) } })
  })
}

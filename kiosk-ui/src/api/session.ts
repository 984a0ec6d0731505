import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionAnswer, User } from '../../../server/identity/schemas.ts'
import { ApiProblem, request } from './client.ts'
import { sessionKey } from './queries.ts'

export type { User }

/** Who is signed in; `null` when nobody is. */
export function useSession() {
  return useQuery<User | null>({
    queryKey: sessionKey,
    queryFn: fetchSession,
    staleTime: Number.POSITIVE_INFINITY
  })
}

async function fetchSession(): Promise<User | null> {
  try {
    return (await request<SessionAnswer>('GET', '/session')).user
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null
    throw error
  }
}

/** Signing in reads everything on the screen again: it may have been locked for hours. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (credentials: { username: string; password: string }) =>
      request<SessionAnswer>('POST', '/session', { body: credentials }),
    onSuccess: async ({ user }) => {
      client.setQueryData(sessionKey, user)
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
    }
  })
}

/** Ends the session and leaves nothing of it in this page's memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => request<void>('DELETE', '/session'),
    onSuccess: () => location.reload()
  })
}

/** Ends the session but keeps what is on the screen, hidden, for the same person; also when the server is away. */
export function useLock() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<void>('DELETE', '/session'),
    onMutate: () => client.setQueryData(sessionKey, null)
  })
}

/** Asks the server for any answer at all, so that a screen notices when it is back. */
export function probe(): void {
  request('GET', '/session').catch(() => undefined)
}

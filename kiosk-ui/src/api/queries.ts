import {
  MutationCache,
  QueryCache,
  QueryClient,
  type QueryKey,
  useMutation,
  useQueryClient
} from '@tanstack/react-query'
import { useRef } from 'react'
import { ApiProblem, newKey, serverNow } from './client.ts'
import { noteSaved } from './connection.ts'

export const sessionKey = ['session'] as const

/**
 * What the server has said, kept for as long as the page is open. A refusal is not asked again: only a lost
 * connection is, once. When the server no longer knows the session, the screen locks.
 */
export function createQueryClient(): QueryClient {
  const lockWhenSignedOut = (error: Error) => {
    if (error instanceof ApiProblem && error.code === 'SIGN_IN_REQUIRED')
      client.setQueryData(sessionKey, null)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: lockWhenSignedOut }),
    mutationCache: new MutationCache({ onError: lockWhenSignedOut }),
    defaultOptions: {
      // A refused connection is an answer to show, not a reason to wait for one.
      queries: { staleTime: 15_000, retry: retryOnce, retryDelay: 500, networkMode: 'always' },
      mutations: { networkMode: 'always' }
    }
  })
  return client
}

function retryOnce(failures: number, error: Error): boolean {
  return failures < 1 && error instanceof ApiProblem && error.code === 'NETWORK'
}

interface ActionOptions<Input, Answer> {
  /** `key` goes out as `Idempotency-Key` where the method is POST. */
  send: (input: Input, key: string) => Promise<Answer>
  /** What is read again once it is done. */
  refreshes: readonly QueryKey[]
  /** `false` for what only asks and records nothing. */
  saves?: boolean
}

/**
 * One thing that a person does. Sent again unchanged after a lost connection it carries the same key, so that the
 * server does it once; once the server has answered, the next time is a new action. A second press while the first is on its
 * way, which the screen may not have been drawn anew for, waits for the same answer.
 */
export function useAction<Input, Answer>({ send, refreshes, saves = true }: ActionOptions<Input, Answer>) {
  const client = useQueryClient()
  const refresh = () => Promise.all(refreshes.map((queryKey) => client.invalidateQueries({ queryKey })))
  const pending = useRef<{ text: string; key: string; answer: Promise<Answer> | null } | null>(null)
  return useMutation<Answer, Error, Input>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input)
      if (pending.current?.text !== text) pending.current = { text, key: newKey(), answer: null }
      const action = pending.current
      action.answer ??= send(input, action.key).finally(() => {
        action.answer = null
      })
      const answer = await action.answer
      if (pending.current === action) pending.current = null
      if (saves) noteSaved(serverNow())
      await refresh()
      return answer
    },
    onError: (error) => {
      // It is done, so the screen shows it; asked again under the same key, the server does nothing more.
      if (error instanceof ApiProblem && error.code === 'ANSWER_LOST') void refresh()
      if (error instanceof ApiProblem && error.status > 0 && error.status < 500) pending.current = null
    }
  })
}

import { useMemo } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { useConnection } from '../../api/connection.ts'
import { counterText as text } from '../../text/counter-queue.ts'

/**
 * What the server said to the last try, in words for a task that goes away once it is done: still there after all was read
 * anew, what had no answer was not recorded.
 */
export function useRefusal({ error, submittedAt }: { error: Error | null; submittedAt: number }) {
  const { readAnewAt } = useConnection()
  const isUnanswered = error instanceof ApiProblem && error.code === 'NETWORK'
  const isSettled = isUnanswered && readAnewAt !== null && readAnewAt > submittedAt
  return useMemo(() => {
    if (!isSettled) return error
    return new ApiProblem({ code: 'NOT_RECORDED', status: 0, ...text.notRecordedHere })
  }, [error, isSettled])
}

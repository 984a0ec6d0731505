import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useQueueRefresh } from '../../api/tickets.ts'

/** Does something of the turn, unless something is being done already: between the press and the next drawing a second
 * press would still see the old state. */
export type Run = (task: () => Promise<void>) => void

/** @param say tells what the server has refused; what is on the screen may be old then, and is read again */
export function useRun(officeId: string, say: (words: string) => void): Run {
  const isRunning = useRef(false)
  const refresh = useQueueRefresh(officeId)
  const client = useQueryClient()
  const failed = (error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    refresh()
    void client.invalidateQueries({ queryKey: ['ticket'] })
  }
  return (task) => {
    if (isRunning.current) return
    isRunning.current = true
    const done = () => {
      isRunning.current = false
    }
    task().catch(failed).finally(done)
  }
}

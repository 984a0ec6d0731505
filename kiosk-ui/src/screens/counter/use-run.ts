import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useQueueRefresh } from '../../api/tickets.ts'

export interface Run {
  /** Does something of the turn, unless something is being done already. */
  run: (task: () => Promise<void>) => void
  isRunning: () => boolean
}

/**
 * One thing at a time: between the press of a key and the next drawing a second press would still see the old state.
 *
 * @param say tells what the server has refused; what is on the screen may be old then, and is read again
 */
export function useRun(officeId: string, say: (words: string) => void): Run {
  const running = useRef(false)
  // Drawn anew at the end: what waits for it looks then.
  const [, settle] = useState(0)
  const refresh = useQueueRefresh(officeId)
  const client = useQueryClient()
  const failed = (error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    refresh()
    void client.invalidateQueries({ queryKey: ['ticket'] })
  }
  const run = (task: () => Promise<void>) => {
    if (running.current) return
    running.current = true
    const done = () => {
      running.current = false
      settle((count) => count + 1)
    }
    task().catch(failed).finally(done)
  }
  return { run, isRunning: () => running.current }
}

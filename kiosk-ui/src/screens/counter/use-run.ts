import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ApiProblem, serverNow } from '../../api/client.ts'
import { useConnection } from '../../api/connection.ts'
import { useQueueRefresh } from '../../api/tickets.ts'
import { clockText } from '../../parts/time.ts'
import { counterText as text } from '../../text/counter-queue.ts'

/** Something of the turn, and how to find out whether it has been done already. */
interface Step {
  /** Done again it carries the same keys, so that the server does nothing twice. */
  act: () => Promise<void>
  /** Asks the server how things stand. */
  wasDone: () => Promise<boolean>
}

export interface Run {
  /** Does something of the turn, unless something is being done already. */
  run: (step: Step) => void
  isRunning: () => boolean
}

/**
 * One thing at a time: between the press of a key and the next drawing a second press would still see the old state. What the
 * server has not answered is settled as soon as it does: nobody has to find out by pressing again (C-18).
 *
 * @param say tells what the server has refused; what is on the screen may be old then, and is read again
 */
export function useRun(officeId: string, say: (words: string) => void): Run {
  const running = useRef(false)
  const unanswered = useRef<{ step: Step; time: string } | null>(null)
  // Drawn anew at the end: what waits for it looks then.
  const [, settle] = useState(0)
  const refresh = useQueueRefresh(officeId)
  const client = useQueryClient()

  const attempt = (step: Step, act: () => Promise<void>, time: string) => {
    if (running.current) return
    running.current = true
    unanswered.current = null
    const failed = (error: unknown) => {
      if (error instanceof ApiProblem && error.code === 'NETWORK') unanswered.current = { step, time }
      say(error instanceof Error ? error.message : String(error))
      refresh()
      void client.invalidateQueries({ queryKey: ['ticket'] })
    }
    const done = () => {
      running.current = false
      settle((count) => count + 1)
    }
    act().catch(failed).finally(done)
  }
  useOnceReadAnew(() => {
    if (unanswered.current === null) return
    const { step, time } = unanswered.current
    const find = async () => {
      if (!(await step.wasDone())) return say(text.notRecorded(time))
      await step.act()
      say(text.recorded(time))
    }
    attempt(step, find, time)
  })
  return {
    run: (step) => attempt(step, step.act, clockText(serverNow())),
    isRunning: () => running.current
  }
}

/** Does it each time when all was read anew after a cut. */
function useOnceReadAnew(act: () => void): void {
  const { readAnewAt } = useConnection()
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    if (readAnewAt !== null) latest.current()
  }, [readAnewAt])
}

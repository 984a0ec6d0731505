import { useEffect, useState } from 'react'
import type { Desk } from './use-desk.ts'
import { type Finish, useFinish } from './use-finish.ts'
import { useRun } from './use-run.ts'
import { type Turn, useTurn } from './use-turn.ts'

/** A task that lies in front of the page. */
export type Front =
  | { kind: 'away' | 'more' | 'cancel' | 'pause' }
  /** `serviceId`: for what else the person came, where that is known. */
  | { kind: 'transfer'; serviceId?: string }
  /** `number`: of whom, where that is known already. */
  | { kind: 'skip'; number: string }

/** What can be done with the turn at this counter, and what came of the last try, in words. */
export interface Acts extends Turn, Finish {
  said: string
  say: (words: string) => void
  front: Front | null
  open: (front: Front) => void
  close: () => void
}

export function useActs(officeId: string, desk: Desk): Acts {
  const [said, say] = useState('')
  const [front, setFront] = useState<Front | null>(null)
  const situation = `${desk.ticket?.id} ${desk.counter?.state}`
  // What a task was opened for is over, for instance as its lost answer was a yes: it is not to meet the next person.
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed with each change of the situation
  useEffect(() => setFront(null), [situation])
  const running = useRun(officeId, say)
  const turn = useTurn({ officeId, desk, say, run: running.run })
  const ending = useFinish({ officeId, desk, say, running })
  return { ...turn, ...ending, said, say, front, open: setFront, close: () => setFront(null) }
}

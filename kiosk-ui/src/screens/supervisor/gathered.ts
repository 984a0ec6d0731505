import { useEffect, useRef } from 'react'

/** Events come in bunches; one reading serves them all. Milliseconds. */
const GATHER = 300

/** Does it once for all that is noted in a moment, and not later for being noted again and again. */
export function useGathered(act: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef(act)
  latest.current = act
  useEffect(() => () => clearTimeout(timer.current), [])
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      latest.current()
    }, GATHER)
  }
}

import { useEffect, useState } from 'react'

/** How long the first press of “absent” waits for the second. */
const ARMED_FOR = 5_000

/** The first of two presses, for one ticket and for a while. */
export function useArmed(ticketId: string | undefined) {
  const [armedFor, setArmedFor] = useState<string | null>(null)
  useEffect(() => {
    if (armedFor === null) return
    const timer = setTimeout(() => setArmedFor(null), ARMED_FOR)
    return () => clearTimeout(timer)
  }, [armedFor])
  return {
    is: ticketId !== undefined && armedFor === ticketId,
    arm: () => setArmedFor(ticketId ?? null),
    disarm: () => setArmedFor(null)
  }
}

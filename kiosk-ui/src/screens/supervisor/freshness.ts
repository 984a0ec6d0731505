import { useEffect, useState } from 'react'
import { serverNow } from '../../api/client.ts'
import { useLive } from '../../api/live.ts'
import { useReadAgain } from '../../api/supervision.ts'

/** Events come in bunches; one reading serves them all. Milliseconds. */
const GATHER = 300

/** Reads again when something happens at the office, and when a dossier becomes late by time alone. */
export function useFreshness(officeId: string, nextChangeAt: string | undefined): void {
  const readAgain = useReadAgain()
  const [heard, setHeard] = useState(0)
  const note = () => setHeard((count) => count + 1)
  useLive({
    officeId,
    screen: 'supervisor',
    onEvent: ({ name }) => {
      if (/^(dossier|apology)\./.test(name)) note()
    },
    onGap: note
  })
  useEffect(() => {
    if (heard === 0) return
    const timer = setTimeout(readAgain, GATHER)
    return () => clearTimeout(timer)
  }, [heard, readAgain])
  useEffect(() => {
    if (nextChangeAt === undefined) return
    const wait = Date.parse(nextChangeAt) - serverNow()
    const timer = setTimeout(readAgain, Math.max(wait, 0) + GATHER)
    return () => clearTimeout(timer)
  }, [nextChangeAt, readAgain])
}

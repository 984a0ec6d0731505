import { useEffect } from 'react'
import { serverNow } from '../../api/client.ts'
import { useLive } from '../../api/live.ts'
import { useReadAgain } from '../../api/supervision.ts'
import { useGathered } from './gathered.ts'

/** The server's time is known to half a second only: a reading may come a little before the change it was made for. */
const AFTER = 600

interface LastReading {
  nextChangeAt: string | undefined
  /** When it was read: one that came too early tells the same change again. */
  readAt: number
}

/** Reads again when something happens at the office, and when a dossier becomes late by time alone. */
export function useFreshness(officeId: string, { nextChangeAt, readAt }: LastReading): void {
  const readAgain = useReadAgain()
  const note = useGathered(readAgain)
  useLive({
    officeId,
    screen: 'supervisor',
    onEvent: ({ name }) => {
      if (/^(dossier|apology)\./.test(name)) note()
    },
    onGap: note
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each reading is looked at anew
  useEffect(() => {
    if (nextChangeAt === undefined) return
    const wait = Date.parse(nextChangeAt) - serverNow()
    const timer = setTimeout(readAgain, Math.max(wait, 0) + AFTER)
    return () => clearTimeout(timer)
  }, [nextChangeAt, readAt, readAgain])
}

import { useEffect, useState } from 'react'
import { serverNow } from '../api/client.ts'

// Vietnam keeps UTC+7 the whole year.
const OFFSET = 7 * 3600_000

/** @example clockText(Date.parse('2026-11-23T02:24:00.000Z')) // '09:24' */
export function clockText(at: number): string {
  return new Date(at + OFFSET).toISOString().slice(11, 16)
}

/** The day in Vietnam, `YYYY-MM-DD`. */
export function dayOf(at: number): string {
  return new Date(at + OFFSET).toISOString().slice(0, 10)
}

/** The server's time now; changes with the minute, not with the second. */
export function useNow(): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(
      () => setNow((before) => (sameMinute(before, serverNow()) ? before : serverNow())),
      1000
    )
    return () => clearInterval(timer)
  }, [])
  return now
}

function sameMinute(one: number, other: number): boolean {
  return Math.floor(one / 60_000) === Math.floor(other / 60_000)
}

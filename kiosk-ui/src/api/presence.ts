import { useEffect, useRef } from 'react'
import type { Sign } from '../../../server/presence/schemas.ts'
import { request, serverNow } from './client.ts'

/** Milliseconds; after three that are missing the supervisor is told. */
const EVERY = 10_000

type Standing = Pick<Sign, 'sound' | 'printer' | 'unprinted'>

/** The build that runs here; written in by the build of the screens. */
const version = import.meta.env.VERSION ?? 'dev'

/**
 * Tells the server each ten seconds that this device is well, with what else it knows of itself. A sign that does not arrive
 * is not sent again: the next one says more.
 *
 * @param isDevice an officer who tries the screen out is no device and gives no signs
 */
export function useSignsOfLife(
  screen: Sign['screen'],
  { isDevice, ...standing }: Standing & { isDevice: boolean }
): void {
  const latest = useRef<Standing>(standing)
  useEffect(() => {
    latest.current = standing
  })
  useEffect(() => {
    if (!isDevice) return
    const tell = () => {
      const body: Sign = { version, screen, clockSkewMs: Date.now() - serverNow(), ...latest.current }
      request('POST', '/devices/sign', { body, signal: AbortSignal.timeout(EVERY / 2) }).catch(
        () => undefined
      )
    }
    tell()
    const timer = setInterval(tell, EVERY)
    return () => clearInterval(timer)
  }, [screen, isDevice])
}

import { useEffect, useRef } from 'react'
import { serverNow } from '../api/client.ts'
import { clockText } from './time.ts'

/** When nobody is in the hall: from this hour, for an hour. */
const NIGHT = '02'

const LOOK_EVERY = 60_000

/** How long a screen that failed shows that before it opens itself anew. Milliseconds. */
const FAULT_LASTS = 10_000

/** Keeps the screen from going dark, as far as the browser lets a page ask for it. */
export function useWakeLock(): void {
  useEffect(() => {
    const ask = () => {
      // A browser gives the lock up when the page is hidden, and has none at all over plain http.
      if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {})
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => document.removeEventListener('visibilitychange', ask)
  }, [])
}

/** Opens the screen anew at night when the server has another one than runs here, unless somebody is called or stands before it. */
export function useNewVersions(isBusy: boolean): void {
  const busy = useRef(isBusy)
  useEffect(() => {
    busy.current = isBusy
  })
  useEffect(() => {
    const look = async () => {
      if (busy.current || !clockText(serverNow()).startsWith(NIGHT)) return
      const isNew = await hasNewVersion().catch(() => false)
      if (isNew && !busy.current) location.reload()
    }
    const timer = setInterval(() => void look(), LOOK_EVERY)
    return () => clearInterval(timer)
  }, [])
}

/** Opens the screen anew after a while; used where it cannot show anything. */
export function useReload(): void {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), FAULT_LASTS)
    return () => clearTimeout(timer)
  }, [])
}

/** The scripts of a build bear its content in their names. */
async function hasNewVersion(): Promise<boolean> {
  const response = await fetch(location.pathname, { cache: 'no-store' })
  if (!response.ok) return false
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const fresh = scriptsOf(page)
  return fresh !== '' && fresh !== scriptsOf(document)
}

function scriptsOf(page: Document): string {
  const scripts = [...page.querySelectorAll('script[src]')]
  return scripts.map((script) => new URL(script.getAttribute('src') ?? '', location.href).pathname).join(' ')
}

import { useEffect } from 'react'

const WAYS_OUT = ['contextmenu', 'dragstart'] as const

/** Keeps whoever touches long or drags from the browser's own menus; what a page cannot close, the device's policy does. */
export function useKeptIn(): void {
  useEffect(() => {
    const refuse = (event: Event) => event.preventDefault()
    for (const way of WAYS_OUT) window.addEventListener(way, refuse)
    return () => {
      for (const way of WAYS_OUT) window.removeEventListener(way, refuse)
    }
  }, [])
}

import { useEffect } from 'react'

/** The screen that the pages are drawn for, upright or lying. Pixels. */
const LONG = 1920
const SHORT = 1080

/**
 * Fits the pages to the screen at hand: they are drawn once at their full size and shown larger or smaller as a whole, so
 * that every distance keeps its place on every kiosk. What counts is what is in sight: wherever the browser was zoomed in, which
 * no page can undo, the pages are drawn so much smaller and there (K-16).
 */
export function useFit(): void {
  useEffect(() => {
    const { style, dataset } = document.documentElement
    const adapt = () => {
      const { width: seenWidth, height: seenHeight, offsetLeft, offsetTop } = inSight()
      const isUpright = seenHeight > seenWidth
      const [width, height] = isUpright ? [SHORT, LONG] : [LONG, SHORT]
      const zoom = Math.min(seenWidth / width, seenHeight / height)
      dataset.stand = isUpright ? 'upright' : 'lying'
      style.setProperty('--zoom', String(zoom))
      style.setProperty('--width', `${seenWidth / zoom}px`)
      style.setProperty('--height', `${seenHeight / zoom}px`)
      style.setProperty('--left', `${offsetLeft / zoom}px`)
      style.setProperty('--top', `${offsetTop / zoom}px`)
    }
    adapt()
    const { visualViewport } = window
    window.addEventListener('resize', adapt)
    for (const change of MOVES) visualViewport?.addEventListener(change, adapt)
    return () => {
      window.removeEventListener('resize', adapt)
      for (const change of MOVES) visualViewport?.removeEventListener(change, adapt)
    }
  }, [])
}

const MOVES = ['resize', 'scroll'] as const

function inSight(): Pick<VisualViewport, 'width' | 'height' | 'offsetLeft' | 'offsetTop'> {
  const { visualViewport, innerWidth, innerHeight } = window
  if (visualViewport && visualViewport.scale > 1) return visualViewport
  return { width: innerWidth, height: innerHeight, offsetLeft: 0, offsetTop: 0 }
}

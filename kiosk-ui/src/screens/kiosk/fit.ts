import { useEffect } from 'react'

/** The screen that the pages are drawn for, upright or lying. Pixels. */
const LONG = 1920
const SHORT = 1080

/**
 * Fits the pages to the screen at hand: they are drawn once at their full size and shown larger or smaller as a whole, so
 * that every distance keeps its place on every kiosk.
 */
export function useFit(): void {
  useEffect(() => {
    const { style, dataset } = document.documentElement
    const adapt = () => {
      const { innerWidth, innerHeight } = window
      const isUpright = innerHeight > innerWidth
      const [width, height] = isUpright ? [SHORT, LONG] : [LONG, SHORT]
      const zoom = Math.min(innerWidth / width, innerHeight / height)
      dataset.stand = isUpright ? 'upright' : 'lying'
      style.setProperty('--zoom', String(zoom))
      style.setProperty('--width', `${innerWidth / zoom}px`)
      style.setProperty('--height', `${innerHeight / zoom}px`)
    }
    adapt()
    window.addEventListener('resize', adapt)
    return () => window.removeEventListener('resize', adapt)
  }, [])
}

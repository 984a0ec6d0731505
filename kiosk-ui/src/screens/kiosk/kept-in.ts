import { useEffect } from 'react'

const WAYS_OUT = ['contextmenu', 'dragstart', 'gesturestart'] as const
const TOUCHES = ['touchstart', 'touchmove'] as const

/**
 * Keeps whoever touches long, drags, or spreads two fingers from the browser's own menus and its zoom, which nobody after him
 * could undo; what a page cannot close, the device's policy does.
 */
export function useKeptIn(): void {
  useEffect(() => {
    const refuse = (event: Event) => event.preventDefault()
    const refuseTwo = (event: TouchEvent) => {
      if (event.touches.length > 1 && event.cancelable) event.preventDefault()
    }
    // A touch pad's pinch, and the wheel with Ctrl.
    const refuseZoom = (event: WheelEvent) => {
      if (event.ctrlKey) event.preventDefault()
    }
    for (const way of WAYS_OUT) window.addEventListener(way, refuse)
    for (const touch of TOUCHES) window.addEventListener(touch, refuseTwo, { passive: false })
    window.addEventListener('wheel', refuseZoom, { passive: false })
    return () => {
      for (const way of WAYS_OUT) window.removeEventListener(way, refuse)
      for (const touch of TOUCHES) window.removeEventListener(touch, refuseTwo)
      window.removeEventListener('wheel', refuseZoom)
    }
  }, [])
}

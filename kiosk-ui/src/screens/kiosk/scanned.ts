import { useEffect, useRef } from 'react'

/** Between two keys of a scanner, on a busy machine. Milliseconds. */
const SLOWEST_KEY = 80

/** From so many quick keys on nobody is typing. */
const SURELY_SCANNED = 4

/** Shorter texts are on no slip. */
const SHORTEST = 12

const LONGEST = 4096

/** Pressed by a scanner too, between its letters. */
const MODIFIERS = new Set(['Shift', 'Alt', 'AltGraph', 'CapsLock', 'Process', 'Unidentified'])

interface Listener {
  /** The whole text; it is not opened and not kept. */
  onScan: (text: string) => void
  /** Somebody types on a keyboard that is plugged in: a letter, `Backspace` or `Enter`. */
  onKey?: ((key: string) => void) | undefined
}

/**
 * Hears the scanner of a kiosk, which types like a keyboard but faster and ends with Enter, and a keyboard where there is one.
 * There is no field that either could type into: what is heard goes to the page that shows it.
 */
export function useKeys(listener: Listener): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => {
    let burst = { text: '', last: 0 }
    let held: string[] = []
    let timer: number | undefined
    const letGo = () => {
      for (const key of held) latest.current.onKey?.(key)
      held = []
    }
    // A key is held until it is clear that no scanner goes on: what a scanner types must not stand on any page.
    const hold = (key: string) => {
      held.push(key)
      clearTimeout(timer)
      timer = window.setTimeout(letGo, SLOWEST_KEY)
    }
    const press = (event: KeyboardEvent) => {
      if (MODIFIERS.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
      const isFast = burst.text !== '' && event.timeStamp - burst.last < SLOWEST_KEY
      const { text } = burst
      if (event.key.length !== 1) {
        burst = { text: '', last: 0 }
        const isScan = isFast && text.length >= SHORTEST && (event.key === 'Enter' || event.key === 'Tab')
        if (!isScan) return isOurs(event) ? hold(event.key) : undefined
        event.preventDefault()
        event.stopImmediatePropagation()
        return latest.current.onScan(text.normalize('NFC'))
      }
      burst = { text: (isFast ? text : '').slice(-LONGEST) + event.key, last: event.timeStamp }
      if (burst.text.length >= SURELY_SCANNED) {
        held = []
        event.preventDefault()
      } else if (isOurs(event)) hold(event.key)
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', press, { capture: true })
    }
  }, [])
}

/** A button that has the focus keeps the keys that press it. */
function isOurs({ key }: KeyboardEvent): boolean {
  const onButton = document.activeElement instanceof HTMLButtonElement
  if (onButton && (key === 'Enter' || key === ' ')) return false
  return key.length === 1 || key === 'Backspace' || key === 'Enter'
}

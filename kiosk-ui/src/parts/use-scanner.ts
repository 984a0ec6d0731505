import { useEffect, useRef } from 'react'
import { findScan, type Scan, SHORTEST_SCAN } from './card-scan.ts'
import { useLocked } from './staff-door.tsx'

/** Between two keys of a scanner, in milliseconds, on a busy machine. What is read is judged by what it says. */
const SLOWEST_KEY = 100
/** From so many quick keys on nobody is typing: they mean nothing else any more. */
const SURELY_SCANNED = 4

/** Pressed by a scanner too, between its letters. */
const MODIFIERS = new Set(['Shift', 'Alt', 'AltGraph', 'CapsLock', 'Process', 'Unidentified'])

interface Burst {
  text: string
  last: number
  /** What stood in the field before the scanner typed into it. */
  field: HTMLInputElement | HTMLTextAreaElement | null
  before: string
}

interface Listener {
  onScan: (scan: Scan) => void
  /** Called before the first key of what may become a scan does anything, so that it can be undone. */
  onStart?: () => void
}

/**
 * Hears a hand scanner, which types like a keyboard but faster and ends with Enter, wherever the focus stands. What is
 * ours is taken out of the field again; all else stays where it was typed.
 */
export function useScanner(listener: Listener): void {
  const locked = useLocked()
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => {
    if (locked) return
    let burst: Burst | null = null
    const press = (event: KeyboardEvent) => {
      const isFast = burst !== null && event.timeStamp - burst.last < SLOWEST_KEY
      if (event.key === 'Enter' || event.key === 'Tab') {
        const heard = isFast ? burst : null
        burst = null
        takeFirst([heard, event.key === 'Enter' ? wholeField() : null], event, latest.current.onScan)
        return
      }
      if (MODIFIERS.has(event.key)) return
      if (event.key.length !== 1 || event.repeat || event.ctrlKey || event.metaKey) {
        burst = null
        return
      }
      if (!isFast || !burst) {
        latest.current.onStart?.()
        burst = newBurst()
      } else if (!burst.field && burst.text.length >= SURELY_SCANNED) event.stopPropagation()
      burst.text += event.key
      burst.last = event.timeStamp
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [locked])
}

function newBurst(): Burst {
  const at = document.activeElement
  const isField = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement
  return { text: '', last: 0, field: isField ? at : null, before: isField ? at.value : '' }
}

/** A scanner may be slow, or its text be pasted: then the field holds all of it. */
function wholeField(): Burst | null {
  const { field, before } = newBurst()
  return field ? { text: before, last: 0, field, before: '' } : null
}

function takeFirst(bursts: (Burst | null)[], event: KeyboardEvent, onScan: Listener['onScan']): void {
  for (const burst of bursts) {
    const scan = burst && burst.text.length >= SHORTEST_SCAN ? findScan(burst.text) : undefined
    if (!burst || !scan) continue
    event.preventDefault()
    event.stopImmediatePropagation()
    if (burst.field) putBack(burst.field, burst.before)
    onScan(scan)
    return
  }
}

// React hears a change of a field only when it comes from the field's own setter and its event.
function putBack(field: HTMLInputElement | HTMLTextAreaElement, before: string): void {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, before)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

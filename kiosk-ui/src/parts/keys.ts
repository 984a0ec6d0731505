import { useEffect } from 'react'
import { useLocked } from './staff-door.tsx'

/** One key of a screen. The same table feeds what the key does, what is printed on the screen and the list behind F1. */
export interface KeyBinding {
  /** The place on the keyboard (`KeyL`, `Digit1`, `F1`): what a Vietnamese input tool makes of it does not matter. */
  code: string
  alt?: boolean
  label: string
  run: () => void
}

/** @example keyText({ code: 'Digit1', alt: true }) // 'Alt+1' */
export function keyText({ code, alt }: Pick<KeyBinding, 'code' | 'alt'>): string {
  const key = code.replace(/^(Digit|Key)/, '')
  return alt ? `Alt+${key}` : key
}

/** Listens for the keys of a screen, except while a word is being composed or a key is held down. */
export function useKeys(keys: readonly KeyBinding[]): void {
  const locked = useLocked()
  useEffect(() => {
    if (locked) return
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || event.repeat || event.ctrlKey || event.metaKey) return
      const key = keys.find(({ code, alt = false }) => code === event.code && alt === event.altKey)
      if (!key) return
      event.preventDefault()
      key.run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [keys, locked])
}

import { useEffect } from 'react'
import { useLocked } from './staff-door.tsx'

/** A key as it is pressed, printed on a button and listed behind F1. */
export interface Key {
  /** The place on the keyboard (`KeyL`, `Digit1`, `F1`): what a Vietnamese input tool makes of it does not matter. */
  code: string
  alt?: boolean
  ctrl?: boolean
  label: string
}

/** One key of a screen. The same table feeds what the key does, what is printed on the screen and the list behind F1. */
export interface KeyBinding extends Key {
  run: () => void
  /** Asked when it is pressed: whether it does anything now. What it does not do stays the browser's. */
  when?: () => boolean
}

/** @example keyText({ code: 'Digit1', alt: true }) // 'Alt+1' */
export function keyText({ code, alt, ctrl }: Pick<Key, 'code' | 'alt' | 'ctrl'>): string {
  const key = code === 'Slash' ? '/' : code.replace(/^(Digit|Key)/, '')
  return `${ctrl ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${key}`
}

/** For `aria-keyshortcuts`. @example ariaKey({ code: 'KeyK', ctrl: true }) // 'Control+K' */
export function ariaKey(key: Pick<Key, 'code' | 'alt' | 'ctrl'>): string {
  return keyText(key).replace('Ctrl', 'Control')
}

/** Listens for the keys of a screen, except while a word is being composed or a key is held down. */
export function useKeys(keys: readonly KeyBinding[]): void {
  const locked = useLocked()
  useEffect(() => {
    if (locked) return
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || event.repeat || event.metaKey) return
      const key = keys.find(
        ({ code, alt = false, ctrl = false, when }) =>
          code === event.code && alt === event.altKey && ctrl === event.ctrlKey && (when?.() ?? true)
      )
      if (!key) return
      event.preventDefault()
      key.run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [keys, locked])
}

/** Whether the focus stands where people type. Keys that are letters or marks rest there. */
export function isTyping(): boolean {
  return document.activeElement?.matches('input, textarea, select, [contenteditable]') ?? false
}

/** Whether a task lies in front of the page: the page's own keys rest behind it. */
export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null
}

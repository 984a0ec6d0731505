import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { commonText } from '../text/common.ts'
import { useLocked } from './staff-door.tsx'

/** Where the hand goes first: to the first field, not to the button that closes. */
const FIELDS = '.body :is(input, select, textarea, [data-first])'

interface Props {
  title: string
  wide?: boolean
  onClose: () => void
  children: ReactNode
}

/**
 * A task in front of the page. The browser keeps the focus inside and gives it back at the end; Escape closes it, a
 * click beside it does not, since that would look like losing what was typed.
 */
export function Dialog({ title, wide = false, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const locked = useLocked()
  useLayoutEffect(() => {
    const element = dialog.current
    if (!locked) element?.showModal()
    const stop = element && focusFirst(element)
    return () => {
      stop?.()
      element?.close()
      focusPage()
    }
  }, [locked])
  return (
    <dialog
      ref={dialog}
      className={wide ? 'wide' : undefined}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClose={({ currentTarget }) => {
        if (!locked && !currentTarget.open) onClose()
      }}
    >
      <header>
        <h2 id="dialog-title">{title}</h2>
        <button type="button" className="link" onClick={onClose}>
          {commonText.close}
        </button>
      </header>
      <div className="body">{children}</div>
    </dialog>
  )
}

/**
 * Puts the hand into the first field, also when it comes later because it is still being read; not once the hand has moved itself.
 *
 * @returns what ends the waiting
 */
function focusFirst(dialog: HTMLDialogElement): () => void {
  const put = () => {
    const field = dialog.querySelector<HTMLElement>(FIELDS)
    field?.focus()
    return field !== null
  }
  if (put()) return () => {}
  const before = document.activeElement
  const coming = new MutationObserver(() => {
    if (document.activeElement !== before || put()) coming.disconnect()
  })
  coming.observe(dialog, { childList: true, subtree: true })
  return () => coming.disconnect()
}

/** The button that opened a task may be gone with what the task removed: then the hand is put at the page's heading. */
function focusPage(): void {
  setTimeout(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  })
}

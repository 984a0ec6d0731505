import type { KeyboardEvent } from 'react'

const FIELDS = 'input:not([type=radio]), input[type=radio]:checked, select, textarea'

/** Enter goes to the next field, and sends the form from the last one only. A word that is being composed keeps it. */
export function enterMovesOn(event: KeyboardEvent<HTMLFormElement>): void {
  const { isComposing, keyCode } = event.nativeEvent
  if (event.key !== 'Enter' || event.ctrlKey || isComposing || keyCode === 229) return
  if (event.target instanceof HTMLTextAreaElement) return
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(FIELDS)]
  const at = fields.indexOf(event.target as HTMLElement)
  const next = fields[at + 1]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}

import { type FormErrors, type UseFormReturnType, useForm } from '@mantine/form'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'

const drafts = new Map<string, unknown>()

/** What the server had when a draft was begun. */
const bases = new Map<string, string>()

export interface DraftForm<Values> {
  id: string
  form: UseFormReturnType<Values>
  /** Whether this opened with what was typed and left earlier. */
  restored: boolean
  /** Whether somebody else has written something else since this form was opened and typed into. */
  overtaken: boolean
  /** Throws away what was typed and begins anew. */
  startAfresh: () => void
  /** To be called once the server has it. */
  forget: () => void
}

interface Options<Values> {
  fresh: Values
  validate: (values: Values) => FormErrors
  /**
   * For a form that stays open: it takes what the server has now as long as nobody has typed. `false` while its own save is on
   * its way, left out for a form that is closed once it is saved.
   */
  follows?: boolean
}

/**
 * A form whose content outlives it: closed by Escape, by another page or by the lock, it opens again as it was left.
 * Fields are uncontrolled, as Vietnamese input tools rewrite what stands in a field while someone types.
 */
export function useDraftForm<Values extends Record<string, unknown>>(
  id: string,
  { fresh, validate, follows }: Options<Values>
): DraftForm<Values> {
  const [restored, setRestored] = useState(() => drafts.has(id))
  const stamp = JSON.stringify(fresh)
  const base = useRef(bases.get(id) ?? stamp)
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: (drafts.get(id) as Values | undefined) ?? fresh,
    validate,
    clearInputErrorOnChange: false,
    onValuesChange: (values) => {
      drafts.set(id, structuredClone(values))
      bases.set(id, base.current)
    }
  })
  const forget = () => {
    drafts.delete(id)
    bases.delete(id)
  }
  const startAfresh = () => {
    form.setInitialValues(fresh)
    form.reset()
    forget()
    base.current = stamp
    setRestored(false)
  }
  const isOther = follows === true && base.current !== stamp
  useFollowing(isOther && !drafts.has(id), startAfresh)
  return { id, form, restored, overtaken: isOther && drafts.has(id), startAfresh, forget }
}

/** Begins anew when the server has something else and nobody has typed; the hand stays in the field where it was. */
function useFollowing(isBehind: boolean, startAfresh: () => void): void {
  const [round, setRound] = useState(0)
  const held = useRef<string | undefined>(undefined)
  const begin = useRef(startAfresh)
  begin.current = startAfresh
  useEffect(() => {
    if (!isBehind) return
    held.current = document.activeElement?.id
    begin.current()
    setRound((count) => count + 1)
  }, [isBehind])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields are drawn anew with each round
  useLayoutEffect(() => {
    if (held.current) document.getElementById(held.current)?.focus()
    held.current = undefined
  }, [round])
}

/** The id of the field at `path`, for its label and for the line that leads to it. */
export function fieldId(formId: string, path: string): string {
  return `${formId}-${path.replaceAll('.', '-')}`
}

import { type FormErrors, type UseFormReturnType, useForm } from '@mantine/form'
import { useState } from 'react'

const drafts = new Map<string, unknown>()

export interface DraftForm<Values> {
  id: string
  form: UseFormReturnType<Values>
  /** Whether this opened with what was typed and left earlier. */
  restored: boolean
  /** Throws away what was typed and begins anew. */
  startAfresh: () => void
  /** To be called once the server has it. */
  forget: () => void
}

/**
 * A form whose content outlives it: closed by Escape, by another page or by the lock, it opens again as it was left.
 * Fields are uncontrolled, as Vietnamese input tools rewrite what stands in a field while someone types.
 */
export function useDraftForm<Values extends Record<string, unknown>>(
  id: string,
  { fresh, validate }: { fresh: Values; validate: (values: Values) => FormErrors }
): DraftForm<Values> {
  const [restored, setRestored] = useState(() => drafts.has(id))
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: (drafts.get(id) as Values | undefined) ?? fresh,
    validate,
    clearInputErrorOnChange: false,
    onValuesChange: (values) => drafts.set(id, structuredClone(values))
  })
  const forget = () => void drafts.delete(id)
  const startAfresh = () => {
    form.setInitialValues(fresh)
    form.reset()
    forget()
    setRestored(false)
  }
  return { id, form, restored, startAfresh, forget }
}

/** The id of the field at `path`, for its label and for the line that leads to it. */
export function fieldId(formId: string, path: string): string {
  return `${formId}-${path.replaceAll('.', '-')}`
}

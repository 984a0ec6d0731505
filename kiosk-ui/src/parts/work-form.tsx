import type { UseFormReturnType } from '@mantine/form'
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { ApiProblem } from '../api/client.ts'
import { commonText } from '../text/common.ts'
import { fieldId } from './draft-form.ts'
import { type Mend, ProblemBox } from './problem-box.tsx'

interface Props<Values> {
  id: string
  form: UseFormReturnType<Values>
  /** What the server said to the last attempt. */
  refusal: Error | null
  onSubmit: (values: Values) => void
  onKeyDown?: (event: KeyboardEvent<HTMLFormElement>) => void
  children: ReactNode
}

/**
 * A form that says at once and in one place what has to be mended, and again at each field in the same words. The
 * browser's own checks are off: their words are not ours.
 */
export function WorkForm<Values extends Record<string, unknown>>({
  id,
  form,
  refusal,
  onSubmit,
  onKeyDown,
  children
}: Props<Values>) {
  const [attempt, setAttempt] = useState(0)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    form.onSubmit(onSubmit)(event)
    setAttempt((count) => count + 1)
  }
  const own = mendsOf(id, form)
  const problem = own.length > 0 ? { mends: own } : refusal && problemOf(id, refusal)
  return (
    <form id={id} className="form" noValidate onSubmit={submit} onKeyDown={onKeyDown}>
      {problem && <ProblemBox {...problem} attempt={attempt} answer={refusal} />}
      {children}
    </form>
  )
}

function mendsOf<Values extends Record<string, unknown>>(
  id: string,
  form: UseFormReturnType<Values>
): Mend[] {
  return Object.entries(form.errors).map(([path, message]) => ({
    field: fieldId(id, path),
    message: String(message)
  }))
}

function problemOf(id: string, refusal: Error) {
  if (!(refusal instanceof ApiProblem)) {
    return { title: commonText.strangeAnswerTitle, detail: commonText.strangeAnswer, mends: [] }
  }
  const { title, message, errors } = refusal
  return { title, detail: message, mends: errors.map((error) => mendOf(id, error)) }
}

// A part of what was sent may stand in no field of this form: then its words stand alone.
function mendOf(id: string, { path, message }: { path: string; message: string }): Mend {
  const field = fieldId(id, path.replace(/^\//, '').replaceAll('/', '.'))
  return document.getElementById(field) ? { field, message } : { message }
}

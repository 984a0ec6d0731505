import type { FormErrors } from '@mantine/form'
import type { DraftForm } from '../../parts/draft-form.ts'
import { DayField, dayFault, TextField } from '../../parts/fields.tsx'
import { getDay } from '../../parts/read-typed.ts'
import { procedureText as text } from '../../text/admin-procedures.ts'

/** What every change of the catalogue rests on, as typed. */
export interface TypedDecision {
  decision: string
  effectiveFrom: string
}

export function DecisionFields<Values extends Record<string, unknown> & TypedDecision>({
  of
}: {
  of: DraftForm<Values>
}) {
  return (
    <>
      <TextField of={of} path="decision" label={text.decisionLabel} hint={text.decisionHint} />
      <DayField of={of} path="effectiveFrom" label={text.effectiveFrom} />
    </>
  )
}

export function decisionFaults({ decision, effectiveFrom }: TypedDecision): FormErrors {
  return {
    decision: decision.trim() ? null : text.decisionMissing,
    effectiveFrom: dayFault(effectiveFrom, text.effectiveWhat)
  }
}

export function decisionFrom({ decision, effectiveFrom }: TypedDecision) {
  return { decision: decision.trim(), effectiveFrom: getDay(effectiveFrom) }
}

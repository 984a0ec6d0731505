import { Button } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import type { Amendment, ProcedureDetail, Term } from '../../api/procedures.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { procedureText } from '../../text/admin-procedures.ts'
import { AmendDialog } from './amend-dialog.tsx'
import { CaseFields } from './case-fields.tsx'
import { decisionFaults, decisionFrom, type TypedDecision } from './decision-fields.tsx'

const text = procedureText.casesForm

/** A term of its own, by a case or by a way of filing (`channel`), as typed. */
export interface TypedCase {
  name: string
  amount: string
  unit: string
  channel: string
}

interface Typed extends Record<string, unknown>, TypedDecision {
  cases: TypedCase[]
}

interface Props {
  procedure: ProcedureDetail
  onClose: (amended?: ProcedureDetail) => void
}

/** Names the cases whose terms differ, so that an officer can choose the right one at the counter. */
export function CasesDialog({ procedure, onClose }: Props) {
  const id = `cases-${procedure.code.replaceAll('.', '-')}`
  const draft = useDraftForm<Typed>(id, { fresh: freshValues(procedure), validate })
  const { form } = draft
  const words = { title: procedureText.setCases, lead: text.lead, submit: text.submit }
  return (
    <AmendDialog wide {...{ procedure, draft, onClose, ...words }} amendment={amendmentFrom}>
      <p className="quiet">{procedureText.source(procedure.termText)}</p>
      {form.getValues().cases.map((_, index) => (
        <CaseFields
          key={form.key(`cases.${index}`)}
          of={draft}
          index={index}
          onRemove={() => form.removeListItem('cases', index)}
        />
      ))}
      <Button variant="default" size="sm" onClick={() => form.insertListItem('cases', emptyCase())}>
        {text.add}
      </Button>
    </AmendDialog>
  )
}

function emptyCase(): TypedCase {
  return { name: '', amount: '', unit: 'working_day', channel: '' }
}

function freshValues({ variants }: ProcedureDetail): Typed {
  const cases = variants.map(({ name, term, channel }) => ({
    name,
    amount: String(term.amount),
    unit: term.unit,
    channel: channel ?? ''
  }))
  return { cases, decision: '', effectiveFrom: '' }
}

function validate({ cases, ...decision }: Typed): FormErrors {
  const faults = cases.flatMap(({ name, amount, unit }, index) => [
    [`cases.${index}.name`, name.trim() ? null : text.nameMissing(index + 1)],
    [`cases.${index}.amount`, unit === 'same_day' || isAmount(amount) ? null : text.amountWrong(index + 1)]
  ])
  return { ...Object.fromEntries(faults), ...decisionFaults(decision) }
}

function isAmount(typed: string): boolean {
  return /^[1-9]\d{0,2}$|^1000$/.test(typed.trim())
}

function amendmentFrom({ cases, ...decision }: Typed): Amendment {
  const variants = cases.map(({ name, amount, unit, channel }) => ({
    name: name.trim(),
    term: { amount: unit === 'same_day' ? 1 : Number(amount), unit: unit as Term['unit'] },
    ...(channel ? { channel: channel as 'counter' | 'online' | 'post' } : {})
  }))
  return { ...decisionFrom(decision), variants }
}

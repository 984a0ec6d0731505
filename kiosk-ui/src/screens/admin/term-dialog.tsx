import type { FormErrors } from '@mantine/form'
import type { Amendment, CutOff, ProcedureDetail, Term } from '../../api/procedures.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { SelectField, TextField } from '../../parts/fields.tsx'
import { findTime } from '../../parts/read-typed.ts'
import { procedureText, TERM_UNITS } from '../../text/admin-procedures.ts'
import { AmendDialog } from './amend-dialog.tsx'
import { decisionFaults, decisionFrom, type TypedDecision } from './decision-fields.tsx'
import { minuteText } from './minute-text.ts'

const text = procedureText.termForm

interface Typed extends Record<string, unknown>, TypedDecision {
  amount: string
  unit: string
  cutOff: string
  cutOffHour: string
  cutOffLast: string
}

interface Props {
  procedure: ProcedureDetail
  onClose: (amended?: ProcedureDetail) => void
}

/** Sets the term of a procedure: what nobody could read from the source, a person writes. */
export function TermDialog({ procedure, onClose }: Props) {
  const id = `term-${procedure.code.replaceAll('.', '-')}`
  const draft = useDraftForm<Typed>(id, { fresh: freshValues(procedure), validate })
  const unit = String(draft.form.useWatchValue('unit'))
  const cutOff = String(draft.form.useWatchValue('cutOff'))
  const words = { title: procedureText.setTerm, lead: text.lead, submit: text.submit }
  return (
    <AmendDialog {...{ procedure, draft, onClose, ...words }} amendment={amendmentFrom}>
      <p className="quiet">{procedureText.source(procedure.termText)}</p>
      <div className="pair">
        <SelectField of={draft} path="unit" label={text.unit} choices={unitChoices()} className="grow" />
        {unit !== 'same_day' && (
          <TextField of={draft} path="amount" label={text.amount} inputMode="numeric" className="short" />
        )}
      </div>
      <SelectField
        of={draft}
        path="cutOff"
        label={text.cutOff}
        hint={text.cutOffHint}
        choices={cutOffChoices()}
      />
      {cutOff === 'hour' && (
        <TextField of={draft} path="cutOffHour" label={text.cutOffHour} inputMode="numeric" />
      )}
      {cutOff === 'last_hours' && (
        <TextField of={draft} path="cutOffLast" label={text.cutOffLast} inputMode="numeric" />
      )}
    </AmendDialog>
  )
}

function unitChoices() {
  const units = Object.entries(TERM_UNITS).map(([value, label]) => ({ value, label }))
  return [{ value: '', label: text.unitChoose }, ...units]
}

function cutOffChoices() {
  return Object.entries(text.cutOffChoices).map(([value, label]) => ({ value, label }))
}

function freshValues({ term, cutOff }: ProcedureDetail): Typed {
  return {
    amount: term ? String(term.amount) : '',
    unit: term?.unit ?? '',
    cutOff: cutOff?.kind ?? 'none',
    cutOffHour: cutOff?.kind === 'hour' ? minuteText(cutOff.minute) : '',
    cutOffLast: cutOff?.kind === 'last_hours' ? String(cutOff.hours) : '',
    decision: '',
    effectiveFrom: ''
  }
}

function validate({ amount, unit, cutOff, cutOffHour, cutOffLast, ...decision }: Typed): FormErrors {
  return {
    unit: unit ? null : text.unitMissing,
    amount: unit === 'same_day' || isWhole(amount, 1000) ? null : text.amountMissing,
    cutOffHour: cutOff === 'hour' && !findTime(cutOffHour) ? text.cutOffHourMissing : null,
    cutOffLast: cutOff === 'last_hours' && !isWhole(cutOffLast, 8) ? text.cutOffLastMissing : null,
    ...decisionFaults(decision)
  }
}

function isWhole(typed: string, most: number): boolean {
  return /^\d{1,4}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= most
}

function amendmentFrom({ amount, unit, ...typed }: Typed): Amendment {
  const term = { amount: unit === 'same_day' ? 1 : Number(amount), unit: unit as Term['unit'] }
  return { ...decisionFrom(typed), term, cutOff: cutOffFrom(typed) }
}

function cutOffFrom(typed: Pick<Typed, 'cutOff' | 'cutOffHour' | 'cutOffLast'>): CutOff | null {
  const [hour = 0, minute = 0] = (findTime(typed.cutOffHour) ?? '').split(':').map(Number)
  if (typed.cutOff === 'hour') return { kind: 'hour', minute: hour * 60 + minute }
  return typed.cutOff === 'last_hours' ? { kind: 'last_hours', hours: Number(typed.cutOffLast) } : null
}

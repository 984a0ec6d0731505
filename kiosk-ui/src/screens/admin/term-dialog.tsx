import { Button } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { type Amendment, type CutOff, type Procedure, type Term, useAmend } from '../../api/procedures.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { DayField, dayFault, SelectField, TextField } from '../../parts/fields.tsx'
import { readDay, readTime } from '../../parts/read-typed.ts'
import { WorkForm } from '../../parts/work-form.tsx'
import { procedureText, TERM_UNITS } from '../../text/admin-procedures.ts'
import { commonText } from '../../text/common.ts'
import { minuteText } from './procedure-page.tsx'

const text = procedureText.termForm

interface Typed extends Record<string, unknown> {
  amount: string
  unit: string
  cutOff: string
  cutOffHour: string
  cutOffLast: string
  decision: string
  effectiveFrom: string
}

/** Sets the term of a procedure by a decision: what nobody has read from the source, a person writes. */
export function TermDialog({ procedure, onClose }: { procedure: Procedure; onClose: () => void }) {
  const draft = useDraftForm<Typed>(`term-${procedure.code.replaceAll('.', '-')}`, {
    fresh: freshValues(procedure),
    validate
  })
  const amend = useAmend(procedure.code)
  const { form } = draft
  const unit = String(form.useWatchValue('unit'))
  const cutOff = String(form.useWatchValue('cutOff'))
  const submit = (typed: Typed) => {
    if (amend.isPending) return
    amend.mutate(amendmentFrom(typed), {
      onSuccess: () => {
        draft.forget()
        onClose()
      }
    })
  }
  return (
    <Dialog title={procedureText.setTerm} onClose={onClose}>
      <WorkForm id={draft.id} form={form} refusal={amend.error} onSubmit={submit}>
        <p>
          <b>{procedure.name}</b>
        </p>
        {procedure.termText && <p className="quiet">{procedureText.source(procedure.termText)}</p>}
        <DraftNote draft={draft} />
        <div className="pair">
          {unit !== 'same_day' && (
            <TextField of={draft} path="amount" label={text.amount} inputMode="numeric" className="short" />
          )}
          <SelectField of={draft} path="unit" label={text.unit} choices={unitChoices()} className="grow" />
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
        <TextField
          of={draft}
          path="decision"
          label={procedureText.decisionLabel}
          hint={procedureText.decisionHint}
        />
        <DayField of={draft} path="effectiveFrom" label={procedureText.effectiveFrom} />
        <div className="foot">
          <span className="say">{text.lead}</span>
          <Button type="submit">{amend.isPending ? commonText.saving : text.submit}</Button>
        </div>
      </WorkForm>
    </Dialog>
  )
}

function unitChoices() {
  return [
    { value: '', label: text.unitChoose },
    ...Object.entries(TERM_UNITS).map(([value, label]) => ({ value, label }))
  ]
}

function cutOffChoices() {
  return Object.entries(text.cutOffChoices).map(([value, label]) => ({ value, label }))
}

function freshValues({ term, cutOff }: Procedure): Typed {
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

function validate({
  amount,
  unit,
  cutOff,
  cutOffHour,
  cutOffLast,
  decision,
  effectiveFrom
}: Typed): FormErrors {
  return {
    amount: unit === 'same_day' || isWhole(amount, 1000) ? null : text.amountMissing,
    unit: unit ? null : text.unitMissing,
    cutOffHour: cutOff === 'hour' && !readTime(cutOffHour) ? text.cutOffHourMissing : null,
    cutOffLast: cutOff === 'last_hours' && !isWhole(cutOffLast, 8) ? text.cutOffLastMissing : null,
    decision: decision.trim() ? null : procedureText.decisionMissing,
    effectiveFrom: dayFault(effectiveFrom, procedureText.effectiveWhat)
  }
}

function isWhole(typed: string, most: number): boolean {
  return /^\d{1,4}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= most
}

function amendmentFrom({ amount, unit, decision, effectiveFrom, ...typed }: Typed): Amendment {
  const term = { amount: unit === 'same_day' ? 1 : Number(amount), unit: unit as Term['unit'] }
  return { effectiveFrom: readDay(effectiveFrom), decision: decision.trim(), term, cutOff: cutOffFrom(typed) }
}

function cutOffFrom({
  cutOff,
  cutOffHour,
  cutOffLast
}: Pick<Typed, 'cutOff' | 'cutOffHour' | 'cutOffLast'>): CutOff | null {
  const [hour, minute] = (readTime(cutOffHour) ?? '').split(':').map(Number)
  if (cutOff === 'hour') return { kind: 'hour', minute: (hour ?? 0) * 60 + (minute ?? 0) }
  return cutOff === 'last_hours' ? { kind: 'last_hours', hours: Number(cutOffLast) } : null
}

import { Button } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { type Amendment, type Procedure, useAmend } from '../../api/procedures.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { DayField, dayFault, LongTextField, TextField } from '../../parts/fields.tsx'
import { readDay, readMoney } from '../../parts/read-typed.ts'
import { WorkForm } from '../../parts/work-form.tsx'
import { procedureText } from '../../text/admin-procedures.ts'
import { commonText, numberText } from '../../text/common.ts'

const text = procedureText.feeForm

interface Typed extends Record<string, unknown> {
  fee: string
  words: string
  decision: string
  effectiveFrom: string
}

export function FeeDialog({ procedure, onClose }: { procedure: Procedure; onClose: () => void }) {
  const draft = useDraftForm<Typed>(`fee-${procedure.code.replaceAll('.', '-')}`, {
    fresh: freshValues(procedure),
    validate
  })
  const amend = useAmend(procedure.code)
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
    <Dialog title={procedureText.setFee} onClose={onClose}>
      <WorkForm id={draft.id} form={draft.form} refusal={amend.error} onSubmit={submit}>
        <p>
          <b>{procedure.name}</b>
        </p>
        <DraftNote draft={draft} />
        <TextField of={draft} path="fee" label={text.fee} hint={text.feeHint} inputMode="numeric" />
        <LongTextField of={draft} path="words" label={text.words} rows={4} />
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

function freshValues({ fee, feeText }: Procedure): Typed {
  return { fee: fee === null ? '' : numberText(fee), words: feeText, decision: '', effectiveFrom: '' }
}

function validate({ fee, words, decision, effectiveFrom }: Typed): FormErrors {
  return {
    fee: fee.trim() === '' || readMoney(fee) !== undefined ? null : text.feeWrong,
    words: fee.trim() === '' && words.trim() === '' ? text.wordsMissing : null,
    decision: decision.trim() ? null : procedureText.decisionMissing,
    effectiveFrom: dayFault(effectiveFrom, procedureText.effectiveWhat)
  }
}

function amendmentFrom({ fee, words, decision, effectiveFrom }: Typed): Amendment {
  return {
    effectiveFrom: readDay(effectiveFrom),
    decision: decision.trim(),
    fee: readMoney(fee) ?? null,
    feeText: words.trim()
  }
}

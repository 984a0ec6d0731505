import type { FormErrors } from '@mantine/form'
import type { Amendment, ProcedureDetail } from '../../api/procedures.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { LongTextField, TextField } from '../../parts/fields.tsx'
import { findMoney } from '../../parts/read-typed.ts'
import { procedureText } from '../../text/admin-procedures.ts'
import { numberText } from '../../text/common.ts'
import { feeWords } from '../../text/procedures.ts'
import { AmendDialog } from './amend-dialog.tsx'
import { decisionFaults, decisionFrom, type TypedDecision } from './decision-fields.tsx'

const text = procedureText.feeForm

interface Typed extends Record<string, unknown>, TypedDecision {
  fee: string
  words: string
}

interface Props {
  procedure: ProcedureDetail
  onClose: (amended?: ProcedureDetail) => void
}

/** Sets what is paid: one sum, or the several rates in words when there is no one sum. */
export function FeeDialog({ procedure, onClose }: Props) {
  const id = `fee-${procedure.code.replaceAll('.', '-')}`
  const draft = useDraftForm<Typed>(id, { fresh: freshValues(procedure), validate })
  const words = { title: procedureText.setFee, lead: text.lead, submit: text.submit }
  return (
    <AmendDialog {...{ procedure, draft, onClose, ...words }} amendment={amendmentFrom}>
      <TextField of={draft} path="fee" label={text.fee} hint={text.feeHint} inputMode="numeric" />
      <LongTextField of={draft} path="words" label={text.words} rows={4} />
    </AmendDialog>
  )
}

function freshValues({ fee, feeText }: ProcedureDetail): Typed {
  const words = feeText === feeWords(fee) ? '' : feeText
  return { fee: fee === null ? '' : numberText(fee), words, decision: '', effectiveFrom: '' }
}

function validate({ fee, words, ...decision }: Typed): FormErrors {
  return {
    fee: fee.trim() === '' || findMoney(fee) !== undefined ? null : text.feeWrong,
    words: fee.trim() === '' && words.trim() === '' ? text.wordsMissing : null,
    ...decisionFaults(decision)
  }
}

function amendmentFrom({ fee, words, ...decision }: Typed): Amendment {
  return { ...decisionFrom(decision), fee: findMoney(fee) ?? null, feeText: words.trim() }
}

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Amendment, type ProcedureDetail, useAmend } from '../../api/procedures.ts'
import { Dialog } from '../../parts/dialog.tsx'
import type { DraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { commonText } from '../../text/common.ts'
import { DecisionFields, type TypedDecision } from './decision-fields.tsx'

interface Props<Values extends Record<string, unknown> & TypedDecision> {
  procedure: ProcedureDetail
  draft: DraftForm<Values>
  wide?: boolean
  title: string
  lead: string
  submit: string
  amendment: (typed: Values) => Amendment
  /** With the new edition, where one was made. */
  onClose: (amended?: ProcedureDetail) => void
  children: ReactNode
}

/** One change of a procedure by one decision: what is changed stands above, what it rests on below. */
export function AmendDialog<Values extends Record<string, unknown> & TypedDecision>(props: Props<Values>) {
  const { procedure, draft, wide = false, title, lead, submit, amendment, onClose, children } = props
  const amend = useAmend(procedure.code)
  const send = (typed: Values) => {
    if (amend.isPending) return
    amend.mutate(amendment(typed), {
      onSuccess: (amended) => {
        draft.forget()
        onClose(amended)
      }
    })
  }
  return (
    <Dialog wide={wide} title={title} onClose={() => onClose()}>
      <WorkForm id={draft.id} form={draft.form} refusal={amend.error} onSubmit={send}>
        <p>
          <b>{procedure.name}</b>
        </p>
        <DraftNote draft={draft} />
        {children}
        <DecisionFields of={draft} />
        <div className="foot">
          <span className="say">{lead}</span>
          <Button type="submit">{amend.isPending ? commonText.saving : submit}</Button>
        </div>
      </WorkForm>
    </Dialog>
  )
}

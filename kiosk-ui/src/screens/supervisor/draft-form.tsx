import { Button } from '@mantine/core'
import { useEffect } from 'react'
import {
  type ApologiesOfDossier,
  type Apology,
  useDraft,
  useLateReasons,
  type WatchedDossier
} from '../../api/supervision.ts'
import { fieldId, useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { DayField, LongTextField, SelectField } from '../../parts/fields.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { findDay } from '../../parts/read-typed.ts'
import { dayOf, useNow } from '../../parts/time.ts'
import { WorkForm } from '../../parts/work-form.tsx'
import { commonText, dayText } from '../../text/common.ts'
import { apologyText as text } from '../../text/supervisor.ts'

interface Props {
  row: WatchedDossier
  /** The draft that is changed; `null` for a new one. */
  draft: Apology | null
  known: ApologiesOfDossier
  onAct: () => void
  onDone: () => void
}

/** What a letter needs. What is missing, the server says: it alone knows the rules and the calendar of the dossier. */
export function DraftForm(props: Props) {
  const reasons = useLateReasons()
  return <Loaded query={reasons}>{(items) => <Fields {...props} reasons={items} />}</Loaded>
}

function Fields({
  row,
  draft,
  known,
  onAct,
  onDone,
  reasons
}: Props & { reasons: { code: string; name: string }[] }) {
  const today = dayOf(useNow())
  const { sendBy, newDatesLeft } = known
  const save = useDraft(row.code)
  const form = useDraftForm(`apology-${row.code.replaceAll('.', '-')}`, {
    fresh: {
      reasonCode: draft?.reasonCode ?? '',
      reason: draft?.reason ?? '',
      newDueDay: draft ? dayText(draft.newDueDay) : ''
    },
    validate: () => ({})
  })
  // The dialog has looked for a field before the reasons were there.
  useEffect(() => document.getElementById(fieldId(form.id, 'reasonCode'))?.focus(), [form.id])
  const choices = reasons.map(({ code, name }) => ({ value: code, label: name }))
  const submit = ({
    reasonCode,
    reason,
    newDueDay
  }: {
    reasonCode: string
    reason: string
    newDueDay: string
  }) => {
    if (save.isPending) return
    onAct()
    const day = findDay(newDueDay) ?? newDueDay
    const input = { apologyId: draft?.id ?? null, reasonCode, reason, newDueDay: day }
    save.mutate(input, {
      onSuccess: () => {
        form.forget()
        onDone()
      }
    })
  }
  return (
    <WorkForm id={form.id} form={form.form} refusal={save.error} onSubmit={submit}>
      <p className={today > sendBy ? 'overdue' : 'quiet'}>
        {today > sendBy ? text.sendByPassed(sendBy) : text.sendBy(sendBy)}
      </p>
      <DraftNote draft={form} />
      <SelectField
        of={form}
        path="reasonCode"
        label={text.reasonCode}
        hint={text.reasonCodeHint}
        choices={[{ value: '', label: text.reasonCodeChoose }, ...choices]}
      />
      <LongTextField of={form} path="reason" label={text.reason} hint={text.reasonHint} rows={3} />
      <div className="pair">
        <DayField of={form} path="newDueDay" label={text.newDueDay} />
        <p className="hint grow beside">{text.newDueDayHint(newDatesLeft + (draft ? 1 : 0))}</p>
      </div>
      <div className="foot">
        <span className="say">{text.lead}</span>
        <Button type="submit">
          {save.isPending ? commonText.saving : draft ? text.redraft : text.draft}
        </Button>
      </div>
    </WorkForm>
  )
}

import { Button } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { type HallSettings, useAddCounter } from '../../api/hall-settings.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { TextField } from '../../parts/fields.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { hallText } from '../../text/admin-hall.ts'
import { commonText } from '../../text/common.ts'

const text = hallText.counters

interface Typed extends Record<string, unknown> {
  number: string
  name: string
}

interface Props {
  officeId: string
  hall: HallSettings | undefined
  onClose: () => void
}

/** A new counter; its number is the next one, as it is read out and hangs over the desk. */
export function CountersAddDialog({ officeId, hall, onClose }: Props) {
  const next = Math.max(0, ...(hall?.counters ?? []).map(({ number }) => number)) + 1
  const draft = useDraftForm<Typed>('new-counter', { fresh: { number: String(next), name: '' }, validate })
  const add = useAddCounter(officeId)
  const submit = ({ number, name }: Typed) => {
    if (add.isPending) return
    add.mutate(
      { number: Number(number), name: name.trim() },
      {
        onSuccess: () => {
          draft.forget()
          onClose()
        }
      }
    )
  }
  return (
    <Dialog title={text.addCounterTitle} onClose={onClose}>
      <WorkForm id={draft.id} form={draft.form} refusal={add.error} onSubmit={submit}>
        <DraftNote draft={draft} />
        <TextField
          of={draft}
          path="number"
          label={text.counterNumber}
          hint={text.counterNumberHint}
          inputMode="numeric"
          className="short"
        />
        <TextField of={draft} path="name" label={text.nameLabel} hint={text.nameHint} />
        <div className="foot">
          <Button type="submit" className="push">
            {add.isPending ? commonText.saving : text.add}
          </Button>
        </div>
      </WorkForm>
    </Dialog>
  )
}

function validate({ number, name }: Typed): FormErrors {
  return {
    number: /^[1-9]\d?$/.test(number.trim()) ? null : text.counterNumberWrong,
    name: name.trim() ? null : text.nameMissing
  }
}

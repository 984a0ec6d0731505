import type { FormErrors } from '@mantine/form'
import { type HallSettings, useAddCounter } from '../../api/hall-settings.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { TextField } from '../../parts/fields.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { hallText } from '../../text/admin-hall.ts'

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
  return (
    <FormDialog
      title={text.addCounterTitle}
      draft={draft}
      save={add}
      sentFrom={({ number, name }) => ({ number: Number(number), name: name.trim() })}
      submit={text.add}
      onClose={onClose}
    >
      <TextField
        of={draft}
        path="number"
        label={text.counterNumber}
        hint={text.counterNumberHint}
        inputMode="numeric"
        className="short"
      />
      <TextField of={draft} path="name" label={text.nameLabel} hint={text.nameHint} />
    </FormDialog>
  )
}

function validate({ number, name }: Typed): FormErrors {
  return {
    number: /^[1-9]\d?$/.test(number.trim()) ? null : text.counterNumberWrong,
    name: name.trim() ? null : text.nameMissing
  }
}

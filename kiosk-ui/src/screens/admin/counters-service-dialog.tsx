import { Button } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { type HallSettings, useAddService } from '../../api/hall-settings.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { TextField } from '../../parts/fields.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { hallText } from '../../text/admin-hall.ts'
import { commonText } from '../../text/common.ts'

const text = hallText.counters

interface Typed extends Record<string, unknown> {
  letter: string
  name: string
}

interface Props {
  officeId: string
  hall: HallSettings | undefined
  onClose: () => void
}

/** A new service, with a letter that is not mistaken for another when it is called. */
export function CountersServiceDialog({ officeId, hall, onClose }: Props) {
  const free = hall?.freeLetters ?? []
  const draft = useDraftForm<Typed>('new-service', { fresh: { letter: free[0] ?? '', name: '' }, validate })
  const add = useAddService(officeId)
  const submit = ({ letter, name }: Typed) => {
    if (add.isPending) return
    add.mutate(
      { letter: letter.trim().toUpperCase(), name: name.trim() },
      {
        onSuccess: () => {
          draft.forget()
          onClose()
        }
      }
    )
  }
  return (
    <Dialog title={text.addService} onClose={onClose}>
      <WorkForm id={draft.id} form={draft.form} refusal={add.error} onSubmit={submit}>
        <DraftNote draft={draft} />
        <TextField of={draft} path="name" label={text.serviceName} hint={text.nameHint} />
        <TextField
          of={draft}
          path="letter"
          label={text.letterLabel}
          hint={text.letterHint(free)}
          className="letter"
        />
        <div className="foot">
          <Button type="submit" className="push">
            {add.isPending ? commonText.saving : text.add}
          </Button>
        </div>
      </WorkForm>
    </Dialog>
  )
}

function validate({ letter, name }: Typed): FormErrors {
  return {
    name: name.trim() ? null : text.nameMissing,
    letter: /^[A-Za-z]$/.test(letter.trim()) ? null : text.letterWrong
  }
}

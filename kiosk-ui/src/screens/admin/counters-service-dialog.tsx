import type { FormErrors } from '@mantine/form'
import { type HallSettings, useAddService } from '../../api/hall-settings.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { TextField } from '../../parts/fields.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { hallText } from '../../text/admin-hall.ts'
import { nameFault } from './name-fault.ts'

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
  const taken = (hall?.services ?? []).map(({ name }) => name)
  const draft = useDraftForm<Typed>('new-service', {
    fresh: { letter: free[0] ?? '', name: '' },
    validate: (typed) => faultsOf(typed, taken)
  })
  const add = useAddService(officeId)
  return (
    <FormDialog
      title={text.addService}
      draft={draft}
      save={add}
      sentFrom={({ letter, name }) => ({ letter: letter.trim().toUpperCase(), name: name.trim() })}
      submit={text.add}
      onClose={onClose}
    >
      <TextField of={draft} path="name" label={text.serviceName} hint={text.nameHint} />
      <TextField
        of={draft}
        path="letter"
        label={text.letterLabel}
        hint={text.letterHint(free)}
        className="letter"
      />
    </FormDialog>
  )
}

function faultsOf({ letter, name }: Typed, taken: readonly string[]): FormErrors {
  return {
    name: nameFault(name, { taken, missing: text.nameMissing }),
    letter: /^[A-Za-z]$/.test(letter.trim()) ? null : text.letterWrong
  }
}

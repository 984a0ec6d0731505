import { type HallSettings, useRename } from '../../api/hall-settings.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { TextField } from '../../parts/fields.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { hallText } from '../../text/admin-hall.ts'
import { nameFault } from './name-fault.ts'

const text = hallText.counters

/** What gets another name. */
export type Renamed =
  | { kind: 'counters'; one: HallSettings['counters'][number] }
  | { kind: 'services'; one: HallSettings['services'][number] }

interface Props {
  officeId: string
  hall: HallSettings | undefined
  renamed: Renamed
  onClose: () => void
}

/** Another name for a counter or a service. Counters may share one: their number tells them apart. */
export function CountersRenameDialog({ officeId, hall, renamed, onClose }: Props) {
  const { kind, one } = renamed
  const others = kind === 'services' ? (hall?.services ?? []).filter(({ id }) => id !== one.id) : []
  const taken = others.map(({ name }) => name)
  const draft = useDraftForm<{ name: string }>(`rename-${one.id}`, {
    fresh: { name: one.name },
    validate: ({ name }) => ({ name: nameFault(name, { taken, missing: text.nameMissing }) })
  })
  const save = useRename(officeId, { kind, id: one.id })
  return (
    <FormDialog
      title={
        kind === 'counters' ? text.renameCounter(renamed.one.number) : text.renameService(renamed.one.letter)
      }
      draft={draft}
      save={save}
      sentFrom={({ name }) => ({ name: name.trim() })}
      submit={text.renameSubmit}
      onClose={onClose}
    >
      <TextField
        of={draft}
        path="name"
        label={kind === 'counters' ? text.nameLabel : text.serviceName}
        hint={kind === 'counters' ? text.nameHint : text.renameServiceHint}
      />
    </FormDialog>
  )
}

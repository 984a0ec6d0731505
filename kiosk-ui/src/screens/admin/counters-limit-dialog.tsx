import { type HallSettings, useSetServiceLimit } from '../../api/hall-settings.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { TextField } from '../../parts/fields.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { hallText } from '../../text/admin-hall.ts'

const text = hallText.counters

interface Typed extends Record<string, unknown> {
  most: string
}

interface Props {
  service: HallSettings['services'][number]
  onClose: () => void
}

/** How many numbers a service gives on a day. */
export function CountersLimitDialog({ service, onClose }: Props) {
  const draft = useDraftForm<Typed>(`limit-${service.id}`, {
    fresh: { most: service.mostPerDay === null ? '' : String(service.mostPerDay) },
    validate: ({ most }) => ({ most: /^([1-9]\d{0,2})?$/.test(most.trim()) ? null : text.limitWrong })
  })
  const save = useSetServiceLimit()
  return (
    <FormDialog
      title={text.limitTitle(service.name)}
      draft={draft}
      save={save}
      sentFrom={({ most }) => ({ serviceId: service.id, mostPerDay: most.trim() ? Number(most) : null })}
      submit={text.limitSubmit}
      onClose={onClose}
    >
      <TextField of={draft} path="most" label={text.limit} hint={text.limitHint} inputMode="numeric" />
    </FormDialog>
  )
}

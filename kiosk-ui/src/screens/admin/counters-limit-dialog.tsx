import { Button } from '@mantine/core'
import { type HallSettings, useSetServiceLimit } from '../../api/hall-settings.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { TextField } from '../../parts/fields.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { hallText } from '../../text/admin-hall.ts'
import { commonText } from '../../text/common.ts'

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
  const submit = ({ most }: Typed) => {
    if (save.isPending) return
    const mostPerDay = most.trim() ? Number(most) : null
    save.mutate(
      { serviceId: service.id, mostPerDay },
      {
        onSuccess: () => {
          draft.forget()
          onClose()
        }
      }
    )
  }
  return (
    <Dialog title={text.limitTitle(service.name)} onClose={onClose}>
      <WorkForm id={draft.id} form={draft.form} refusal={save.error} onSubmit={submit}>
        <DraftNote draft={draft} />
        <TextField of={draft} path="most" label={text.limit} hint={text.limitHint} inputMode="numeric" />
        <div className="foot">
          <Button type="submit" className="push">
            {save.isPending ? commonText.saving : text.limitSubmit}
          </Button>
        </div>
      </WorkForm>
    </Dialog>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import { type HallSettings, useEndEmergency, useRaiseEmergency } from '../../api/hall-settings.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { LongTextField } from '../../parts/fields.tsx'
import { clockText } from '../../parts/time.ts'
import { WorkForm } from '../../parts/work-form.tsx'
import { hallText } from '../../text/admin-hall.ts'
import { commonText } from '../../text/common.ts'
import { HallBoardLine } from './hall-board-line.tsx'

const text = hallText.announcements

interface Typed extends Record<string, unknown> {
  text: string
}

/** The message over everything: what stands, and the ways to raise and to end it. */
export function AnnouncementsEmergency({ emergency }: { emergency: HallSettings['emergency'] }) {
  const [raising, setRaising] = useState(false)
  const end = useEndEmergency()
  return (
    <aside className="card emergency" data-standing={emergency !== null}>
      <h2>{text.emergency}</h2>
      <p className="quiet">{text.emergencyLead}</p>
      {end.error && <p role="alert">{end.error.message}</p>}
      {emergency ? (
        <>
          <HallBoardLine alarm text={emergency.text} />
          <p className="small">{text.standing(clockText(Date.parse(emergency.at)))}</p>
          <Button onClick={() => end.mutate(emergency)}>
            {end.isPending ? commonText.saving : text.end}
          </Button>
        </>
      ) : (
        <Button variant="default" onClick={() => setRaising(true)}>
          {text.raise}
        </Button>
      )}
      {raising && <RaiseDialog onClose={() => setRaising(false)} />}
    </aside>
  )
}

function RaiseDialog({ onClose }: { onClose: () => void }) {
  const draft = useDraftForm<Typed>('emergency', {
    fresh: { text: '' },
    validate: (typed) => ({ text: typed.text.trim() ? null : text.raiseMissing })
  })
  const raise = useRaiseEmergency()
  const submit = (typed: Typed) => {
    if (raise.isPending) return
    raise.mutate(typed.text.trim(), {
      onSuccess: () => {
        draft.forget()
        onClose()
      }
    })
  }
  return (
    <Dialog title={text.raiseTitle} onClose={onClose}>
      <WorkForm id={draft.id} form={draft.form} refusal={raise.error} onSubmit={submit}>
        <LongTextField of={draft} path="text" label={text.raiseText} hint={text.raiseHint} />
        <HallBoardLine alarm text={String(draft.form.useWatchValue('text'))} />
        <div className="foot">
          <Button type="submit" className="push">
            {raise.isPending ? commonText.saving : text.raiseSubmit}
          </Button>
        </div>
      </WorkForm>
    </Dialog>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import {
  type HallSettings,
  useEndEmergency,
  useHallSettings,
  useRaiseEmergency,
  useSetAnnouncements
} from '../../api/hall-settings.ts'
import { useReadHallAgain } from '../../api/waiting.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { LongTextField } from '../../parts/fields.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { commonText } from '../../text/common.ts'
import { hallNowText as text } from '../../text/hall-figures.ts'

/** What is said to everyone in the hall: the emergency message, and what is announced between calls. */
export function Messages() {
  const { data: settings } = useHallSettings()
  const [open, setOpen] = useState<'emergency' | 'announcements' | null>(null)
  const close = () => setOpen(null)
  if (!settings) return null
  return (
    <>
      <span className="end no-print">
        <Button variant="default" size="sm" onClick={() => setOpen('announcements')}>
          {text.announcementsEdit}
        </Button>
        {!settings.emergency && (
          <Button variant="default" size="sm" onClick={() => setOpen('emergency')}>
            {text.raise}
          </Button>
        )}
      </span>
      {settings.emergency && <Standing emergency={settings.emergency} />}
      {open === 'emergency' && <EmergencyDialog onClose={close} />}
      {open === 'announcements' && <AnnouncementsDialog settings={settings} onClose={close} />}
    </>
  )
}

function Standing({ emergency }: { emergency: NonNullable<HallSettings['emergency']> }) {
  const end = useEndEmergency()
  return (
    <section className="notice problem hall-emergency" role="status">
      <p>
        <b>{text.emergencyOn}</b> {emergency.text}
      </p>
      <Button size="sm" onClick={() => end.mutate(emergency)}>
        {end.isPending ? commonText.saving : text.end}
      </Button>
      {end.error && <ProblemNotice error={end.error} onRetry={() => end.mutate(emergency)} />}
    </section>
  )
}

function EmergencyDialog({ onClose }: { onClose: () => void }) {
  const raise = useRaiseEmergency()
  const form = useDraftForm('hall-emergency', {
    fresh: { text: '' },
    validate: (values) => ({ text: values.text.trim() ? null : text.emergencyMissing })
  })
  const submit = (values: { text: string }) => {
    if (raise.isPending) return
    raise.mutate(values.text, {
      onSuccess: () => {
        form.forget()
        onClose()
      }
    })
  }
  return (
    <Dialog title={text.emergency} onClose={onClose}>
      <WorkForm id={form.id} form={form.form} refusal={raise.error} onSubmit={submit}>
        <LongTextField of={form} path="text" label={text.emergencyText} hint={text.emergencyHint} rows={3} />
        <div className="foot">
          <span className="say">{text.emergencyLead}</span>
          <Button type="submit">{raise.isPending ? commonText.saving : text.raise}</Button>
        </div>
      </WorkForm>
    </Dialog>
  )
}

/** One announcement a line; a line that stays keeps its days. */
function AnnouncementsDialog({ settings, onClose }: { settings: HallSettings; onClose: () => void }) {
  const save = useSetAnnouncements()
  const readAgain = useReadHallAgain()
  const { announcements } = settings
  const form = useDraftForm('hall-announcements', {
    fresh: { texts: announcements.map((one) => one.text).join('\n') },
    validate: () => ({})
  })
  const submit = ({ texts }: { texts: string }) => {
    if (save.isPending) return
    const lines = texts.split('\n').flatMap((line) => line.trim() || [])
    const kept = lines.map(
      (line) =>
        announcements.find((one) => one.text === line) ?? { text: line, fromDay: null, untilDay: null }
    )
    save.mutate(kept, {
      onSuccess: () => {
        form.forget()
        readAgain()
        onClose()
      }
    })
  }
  return (
    <Dialog wide title={text.announcements} onClose={onClose}>
      <WorkForm id={form.id} form={form.form} refusal={save.error} onSubmit={submit}>
        <LongTextField
          of={form}
          path="texts"
          label={text.announcements}
          hint={text.announcementsLead}
          rows={6}
        />
        <div className="foot">
          <span className="say">{announcements.length === 0 ? text.announcementsNone : ''}</span>
          <Button type="submit">{save.isPending ? commonText.saving : text.announcementsSave}</Button>
        </div>
      </WorkForm>
    </Dialog>
  )
}

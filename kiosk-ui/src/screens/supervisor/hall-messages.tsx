import { Button } from '@mantine/core'
import { useState } from 'react'
import {
  type Announcement,
  useEndEmergency,
  useHallSettings,
  useRaiseEmergency,
  useSetAnnouncements
} from '../../api/hall-settings.ts'
import { type HallNow, useReadHallAgain } from '../../api/waiting.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { LongTextField } from '../../parts/fields.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { commonText } from '../../text/common.ts'
import { hallNowText as text } from '../../text/hall-figures.ts'

/** What is said to everyone in the hall: the emergency message, and what is announced between calls. */
export function Messages({ now }: { now: HallNow | undefined }) {
  const [open, setOpen] = useState<'emergency' | 'announcements' | null>(null)
  const close = () => setOpen(null)
  if (!now) return null
  const { emergencyText } = now
  return (
    <>
      <span className="end no-print">
        <Button variant="default" size="sm" onClick={() => setOpen('announcements')}>
          {text.announcementsEdit}
        </Button>
        {emergencyText === null && (
          <Button variant="default" size="sm" onClick={() => setOpen('emergency')}>
            {text.raise}
          </Button>
        )}
      </span>
      {emergencyText !== null && <Standing words={emergencyText} asOf={now.asOf} />}
      {open === 'emergency' && <EmergencyDialog onClose={close} />}
      {open === 'announcements' && <AnnouncementsDialog onClose={close} />}
    </>
  )
}

function Standing({ words, asOf }: { words: string; asOf: string }) {
  const end = useEndEmergency()
  const readAgain = useReadHallAgain()
  const act = () => end.mutate({ text: words, at: asOf }, { onSuccess: readAgain })
  return (
    <section className="notice hall-emergency" role="status">
      <p>
        <b>{text.emergencyOn}</b> {words}
      </p>
      <Button size="sm" onClick={act}>
        {end.isPending ? commonText.saving : text.end}
      </Button>
      {end.error && <ProblemNotice error={end.error} onRetry={act} />}
    </section>
  )
}

function EmergencyDialog({ onClose }: { onClose: () => void }) {
  const raise = useRaiseEmergency()
  const readAgain = useReadHallAgain()
  const form = useDraftForm('hall-emergency', {
    fresh: { text: '' },
    validate: (values) => ({ text: values.text.trim() ? null : text.emergencyMissing })
  })
  const submit = (values: { text: string }) => {
    if (raise.isPending) return
    raise.mutate(values.text, {
      onSuccess: () => {
        form.forget()
        readAgain()
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

function AnnouncementsDialog({ onClose }: { onClose: () => void }) {
  const settings = useHallSettings()
  return (
    <Dialog wide title={text.announcements} onClose={onClose}>
      <Loaded query={settings}>
        {({ announcements }) => <AnnouncementsForm announcements={announcements} onClose={onClose} />}
      </Loaded>
    </Dialog>
  )
}

/** One announcement a line; a line that stays keeps its days. */
function AnnouncementsForm({
  announcements,
  onClose
}: {
  announcements: readonly Announcement[]
  onClose: () => void
}) {
  const save = useSetAnnouncements()
  const readAgain = useReadHallAgain()
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
  )
}

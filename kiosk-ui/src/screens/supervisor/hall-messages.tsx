import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Announcement, useHallSettings, useSetAnnouncements } from '../../api/hall-settings.ts'
import { type HallNow, useReadHallAgain } from '../../api/waiting.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { EmergencyActs } from '../../parts/emergency.tsx'
import { LongTextField } from '../../parts/fields.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { hallText } from '../../text/admin-hall.ts'
import { commonText } from '../../text/common.ts'
import { hallNowText as text } from '../../text/hall-figures.ts'
import { MOST_ANNOUNCED } from '../../text/validation.ts'

/** What the server takes: letters of one announcement, and announcements. */
const { letters: MOST_LETTERS, texts: MOST_LINES } = MOST_ANNOUNCED

/** What is said to everyone in the hall: the emergency message, and what is announced between calls. */
export function Messages({ now }: { now: HallNow | undefined }) {
  const [announcing, setAnnouncing] = useState(false)
  if (!now) return null
  const { emergencyText } = now
  return (
    <>
      <span className="end no-print">
        <Button variant="default" size="sm" onClick={() => setAnnouncing(true)}>
          {text.announcementsEdit}
        </Button>
      </span>
      <div className={emergencyText === null ? 'no-print' : 'notice hall-emergency'}>
        {emergencyText !== null && (
          <p role="status">
            <b>{text.emergencyOn}</b> {emergencyText}
          </p>
        )}
        <EmergencyActs small standing={emergencyText} />
      </div>
      {announcing && <AnnouncementsDialog onClose={() => setAnnouncing(false)} />}
    </>
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
    validate: ({ texts }) => ({ texts: faultOf(linesOf(texts)) }),
    follows: !save.isPending
  })
  const submit = ({ texts }: { texts: string }) => {
    if (save.isPending) return
    const kept = linesOf(texts).map(
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
      <DraftNote draft={form} />
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

function linesOf(texts: string): string[] {
  return texts.split('\n').flatMap((line) => line.trim() || [])
}

function faultOf(lines: readonly string[]): string | null {
  const long = lines.findIndex((line) => line.length > MOST_LETTERS)
  if (long >= 0) return hallText.announcements.textLong(long + 1, lines[long]?.length ?? 0, MOST_LETTERS)
  return lines.length > MOST_LINES ? text.announcementsMany(lines.length, MOST_LINES) : null
}

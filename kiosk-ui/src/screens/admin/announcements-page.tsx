import { Button } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { type Announcement, useHallSettings, useSetAnnouncements } from '../../api/hall-settings.ts'
import { type DraftForm, useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { LongTextField, TextField } from '../../parts/fields.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { findDay } from '../../parts/read-typed.ts'
import { WorkForm } from '../../parts/work-form.tsx'
import { hallText } from '../../text/admin-hall.ts'
import { commonText, dayText } from '../../text/common.ts'
import { AnnouncementsEmergency } from './announcements-emergency.tsx'
import { HallBoardLine } from './hall-board-line.tsx'
import { HallHead } from './hall-head.tsx'
import { HallRowActs, useRowMoves } from './hall-row-acts.tsx'

const text = hallText.announcements

interface Row {
  text: string
  from: string
  until: string
}

interface Typed extends Record<string, unknown> {
  announcements: Row[]
}

export function AnnouncementsPage() {
  const query = useHallSettings()
  return (
    <div className="hall">
      <HallHead title={text.title} />
      <p className="quiet lead">{text.lead}</p>
      <Loaded query={query}>
        {({ announcements, emergency }) => (
          <div className="columns">
            <AnnouncementsForm key={JSON.stringify(announcements)} announcements={announcements} />
            <AnnouncementsEmergency emergency={emergency} />
          </div>
        )}
      </Loaded>
    </div>
  )
}

function AnnouncementsForm({ announcements }: { announcements: readonly Announcement[] }) {
  const fresh = { announcements: announcements.map(rowOf) }
  const draft = useDraftForm<Typed>('announcements', { fresh, validate })
  const save = useSetAnnouncements()
  const { form } = draft
  const submit = (typed: Typed) => {
    if (save.isPending) return
    save.mutate(typed.announcements.map(announcementFrom), { onSuccess: draft.forget })
  }
  const rows = form.getValues().announcements
  const { list, round, moveRow, removeRow } = useRowMoves({
    move: (from, to) => form.reorderListItem('announcements', { from, to }),
    remove: (index) => form.removeListItem('announcements', index)
  })
  return (
    <div className="card">
      <WorkForm id={draft.id} form={form} refusal={save.error} onSubmit={submit}>
        <DraftNote draft={draft} />
        {rows.length === 0 && <p className="quiet">{text.none}</p>}
        <ol className="rows" ref={list}>
          {rows.map((_, index) => (
            <li key={`${round} ${form.key(`announcements.${index}`)}`}>
              <AnnouncementFields
                draft={draft}
                index={index}
                count={rows.length}
                onMove={moveRow}
                onRemove={removeRow}
              />
            </li>
          ))}
        </ol>
        <div className="foot">
          <Button
            variant="default"
            leftSection={<Icon name="plus" />}
            onClick={() => form.insertListItem('announcements', { text: '', from: '', until: '' })}
          >
            {text.add}
          </Button>
          <Button type="submit" className="push">
            {save.isPending ? commonText.saving : text.submit}
          </Button>
        </div>
      </WorkForm>
    </div>
  )
}

function AnnouncementFields({
  draft,
  index,
  count,
  onMove,
  onRemove
}: {
  draft: DraftForm<Typed>
  index: number
  count: number
  onMove: (from: number, to: number) => void
  onRemove: (index: number) => void
}) {
  const { form } = draft
  const path = `announcements.${index}`
  return (
    <fieldset className="row announcement">
      <legend>{text.item(index + 1)}</legend>
      <HallRowActs
        row={text.item(index + 1)}
        index={index}
        count={count}
        onMove={onMove}
        onRemove={() => onRemove(index)}
      />
      <LongTextField of={draft} path={`${path}.text`} label={text.text} />
      <div className="pair">
        <TextField of={draft} path={`${path}.from`} label={text.from} hint={text.dayHint} className="day" />
        <TextField of={draft} path={`${path}.until`} label={text.until} hint={text.dayHint} className="day" />
      </div>
      <HallBoardLine text={String(form.useWatchValue(`${path}.text`))} />
    </fieldset>
  )
}

function rowOf({ text, fromDay, untilDay }: Announcement): Row {
  return { text, from: fromDay ? dayText(fromDay) : '', until: untilDay ? dayText(untilDay) : '' }
}

function announcementFrom({ text, from, until }: Row): Announcement {
  return { text: text.trim(), fromDay: findDay(from) ?? null, untilDay: findDay(until) ?? null }
}

function validate({ announcements }: Typed): FormErrors {
  const faults = announcements.flatMap((row, index) => {
    const path = `announcements.${index}`
    const { fromDay, untilDay } = announcementFrom(row)
    const turned = fromDay !== null && untilDay !== null && untilDay < fromDay
    const wrong = (typed: string, day: string | null) =>
      typed.trim() && !day ? text.dayWrong(index + 1) : null
    return [
      [`${path}.text`, row.text.trim() ? null : text.textMissing(index + 1)],
      [`${path}.from`, wrong(row.from, fromDay)],
      [`${path}.until`, wrong(row.until, untilDay) ?? (turned ? text.daysTurned(index + 1) : null)]
    ]
  })
  return Object.fromEntries(faults)
}

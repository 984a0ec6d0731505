import type { FormErrors } from '@mantine/form'
import { type Announcement, useHallSettings, useSetAnnouncements } from '../../api/hall-settings.ts'
import { BoardLine } from '../../parts/board-line.tsx'
import { type DraftForm, useDraftForm } from '../../parts/draft-form.ts'
import { LongTextField, TextField } from '../../parts/fields.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { findDay } from '../../parts/read-typed.ts'
import { hallText } from '../../text/admin-hall.ts'
import { dayText } from '../../text/common.ts'
import { MOST_ANNOUNCED } from '../../text/validation.ts'
import { AnnouncementsEmergency } from './announcements-emergency.tsx'
import { HallHead } from './hall-head.tsx'
import { HallRowActs, type RowPlace } from './hall-row-acts.tsx'
import { HallRowsForm } from './hall-rows-form.tsx'

const text = hallText.announcements

/** What still can be read on the board before the next call. */
const { letters: MOST_LETTERS } = MOST_ANNOUNCED

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
            <AnnouncementsForm announcements={announcements} />
            <AnnouncementsEmergency emergency={emergency} />
          </div>
        )}
      </Loaded>
    </div>
  )
}

function AnnouncementsForm({ announcements }: { announcements: readonly Announcement[] }) {
  const save = useSetAnnouncements()
  const fresh = { announcements: announcements.map(rowOf) }
  const draft = useDraftForm<Typed>('announcements', { fresh, validate, follows: !save.isPending })
  return (
    <HallRowsForm
      draft={draft}
      path="announcements"
      empty={{ text: '', from: '', until: '' }}
      save={save}
      words={text}
      onSubmit={(typed) =>
        save.mutate(typed.announcements.map(announcementFrom), { onSuccess: draft.forget })
      }
    >
      {(place) => <AnnouncementFields draft={draft} {...place} />}
    </HallRowsForm>
  )
}

function AnnouncementFields({
  draft,
  index,
  count,
  onMove,
  onRemove
}: RowPlace & { draft: DraftForm<Typed> }) {
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
      <BoardLine text={String(form.useWatchValue(`${path}.text`))} />
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
      [`${path}.text`, textFault(row.text.trim(), index + 1)],
      [`${path}.from`, wrong(row.from, fromDay)],
      [`${path}.until`, wrong(row.until, untilDay) ?? (turned ? text.daysTurned(index + 1) : null)]
    ]
  })
  return Object.fromEntries(faults)
}

function textFault(typed: string, row: number): string | null {
  if (typed === '') return text.textMissing(row)
  return typed.length > MOST_LETTERS ? text.textLong(row, typed.length, MOST_LETTERS) : null
}

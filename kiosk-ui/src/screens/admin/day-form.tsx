import { Button } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { useState } from 'react'
import { type CalendarDay, type OffKind, useRemoveDay, useSetDay } from '../../api/calendar.ts'
import { useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { DayField, dayFault, LongTextField, SelectField, TextField } from '../../parts/fields.tsx'
import { findDay, getDay } from '../../parts/read-typed.ts'
import { WorkForm } from '../../parts/work-form.tsx'
import { calendarText, DAY_KINDS, KIND_HINTS } from '../../text/admin-calendar.ts'
import { commonText, dayText, weekdayIndex } from '../../text/common.ts'

const text = calendarText.dayForm
const KINDS: OffKind[] = ['holiday', 'compensation', 'swapped_off', 'make_up']

/** What stands in the fields, as typed. */
interface Typed extends Record<string, unknown> {
  day: string
  kind: string
  name: string
  standsFor: string
  legalBasis: string
}

interface Props {
  entry: CalendarDay | undefined
  known: readonly CalendarDay[]
  onDone: () => void
}

export function DayForm({ entry, known, onDone }: Props) {
  const draft = useDraftForm<Typed>(`day-${entry?.day ?? 'new'}`, { fresh: freshValues(entry), validate })
  const save = useSetDay()
  const { form } = draft
  const kind = String(form.useWatchValue('kind'))
  const day = findDay(String(form.useWatchValue('day')))
  const taken = !entry && known.some((other) => other.day === day)
  const submit = (typed: Typed) => {
    if (save.isPending) return
    save.mutate(changeFrom(typed), {
      onSuccess: () => {
        draft.forget()
        onDone()
      }
    })
  }
  return (
    <WorkForm id={draft.id} form={form} refusal={save.error} onSubmit={submit}>
      <DraftNote draft={draft} />
      {!entry && <DayField of={draft} path="day" label={text.day} />}
      {day && taken && <p className="notice small">{text.dayTaken(dayText(day))}</p>}
      <SelectField
        of={draft}
        path="kind"
        label={calendarText.kind}
        choices={kindChoices()}
        hint={KIND_HINTS[kind] ?? commonText.nothing}
      />
      {(kind === 'swapped_off' || kind === 'make_up') && <p className="hint">{text.swapPair}</p>}
      <TextField of={draft} path="name" label={text.name} hint={text.nameHint} />
      {text.standsFor[kind] && <DayField of={draft} path="standsFor" label={text.standsFor[kind]} />}
      <LongTextField of={draft} path="legalBasis" label={text.basis} hint={text.basisHint} />
      <div className="foot">
        {entry && <RemoveDay entry={entry} onDone={onDone} />}
        <Button type="submit" className="push">
          {save.isPending ? commonText.saving : entry ? text.submitEdit : text.submitAdd}
        </Button>
      </div>
    </WorkForm>
  )
}

/** Removing asks once more: due dates given from now on will be others. */
function RemoveDay({ entry, onDone }: { entry: CalendarDay; onDone: () => void }) {
  const [asking, setAsking] = useState(false)
  const remove = useRemoveDay()
  const day = dayText(entry.day)
  if (!asking) {
    return (
      <Button variant="default" onClick={() => setAsking(true)}>
        {text.remove}
      </Button>
    )
  }
  return (
    <fieldset className="asking-again">
      <legend>{text.removeAsk(day)}</legend>
      {remove.error && <p role="alert">{remove.error.message}</p>}
      <Button variant="default" autoFocus onClick={() => setAsking(false)}>
        {text.removeNo}
      </Button>
      <Button variant="default" onClick={() => remove.mutate(entry.day, { onSuccess: onDone })}>
        {remove.isPending ? commonText.saving : text.removeYes(day)}
      </Button>
    </fieldset>
  )
}

function kindChoices() {
  return [
    { value: '', label: text.kindChoose },
    ...KINDS.map((kind) => ({ value: kind, label: DAY_KINDS[kind] ?? kind }))
  ]
}

function freshValues(entry: CalendarDay | undefined): Typed {
  return {
    day: entry ? dayText(entry.day) : '',
    kind: entry?.kind ?? '',
    name: entry?.name ?? '',
    standsFor: entry?.standsFor ? dayText(entry.standsFor) : '',
    legalBasis: entry?.legalBasis ?? ''
  }
}

function validate({ day, kind, name, standsFor, legalBasis }: Typed): FormErrors {
  return {
    day: dayFault(day, text.dayWhat) ?? weekdayFault(day, kind),
    kind: kind ? null : text.kindMissing,
    name: name.trim() ? null : text.nameMissing,
    standsFor: text.standsFor[kind] ? dayFault(standsFor, text.standsForWhat[kind] ?? '') : null,
    legalBasis: legalBasis.trim() ? null : text.basisMissing
  }
}

function weekdayFault(typed: string, kind: string): string | null {
  const day = findDay(typed)
  if (!day) return null
  const isWeekend = weekdayIndex(day) > 4
  if (kind === 'make_up' && !isWeekend) return text.makeUpWeekday
  return isWeekend && (kind === 'compensation' || kind === 'swapped_off') ? text.weekendOff : null
}

function changeFrom({ day, kind, name, standsFor, legalBasis }: Typed) {
  return {
    day: getDay(day),
    kind: kind as OffKind,
    name: name.trim(),
    legalBasis: legalBasis.trim(),
    ...(text.standsFor[kind] ? { standsFor: getDay(standsFor) } : {})
  }
}

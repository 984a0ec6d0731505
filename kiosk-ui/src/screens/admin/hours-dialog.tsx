import { Button, Checkbox } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { type Hours, type NewHours, useSetHours } from '../../api/offices.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { fieldId, useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { DayField, dayFault, TextField } from '../../parts/fields.tsx'
import { findTime, getDay } from '../../parts/read-typed.ts'
import { WorkForm } from '../../parts/work-form.tsx'
import { hoursText } from '../../text/admin-hours.ts'
import { commonText, WEEKDAYS } from '../../text/common.ts'
import { type TypedDay, WeekFields } from './week-fields.tsx'

interface Typed extends Record<string, unknown> {
  effectiveFrom: string
  week: TypedDay[]
  returnTime: string
  saturdayCounts: boolean
  note: string
}

interface Props {
  officeId: string
  today: string
  current: Hours | undefined
  onClose: () => void
}

/** New hours, beginning with those in force: most changes touch one cell. */
export function HoursDialog({ officeId, current, onClose }: Props) {
  const draft = useDraftForm<Typed>('hours', { fresh: freshValues(current), validate })
  const save = useSetHours(officeId)
  const { form } = draft
  const submit = (typed: Typed) => {
    if (save.isPending) return
    save.mutate(hoursFrom(typed), {
      onSuccess: () => {
        draft.forget()
        onClose()
      }
    })
  }
  return (
    <Dialog wide title={hoursText.formTitle} onClose={onClose}>
      <WorkForm id={draft.id} form={form} refusal={save.error} onSubmit={submit}>
        <p className="quiet">{hoursText.formLead}</p>
        <DraftNote draft={draft} />
        <DayField of={draft} path="effectiveFrom" label={hoursText.effectiveFrom} />
        <WeekFields of={draft} />
        <Checkbox
          {...form.getInputProps('saturdayCounts', { type: 'checkbox' })}
          key={form.key('saturdayCounts')}
          id={fieldId(draft.id, 'saturdayCounts')}
          label={hoursText.saturdayCounts}
          description={hoursText.saturdayHint}
        />
        <TextField
          of={draft}
          path="returnTime"
          label={hoursText.returnTime}
          hint={hoursText.returnTimeHint}
          inputMode="numeric"
        />
        <TextField
          of={draft}
          path="note"
          label={`${hoursText.note} ${commonText.optional}`}
          hint={hoursText.noteHint}
        />
        <div className="foot">
          <Button type="submit" className="push">
            {save.isPending ? commonText.saving : hoursText.submit}
          </Button>
        </div>
      </WorkForm>
    </Dialog>
  )
}

function freshValues(current: Hours | undefined): Typed {
  return {
    effectiveFrom: '',
    week: WEEKDAYS.map((_, index) => typedDay(current?.week[index] ?? [])),
    returnTime: current?.returnTime ?? '16:30',
    saturdayCounts: current?.saturdayCounts ?? false,
    note: ''
  }
}

function typedDay(intervals: Hours['week'][number]): TypedDay {
  const [morning] = intervals.filter(({ from }) => from < '12:00')
  const [afternoon] = intervals.filter(({ from }) => from >= '12:00')
  return {
    morning: { from: morning?.from ?? '', to: morning?.to ?? '' },
    afternoon: { from: afternoon?.from ?? '', to: afternoon?.to ?? '' }
  }
}

function validate({ effectiveFrom, week, returnTime }: Typed): FormErrors {
  const weekFaults = Object.assign({}, ...week.map(dayFaults)) as FormErrors
  const isEmpty = week.every((day) => intervalsOf(day).length === 0)
  return {
    effectiveFrom: dayFault(effectiveFrom, hoursText.effectiveWhat),
    ...(isEmpty ? { 'week.0.morning.from': hoursText.noDay } : {}),
    ...weekFaults,
    returnTime: findTime(returnTime) ? null : hoursText.returnMissing
  }
}

/** At most one fault for each half of a day, at the field where the hand has to go. */
function dayFaults(day: TypedDay, index: number): FormErrors {
  const weekday = WEEKDAYS[index] ?? ''
  const faults: FormErrors = {}
  for (const half of ['morning', 'afternoon'] as const) {
    const part = hoursText[half].toLowerCase()
    for (const end of ['from', 'to'] as const) {
      const path = `week.${index}.${half}.${end}`
      const other = day[half][end === 'from' ? 'to' : 'from']
      if (day[half][end].trim() === '')
        faults[path] = other.trim() === '' ? null : hoursText.bothEnds(weekday, part)
      else if (!findTime(day[half][end])) faults[path] = hoursText.timeWrong(weekday, part)
    }
  }
  const times = intervalsOf(day).flatMap(({ from, to }) => [from, to])
  const rises = times.every((time, place) => place === 0 || time > (times[place - 1] ?? ''))
  if (!Object.values(faults).some(Boolean) && !rises)
    faults[`week.${index}.morning.from`] = hoursText.order(weekday)
  return faults
}

function intervalsOf({ morning, afternoon }: TypedDay) {
  return [morning, afternoon].flatMap(({ from, to }) => {
    const [opens, closes] = [findTime(from), findTime(to)]
    return opens && closes ? [{ from: opens, to: closes }] : []
  })
}

function hoursFrom({ effectiveFrom, week, returnTime, saturdayCounts, note }: Typed): NewHours {
  return {
    effectiveFrom: getDay(effectiveFrom),
    week: week.map(intervalsOf),
    returnTime: findTime(returnTime) ?? '',
    saturdayCounts,
    ...(note.trim() ? { note: note.trim() } : {})
  }
}

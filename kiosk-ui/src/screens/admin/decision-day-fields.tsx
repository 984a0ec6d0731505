import { Button } from '@mantine/core'
import type { DraftForm } from '../../parts/draft-form.ts'
import { DayField, SelectField, TextField } from '../../parts/fields.tsx'
import { findDay } from '../../parts/read-typed.ts'
import { calendarText, DAY_KINDS } from '../../text/admin-calendar.ts'
import { commonText, longDayText } from '../../text/common.ts'
import type { TypedDecisionDay } from './decision-dialog.tsx'

const text = calendarText.decision
const ASKED_KINDS = ['holiday', 'compensation', 'swapped_off', 'make_up', 'working']
const ADDED_KINDS = ['make_up', 'holiday', 'compensation', 'swapped_off']

interface Props<Values> {
  of: DraftForm<Values>
  index: number
}

type WithDays = Record<string, unknown> & { days: TypedDecisionDay[] }

/** A day of the question: it has to be decided one way or the other. */
export function AskedDayFields<Values extends WithDays>({
  of,
  index,
  assumed
}: Props<Values> & { assumed: 'off' | 'working' }) {
  const path = `days.${index}`
  const day = findDay(of.form.getValues().days[index]?.day ?? '')
  const kind = String(of.form.useWatchValue(`${path}.kind`))
  return (
    <fieldset className="paper">
      <legend>{day && longDayText(day)}</legend>
      <p className="hint">{calendarText.assumed[assumed]}</p>
      <div className="pair">
        <SelectField
          of={of}
          path={`${path}.kind`}
          label={calendarText.kind}
          choices={choices(ASKED_KINDS)}
          className="day"
        />
        <TextField of={of} path={`${path}.name`} label={calendarText.name} className="grow" />
      </div>
      {kind === 'swapped_off' && <p className="hint">{text.swapHint}</p>}
    </fieldset>
  )
}

/** Another day of the same paper, such as the Saturday that makes up for a swapped day. */
export function AddedDayFields<Values extends WithDays>({
  of,
  index,
  onRemove
}: Props<Values> & { onRemove: () => void }) {
  const path = `days.${index}`
  return (
    <fieldset className="paper">
      <legend>{text.addedWhat}</legend>
      <div className="pair top">
        <DayField of={of} path={`${path}.day`} label={calendarText.dayForm.day} />
        <SelectField
          of={of}
          path={`${path}.kind`}
          label={calendarText.kind}
          hint={commonText.nothing}
          choices={choices(ADDED_KINDS)}
          className="day"
        />
        <TextField
          of={of}
          path={`${path}.name`}
          label={calendarText.name}
          hint={text.addedNameHint}
          className="grow"
        />
      </div>
      <Button variant="default" size="sm" onClick={onRemove}>
        {text.removeDay}
      </Button>
    </fieldset>
  )
}

function choices(kinds: readonly string[]) {
  return [
    { value: '', label: text.choose },
    ...kinds.map((kind) => ({ value: kind, label: DAY_KINDS[kind] ?? kind }))
  ]
}

import { Button, TextInput } from '@mantine/core'
import { type DraftForm, fieldId } from '../../parts/draft-form.ts'
import { hoursText } from '../../text/admin-hours.ts'
import { WEEKDAYS } from '../../text/common.ts'

interface TypedInterval {
  from: string
  to: string
}

/** The hours of one weekday as typed; both fields of a half are empty when it is closed. */
export interface TypedDay {
  morning: TypedInterval
  afternoon: TypedInterval
}

type WithWeek = Record<string, unknown> & { week: TypedDay[] }

const HALVES = ['morning', 'afternoon'] as const
const ENDS = ['from', 'to'] as const

/** Seven rows of four fields, in the order in which the tab key goes. */
export function WeekFields<Values extends WithWeek>({ of }: { of: DraftForm<Values> }) {
  const { form } = of
  const copyMonday = () => {
    const [monday] = form.getValues().week
    for (const index of [1, 2, 3, 4]) {
      for (const half of HALVES) {
        for (const end of ENDS)
          form.setFieldValue(`week.${index}.${half}.${end}`, monday?.[half][end] as never)
      }
    }
  }
  return (
    <fieldset>
      <legend>{hoursText.week}</legend>
      <p className="hint">{hoursText.weekHint}</p>
      <table className="week-fields">
        <thead>
          <tr>
            <th scope="col">{hoursText.weekday}</th>
            <th scope="col">{hoursText.morning}</th>
            <th scope="col">{hoursText.afternoon}</th>
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((weekday, index) => (
            <tr key={weekday}>
              <th scope="row" className="weekday">
                {weekday}
              </th>
              {HALVES.map((half) => (
                <td key={half}>
                  <Half
                    of={of}
                    path={`week.${index}.${half}`}
                    weekday={weekday}
                    part={hoursText[half].toLowerCase()}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Button variant="default" size="sm" onClick={copyMonday}>
        {hoursText.copyMonday}
      </Button>
    </fieldset>
  )
}

interface HalfProps<Values> {
  of: DraftForm<Values>
  path: string
  weekday: string
  part: string
}

function Half<Values extends WithWeek>({ of: { id, form }, path, weekday, part }: HalfProps<Values>) {
  const message = ENDS.map((end) => form.errors[`${path}.${end}`]).find(Boolean)
  return (
    <div>
      {message && (
        <p className="mend" id={fieldId(id, `${path}-mend`)}>
          {message}
        </p>
      )}
      <div className="interval">
        {ENDS.map((end) => (
          <TextInput
            {...form.getInputProps(`${path}.${end}`)}
            key={form.key(`${path}.${end}`)}
            id={fieldId(id, `${path}.${end}`)}
            error={Boolean(form.errors[`${path}.${end}`])}
            {...(message ? { 'aria-describedby': fieldId(id, `${path}-mend`) } : {})}
            aria-label={hoursText[end](weekday, part)}
            inputMode="numeric"
            autoComplete="off"
          />
        ))}
      </div>
    </div>
  )
}

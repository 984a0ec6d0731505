import { Button } from '@mantine/core'
import type { DraftForm } from '../../parts/draft-form.ts'
import { SelectField, TextField } from '../../parts/fields.tsx'
import { procedureText, TERM_UNITS } from '../../text/admin-procedures.ts'
import { channelText } from '../../text/procedures.ts'
import type { TypedCase } from './cases-dialog.tsx'

const text = procedureText.casesForm

interface Props<Values> {
  of: DraftForm<Values>
  index: number
  onRemove: () => void
}

export function CaseFields<Values extends Record<string, unknown> & { cases: TypedCase[] }>(
  props: Props<Values>
) {
  const { of, index, onRemove } = props
  const path = `cases.${index}`
  return (
    <fieldset className="paper">
      <legend>{text.place(index + 1)}</legend>
      <TextField of={of} path={`${path}.name`} label={text.name} hint={text.nameHint} />
      <div className="pair">
        <TextField
          of={of}
          path={`${path}.amount`}
          label={text.amount}
          inputMode="numeric"
          className="count"
        />
        <SelectField
          of={of}
          path={`${path}.unit`}
          label={text.unit}
          choices={unitChoices()}
          className="day"
        />
        <SelectField
          of={of}
          path={`${path}.channel`}
          label={text.kind}
          choices={channelChoices()}
          className="day"
        />
        <Button variant="default" size="sm" className="push" onClick={onRemove}>
          {text.remove}
          <span className="unseen"> {index + 1}</span>
        </Button>
      </div>
    </fieldset>
  )
}

function unitChoices() {
  return Object.entries(TERM_UNITS).map(([value, label]) => ({ value, label }))
}

function channelChoices() {
  const channels = Object.entries(channelText).map(([value, label]) => ({ value, label }))
  return [{ value: '', label: text.byCase }, ...channels]
}

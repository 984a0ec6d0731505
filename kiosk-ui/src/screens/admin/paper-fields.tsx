import { Button, Checkbox } from '@mantine/core'
import { type DraftForm, fieldId } from '../../parts/draft-form.ts'
import { LongTextField, TextField } from '../../parts/fields.tsx'
import { procedureText } from '../../text/admin-procedures.ts'
import type { TypedPaper } from './papers-dialog.tsx'

const text = procedureText.papersForm

interface Props<Values> {
  of: DraftForm<Values>
  index: number
  onRemove: () => void
}

export function PaperFields<Values extends Record<string, unknown> & { papers: TypedPaper[] }>(
  props: Props<Values>
) {
  const { of, index, onRemove } = props
  const { id, form } = of
  const path = `papers.${index}`
  return (
    <fieldset className="paper">
      <legend>{text.paper(index + 1, form.getValues().papers[index]?.group ?? '')}</legend>
      <LongTextField of={of} path={`${path}.name`} label={text.name} />
      <div className="pair">
        <TextField
          of={of}
          path={`${path}.originals`}
          label={text.originals}
          inputMode="numeric"
          className="count"
        />
        <TextField
          of={of}
          path={`${path}.copies`}
          label={text.copies}
          inputMode="numeric"
          className="count"
        />
        <Checkbox
          {...form.getInputProps(`${path}.presented`, { type: 'checkbox' })}
          key={form.key(`${path}.presented`)}
          id={fieldId(id, `${path}.presented`)}
          label={text.presented}
        />
        <Button variant="default" size="sm" className="push" onClick={onRemove}>
          {text.remove}
          <span className="unseen"> {index + 1}</span>
        </Button>
      </div>
    </fieldset>
  )
}

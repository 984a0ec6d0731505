import { Button, Input } from '@mantine/core'
import { useRef } from 'react'
import { fieldId, useDraftForm } from '../../parts/draft-form.ts'
import { WorkForm } from '../../parts/work-form.tsx'
import { importText as text } from '../../text/admin-procedures.ts'
import { DecisionFields, decisionFaults, decisionFrom, type TypedDecision } from './decision-fields.tsx'

export interface ChosenFile {
  name: string
  document: unknown
  effectiveFrom: string
  decision: string
}

interface Typed extends Record<string, unknown>, TypedDecision {}

interface Props {
  refusal: Error | null
  isReading: boolean
  onChosen: (file: ChosenFile) => void
}

/** The file is read here, so that one that is no JSON is refused before it travels. */
export function CatalogueFileForm({ refusal, isReading, onChosen }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const draft = useDraftForm<Typed>('catalogue', {
    fresh: { decision: '', effectiveFrom: '' },
    validate: (typed) => ({
      file: input.current?.files?.length ? null : text.fileMissing,
      ...decisionFaults(typed)
    })
  })
  const submit = async (typed: Typed) => {
    const file = input.current?.files?.[0]
    const document = await file?.text().then(parse)
    if (!file || document === undefined) {
      draft.form.setFieldError('file', text.fileUnreadable)
      return
    }
    onChosen({ name: file.name, document, ...decisionFrom(typed) })
  }
  const id = fieldId(draft.id, 'file')
  return (
    <section className="card narrow">
      <p className="quiet">{text.lead}</p>
      <WorkForm id={draft.id} form={draft.form} refusal={refusal} onSubmit={(typed) => void submit(typed)}>
        <Input.Wrapper id={id} label={text.file} description={text.fileHint} error={draft.form.errors.file}>
          <input
            ref={input}
            id={id}
            type="file"
            accept=".json,application/json"
            aria-describedby={`${id}-description`}
          />
        </Input.Wrapper>
        <DecisionFields of={draft} />
        <div className="foot">
          <Button type="submit" className="push">
            {isReading ? text.previewing : text.preview}
          </Button>
        </div>
      </WorkForm>
    </section>
  )
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

import { Button } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { type CalendarDay, type CalendarQuestion, type Decision, useDecide } from '../../api/calendar.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { LongTextField, SelectField, TextField } from '../../parts/fields.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { calendarText, DAY_KINDS } from '../../text/admin-calendar.ts'
import { commonText, dayText, longDayText } from '../../text/common.ts'

const text = calendarText.decision
const KINDS = ['holiday', 'compensation', 'swapped_off', 'make_up', 'working'] as const

interface Typed extends Record<string, unknown> {
  days: { day: string; kind: string; name: string }[]
  legalBasis: string
}

interface Props {
  question: CalendarQuestion
  known: readonly CalendarDay[]
  onClose: () => void
}

/** Writes down what was decided about the days of one question, and by which paper. */
export function DecisionDialog({ question, known, onClose }: Props) {
  const draft = useDraftForm<Typed>(`decision-${question.id}`, {
    fresh: freshValues(question, known),
    validate
  })
  const decide = useDecide()
  const submit = (typed: Typed) => {
    if (decide.isPending) return
    decide.mutate(decisionFrom(question.id, typed), {
      onSuccess: () => {
        draft.forget()
        onClose()
      }
    })
  }
  return (
    <Dialog wide title={calendarText.decideFor(question.title)} onClose={onClose}>
      <WorkForm id={draft.id} form={draft.form} refusal={decide.error} onSubmit={submit}>
        <p>{question.note}</p>
        <p className="quiet">{text.lead}</p>
        <DraftNote draft={draft} />
        {question.days.map(({ day, assumed }, index) => (
          <fieldset key={day}>
            <legend>{longDayText(day)}</legend>
            <p className="hint">{calendarText.assumed[assumed]}</p>
            <div className="pair">
              <SelectField
                of={draft}
                path={`days.${index}.kind`}
                label={calendarText.kind}
                choices={choices()}
                className="day"
              />
              <TextField of={draft} path={`days.${index}.name`} label={calendarText.name} className="grow" />
            </div>
          </fieldset>
        ))}
        <LongTextField
          of={draft}
          path="legalBasis"
          label={calendarText.dayForm.basis}
          hint={calendarText.dayForm.basisHint}
        />
        <div className="foot">
          <Button type="submit" className="push">
            {decide.isPending ? commonText.saving : text.submit}
          </Button>
        </div>
      </WorkForm>
    </Dialog>
  )
}

function choices() {
  return [
    { value: '', label: text.choose },
    ...KINDS.map((kind) => ({ value: kind, label: DAY_KINDS[kind] ?? kind }))
  ]
}

function freshValues({ days }: CalendarQuestion, known: readonly CalendarDay[]): Typed {
  const names = new Map(known.map(({ day, name }) => [day, name]))
  return { days: days.map(({ day }) => ({ day, kind: '', name: names.get(day) ?? '' })), legalBasis: '' }
}

function validate({ days, legalBasis }: Typed): FormErrors {
  const faults = days.flatMap(({ day, kind, name }, index) => [
    [`days.${index}.kind`, kind ? null : text.chooseMissing(dayText(day))],
    [`days.${index}.name`, name.trim() ? null : text.nameMissing(dayText(day))]
  ])
  return {
    ...Object.fromEntries(faults),
    legalBasis: legalBasis.trim() ? null : calendarText.dayForm.basisMissing
  }
}

function decisionFrom(questionId: string, { days, legalBasis }: Typed): Decision {
  return {
    questionId,
    days: days.map(({ day, kind, name }) => ({
      day,
      kind: kind as Decision['days'][number]['kind'],
      name: name.trim()
    })),
    legalBasis: legalBasis.trim()
  }
}

import { Button } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { type Decision, type Question, useDecide } from '../../api/calendar.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { dayFault, LongTextField } from '../../parts/fields.tsx'
import { getDay } from '../../parts/read-typed.ts'
import { WorkForm } from '../../parts/work-form.tsx'
import { calendarText } from '../../text/admin-calendar.ts'
import { commonText, dayText } from '../../text/common.ts'
import { AddedDayFields, AskedDayFields } from './decision-day-fields.tsx'

const text = calendarText.decision

/** One day of a decision as typed. `asked` days are those of the question, the others belong to the same paper. */
export interface TypedDecisionDay {
  day: string
  asked: boolean
  kind: string
  name: string
}

interface Typed extends Record<string, unknown> {
  days: TypedDecisionDay[]
  legalBasis: string
}

interface Props {
  question: Question
  onClose: () => void
}

/** Writes down what was decided about the days of one question, with the make-up day if there is one, and by which paper. */
export function DecisionDialog({ question, onClose }: Props) {
  const draft = useDraftForm<Typed>(`decision-${question.id}`, {
    fresh: freshValues(question),
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
  const { form } = draft
  return (
    <Dialog wide title={calendarText.decideFor(question.title)} onClose={onClose}>
      <WorkForm id={draft.id} form={form} refusal={decide.error} onSubmit={submit}>
        <p>{question.note}</p>
        <p className="quiet">{text.lead}</p>
        <DraftNote draft={draft} />
        {form
          .getValues()
          .days.map(({ asked, day }, index) =>
            asked ? (
              <AskedDayFields key={day} of={draft} index={index} assumed={assumedOf(question, day)} />
            ) : (
              <AddedDayFields
                key={form.key(`days.${index}`)}
                of={draft}
                index={index}
                onRemove={() => form.removeListItem('days', index)}
              />
            )
          )}
        <Button variant="default" size="sm" onClick={() => form.insertListItem('days', addedDay())}>
          {text.addDay}
        </Button>
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

function assumedOf({ days }: Question, day: string) {
  return days.find((asked) => dayText(asked.day) === day)?.assumed ?? 'working'
}

function addedDay(): TypedDecisionDay {
  return { day: '', asked: false, kind: 'make_up', name: '' }
}

function freshValues({ days }: Question): Typed {
  return {
    days: days.map(({ day, name }) => ({ day: dayText(day), asked: true, kind: '', name })),
    legalBasis: ''
  }
}

function validate({ days, legalBasis }: Typed): FormErrors {
  const faults = days.flatMap(({ day, asked, kind, name }, index) => {
    const said = asked ? day : text.added
    return [
      [`days.${index}.day`, dayFault(day, text.addedWhat)],
      [`days.${index}.kind`, kind ? null : text.chooseMissing(said)],
      [`days.${index}.name`, name.trim() ? null : text.nameMissing(said)]
    ]
  })
  return {
    ...Object.fromEntries(faults),
    legalBasis: legalBasis.trim() ? null : calendarText.dayForm.basisMissing
  }
}

function decisionFrom(questionId: string, { days, legalBasis }: Typed): Decision {
  return {
    questionId,
    days: days.map(({ day, kind, name }) => ({
      day: getDay(day),
      kind: kind as Decision['days'][number]['kind'],
      name: name.trim()
    })),
    legalBasis: legalBasis.trim()
  }
}

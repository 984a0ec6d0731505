import { Button, Checkbox } from '@mantine/core'
import type { FormErrors } from '@mantine/form'
import { type HallRules, type HallSettings, useSetRules } from '../../api/hall-settings.ts'
import { type DraftForm, fieldId, useDraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { ChoiceField, SelectField, TextField } from '../../parts/fields.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { hallText, ruleSentences } from '../../text/admin-hall.ts'
import { commonText } from '../../text/common.ts'

const text = hallText.rules

/** Numbers stand in the fields as typed; `returns` says whether `absentReturnsAfter` holds. */
interface Typed extends Record<NumberField, string>, Record<string, unknown> {
  priorityMode: HallRules['priorityMode']
  returns: boolean
  pickUpServiceId: string
  alwaysOpen: boolean
}

type NumberField = keyof typeof RANGES

const RANGES = {
  ordinaryPerPriority: [1, 20],
  mostOrdinaryWait: [5, 240],
  absentReturnsAfter: [1, 20],
  mostAbsences: [1, 10],
  promisedWait: [1, 240],
  promisedShare: [1, 100],
  appointmentGrace: [0, 120]
} as const

const NUMBERS = Object.keys(RANGES) as NumberField[]

export function HallRulesForm({ hall: { rules, services } }: { hall: HallSettings }) {
  const save = useSetRules()
  const draft = useDraftForm<Typed>('hall-rules', {
    fresh: freshValues(rules),
    validate,
    follows: !save.isPending
  })
  const submit = (typed: Typed) => {
    if (save.isPending) return
    save.mutate(rulesFrom(typed), { onSuccess: draft.forget })
  }
  return (
    <div className="columns">
      <div className="card">
        <WorkForm id={draft.id} form={draft.form} refusal={save.error} onSubmit={submit}>
          <DraftNote draft={draft} />
          <PriorityFields draft={draft} />
          <AbsenceFields draft={draft} />
          <fieldset>
            <legend>{text.promise}</legend>
            <p className="hint">{text.promiseHint}</p>
            <div className="pair">
              <NumberField draft={draft} path="promisedShare" />
              <NumberField draft={draft} path="promisedWait" />
            </div>
          </fieldset>
          <fieldset>
            <legend>{text.appointments}</legend>
            <div className="pair">
              <NumberField draft={draft} path="appointmentGrace" />
            </div>
            <SelectField
              of={draft}
              path="pickUpServiceId"
              label={text.pickUp}
              hint={text.pickUpHint}
              choices={[{ value: '', label: text.pickUpNone }, ...services.map(asChoice)]}
            />
          </fieldset>
          <Checkbox
            {...draft.form.getInputProps('alwaysOpen', { type: 'checkbox' })}
            key={draft.form.key('alwaysOpen')}
            id={fieldId(draft.id, 'alwaysOpen')}
            label={text.alwaysOpen}
            description={text.alwaysOpenHint}
          />
          <div className="foot">
            <Button type="submit" className="push">
              {save.isPending ? commonText.saving : text.submit}
            </Button>
          </div>
        </WorkForm>
      </div>
      <Sentences draft={draft} />
    </div>
  )
}

interface Part {
  draft: DraftForm<Typed>
}

function PriorityFields({ draft }: Part) {
  const mode = draft.form.useWatchValue('priorityMode') as HallRules['priorityMode']
  return (
    <fieldset>
      <legend>{text.priority}</legend>
      <ChoiceField
        of={draft}
        path="priorityMode"
        label={text.mode}
        choices={(['interleaved', 'strict'] as const).map((value) => ({ value, label: text.modes[value] }))}
      />
      <p className="hint" aria-live="polite">
        {text.modeHints[mode]}
      </p>
      <div className="pair">
        {mode === 'interleaved' ? (
          <NumberField draft={draft} path="ordinaryPerPriority" />
        ) : (
          <NumberField draft={draft} path="mostOrdinaryWait" hint={text.mostOrdinaryWaitHint} />
        )}
      </div>
    </fieldset>
  )
}

function AbsenceFields({ draft }: Part) {
  const returns = Boolean(draft.form.useWatchValue('returns'))
  return (
    <fieldset>
      <legend>{text.absence}</legend>
      <Checkbox
        {...draft.form.getInputProps('returns', { type: 'checkbox' })}
        key={draft.form.key('returns')}
        id={fieldId(draft.id, 'returns')}
        label={text.returns}
      />
      <div className="pair">
        {returns && <NumberField draft={draft} path="absentReturnsAfter" />}
        <NumberField draft={draft} path="mostAbsences" />
      </div>
    </fieldset>
  )
}

function NumberField({ draft, path, hint }: Part & { path: NumberField; hint?: string }) {
  return (
    <TextField
      of={draft}
      path={path}
      label={text[path]}
      inputMode="numeric"
      className="count"
      {...(hint ? { hint } : {})}
    />
  )
}

/** What is typed at this moment. */
function useTyped({ form }: DraftForm<Typed>): Typed {
  const watched = {
    priorityMode: form.useWatchValue('priorityMode'),
    ordinaryPerPriority: form.useWatchValue('ordinaryPerPriority'),
    mostOrdinaryWait: form.useWatchValue('mostOrdinaryWait'),
    returns: form.useWatchValue('returns'),
    absentReturnsAfter: form.useWatchValue('absentReturnsAfter'),
    mostAbsences: form.useWatchValue('mostAbsences'),
    promisedWait: form.useWatchValue('promisedWait'),
    promisedShare: form.useWatchValue('promisedShare'),
    appointmentGrace: form.useWatchValue('appointmentGrace')
  }
  return { ...form.getValues(), ...watched } as Typed
}

/** The rules as they would be read; a number that cannot be keeps them from being said. */
function Sentences({ draft }: Part) {
  const typed = useTyped(draft)
  const rules = rulesFrom(typed)
  const isRight = Object.values(validate(typed)).every((fault) => fault === null)
  return (
    <aside className="card read" aria-live="polite">
      <h2>{text.read}</h2>
      {isRight && (
        <ul className="lines">
          <li>{ruleSentences.order(rules)}</li>
          <li>{ruleSentences.fairness}</li>
          <li>{ruleSentences.absence(rules)}</li>
          <li>{ruleSentences.appointment(rules)}</li>
          <li>{ruleSentences.promise(rules)}</li>
        </ul>
      )}
    </aside>
  )
}

function asChoice({ id, letter, name }: HallSettings['services'][number]) {
  return { value: id, label: hallText.counters.service(letter, name) }
}

function freshValues(rules: HallRules): Typed {
  const { priorityMode, absentReturnsAfter, pickUpServiceId, alwaysOpen, ...numbers } = rules
  const typed = Object.fromEntries(
    Object.entries({ ...numbers, absentReturnsAfter: absentReturnsAfter ?? 3 }).map(([path, value]) => [
      path,
      String(value)
    ])
  ) as Record<NumberField, string>
  const returns = absentReturnsAfter !== null
  return { ...typed, priorityMode, returns, pickUpServiceId: pickUpServiceId ?? '', alwaysOpen }
}

function validate(typed: Typed): FormErrors {
  return Object.fromEntries(
    NUMBERS.map((path) => {
      const [least, most] = RANGES[path]
      const value = Number(typed[path].trim())
      const right = /^\d{1,3}$/.test(typed[path].trim()) && value >= least && value <= most
      return [path, right ? null : text.number(text[path], least, most)]
    })
  )
}

function rulesFrom(typed: Typed): HallRules {
  const numbers = Object.fromEntries(NUMBERS.map((path) => [path, Number(typed[path])])) as Record<
    NumberField,
    number
  >
  return {
    ...numbers,
    alwaysOpen: typed.alwaysOpen,
    priorityMode: typed.priorityMode,
    absentReturnsAfter: typed.returns ? numbers.absentReturnsAfter : null,
    pickUpServiceId: typed.pickUpServiceId || null
  }
}

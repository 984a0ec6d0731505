import type { Procedure } from '../../api/procedures.ts'
import { intakeText as text } from '../../text/counter.ts'
import { termText } from '../../text/procedures.ts'
import { changeIntake, type Intake } from './intake.ts'

export function casesOf({ variants }: Procedure) {
  return variants.filter(({ kind }) => kind === 'case')
}

/** Which case it is, where the term depends on it. */
export function CaseChoice({ intake, procedure }: { intake: Intake; procedure: Procedure }) {
  const cases = casesOf(procedure)
  if (cases.length === 0) return null
  const choices = [
    { name: '', label: text.caseOrdinary(termText(procedure.term)) },
    ...cases.map(({ name, term }) => ({ name, label: `${name} (${termText(term)})` }))
  ]
  return (
    <fieldset className="choice-field">
      <legend>{text.case}</legend>
      {choices.map(({ name, label }, index) => (
        <label key={name} className="choice">
          <input
            type="radio"
            name="truong-hop"
            // biome-ignore lint/a11y/noAutofocus: choosing a procedure with cases asks for the case at once
            autoFocus={index === 0}
            checked={intake.caseName === name}
            onChange={() => changeIntake({ caseName: name })}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

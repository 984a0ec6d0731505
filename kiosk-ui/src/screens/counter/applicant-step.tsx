import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { type DraftForm, fieldId } from '../../parts/draft-form.ts'
import { ChoiceField, TextField } from '../../parts/fields.tsx'
import { Icon } from '../../parts/icon.tsx'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { PageHeading } from '../../parts/page-heading.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { intakeText as text } from '../../text/counter.ts'
import { counterText } from '../../text/counter-queue.ts'
import type { Typed } from './applicant.ts'
import { KEYS, onPage } from './counter-keys.ts'
import { enterMovesOn } from './enter-moves-on.ts'
import type { StepProps } from './intake-page.tsx'

const choicesOf = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** Who files, for whom, and how the result comes back. Nothing is rewritten while it is typed. */
export function ApplicantStep({ intake, applicant, goTo, said }: StepProps & { said: string }) {
  const { id, form } = applicant
  useEffect(() => {
    const field = document.getElementById(fieldId(id, intake.card ? 'phone' : 'idNumber'))
    if (!document.querySelector('.problem')) field?.focus()
  }, [id, intake.card])
  const submit = () => {
    const sent = document.getElementById(id)
    if (sent instanceof HTMLFormElement) sent.requestSubmit()
  }
  useKeys([onPage(KEYS.go, submit)])
  return (
    <>
      <div className="work">
        <header>
          <PageHeading title={text.applicantTitle} section={counterText.title} />
          <p className="small quiet">{text.scanLead}</p>
        </header>
        <WorkForm id={id} form={form} refusal={null} onSubmit={() => goTo(2)} onKeyDown={enterMovesOn}>
          <PersonFields applicant={applicant} />
          <SubmitterFields applicant={applicant} />
          <WayFields applicant={applicant} />
        </WorkForm>
      </div>
      <footer className="foot">
        <Button variant="default" leftSection={<Icon name="left" />} onClick={() => goTo(0)}>
          {text.stepNames[0]}
        </Button>
        <p className="say" role="status">
          {said}
        </p>
        <KeyButton of={KEYS.go} primary type="submit" form={id}>
          {text.stepNames[2]}
        </KeyButton>
      </footer>
    </>
  )
}

type Part = { applicant: DraftForm<Typed> }

function PersonFields({ applicant }: Part) {
  const isCitizen = applicant.form.useWatchValue('kind') === 'citizen'
  return (
    <div className="columns">
      <ChoiceField of={applicant} path="kind" label={text.kind} choices={choicesOf(text.kinds)} />
      <TextField
        of={applicant}
        path="idNumber"
        label={text.optional(isCitizen ? text.idNumber : text.taxNumber)}
        inputMode="numeric"
        {...(isCitizen ? { hint: text.idNumberHint } : {})}
      />
      <TextField
        of={applicant}
        path="name"
        className="whole"
        label={isCitizen ? text.name : text.organisationName}
      />
      {isCitizen && (
        <TextField
          of={applicant}
          path="birthDate"
          label={text.optional(text.birthDate)}
          inputMode="numeric"
        />
      )}
      {isCitizen && (
        <ChoiceField of={applicant} path="sex" label={text.sex} choices={choicesOf(text.sexes)} />
      )}
      <TextField
        of={applicant}
        path="address"
        className="whole"
        label={text.address}
        hint={text.addressHint}
      />
      <TextField
        of={applicant}
        path="phone"
        label={text.optional(text.phone)}
        hint={text.phoneHint}
        inputMode="tel"
      />
      <TextField of={applicant} path="email" label={text.optional(text.email)} inputMode="email" />
    </div>
  )
}

function SubmitterFields({ applicant }: Part) {
  const isOther = applicant.form.useWatchValue('submitter') === 'other'
  return (
    <div className="columns">
      <ChoiceField
        of={applicant}
        path="submitter"
        label={text.submitter}
        choices={choicesOf(text.submitters)}
      />
      {isOther && (
        <>
          <TextField of={applicant} path="submitterName" label={text.submitterName} />
          <TextField
            of={applicant}
            path="submitterId"
            label={text.optional(text.submitterId)}
            inputMode="numeric"
          />
          <TextField
            of={applicant}
            path="authorisation"
            label={text.optional(text.authorisation)}
            hint={text.authorisationHint}
          />
        </>
      )}
    </div>
  )
}

function WayFields({ applicant }: Part) {
  const isPosted = applicant.form.useWatchValue('resultDelivery') === 'post'
  return (
    <div className="columns">
      <ChoiceField of={applicant} path="channel" label={text.channel} choices={choicesOf(text.channels)} />
      <ChoiceField
        of={applicant}
        path="resultDelivery"
        label={text.delivery}
        choices={choicesOf(text.deliveries)}
      />
      {isPosted && (
        <TextField of={applicant} path="resultAddress" className="whole" label={text.resultAddress} />
      )}
      <TextField of={applicant} path="summary" label={text.optional(text.summary)} hint={text.summaryHint} />
      <TextField of={applicant} path="sets" className="short" label={text.sets} inputMode="numeric" />
    </div>
  )
}

import { useEffect, useState } from 'react'
import { serverNow } from '../../api/client.ts'
import type { User } from '../../api/session.ts'
import { type DraftForm, fieldId, useDraftForm } from '../../parts/draft-form.ts'
import { useKeys } from '../../parts/keys.ts'
import { dayOf } from '../../parts/time.ts'
import { intakeText as text } from '../../text/counter.ts'
import { FRESH, type Typed, typedFromCard, validateApplicant } from './applicant.ts'
import { ApplicantStep } from './applicant-step.tsx'
import { CheckRail, CheckStep } from './check-step.tsx'
import { onPage, stepKey } from './counter-keys.ts'
import { DonePage } from './done-page.tsx'
import { HelpRail } from './help-rail.tsx'
import { changeIntake, type Intake, STEPS, type Step } from './intake.ts'
import { OtherCard } from './other-card.tsx'
import { hasBeenSeen } from './papers.ts'
import { PapersStep } from './papers-step.tsx'
import { ProcedureStep } from './procedure-step.tsx'
import { StepsBar } from './steps-bar.tsx'
import type { Acts } from './use-acts.ts'

export interface StepProps {
  intake: Intake
  applicant: DraftForm<Typed>
  /** Goes to a step, or to the first one before it that is not finished yet. */
  goTo: (step: Step) => void
}

/** One dossier, in four steps that the keyboard alone gets through. */
export function IntakePage({ intake, acts, user }: { intake: Intake; acts: Acts; user: User }) {
  const applicant = useDraftForm<Typed>(`nguoi-nop-${intake.id}`, {
    fresh: intake.seed ?? FRESH,
    validate: (typed) => validateApplicant(typed, dayOf(serverNow()))
  })
  const [attempt, setAttempt] = useState(0)
  const goTo = (wanted: Step) => {
    const step = Math.min(wanted, firstUnfinished(intake, applicant)) as Step
    if (step < wanted) setAttempt((count) => count + 1)
    if (step === 1 && wanted > 1) void applicant.form.validate()
    changeIntake({ step })
  }
  useKeys(STEPS.map((step) => onPage(stepKey(step, text.stepNames[step] ?? ''), () => goTo(step))))
  const conflict = useScannedCard(intake, applicant)
  if (intake.received) {
    return <DonePage intake={intake} received={intake.received} applicant={applicant} acts={acts} />
  }
  const props: StepProps = { intake, applicant, goTo }
  return (
    <>
      <div className="task">
        <StepsBar intake={intake} goTo={goTo} />
        {intake.step === 0 && <ProcedureStep {...props} said={acts.said} />}
        {intake.step === 1 && <ApplicantStep {...props} said={acts.said} />}
        {intake.step === 2 && <PapersStep {...props} attempt={attempt} said={acts.said} />}
        {intake.step === 3 && <CheckStep {...props} />}
      </div>
      {intake.step === 3 ? (
        <CheckRail intake={intake} applicant={applicant} user={user} />
      ) : (
        <HelpRail intake={intake} applicant={applicant} />
      )}
      {conflict && <OtherCard {...conflict} />}
    </>
  )
}

function firstUnfinished({ procedure, papers }: Intake, { form }: DraftForm<Typed>): Step {
  if (!procedure) return 0
  const faults = validateApplicant(form.getValues(), dayOf(serverNow()))
  if (Object.values(faults).some(Boolean)) return 1
  return papers.every(hasBeenSeen) ? 3 : 2
}

/** Fills the form from a scanned card; when it says another person than the form, that is asked first (C-07). */
function useScannedCard({ scanned, step }: Intake, { id, form }: DraftForm<Typed>) {
  const typed = form.getValues()
  const isOther =
    scanned !== null &&
    typed.idNumber.replace(/\D/g, '') !== scanned.idNumber &&
    (typed.idNumber.trim() !== '' || typed.name.trim() !== '')
  const use = () => {
    if (!scanned) return
    form.setValues({ ...form.getValues(), ...withoutEmpty(typedFromCard(scanned), isOther) })
    form.clearErrors()
    changeIntake({ card: scanned, scanned: null })
    setTimeout(() => focusFirstEmpty(id), 0)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a card is taken once, when it is scanned
  useEffect(() => {
    if (!scanned || isOther) return
    use()
    if (step > 1) changeIntake({ step: 1 })
  }, [scanned])
  if (!scanned || !isOther) return null
  return {
    now: typed.name.trim() || typed.idNumber,
    card: scanned.name ?? scanned.idNumber,
    onUse: use,
    onSubmitter: () => {
      form.setValues({
        ...form.getValues(),
        submitter: 'other',
        submitterName: scanned.name ?? '',
        submitterId: scanned.idNumber
      })
      changeIntake({ scanned: null })
    },
    onKeep: () => changeIntake({ scanned: null })
  }
}

/** What the card leaves open does not wipe what was typed of the same person. */
function withoutEmpty(typed: Partial<Typed>, isOther: boolean): Partial<Typed> {
  if (isOther) return typed
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
}

function focusFirstEmpty(formId: string): void {
  const fields = ['name', 'birthDate', 'address', 'phone'].map((path) =>
    document.getElementById(fieldId(formId, path))
  )
  const empty = fields.find((field) => field instanceof HTMLInputElement && field.value === '')
  empty?.focus()
}

import { Icon } from '../../parts/icon.tsx'
import { ariaKey, keyText } from '../../parts/keys.ts'
import { intakeText as text } from '../../text/counter.ts'
import { stepKey } from './counter-keys.ts'
import { type Intake, STEPS, type Step } from './intake.ts'

/** The four steps, each reached with its key; what is done carries a tick. */
export function StepsBar({ intake, goTo }: { intake: Intake; goTo: (step: Step) => void }) {
  return (
    <nav className="steps" aria-label={text.steps}>
      {STEPS.map((step) => {
        const name = text.stepNames[step] ?? ''
        const key = stepKey(step, name)
        const isDone = step < intake.step
        return (
          <button
            key={name}
            type="button"
            className={isDone ? 'done' : undefined}
            aria-current={step === intake.step ? 'step' : undefined}
            aria-keyshortcuts={ariaKey(key)}
            onClick={() => goTo(step)}
          >
            <span className="mark">{isDone ? <Icon name="check" /> : step + 1}</span>
            {name}
            {isDone && <span className="unseen">{text.stepDone}</span>}
            <kbd>{keyText(key)}</kbd>
          </button>
        )
      })}
    </nav>
  )
}

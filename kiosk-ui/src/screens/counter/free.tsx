import { useState } from 'react'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { printPaper } from '../../parts/print-paper.ts'
import { intakeText } from '../../text/counter.ts'
import { counterKeyText as keys, counterText as text } from '../../text/counter-queue.ts'
import { KEYS, onPage } from './counter-keys.ts'
import type { Acts } from './use-acts.ts'
import type { Desk } from './use-desk.ts'

interface Props {
  desk: Desk
  acts: Acts
  onLeave: () => void
}

/** Nobody at the counter: whether it is open, and who was served last. */
export function Free({ desk: { counter, isTaken }, acts, onLeave }: Props) {
  const { last } = acts
  const { reprint, fault } = useReprint(last?.code ?? null)
  useKeys([onPage(KEYS.walkIn, () => acts.walkIn())])
  if (!counter) return null
  const isOpen = counter.state === 'open' && !isTaken
  return (
    <section className="serving">
      <p className="label">{text.counter(counter.number)}</p>
      <p className="free">{isTaken ? text.taken : text.states[counter.state]}</p>
      <p className="small quiet">{counter.state === 'paused' ? counter.pauseReason : counter.name}</p>
      {last && <p className="small last">{text.justDone(last.number, last.minutes)}</p>}
      <div className="keys">
        {last?.code && <KeyButton of={KEYS.reprint} onClick={reprint} />}
        {isOpen && (
          <KeyButton of={KEYS.pause} onClick={() => acts.open({ kind: 'pause' })}>
            {keys.pauseButton}
          </KeyButton>
        )}
        {isOpen && (
          <KeyButton of={KEYS.walkIn} onClick={() => acts.walkIn()}>
            {keys.walkInButton}
          </KeyButton>
        )}
        <KeyButton of={KEYS.counter} onClick={onLeave}>
          {keys.counterButton}
        </KeyButton>
      </div>
      {fault && <p role="alert">{fault}</p>}
    </section>
  )
}

/** Prints the slip of the last dossier once more. */
function useReprint(code: string | null) {
  const [fault, setFault] = useState('')
  const reprint = () => {
    setFault('')
    if (!code) return
    printPaper(`/api/v1/dossiers/${encodeURIComponent(code)}/slip.pdf`).catch(() =>
      setFault(intakeText.printFailed)
    )
  }
  useKeys([onPage(KEYS.reprint, reprint)])
  return { reprint, fault }
}

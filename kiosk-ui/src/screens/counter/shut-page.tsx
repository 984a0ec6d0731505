import { Button } from '@mantine/core'
import { useMoveCounter } from '../../api/tickets.ts'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { PageHeading } from '../../parts/page-heading.tsx'
import { counterText as text } from '../../text/counter-queue.ts'
import { KEYS, onPage } from './counter-keys.ts'
import type { Acts } from './use-acts.ts'
import type { DeskCounter } from './use-desk.ts'
import { useRefusal } from './use-refusal.ts'

interface Props {
  counter: DeskCounter
  officeId: string
}

/** The own counter, closed or at rest. */
export function ShutPage({ counter, officeId, acts }: Props & { acts: Acts }) {
  const move = useMoveCounter(officeId)
  const refusal = useRefusal(move)
  const open = () => {
    if (move.isPending) return
    acts.say('')
    move.mutate({ counterId: counter.id, move: 'open' })
  }
  useKeys([onPage(KEYS.go, open)])
  const isPaused = counter.state === 'paused'
  return (
    <div className="task wide">
      <div className="work">
        <PageHeading title={isPaused ? text.paused : text.closed} section={text.title} />
        <p className="quiet">{isPaused ? counter.pauseReason : text.closedNext}</p>
      </div>
      <footer className="foot">
        <p className="say" role="status">
          {refusal?.message ?? acts.said}
        </p>
        <KeyButton of={KEYS.go} primary onClick={open}>
          {isPaused ? text.reopen : text.open}
        </KeyButton>
      </footer>
    </div>
  )
}

/** Another officer sits at the counter of this machine, or has just taken it over. */
export function TakenPage({ counter, officeId, onLeave }: Props & { onLeave: () => void }) {
  const move = useMoveCounter(officeId)
  const refusal = useRefusal(move)
  const takeOver = () => {
    if (!move.isPending) move.mutate({ counterId: counter.id, move: 'open', takeOver: true })
  }
  useKeys([onPage(KEYS.go, onLeave)])
  return (
    <div className="task wide">
      <div className="work">
        <div role="alert">
          <PageHeading title={takenWords(counter)} section={text.title} />
          <p className="quiet">{text.takenLead}</p>
        </div>
      </div>
      <footer className="foot">
        <Button variant="default" onClick={takeOver}>
          {text.takeOver}
        </Button>
        <p className="say" role="status">
          {refusal?.message}
        </p>
        <KeyButton of={KEYS.go} primary onClick={onLeave}>
          {text.otherCounter}
        </KeyButton>
      </footer>
    </div>
  )
}

export function takenWords({ number, officerName }: DeskCounter): string {
  return text.takenTitle(number, officerName ?? text.takenByOther)
}

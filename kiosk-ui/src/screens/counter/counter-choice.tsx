import { Button } from '@mantine/core'
import { useState } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { useMoveCounter, useQueue } from '../../api/tickets.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { counterText as text } from '../../text/counter-queue.ts'
import { takenWords } from './shut-page.tsx'
import type { DeskCounter } from './use-desk.ts'

interface Props {
  officeId: string
  choose: (counterId: string) => void
}

/** Which counter this machine is: taking one opens it, and one where somebody sits only when that is said. */
export function CounterChoice({ officeId, choose }: Props) {
  const queue = useQueue(officeId)
  const move = useMoveCounter(officeId)
  const [taken, setTaken] = useState<DeskCounter | null>(null)
  const isTaken = move.error instanceof ApiProblem && move.error.code === 'COUNTER_TAKEN'
  const take = (counter: DeskCounter, takeOver = false) => {
    if (move.isPending) return
    setTaken(counter)
    const sitting = { onSuccess: () => choose(counter.id) }
    move.mutate({ counterId: counter.id, move: 'open', ...(takeOver && { takeOver }) }, sitting)
  }
  return (
    <div className="task wide">
      <div className="work">
        {move.error && !isTaken && (
          <ProblemBox title={move.error.message} mends={[]} attempt={move.submittedAt} />
        )}
        <PageHeading title={text.choose} section={text.title} />
        <p className="quiet">{text.chooseLead}</p>
        <Loaded query={queue}>
          {({ counters }) => (counters.length === 0 ? <None /> : <All counters={counters} onTake={take} />)}
        </Loaded>
      </div>
      {taken && isTaken && (
        <Dialog title={takenWords(taken)} onClose={move.reset}>
          <p>{text.takenLead}</p>
          <div className="acts">
            <Button variant="default" data-first onClick={move.reset}>
              {text.otherCounter}
            </Button>
            <Button variant="default" onClick={() => take(taken, true)}>
              {text.takeOver}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}

function None() {
  return (
    <section className="notice">
      <h2>{text.noCounters}</h2>
      <p>{text.noCountersNext}</p>
    </section>
  )
}

interface AllProps {
  counters: readonly DeskCounter[]
  onTake: (counter: DeskCounter) => void
}

function All({ counters, onTake }: AllProps) {
  return (
    <ul className="counters">
      {counters.map((counter) => (
        <li key={counter.id}>
          <button type="button" className="counter-button" onClick={() => onTake(counter)}>
            <b>{text.counter(counter.number)}</b>
            <span>{counter.name}</span>
            <span className="small quiet">
              {[
                text.counterStates[counter.state],
                counter.officerName && text.withOfficer(counter.officerName)
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

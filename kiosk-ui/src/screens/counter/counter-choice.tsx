import { useMoveCounter, useQueue } from '../../api/tickets.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { counterText as text } from '../../text/counter.ts'
import type { DeskCounter } from './use-desk.ts'

interface Props {
  officeId: string
  choose: (counterId: string) => void
}

/** Which counter this machine is: taking a closed one opens it. */
export function CounterChoice({ officeId, choose }: Props) {
  const queue = useQueue(officeId)
  const move = useMoveCounter(officeId)
  const take = ({ id, state }: DeskCounter) => {
    if (state !== 'closed') choose(id)
    else if (!move.isPending) move.mutate({ counterId: id, move: 'open' }, { onSuccess: () => choose(id) })
  }
  return (
    <div className="task wide">
      <div className="work">
        <PageHeading title={text.choose} section={text.title} />
        <p className="quiet">{text.chooseLead}</p>
        {move.error && <ProblemBox title={move.error.message} mends={[]} attempt={move.failureCount} />}
        <Loaded query={queue}>
          {({ counters }) =>
            counters.length === 0 ? (
              <section className="notice">
                <h2>{text.noCounters}</h2>
                <p>{text.noCountersNext}</p>
              </section>
            ) : (
              <ul className="counters">
                {counters.map((counter) => (
                  <li key={counter.id}>
                    <CounterButton counter={counter} onTake={() => take(counter)} />
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </div>
  )
}

function CounterButton({ counter, onTake }: { counter: DeskCounter; onTake: () => void }) {
  const { number, name, state, officerName } = counter
  return (
    <button type="button" className="counter-button" onClick={onTake}>
      <b>{text.counter(number)}</b>
      <span>{name}</span>
      <span className="small quiet">
        {[text.counterStates[state], officerName && text.withOfficer(officerName)].filter(Boolean).join(', ')}
      </span>
    </button>
  )
}

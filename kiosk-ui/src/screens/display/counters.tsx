import type { Hall } from '../../api/hall.ts'
import { displayText } from '../../text/display.ts'

/** More than these stand in one line each. */
const ROOMY = 6

/** The counters that are open, with their officer and whom they serve, and the paused ones with the reason. */
export function Counters({ hall }: { hall: Hall }) {
  const counters = hall.counters.filter(({ state }) => state !== 'closed')
  if (counters.length === 0) return <h2>{displayText.noCounter}</h2>
  const numberAt = new Map(hall.calls.map(({ counterId, number }) => [counterId, number]))
  return (
    <>
      <h2>{displayText.counters}</h2>
      <ul className={counters.length > ROOMY ? 'many' : ''}>
        {counters.map(({ id, number, state, pauseReason, officerName }) => (
          <li key={id}>
            <div>
              <p className="q">{displayText.counter(number)}</p>
              <p className="who cut">{officerName}</p>
            </div>
            <State paused={state === 'paused'} reason={pauseReason} number={numberAt.get(id)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function State({
  paused,
  reason,
  number
}: {
  paused: boolean
  reason: string | null
  number: string | undefined
}) {
  if (number !== undefined) return <span className="n">{number}</span>
  return (
    <p className="off">
      {paused ? displayText.paused : displayText.free}
      {paused && <span>{reason}</span>}
    </p>
  )
}

import type { Hall } from '../../api/hall.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import { displayText } from '../../text/display.ts'

/** The newest call and those before it. */
const MOST_SHOWN = 5

/** The call of the moment in the largest figures, and the four before it. Amber while somebody is still awaited. */
export function Calls({ hall, now }: { hall: Hall; now: number }) {
  const [newest, ...before] = hall.calls.slice(0, MOST_SHOWN)
  if (!newest) return <NoCalls hoursText={hall.hoursText} />
  const { number, counterNumber, calledAt, serving } = newest
  return (
    <>
      <section className={serving ? 'now arrived' : 'now'} aria-live="polite" key={`${number} ${calledAt}`}>
        <p className="word">{serving ? displayText.last : displayText.call}</p>
        <span />
        <p className="word to">{serving ? displayText.atCounter : displayText.toCounter}</p>
        <p className="big">{number}</p>
        <span className="go">
          <HallIcon name="go" />
        </span>
        <p className="big to">{counterNumber}</p>
      </section>
      <ol className="before" aria-label={displayText.before}>
        {before.map((call) => (
          <li key={call.number}>
            <b>{call.number}</b>
            <span className="at">{displayText.counter(call.counterNumber)}</span>
            <span className="ago">{displayText.ago(minutesSince(call.calledAt, now))}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

function NoCalls({ hoursText }: { hoursText: string }) {
  return (
    <section className="none">
      <p>{displayText.empty}</p>
      <p className="hours">{displayText.hours(hoursText)}</p>
    </section>
  )
}

function minutesSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000))
}

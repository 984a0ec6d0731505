import type { Hall } from '../../api/hall.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import { displayText } from '../../text/display.ts'
import type { Reading } from '../../voice/voice-queue.ts'

/** The newest call and those before it. */
const MOST_SHOWN = 5

interface Props {
  hall: Hall
  now: number
  /** What the voice is saying: with several calls at once it is not always the newest. */
  reading: Reading | undefined
}

/** The call of the moment in the largest figures, and the four before it. Amber while somebody is still awaited. */
export function Calls({ hall, now, reading }: Props) {
  const [newest, ...before] = hall.calls.slice(0, MOST_SHOWN)
  if (!newest) return null
  const { number, counterNumber, calledAt, serving } = newest
  return (
    <>
      <section className={serving ? 'now arrived' : 'now'} aria-live="polite" key={`${number} ${calledAt}`}>
        <p className="word">{serving ? displayText.last : displayText.call}</p>
        <span />
        <p className="word to">{serving ? displayText.atCounter : displayText.toCounter}</p>
        <p className={number.length > 4 ? 'big long' : 'big'}>{number}</p>
        <span className="go">
          <HallIcon name="go" />
        </span>
        <p className="big to">{counterNumber}</p>
      </section>
      <ol className="before" aria-label={displayText.before}>
        {before.map((call) => {
          const isRead = reading?.call.number === call.number && reading.call.calledAt === call.calledAt
          return (
            <li key={call.number} className={isRead ? 'read' : undefined}>
              <b>{call.number}</b>
              <span className="at">{displayText.counter(call.counterNumber)}</span>
              <span className="ago">
                {isRead ? displayText.calling : displayText.ago(minutesSince(call.calledAt, now))}
              </span>
            </li>
          )
        })}
      </ol>
    </>
  )
}

function minutesSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000))
}

import type { Hall } from '../../api/hall.ts'
import type { Call } from '../../api/hall-state.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import { displayText } from '../../text/display.ts'
import type { Reading } from '../../voice/voice-queue.ts'

/** The large call and the others. */
const MOST_SHOWN = 5

interface Props {
  hall: Hall
  now: number
  /** What is heard now: with several calls at once it is not always the newest. */
  reading: Reading | undefined
}

/**
 * One call in the largest figures, and four more. Whoever hears a number looks up and looks for that number: while one is read
 * it is the large one, and those that came meanwhile stand below as called too; in silence the newest is.
 */
export function Calls({ hall, now, reading }: Props) {
  const calls = callsOf(hall)
  const large = largeCall(calls, reading)
  if (!large) return null
  const { number, counterNumber, calledAt, serving } = large
  const others = calls.filter((call) => call !== large).slice(0, MOST_SHOWN - 1)
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
        {others.map((call) => {
          const isNext = !call.serving && call.calledAt > calledAt
          return (
            <li key={call.number} className={isNext ? 'next' : undefined}>
              <b>{call.number}</b>
              <span className="at">{displayText.counter(call.counterNumber)}</span>
              <span className="ago">
                {isNext ? displayText.calling : displayText.ago(minutesSince(call.calledAt, now))}
              </span>
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** Those who are at a counter or on the way there, then who has left one: whoever looks up late still finds his number. */
function callsOf({ calls, lastCalls }: Hall): Call[] {
  const gone = lastCalls.filter(({ number }) => !calls.some((call) => call.number === number))
  return [...calls, ...gone.map((call) => ({ ...call, serving: true }))]
}

/** The call that is read, as long as that number is at that counter; else the newest. */
function largeCall(calls: readonly Call[], reading: Reading | undefined): Call | undefined {
  const isRead = ({ number, counterId }: Call) =>
    number === reading?.call.number && counterId === reading.call.counterId
  return calls.find(isRead) ?? calls[0]
}

function minutesSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000))
}

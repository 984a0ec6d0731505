import type { Line } from '../../api/tickets.ts'
import { Icon } from '../../parts/icon.tsx'
import { KeyButton } from '../../parts/key-button.tsx'
import { useNow } from '../../parts/time.ts'
import { queueText as text } from '../../text/counter-queue.ts'
import { KEYS } from './counter-keys.ts'
import { minutesSince, whyWords } from './waiting.ts'

/** More than any screen has room for: what finds none is not drawn. */
const SHOWN = 10

interface Props {
  line: Line
  onAway: () => void
}

/** How many wait for this counter and how long, whom it calls next and why, and who is away. */
export function QueueStrip({ line, onAway }: Props) {
  const now = useNow()
  const { waiting, next, parked, absent } = line
  return (
    <section className="queue" aria-label={text.queue}>
      <div className="figures">
        <p>
          <span className="label">{text.waiting}</span>
          <b>
            {waiting} <small>{text.people}</small>
          </b>
        </p>
        <p>
          <span className="label">{text.longest}</span>
          <b>
            {longestWait(line, now)} <small>{text.minutes}</small>
          </b>
        </p>
      </div>
      {parked.length + absent.length > 0 && (
        <KeyButton of={KEYS.away} size="sm" className="away-button" onClick={onAway}>
          {text.awayCount(parked.length, absent.length)}
        </KeyButton>
      )}
      <ol className="next">
        {next.slice(0, SHOWN).map((ticket) => (
          <li key={ticket.id}>
            <b>{ticket.number}</b>
            <Why words={whyWords(ticket)} />
            <span className="wait">{text.waited(minutesSince(ticket.waitingSince, now))}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Why somebody comes now; where it is simply his turn there is nothing to say. */
export function Why({ words }: { words: string }) {
  return (
    <span className="prio">
      {words && (
        <>
          <Icon name="star" />
          {words}
        </>
      )}
    </span>
  )
}

export function longestWait({ longestSince }: Line, now: number): number {
  return longestSince === null ? 0 : minutesSince(longestSince, now)
}

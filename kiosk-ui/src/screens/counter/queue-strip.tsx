import type { Queue } from '../../api/tickets.ts'
import { Icon } from '../../parts/icon.tsx'
import { useNow } from '../../parts/time.ts'
import { counterText as text } from '../../text/counter.ts'
import { minutesSince, priorityName } from './waiting.ts'

const SHOWN = 7

/** How many wait and how long, and who comes next; new numbers join at the end. */
export function QueueStrip({ queue }: { queue: Queue }) {
  const now = useNow()
  const { waiting } = queue
  const rest = waiting.length - SHOWN
  return (
    <section className="queue" aria-label={text.queue}>
      <div className="figures">
        <p>
          <span className="label">{text.waiting}</span>
          <b>
            {waiting.length} <small>{text.people}</small>
          </b>
        </p>
        <p>
          <span className="label">{text.longest}</span>
          <b>
            {longestWait(queue, now)} <small>{text.minutes}</small>
          </b>
        </p>
      </div>
      <ol className="next">
        {waiting.slice(0, SHOWN).map(({ id, number, priorityGroup, issuedAt }) => (
          <li key={id}>
            <b>{number}</b>
            <span className="prio">
              {priorityGroup && (
                <>
                  <Icon name="star" />
                  {priorityName(priorityGroup)}
                </>
              )}
            </span>
            <span className="wait">{text.waited(minutesSince(issuedAt, now))}</span>
          </li>
        ))}
        {rest > 0 && <li className="rest">{text.andMore(rest)}</li>}
      </ol>
    </section>
  )
}

export function longestWait({ waiting }: Queue, now: number): number {
  return Math.max(0, ...waiting.map(({ issuedAt }) => minutesSince(issuedAt, now)))
}

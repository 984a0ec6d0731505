import { Button } from '@mantine/core'
import type { Line } from '../../api/tickets.ts'
import { clockText } from '../../parts/time.ts'
import { counterText, queueText as text } from '../../text/counter-queue.ts'
import type { Desk } from './use-desk.ts'
import type { Away } from './use-turn.ts'

interface Props {
  desk: Desk
  line: Line
  onResume: (away: Away) => void
}

/** Who has a number and is not in line; those of this counter first. */
export function AwayList({ desk, line, onResume }: Props) {
  const own = desk.counter?.id
  const parked = [...line.parked].sort(
    (one, other) => Number(other.counterId === own) - Number(one.counterId === own)
  )
  return (
    <ul className="card lines away-list">
      {parked.map(({ id, number, counterId, since }) => (
        <li key={id}>
          <b>{number}</b>
          <span>{text.parkedAt(nameOf(desk, counterId), clockText(Date.parse(since)))}</span>
          <Button
            variant="default"
            size="sm"
            data-first
            onClick={() => onResume({ id, number, isParked: true })}
          >
            {text.resumeParked} <span className="unseen">{number}</span>
          </Button>
        </li>
      ))}
      {line.absent.map(({ id, number, since, returns }) => (
        <li key={id}>
          <b>{number}</b>
          <span>{text.absentAt(clockText(Date.parse(since)), returns)}</span>
          <Button
            variant="default"
            size="sm"
            data-first
            onClick={() => onResume({ id, number, isParked: false })}
          >
            {text.resumeAbsent} <span className="unseen">{number}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}

function nameOf({ queue }: Desk, counterId: string | null): string {
  const counter = queue?.counters.find(({ id }) => id === counterId)
  return counter ? counterText.counter(counter.number).toLowerCase() : text.nowhere
}

import { useState } from 'react'
import type { Hall, OfficeDetail } from '../../api/hall.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import { kioskText } from '../../text/kiosk.ts'

interface Props {
  services: OfficeDetail['services']
  waiting: Hall['waiting']
  /** Whether the number that is taken goes first. */
  priority: boolean
  busyWith: string | null
  onTake: (wish: { serviceId: string; priorityGroup?: string }) => void
  /** Changes between an ordinary number and one that goes first. */
  onPriority: () => void
}

/** What fits under a hand: eight, one of which is the choice to go first. */
const MOST_SERVICES = 7

/** The one question of the page: what the person is here for. */
export function Choices({ services, waiting, priority, busyWith, onTake, onPriority }: Props) {
  const [from, setFrom] = useState(0)
  const fits = services.length <= MOST_SERVICES
  const shown = fits ? services : services.slice(from, from + MOST_SERVICES - 1)
  const hidden = services.length - shown.length
  const next = from + MOST_SERVICES - 1 < services.length ? from + MOST_SERVICES - 1 : 0
  const wish = (serviceId: string) => (priority ? { serviceId, priorityGroup: 'priority' } : { serviceId })
  return (
    <main className="choices" aria-label={kioskText.choices}>
      {shown.map(({ id, letter, name }) => (
        <button
          key={id}
          type="button"
          className="choice"
          disabled={busyWith !== null}
          onClick={() => onTake(wish(id))}
        >
          <span className="letter" aria-hidden="true">
            {letter}
          </span>
          <span>
            <b>{name}</b>
            <small>{busyWith === id ? kioskText.taking : kioskText.waiting(countOf(waiting, id))}</small>
          </span>
        </button>
      ))}
      {!fits && (
        <button type="button" className="choice" onClick={() => setFrom(next)}>
          <HallIcon name="more" />
          <span>
            <b>{kioskText.more}</b>
            <small>{kioskText.moreHint(hidden)}</small>
          </span>
        </button>
      )}
      <button type="button" className="choice" disabled={busyWith !== null} onClick={onPriority}>
        <HallIcon name={priority ? 'back' : 'priority'} />
        <span>
          <b>{priority ? kioskText.noPriority : kioskText.priority}</b>
          {!priority && <small>{kioskText.priorityFor}</small>}
        </span>
      </button>
    </main>
  )
}

function countOf(waiting: Hall['waiting'], id: string): number {
  return waiting.filter(({ serviceId }) => serviceId === id).length
}

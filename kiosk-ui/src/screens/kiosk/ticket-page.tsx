import { useEffect, useState } from 'react'
import { serverNow } from '../../api/client.ts'
import { cancelTicket, type Hall, newKey, type Ticket } from '../../api/hall.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import { QrCode } from '../../parts/qr-code.tsx'
import { clockText, dayOf } from '../../parts/time.ts'
import { longDayText } from '../../text/common.ts'
import { kioskText } from '../../text/kiosk.ts'

interface Props {
  ticket: Ticket
  hall: Hall
  lost: boolean
  onLeave: () => void
}

/** How long a number may be taken back here. Milliseconds; the server has the last word. */
const REGRET_TIME = 60_000

/** The number, as large as it goes, and a way to take it along on the telephone. */
export function TicketPage({ ticket, hall, lost, onLeave }: Props) {
  const call = hall.calls.find(({ number }) => number === ticket.number)
  const issued = Date.parse(ticket.issuedAt)
  return (
    <div className="kiosk" data-page="ticket">
      <main className="ticket">
        <h1 className="say">{ticket.priorityGroup ? kioskText.yourPriorityNumber : kioskText.yourNumber}</h1>
        <p className="number">{ticket.number}</p>
        <p className="what">{ticket.serviceName}</p>
        <dl>
          <div>
            <dt>{kioskText.ahead}</dt>
            <dd>{kioskText.aheadCount(ticket.waitingAhead)}</dd>
          </div>
          <div>
            <dt>{kioskText.issued}</dt>
            <dd>
              {clockText(issued)}, {longDayText(dayOf(issued))}
            </dd>
          </div>
        </dl>
        <div className="phone">
          <QrCode text={ticket.followUrl} label={kioskText.qr(ticket.number)} />
          <p>
            {kioskText.scan}
            <span>{kioskText.scanNote}</span>
          </p>
        </div>
        <div className={call ? 'print called' : 'print'} role="status">
          <HallIcon name={call ? 'go' : 'phone'} />
          {call ? (
            <p>{kioskText.called(call.counterNumber)}</p>
          ) : (
            <p>
              {kioskText.noPaper}
              <span>{lost ? kioskText.lostKept : kioskText.noPaperNote}</span>
            </p>
          )}
        </div>
      </main>
      <div className="acts">
        <CancelButton ticket={ticket} waits={call === undefined} />
        <button type="button" className="primary" onClick={onLeave}>
          {kioskText.done}
        </button>
      </div>
    </div>
  )
}

type Cancelling = 'no' | 'running' | 'done' | 'failed'

/** "Lấy nhầm?": for a minute the kiosk takes back what it gave. Afterwards the button has gone, and its place stays. */
function CancelButton({ ticket, waits }: { ticket: Ticket; waits: boolean }) {
  const [state, setState] = useState<Cancelling>('no')
  const [key] = useState(newKey)
  const seconds = useSecondsLeft(Date.parse(ticket.issuedAt) + REGRET_TIME)
  const cancel = async () => {
    setState('running')
    try {
      await cancelTicket(ticket.id, key)
      setState('done')
    } catch {
      setState('failed')
    }
  }
  if (state === 'done' || state === 'failed')
    return (
      <p className="wrong" role="status">
        {state === 'done' ? kioskText.cancelled(ticket.number) : kioskText.notCancelled}
      </p>
    )
  if (seconds <= 0 || !waits) return <span className="wrong" />
  return (
    <button type="button" className="wrong" disabled={state === 'running'} onClick={() => void cancel()}>
      {state === 'running' ? kioskText.cancelling : kioskText.cancel(seconds)}
    </button>
  )
}

function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 500)
    return () => clearInterval(timer)
  }, [])
  return Math.min(Math.ceil((until - now) / 1000), REGRET_TIME / 1000)
}

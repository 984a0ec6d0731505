import { useEffect, useState } from 'react'
import { newKey, serverNow } from '../../api/client.ts'
import { cancelTicket, type Hall, type Ticket } from '../../api/hall.ts'
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
  const [cancelled, setCancelled] = useState(false)
  const call = hall.calls.find(({ number }) => number === ticket.number)
  const issued = Date.parse(ticket.issuedAt)
  return (
    <div className="kiosk" data-page="ticket">
      <main className={cancelled ? 'ticket cancelled' : 'ticket'}>
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
        <State number={ticket.number} cancelled={cancelled} calledTo={call?.counterNumber} lost={lost} />
      </main>
      <div className="acts">
        <CancelButton ticket={ticket} waits={call === undefined} onCancelled={() => setCancelled(true)} />
        <button type="button" className="primary" onClick={onLeave}>
          {kioskText.done}
        </button>
      </div>
    </div>
  )
}

interface StateProps {
  number: string
  cancelled: boolean
  calledTo: number | undefined
  lost: boolean
}

/** What the person should know or do now. */
function State({ number, cancelled, calledTo, lost }: StateProps) {
  const note = lost ? kioskText.lostKept : kioskText.noPaperNote
  const words = cancelled ? kioskText.cancelled(number) : kioskText.noPaper
  if (calledTo !== undefined)
    return (
      <div className="print called" role="status">
        <HallIcon name="go" />
        <p>{kioskText.called(calledTo)}</p>
      </div>
    )
  return (
    <div className="print" role="status">
      <HallIcon name={cancelled ? 'back' : 'phone'} />
      <p>
        {words}
        <span>{cancelled ? kioskText.cancelledNote : note}</span>
      </p>
    </div>
  )
}

interface CancelProps {
  ticket: Ticket
  waits: boolean
  onCancelled: () => void
}

type Cancelling = 'no' | 'running' | 'done' | 'failed'

/** "Lấy nhầm?": for a minute the kiosk takes back what it gave. Afterwards the button has gone, and its place stays. */
function CancelButton({ ticket, waits, onCancelled }: CancelProps) {
  const [state, setState] = useState<Cancelling>('no')
  const [key] = useState(newKey)
  const seconds = useSecondsLeft(Date.parse(ticket.issuedAt) + REGRET_TIME)
  const cancel = async () => {
    setState('running')
    try {
      await cancelTicket(ticket.id, key)
      setState('done')
      onCancelled()
    } catch {
      setState('failed')
    }
  }
  if (state === 'failed')
    return (
      <p className="wrong" role="alert">
        {kioskText.notCancelled}
      </p>
    )
  if (state === 'done' || seconds <= 0 || !waits) return <span className="wrong" />
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

import { useEffect, useRef, useState } from 'react'
import { newKey, serverNow } from '../../api/client.ts'
import { cancelTicket, type Hall, type IssuedTicket } from '../../api/hall.ts'
import { HallIcon } from '../../parts/hall-icon.tsx'
import { QrCode } from '../../parts/qr-code.tsx'
import { clockText } from '../../parts/time.ts'
import { counterList } from '../../text/counters.ts'
import { isSoon, rangeText } from '../../text/wait.ts'
import { KioskIcon } from './kiosk-icon.tsx'
import type { PaperStanding } from './printing.ts'
import { troubleWords } from './problem-words.ts'
import { useOneLine } from './room.ts'
import { isAnswer } from './taking.ts'
import { useTicketNow } from './ticket-now.ts'
import { useWords, type Words } from './words.ts'

interface Props {
  ticket: IssuedTicket
  hall: Hall
  /** Null: this kiosk has no printer of the server's; `browser`: its browser prints, of which nothing is known. */
  paper: PaperStanding | 'browser'
  /** Whether its appointment is over, so that it waits like any other. */
  missed: boolean
  lost: boolean
  onLeave: () => void
}

/** How long a number may be taken back here. Milliseconds; the server has the last word. */
const REGRET_TIME = 60_000

/** The number, as large as it goes, and a way to take it along on the telephone. */
export function TicketPage({ ticket: issued, hall, paper, missed, lost, onLeave }: Props) {
  const ticket = useTicketNow(issued, hall)
  const words = useWords()
  const { say } = words
  const [cancelled, setCancelled] = useState(false)
  const call = hall.calls.find(({ number }) => number === ticket.number)
  const appointment = Date.parse(ticket.appointmentAt ?? '')
  const isEarly = appointment > serverNow()
  const numberLine = useOneLine(ticket.number)
  const name = words.serviceName({ id: ticket.serviceId, name: ticket.serviceName })
  return (
    <div className="kiosk" data-page="ticket">
      <main className={cancelled ? 'ticket cancelled' : 'ticket'}>
        <h1 className="say">{ticket.priorityGroup ? say('yourPriorityNumber') : say('yourNumber')}</h1>
        <p className="number" ref={numberLine}>
          {ticket.number}
        </p>
        <p className="what">
          {name}
          {missed && <span>{say('appointmentMissed')}</span>}
        </p>
        <dl>
          <div>
            <dt>{say(isEarly ? 'yourAppointment' : 'ahead')}</dt>
            <dd>{isEarly ? clockText(appointment) : aheadText(words, ticket)}</dd>
          </div>
          {ticket.calling && (
            <div>
              <dt>{say('waitAt')}</dt>
              <dd>{placeText(words, ticket.calling)}</dd>
            </div>
          )}
        </dl>
        <div className="phone">
          <QrCode text={ticket.followUrl} label={say('qr', { number: ticket.number })} />
          <p>
            {say('scan')}
            <span>{say('scanNote')}</span>
          </p>
        </div>
        <Standing {...{ number: ticket.number, cancelled, lost, paper }} calledTo={call?.counterNumber} />
      </main>
      <div className="acts">
        <CancelButton ticket={ticket} waits={call === undefined} onCancelled={() => setCancelled(true)} />
        <button type="button" className="primary" onClick={onLeave}>
          {say('done')}
        </button>
      </div>
    </div>
  )
}

/** @example '16 người, khoảng 25–35 phút' */
export function aheadText({ say }: Words, { waitingAhead, estimate }: IssuedTicket): string {
  const key = waitingAhead === 0 ? 'aheadNone' : waitingAhead === 1 ? 'aheadOne' : 'aheadMany'
  const ahead = say(key, { count: waitingAhead })
  if (!estimate) return ahead
  const range = rangeText(say, estimate)
  return isSoon(estimate) ? `${ahead}, ${range}` : say('about', { ahead, estimate: range })
}

/** Where to sit: near the counters of which one will call. @example 'Gần quầy 1, 2' */
function placeText(
  { say }: Words,
  { numbers, staffed, paused }: NonNullable<IssuedTicket['calling']>
): string {
  if (numbers.length === 0) return say('nearNone')
  const near = say(numbers.length === 1 ? 'nearOne' : 'nearMany', { counters: counterList(numbers) })
  if (paused) return say('nearPaused', { near })
  return staffed ? near : say('nearClosed', { near })
}

interface StandingProps {
  number: string
  cancelled: boolean
  calledTo: number | undefined
  lost: boolean
  paper: Props['paper']
}

/** What the person should know or do now. */
function Standing({ number, cancelled, calledTo, lost, paper }: StandingProps) {
  const words = useWords()
  const { say } = words
  if (calledTo !== undefined)
    return (
      <div className="print called" role="status">
        <HallIcon name="go" />
        <p>{say('called', { counter: calledTo })}</p>
      </div>
    )
  if (cancelled)
    return (
      <div className="print" role="status">
        <HallIcon name="back" />
        <p>
          {say('cancelled', { number })}
          <span>{say('cancelledNote')}</span>
        </p>
      </div>
    )
  const { kind, title, note } = paperWords(paper, words)
  const comesPerhaps = paper !== null && kind === ''
  return (
    <div className={`print ${kind}`} role="status">
      {paper === null ? <HallIcon name="phone" /> : <KioskIcon name="printer" />}
      <p>
        {title}
        <span>
          {lost ? (comesPerhaps ? `${say('lostKept')} ${say('perhapsNoPaper')}` : say('lostKept')) : note}
        </span>
      </p>
    </div>
  )
}

/** The printer's own word, never a guess: "Đã in" stands only where the printer has proved it (K-06, K-07). */
function paperWords(paper: Props['paper'], words: Words): { kind: string; title: string; note: string } {
  const { say } = words
  if (paper === null) return { kind: '', title: say('noPaper'), note: say('remember') }
  const note = say('noPaperNote')
  if (paper === 'browser') return { kind: '', title: say('printUnknown'), note }
  const { state } = paper
  if (state === 'confirmed') return { kind: 'well', title: say('printed'), note: say('printedNote') }
  if (state === 'failed') return { kind: 'trouble', title: troubleWords(paper, words), note }
  if (state === 'unknown') {
    const isEmpty = paper.cause === 'paper_out'
    return { kind: 'trouble', title: isEmpty ? say('paperOut') : say('printUnknown'), note }
  }
  return { kind: '', title: say('printing'), note: say('printingNote') }
}

interface CancelProps {
  ticket: IssuedTicket
  waits: boolean
  onCancelled: () => void
}

type Cancelling = 'no' | 'running' | 'unsure' | 'done' | 'failed'

/** How long after a lost answer the same is asked again. Milliseconds. */
const ASK_AGAIN = 1_500

/**
 * "Lấy nhầm?": for a minute the kiosk takes back what it gave. Afterwards the button has gone, and its place stays. A lost answer
 * is no refusal: the same is asked until the server has said whether the number is cancelled.
 */
function CancelButton({ ticket, waits, onCancelled }: CancelProps) {
  const { say } = useWords()
  const [state, setState] = useState<Cancelling>('no')
  const [key] = useState(newKey)
  const seconds = useSecondsLeft(Date.parse(ticket.issuedAt) + REGRET_TIME)
  const cancel = async () => {
    setState((before) => (before === 'unsure' ? before : 'running'))
    try {
      await cancelTicket(ticket.id, key)
      setState('done')
      onCancelled()
    } catch (error) {
      if (isAnswer(error)) return setState('failed')
      setState('unsure')
      again.current = setTimeout(() => void cancel(), ASK_AGAIN)
    }
  }
  const again = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(again.current), [])
  if (state === 'failed')
    return (
      <p className="wrong" role="alert">
        {say('notCancelled')}
      </p>
    )
  if (state === 'unsure')
    return (
      <p className="wrong" role="status">
        {say('cancelUnsure')}
      </p>
    )
  if (state === 'done' || seconds <= 0 || !waits) return <span className="wrong" />
  return (
    <button type="button" className="wrong" disabled={state === 'running'} onClick={() => void cancel()}>
      {state === 'running' ? say('cancelling') : say('cancel', { seconds })}
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

import { serverNow } from '../../api/client.ts'
import { type Ticket, useCall, useMoveTicket } from '../../api/tickets.ts'
import type { ScannedCard } from '../../parts/card-scan.ts'
import { navigate } from '../../parts/router.tsx'
import { clockText } from '../../parts/time.ts'
import { counterText as text } from '../../text/counter-queue.ts'
import { endIntake, type Intake, parkIntake, resumeIntake, startIntake, useIntake } from './intake.ts'
import { useArmed } from './use-armed.ts'
import type { Desk } from './use-desk.ts'
import type { Run } from './use-run.ts'
import { wasCalled, wasMoved, wasResumed } from './was-done.ts'

/** Somebody who has a number and is not in line. */
export interface Away {
  id: string
  number: string
  isParked: boolean
}

/** What can be done with the turn at this counter, until it ends. */
export interface Turn {
  call: () => void
  /** Calls somebody who is not next; the supervisor sees the reason. */
  callOutOfTurn: (chosen: { ticketId: string; reason?: string }) => void
  recall: () => void
  absent: () => void
  /** Whether “absent” was pressed once and waits for the second time. */
  isArmed: boolean
  /** Begins to serve whoever was called and opens a dossier; with a card when that was scanned. */
  start: (card?: ScannedCard) => void
  /** Opens a dossier for somebody without a number. */
  walkIn: (card?: ScannedCard) => void
  /** Lets somebody fetch what is missing; the half-filled dossier waits with the number. */
  park: () => void
  cancel: () => void
  /** Whoever was parked or absent is there again. At a free counter whoever was parked goes on at once. */
  resume: (away: Away) => void
}

interface Parts {
  officeId: string
  desk: Desk
  say: (words: string) => void
  run: Run['run']
}

export function useTurn({ officeId, desk, say, run }: Parts): Turn {
  const { ticket, counter } = desk
  const call = useCall(officeId)
  const move = useMoveTicket(officeId)
  const intake = useIntake()
  const armed = useArmed(ticket?.id)

  const callOne = (chosen: { ticketId?: string; reason?: string }) => {
    const busy = busyWords(ticket, intake)
    if (busy) return say(busy)
    if (!counter || desk.isTaken) return
    if (counter.state !== 'open') return say(counter.state === 'paused' ? text.callPaused : text.callClosed)
    navigate('/counter')
    const act = async () => {
      await call.mutateAsync({ counterId: counter.id, ...chosen })
      say('')
    }
    run({ act, wasDone: () => wasCalled(officeId, counter.id) })
  }
  const recall = () => {
    if (ticket?.status !== 'called') return
    const act = async () => {
      await move.mutateAsync({ ticketId: ticket.id, move: 'recall' })
      say(text.recalled(ticket.number, clockText(serverNow())))
    }
    run({ act, wasDone: () => wasMoved(ticket, 'recall') })
  }
  const leave = (name: 'absent' | 'park' | 'cancel', words: string) => {
    if (!ticket) return
    const act = async () => {
      await move.mutateAsync({ ticketId: ticket.id, move: name })
      if (name === 'park') parkIntake(ticket.id)
      else endIntake()
      say(words)
      navigate('/counter')
    }
    run({ act, wasDone: () => wasMoved(ticket, name) })
  }
  const absent = () => {
    if (ticket?.status !== 'called') return
    if (!armed.is) return armed.arm()
    armed.disarm()
    leave('absent', text.absentDone(ticket.number))
  }
  const begin = (called: Ticket, card: ScannedCard | null) => {
    say('')
    const [code] = called.dossierCodes
    if (called.purpose === 'pick_up' && code) return navigate(resultAddress(code))
    if (!resumeIntake(called.id)) startIntake({ id: called.id, number: called.number }, card)
    navigate('/counter')
  }
  const start = (card?: ScannedCard) => {
    if (!ticket) return
    if (ticket.status === 'serving') return begin(ticket, card ?? null)
    const act = async () =>
      begin(await move.mutateAsync({ ticketId: ticket.id, move: 'serve' }), card ?? null)
    run({ act, wasDone: () => wasMoved(ticket, 'serve') })
  }
  const walkIn = (card?: ScannedCard) => {
    if (ticket || intake) return
    startIntake(null, card ?? null)
    navigate('/counter')
  }
  const resume = ({ id, number, isParked }: Away) => {
    const goesOn = isParked && !ticket && !intake && counter?.state === 'open' && !desk.isTaken
    let isBack = false
    let isCalled = false
    // Taken up again after a cut it goes on where it was.
    const act = async () => {
      if (!isBack) await move.mutateAsync({ ticketId: id, move: 'resume' })
      isBack = true
      say(text.resumedDone(number))
      if (!goesOn) return
      if (!isCalled) await call.mutateAsync({ counterId: counter.id, ticketId: id })
      isCalled = true
      begin(await move.mutateAsync({ ticketId: id, move: 'serve' }), null)
    }
    run({ act, wasDone: () => wasResumed(id) })
  }
  return {
    call: () => callOne({}),
    callOutOfTurn: callOne,
    recall,
    absent,
    isArmed: armed.is,
    start,
    walkIn,
    park: () => ticket && leave('park', text.parkedDone(ticket.number)),
    cancel: () => ticket && leave('cancel', text.cancelDone(ticket.number)),
    resume
  }
}

/** Where the result of a dossier is handed out. */
export function resultAddress(code: string): string {
  return `/counter/ho-so/${encodeURIComponent(code)}?viec=return-result`
}

function busyWords(ticket: Ticket | null, intake: Intake | null): string | null {
  if (ticket)
    return ticket.status === 'called' ? text.busyCalled(ticket.number) : text.busyServing(ticket.number)
  return intake ? text.busyWalkIn : null
}

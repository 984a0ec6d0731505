import { useIsMutating } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { serverNow } from '../../api/client.ts'
import { type Ticket, useCallNext, useMoveTicket } from '../../api/tickets.ts'
import type { ScannedCard } from '../../parts/card-scan.ts'
import { navigate } from '../../parts/router.tsx'
import { clockText } from '../../parts/time.ts'
import { counterText as text } from '../../text/counter.ts'
import { endIntake, type Intake, isUnfinished, owedSlipOf, startIntake, useIntake } from './intake.ts'
import type { Desk } from './use-desk.ts'
import { minutesSince } from './waiting.ts'

/** How long the first press of “absent” waits for the second. */
const ARMED_FOR = 5_000

/** Who was served last at this counter, and the dossier that came of it. */
export interface Last {
  number: string
  minutes: number
  code: string | null
}

/** What can be done with the turn at this counter, and what came of the last try, in words. */
export interface Acts {
  call: () => void
  recall: () => void
  absent: () => void
  /** Whether “absent” was pressed once and waits for the second time. */
  isArmed: boolean
  /** Begins to serve whoever was called and opens a dossier; with a card when that was scanned. */
  start: (card?: ScannedCard) => void
  /** Opens a dossier for somebody without a number. */
  walkIn: (card?: ScannedCard) => void
  finish: () => void
  /** The turn is to end although a dossier is half filled: to be asked first. */
  isAsking: boolean
  answer: (isSure: boolean) => void
  said: string
  last: Last | null
}

export function useActs(officeId: string, desk: Desk): Acts {
  const call = useCallNext(officeId)
  const move = useMoveTicket(officeId)
  const intake = useIntake()
  const [said, say] = useState('')
  const [last, setLast] = useState<Last | null>(null)
  const [isAsking, ask] = useState(false)
  const armed = useArmed(desk.ticket?.id)
  const { ticket, counter } = desk
  // Between the press and the next drawing a second press would still see the old state.
  const isRunning = useRef(false)
  const failed = (error: Error) => say(error.message)
  const run = (mutate: (done: { onError: (error: Error) => void; onSettled: () => void }) => void) => {
    if (isRunning.current) return
    isRunning.current = true
    const onSettled = () => {
      isRunning.current = false
    }
    mutate({ onError: failed, onSettled })
  }

  const callNext = () => {
    const busy = busyWords(ticket, intake)
    if (busy) return say(busy)
    if (counter?.state !== 'open') return
    navigate('/counter')
    run((done) => call.mutate(counter.id, { ...done, onSuccess: () => say('') }))
  }
  const moveTicket = (name: 'recall' | 'absent', words: (number: string) => string) => {
    if (ticket?.status !== 'called') return
    run((done) =>
      move.mutate(
        { ticketId: ticket.id, move: name },
        { ...done, onSuccess: () => say(words(ticket.number)) }
      )
    )
  }
  const absent = () => {
    if (ticket?.status !== 'called') return
    if (!armed.is) return armed.arm()
    armed.disarm()
    moveTicket('absent', text.absentDone)
  }
  const start = (card?: ScannedCard) => {
    if (!ticket) return
    const begin = () => {
      say('')
      startIntake({ id: ticket.id, number: ticket.number }, card ?? null)
      navigate('/counter')
    }
    if (ticket.status === 'serving') return begin()
    run((done) => move.mutate({ ticketId: ticket.id, move: 'serve' }, { ...done, onSuccess: begin }))
  }
  const walkIn = (card?: ScannedCard) => {
    if (ticket || intake) return
    startIntake(null, card ?? null)
    navigate('/counter')
  }
  const end = () => {
    const code = intake?.received?.code ?? null
    // The server keeps a ticket from ending without the slip; a dossier without a ticket has only this.
    const owed = ticket && intake?.ticket ? null : owedSlipOf(intake)
    if (owed) return say(text.slipOwed(owed))
    if (!ticket) {
      say('')
      return endIntake()
    }
    run((done) =>
      move.mutate(
        { ticketId: ticket.id, move: 'finish' },
        {
          ...done,
          onSuccess: () => {
            endIntake()
            say('')
            const began = ticket.servingAt ?? ticket.calledAt ?? ticket.issuedAt
            setLast({ number: ticket.number, minutes: minutesSince(began, serverNow()), code })
            navigate('/counter')
          }
        }
      )
    )
  }
  // What was pressed a moment before, the slip that was handed over, is to be in the books first.
  const isWriting = useIsMutating() > 0
  const [waits, setWaits] = useState(false)
  const finish = () => {
    if (isWriting) return setWaits(true)
    if (ticket?.status === 'called') return say(text.busyCalled(ticket.number))
    if (isUnfinished(intake)) return ask(true)
    if (ticket || intake) end()
  }
  const answer = (isSure: boolean) => {
    ask(false)
    if (isSure) end()
  }
  useEffect(() => {
    if (!waits || isWriting) return
    setWaits(false)
    finish()
  })
  const recall = () => moveTicket('recall', (number) => text.recalled(number, clockText(serverNow())))
  return {
    call: callNext,
    recall,
    absent,
    isArmed: armed.is,
    start,
    walkIn,
    finish,
    isAsking,
    answer,
    said,
    last
  }
}

function busyWords(ticket: Ticket | null, intake: Intake | null): string | null {
  if (ticket)
    return ticket.status === 'called' ? text.busyCalled(ticket.number) : text.busyServing(ticket.number)
  return intake ? text.busyWalkIn : null
}

function useArmed(ticketId: string | undefined) {
  const [armedFor, setArmedFor] = useState<string | null>(null)
  useEffect(() => {
    if (armedFor === null) return
    const timer = setTimeout(() => setArmedFor(null), ARMED_FOR)
    return () => clearTimeout(timer)
  }, [armedFor])
  return {
    is: ticketId !== undefined && armedFor === ticketId,
    arm: () => setArmedFor(ticketId ?? null),
    disarm: () => setArmedFor(null)
  }
}

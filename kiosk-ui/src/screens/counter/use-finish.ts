import { useIsMutating, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { serverNow } from '../../api/client.ts'
import { type Ticket, useMoveTicket } from '../../api/tickets.ts'
import { navigate } from '../../parts/router.tsx'
import { counterText as text } from '../../text/counter-queue.ts'
import { endIntake, isUnfinished, owedSlipOf, useIntake } from './intake.ts'
import type { Desk } from './use-desk.ts'
import type { Run } from './use-run.ts'
import { minutesSince } from './waiting.ts'
import { wasMoved } from './was-done.ts'

/** How many people before are remembered for what is usual here. */
const REMEMBERED = 50

/** Who was served last at this counter, and the dossier that came of it. */
export interface Last {
  number: string
  minutes: number
  code: string | null
}

/** A half-filled dossier would be lost, nobody has begun to serve, or the person came for more. */
type Question = 'draft' | 'called' | 'more'

export interface Finish {
  finish: () => void
  /** What is to be asked before the turn ends. */
  asking: Question | null
  answer: (isSure: boolean) => void
  last: Last | null
  /** How long people were served at this counter since the page was opened, in minutes. */
  served: readonly number[]
}

interface Parts {
  officeId: string
  desk: Desk
  say: (words: string) => void
  running: Run
}

/** Ends the turn, once everything that was pressed before is in the books. */
export function useFinish({ officeId, desk: { ticket }, say, running }: Parts): Finish {
  const move = useMoveTicket(officeId)
  const intake = useIntake()
  const [past, setPast] = useState<{ last: Last | null; served: number[] }>({ last: null, served: [] })
  const [asking, ask] = useState<Question | null>(null)

  const end = () => {
    const code = intake?.received?.code ?? ticket?.dossierCodes[0] ?? null
    // The server keeps a ticket from ending without the slip; a dossier without a ticket has only this.
    const owed = ticket && intake?.ticket ? null : owedSlipOf(intake)
    if (owed) return say(text.slipOwed(owed))
    if (!ticket) {
      say('')
      return endIntake()
    }
    const act = async () => {
      await move.mutateAsync({ ticketId: ticket.id, move: 'finish' })
      endIntake()
      say('')
      const minutes = minutesSince(ticket.servingAt ?? ticket.calledAt ?? ticket.issuedAt, serverNow())
      setPast(({ served }) => ({
        last: { number: ticket.number, minutes, code },
        served: [...served, minutes].slice(-REMEMBERED)
      }))
      navigate('/counter')
    }
    running.run({ act, wasDone: () => wasMoved(ticket, 'finish') })
  }
  const finish = useOnceWritten(running, () => {
    if (ticket?.status === 'called') return ask('called')
    if (isUnfinished(intake)) return ask('draft')
    if (ticket && openServices(ticket).length > 0) return ask('more')
    if (ticket || intake) end()
  })
  const answer = (isSure: boolean) => {
    ask(null)
    if (isSure) end()
  }
  return { finish, asking, answer, ...past }
}

/** What was added to a number and has no dossier yet: dossiers are taken to be filed in the order in which it was told. */
export function openServices({ services, dossierCodes }: Ticket): Ticket['services'] {
  return services.slice(Math.max(1, dossierCodes.length))
}

/**
 * Does it as soon as nothing is on its way to the server any more: the slip that was handed over a moment before is to be in
 * the books first. Asked of the requests themselves, as the key may come before the screen was drawn anew.
 */
function useOnceWritten({ isRunning }: Run, act: () => void): () => void {
  const client = useQueryClient()
  // Only so that it is looked again when a request ends.
  useIsMutating()
  const isWriting = () => isRunning() || client.isMutating() > 0
  const [waits, setWaits] = useState(false)
  useEffect(() => {
    if (!waits || isWriting()) return
    setWaits(false)
    act()
  })
  return () => {
    if (isWriting()) setWaits(true)
    else act()
  }
}

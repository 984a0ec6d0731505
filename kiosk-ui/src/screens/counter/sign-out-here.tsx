import { useState } from 'react'
import { type User, useSignOut } from '../../api/session.ts'
import { useMoveCounter } from '../../api/tickets.ts'
import { counterText as text } from '../../text/counter-queue.ts'
import { isUnfinished, useIntake } from './intake.ts'
import { Sure } from './sure.tsx'
import type { Desk } from './use-desk.ts'

/** Signs out of the counter: it closes with its officer, so that nobody is sent to an empty seat. */
export function useSignOutHere({ officeId, id }: User, { counter, isTaken, ticket }: Desk) {
  const { mutate: signOut } = useSignOut()
  const close = useMoveCounter(officeId)
  const intake = useIntake()
  const [why, setWhy] = useState<string | null>(null)
  const isMine = counter !== null && counter.state !== 'closed' && counter.officerId === id && !isTaken
  const leave = () => {
    if (close.isPending) return
    if (!isMine) return signOut()
    if (ticket) return setWhy(text.signOutTicket(ticket.number))
    if (isUnfinished(intake)) return setWhy(text.signOutDraft)
    const refused = ({ message }: Error) => setWhy(text.signOutRefused(message))
    close.mutate({ counterId: counter.id, move: 'close' }, { onSuccess: () => signOut(), onError: refused })
  }
  const answer = (isSure: boolean) => {
    setWhy(null)
    if (isSure) signOut()
  }
  const front = why !== null && counter && (
    <Sure
      title={text.signOutTitle(counter.number)}
      lead={why}
      yes={text.signOutYes}
      no={text.signOutNo}
      answer={answer}
    />
  )
  return { leave, front }
}

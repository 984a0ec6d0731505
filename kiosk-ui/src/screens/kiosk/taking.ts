import { useRef, useState } from 'react'
import { ApiProblem, newKey } from '../../api/client.ts'
import { type Ticket, takeTicket } from '../../api/hall.ts'

interface Options {
  officeId: string
  onTaken: (ticket: Ticket) => void
  /** Reads the hall anew: a refusal means that it is not what this screen shows. */
  refresh: () => void
}

interface Wish {
  serviceId: string
  priorityGroup?: string
}

/** How long the screen says that the server is gone after a tap without an answer, before it may be tried again. */
const PAUSE = 3_000

/**
 * Taking a number. Until the ticket's page is left, the same wish is the same request, so that neither a second tap nor a
 * lost answer gives a second number.
 */
export function useTaking({ officeId, onTaken, refresh }: Options) {
  const keys = useRef(new Map<string, string>())
  const [busyWith, setBusyWith] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [unanswered, setUnanswered] = useState(false)

  const take = async (wish: Wish) => {
    if (busyWith !== null) return
    const name = JSON.stringify(wish)
    const key = keys.current.get(name) ?? newKey()
    keys.current.set(name, key)
    setBusyWith(wish.serviceId)
    setRefusal(null)
    try {
      onTaken(await takeTicket(officeId, wish, key))
    } catch (error) {
      if (isAnswer(error)) {
        keys.current.delete(name)
        setRefusal(error.message)
      } else {
        setUnanswered(true)
        setTimeout(() => setUnanswered(false), PAUSE)
      }
      refresh()
    }
    setBusyWith(null)
  }
  const forget = () => {
    keys.current.clear()
    setRefusal(null)
  }
  return { take: (wish: Wish) => void take(wish), forget, busyWith, refusal, unanswered }
}

/** Whether the server has refused, so that nothing was written; anything else leaves open whether a number was given. */
function isAnswer(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.status >= 400 && error.status < 500
}

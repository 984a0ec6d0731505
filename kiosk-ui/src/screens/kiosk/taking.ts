import { useRef, useState } from 'react'
import { ApiProblem, newKey } from '../../api/client.ts'
import { type IssuedTicket, takeTicket } from '../../api/hall.ts'
import { type AppointmentAsked, checkIn, type SlipAsked, takePickUpTicket } from '../../api/self-service.ts'

interface Options {
  officeId: string
  onTaken: (ticket: IssuedTicket, wish: Wish) => void
  /** Reads the hall anew: a refusal means that it is not what this screen shows. */
  refresh: () => void
}

/** What a number is taken for. */
export type Wish =
  | { serviceId: string; priorityGroup?: string }
  | { pickUp: SlipAsked }
  | { appointment: AppointmentAsked }

/** How long the screen says that the server is gone after a tap without an answer, before it may be tried again. */
const PAUSE = 3_000

/** After so long without an answer somebody else stands there: he is not to be given the number of the one before. */
const SAME_PERSON = 60_000

/**
 * Taking a number. Until the ticket's page is left, the same wish is the same request, so that neither a second tap nor a
 * lost answer gives a second number (K-05).
 */
export function useTaking({ officeId, onTaken, refresh }: Options) {
  const keys = useRef(new Map<string, { key: string; at: number }>())
  const busy = useRef(false)
  const [busyWith, setBusyWith] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<ApiProblem | null>(null)
  const [unanswered, setUnanswered] = useState(false)

  const take = async (wish: Wish) => {
    if (busy.current) return
    busy.current = true
    const name = JSON.stringify(wish)
    const before = keys.current.get(name)
    const key = before && performance.now() - before.at < SAME_PERSON ? before.key : newKey()
    keys.current.set(name, { key, at: performance.now() })
    setBusyWith('serviceId' in wish ? wish.serviceId : 'slip')
    setRefusal(null)
    try {
      onTaken(await send(officeId, wish, key), wish)
    } catch (error) {
      if (isAnswer(error)) {
        keys.current.delete(name)
        setRefusal(error)
      } else {
        setUnanswered(true)
        setTimeout(() => setUnanswered(false), PAUSE)
      }
      refresh()
    }
    busy.current = false
    setBusyWith(null)
  }
  const forget = () => {
    keys.current.clear()
    setRefusal(null)
  }
  /** What was refused was asked for with other words. */
  const clear = () => setRefusal(null)
  return { take: (wish: Wish) => void take(wish), forget, clear, busyWith, refusal, unanswered }
}

function send(officeId: string, wish: Wish, key: string): Promise<IssuedTicket> {
  if ('serviceId' in wish) return takeTicket(officeId, wish, key)
  return 'pickUp' in wish ? takePickUpTicket(wish.pickUp, key) : checkIn(wish.appointment, key)
}

/** Whether the server has refused, so that nothing was written; anything else leaves open whether a number was given. */
export function isAnswer(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.status >= 400 && error.status < 500
}

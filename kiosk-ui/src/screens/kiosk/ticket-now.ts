import { useEffect, useState } from 'react'
import { type Hall, type IssuedTicket, readTicket, type Ticket } from '../../api/hall.ts'

/** How often a number that is shown is read anew: estimates change without an event. Milliseconds. */
const READ_EVERY = 4_000

/** The number as it stands now: who is before it and where to wait follow the hall as long as it is on the screen. */
export function useTicketNow(issued: IssuedTicket, { counters, waiting }: Hall): IssuedTicket {
  const [read, setRead] = useState<Ticket | null>(null)
  const { id } = issued
  const hall = [waiting.length, ...counters.map(({ state }) => state)].join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another hall is read anew
  useEffect(() => {
    let over = false
    const ask = () =>
      void readTicket(id).then(
        (now) => !over && setRead(now),
        () => undefined
      )
    ask()
    const timer = setInterval(ask, READ_EVERY)
    return () => {
      over = true
      clearInterval(timer)
    }
  }, [id, hall])
  // Whoever is called or has cancelled is told so; what was told of the waiting stands as it was.
  if (read === null || read.id !== id || read.status !== 'waiting') return issued
  return { ...issued, ...read }
}

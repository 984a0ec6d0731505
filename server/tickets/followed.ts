import { hoursText } from '../../kiosk-ui/src/text/queue.ts'
import { type TicketFacts, ticketPageText, ticketWords } from '../../kiosk-ui/src/text/ticket.ts'
import type { Opening } from '../calendar/opening.ts'
import { clock, localMoment, plainDate } from '../calendar/plain-date.ts'
import type { FollowedTicket, StoredTicket } from '../queue/schemas.ts'

/** How often the page on the phone asks anew: a call is seen within ten seconds. Seconds. */
const ASK_AGAIN = 9

/** So long after the last hours of the day those who are still in the hall are served. Minutes. */
const SERVED_AFTER_CLOSING = 60

export interface TicketView {
  ticket: StoredTicket
  /** The day on which the number is good. */
  day: string
  /** Absent: it is called again by itself. */
  returns: boolean
  forCounterNumber: number | null
  opening: Opening
  /** What is shown over everything in the hall now. */
  emergencyText: string | null
  /** The office gives numbers at any hour, so that it never closes. */
  alwaysOpen: boolean
  /** Instant. */
  now: string
}

/**
 * A ticket as the one who holds it follows it: nothing of anybody else, nothing that officers tell each other. It asks anew only
 * as long as something may change on its day.
 */
export function followedTicket(view: TicketView): FollowedTicket {
  const { ticket, day, emergencyText, now } = view
  const { number, serviceName, status, counterNumber, waitingAhead, calls, appointmentAt } = ticket
  const over = overOf(view)
  const pauseText = pauseOf(view)
  const estimate = status === 'waiting' && !over && pauseText === null ? ticket.estimate : null
  // A counter that has closed since leaves its people to the others.
  const { numbers = [], staffed = false } = ticket.calling ?? {}
  const waitsThere = staffed && numbers.includes(view.forCounterNumber ?? 0)
  const facts: TicketFacts = {
    number,
    status,
    counterNumber,
    forCounterNumber: waitsThere ? view.forCounterNumber : null,
    calling: ticket.calling,
    waitingAhead,
    appointmentTime:
      appointmentAt !== null && appointmentAt > now ? clock(localMoment(appointmentAt).minute) : null,
    estimate,
    returns: view.returns,
    pauseText,
    over,
    day
  }
  const ended = over !== null || status === 'finished' || status === 'cancelled'
  return {
    number,
    serviceName,
    status,
    counterNumber,
    waitingAhead,
    estimate,
    day,
    asOf: now,
    asOfText: ticketPageText.asOf(clock(localMoment(now).minute)),
    emergencyText,
    call: status === 'called' && !ended ? `${counterNumber}/${calls}` : null,
    words: ticketWords(facts),
    askAgainSeconds: ended ? null : ASK_AGAIN
  }
}

function overOf({ ticket, day, opening, alwaysOpen, now }: TicketView): TicketFacts['over'] {
  const { day: today, minute } = localMoment(now)
  if (plainDate(today) > day) return 'outdated'
  if (alwaysOpen || opening.open || !WAITS.includes(ticket.status)) return null
  const served = opening.hours.some(([, closes]) => minute < closes + SERVED_AFTER_CLOSING)
  return served ? null : 'closed'
}

const WAITS: readonly StoredTicket['status'][] = ['waiting', 'parked', 'absent']

/** At lunch nobody is called. In the evening people are still served, until the page ends. */
function pauseOf({ opening, alwaysOpen, day }: TicketView): string | null {
  if (alwaysOpen || opening.open || opening.next?.day !== day) return null
  return hoursText.closed(opening)
}

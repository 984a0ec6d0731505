import { dayText } from '../../kiosk-ui/src/text/common.ts'
import { paperPlaceText } from '../../kiosk-ui/src/text/counters.ts'
import { ticketText } from '../../kiosk-ui/src/text/printers.ts'
import { appointmentSentence, waitSentence } from '../../kiosk-ui/src/text/wait.ts'
import { clock, localMoment, plainDate } from '../../server/calendar/plain-date.ts'
import { nameOnOneLine } from '../statutory-form.ts'

/** What a ticket says, as it was when the number was given. Instants are ISO in UTC. */
export interface TicketData {
  officeName: string
  number: string
  serviceName: string
  issuedAt: string
  waitingAhead: number
  priority: boolean
  /** An appointment whose time had not come; without it the number stands in line. */
  appointmentAt?: string
  /** In minutes. */
  estimate: { lowMinutes: number; highMinutes: number; pastClosing?: true } | null
  /** The numbers of the counters near which to wait; null on a paper of nobody's number. */
  waitNear: readonly number[] | null
}

/** A ticket in words, each at its place. */
export interface TicketFace {
  office: string
  /** That this is not the first paper of the number, or no number at all. */
  mark: string | null
  number: string
  service: string
  facts: readonly string[]
  /** What the QR code opens, and what that is good for. */
  follow: { address: string; caption: string }
  footer: string
}

/** The ticket of a number. A second paper says that it is one, so that nobody is called or counted twice. */
export function queueTicket(
  { officeName, number, serviceName, issuedAt, priority, waitNear, ...standing }: TicketData,
  { address, mark }: { address: string; mark: 'reprint' | 'test' | null }
): TicketFace {
  const { day, minute } = localMoment(issuedAt)
  return {
    office: nameOnOneLine(officeName),
    mark: mark && ticketText[mark],
    number,
    service: serviceName,
    facts: [
      ...(priority ? [ticketText.priority] : []),
      ...(waitNear ? [paperPlaceText(waitNear)] : []),
      ...standingFacts(standing)
    ],
    follow: { address, caption: ticketText.follow },
    footer: ticketText.footer(clock(minute), dayText(plainDate(day)))
  }
}

function standingFacts({
  waitingAhead,
  appointmentAt,
  estimate
}: Pick<TicketData, 'waitingAhead' | 'appointmentAt' | 'estimate'>): string[] {
  if (appointmentAt !== undefined) return [appointmentSentence(clock(localMoment(appointmentAt).minute))]
  return [ticketText.ahead(waitingAhead), ...(estimate ? [waitSentence(estimate)] : [])]
}

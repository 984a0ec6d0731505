import { html } from 'ghtml'
import { dayText } from '../../kiosk-ui/src/text/common.ts'
import { ticketPageText as text } from '../../kiosk-ui/src/text/queue.ts'
import { clock, localMoment, plainDate } from '../calendar/plain-date.ts'
import type { StoredTicket } from './schemas.ts'

interface TicketView {
  ticket: StoredTicket
  /** The day on which the number is good. */
  day: string
  now: string
}

/** A ticket as its holder sees it: what to do first, then which ticket it is. It names nobody. */
export function ticketPage({ ticket, day, now }: TicketView): string {
  const { words, note } = isOutdated(day, now)
    ? { words: text.outdated, note: text.outdatedNote(day) }
    : stateOf(ticket)
  return html`<h1>${text.title(ticket.number)}</h1>
<p class="due"><b>${words}</b><span>${note}</span></p>
<p>${text.service}: ${ticket.serviceName}</p>
<p>${text.issued} ${timeOf(ticket.issuedAt)} ${dayText(day)}</p>
<p class="age">${text.asOf(timeOf(now))}</p>`
}

export function missingTicketPage(): string {
  return html`<h1>${text.missingTitle}</h1><p>${text.missing}</p>`
}

/** Whether anything may still change, so that the page goes on asking. */
export function mayChange({ ticket, day, now }: TicketView): boolean {
  return !isOutdated(day, now) && !['finished', 'cancelled'].includes(ticket.status)
}

function stateOf({ status, waitingAhead, counterNumber }: StoredTicket): { words: string; note: string } {
  const counter = counterNumber ?? 0
  const states = {
    waiting: { words: text.waiting(waitingAhead), note: text.waitingNote },
    called: { words: text.called(counter), note: '' },
    serving: { words: text.serving(counter), note: '' },
    finished: { words: text.finished, note: '' },
    parked: { words: text.parked, note: text.parkedNote },
    absent: { words: text.absent, note: text.absentNote },
    cancelled: { words: text.cancelled, note: text.cancelledNote }
  } as const satisfies Record<StoredTicket['status'], object>
  return states[status]
}

function isOutdated(day: string, now: string): boolean {
  return plainDate(localMoment(now).day) > day
}

function timeOf(instant: string): string {
  return clock(localMoment(instant).minute)
}

import { html } from 'ghtml'
import { ticketPageText as text } from '../../kiosk-ui/src/text/ticket.ts'
import { clock, localMoment } from '../calendar/plain-date.ts'
import type { FollowedTicket, StoredTicket } from '../queue/schemas.ts'

interface TicketPageView {
  ticket: StoredTicket
  followed: FollowedTicket
}

/**
 * A ticket as its holder sees it: its number, what to do, and how old that is. It names nobody. Without a script it is loaded anew
 * by the browser; what only the script can do stays hidden until it runs.
 */
export function ticketPage({ ticket, followed }: TicketPageView): string {
  const { number, serviceName, day, words, asOfText, askAgainSeconds, emergencyText } = followed
  const { issuedAt } = ticket
  return html`<div id="ve" data-state="${JSON.stringify(followed)}">
<div id="khan" class="emergency" role="alert"!${emergencyText === null ? ' hidden' : ''}><b>${text.emergency}</b>
<p id="khan-loi">${emergencyText ?? ''}</p></div>
<h1 class="number"><small>${text.number}</small> ${number}</h1>
<div class="due" role="status"><b id="tin">${words.headline}</b>
<strong id="noi">${words.place}</strong><b id="uoc">${words.estimate}</b><span id="loi">${words.note}</span></div>
!${askAgainSeconds === null ? '' : tellMe()}
<p>${text.service}: <span id="viec">${serviceName}</span></p>
<p>${text.issued(clock(localMoment(issuedAt).minute), day)}</p>
<div class="age"><p role="status"><b id="mat-mang" class="fault" hidden>${text.offline}</b></p>
<p><span id="luc">${asOfText}</span><span id="mat" hidden>${text.offlineShort}</span>
!${askAgainSeconds === null ? '' : html`<a id="cap-nhat" href="">${text.reload}</a>`}</p></div>
</div>`
}

/** The one tap after which a phone may make itself felt. */
function tellMe(): string {
  return html`<div id="bao" hidden><button type="button" id="bao-nut">${text.tellMe}</button>
<p id="bao-loi" class="told" tabindex="-1" role="status"><span id="se-rung" hidden>${text.willVibrate} ${text.keepOpen}</span>
<span id="se-keu" hidden>${text.willRing} ${text.keepOpen}</span> <span id="da-keu" hidden>${text.rings}</span></p>
<button type="button" class="second" id="chuong" hidden>${text.ring}</button></div>`
}

/** One page for every address that opens nothing, so that it tells nobody why. */
export function missingTicketPage(officePhone: string | null): string {
  return html`<h1>${text.missingTitle}</h1><p>${text.missing}</p>
!${officePhone === null ? '' : html`<p><a class="call" href="tel:${officePhone.replace(/[^\d+]/g, '')}">${text.phone(officePhone)}</a></p>`}`
}

import type { IssuedTicket } from '../../api/hall.ts'
import { QrCode } from '../../parts/qr-code.tsx'
import { clockText, dayOf } from '../../parts/time.ts'
import { dayText } from '../../text/common.ts'
import { paperPlaceText } from '../../text/counters.ts'
import { kioskVietnamese } from '../../text/kiosk.ts'
import { useBrowserPrint } from './printing.ts'
import { aheadText } from './ticket-page.tsx'
import { VIETNAMESE, wordsOf } from './words.ts'

const words = wordsOf(VIETNAMESE, [])

/** The paper of a ticket, 80 mm wide, where the kiosk's own browser prints it (K-20). It is never on the screen. */
export function BrowserPaper({ ticket, officeName }: { ticket: IssuedTicket; officeName: string }) {
  useBrowserPrint(ticket.id)
  const issued = Date.parse(ticket.issuedAt)
  return (
    <section className="paper" lang="vi" aria-hidden="true">
      <p className="office">{officeName}</p>
      <p>{ticket.serviceName}</p>
      <p className="number">{ticket.number}</p>
      {ticket.calling && <p>{paperPlaceText(ticket.calling.numbers)}</p>}
      <p>
        {clockText(issued)} {dayText(dayOf(issued))}
      </p>
      <p>
        {kioskVietnamese.ahead}: {aheadText(words, ticket)}
      </p>
      <QrCode text={ticket.followUrl} label={ticket.number} />
      <p>{kioskVietnamese.slipValid}</p>
    </section>
  )
}

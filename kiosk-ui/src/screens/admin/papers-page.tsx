import type { ReactNode } from 'react'
import apologySample from '../../../../printer-templates/apology-letter/sample.json'
import { type ApologyData, apologyLetter } from '../../../../printer-templates/apology-letter/template.ts'
import slipSample from '../../../../printer-templates/receipt-slip/sample.json'
import { receiptSlip, type SlipData } from '../../../../printer-templates/receipt-slip/template.ts'
import type { FormsInForce } from '../../../../printer-templates/statutory-form.ts'
import type { Paper } from '../../../../server/printing/sheet.ts'
import { useOffice } from '../../api/offices.ts'
import { useRegulation } from '../../api/regulation.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { PaperPreview } from '../../parts/paper-preview.tsx'
import { paperPagesText as text } from '../../text/admin-printers.ts'
import { DevicesHead } from './devices-head.tsx'

/** Every paper that the office prints, as it would come out today, with made-up people on it. */
export function PapersPage({ officeId }: { officeId: string }) {
  const regulation = useRegulation()
  const office = useOffice(officeId)
  return (
    <div className="paper-page">
      <DevicesHead title={text.title} />
      <p className="quiet">{text.lead}</p>
      <div className="paper-row">
        <Shown title={text.ticket} note={text.ticketNote}>
          <img className="ticket" src="/api/v1/papers/ticket.png" alt={text.ticketLabel} />
        </Shown>
        <Shown title={text.reprint} note={text.reprintNote}>
          <img className="ticket" src="/api/v1/papers/ticket.png?reprint=true" alt={text.reprintLabel} />
        </Shown>
        <Loaded query={regulation}>
          {({ forms }) => (
            // The interface answers the form as the server keeps it; the kinds of its fields are words there.
            <Forms forms={forms as FormsInForce} officeName={office.data?.name ?? slipSample.office.name} />
          )}
        </Loaded>
      </div>
    </div>
  )
}

function Forms({ forms, officeName }: { forms: FormsInForce; officeName: string }) {
  const slip = receiptSlip(forms, {
    ...(slipSample as SlipData),
    office: { ...slipSample.office, name: officeName, lookUp: `${location.host}/tra-cuu` }
  })
  const apology = apologyLetter(forms, apologySample as ApologyData)
  return (
    <>
      <Form title={text.slip} label={text.slipLabel} paper={slip} />
      <Form title={text.apology} label={text.apologyLabel} paper={apology} />
    </>
  )
}

function Form({ title, label, paper }: { title: string; label: string; paper: Paper }) {
  const { size } = paper.sheet
  return (
    <Shown title={title} note={text.paperSize(size)}>
      <div className={size.toLowerCase()}>
        <PaperPreview paper={paper} label={label} />
      </div>
    </Shown>
  )
}

function Shown({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="shown">
      <h2>{title}</h2>
      <p className="quiet small">{note}</p>
      {children}
    </section>
  )
}

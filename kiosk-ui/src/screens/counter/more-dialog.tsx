import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type Ticket, useAddService } from '../../api/tickets.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { turnText as text } from '../../text/counter-queue.ts'
import type { Acts } from './use-acts.ts'
import type { Desk } from './use-desk.ts'
import { useRefusal } from './use-refusal.ts'

interface Props {
  ticket: Ticket
  desk: Desk
  acts: Acts
  officeId: string
}

/** One more thing that the same person came for, on the same number. */
export function MoreDialog({ ticket, desk: { queue }, acts, officeId }: Props) {
  const add = useAddService(officeId)
  const [asked, setAsked] = useState<{ serviceId: string; name: string } | null>(null)
  const refusal = useRefusal(add)
  const others = (queue?.services ?? []).filter((service) =>
    ticket.services.every(({ id }) => id !== service.id)
  )
  const take = (serviceId: string, name: string) => {
    if (add.isPending) return
    setAsked({ serviceId, name })
    add.mutate({ ticketId: ticket.id, serviceId })
  }
  const isAdded = asked !== null && ticket.services.some(({ id }) => id === asked.serviceId)
  // Looked at on the ticket itself, which knows it also where the answer was lost.
  useEffect(() => {
    if (!isAdded) return
    acts.close()
    acts.say(text.serviceAdded(asked.name))
  })
  return (
    <Dialog title={text.addServiceTitle(ticket.number)} onClose={acts.close}>
      <p className="quiet">{others.length > 0 ? text.addServiceLead : text.addServiceNone}</p>
      <div className="acts stacked">
        {others.map(({ id, name }, index) => (
          <Button
            key={id}
            variant="default"
            data-first={index === 0 || undefined}
            onClick={() => take(id, name)}
          >
            {name}
          </Button>
        ))}
      </div>
      {refusal && <p role="alert">{refusal.message}</p>}
    </Dialog>
  )
}

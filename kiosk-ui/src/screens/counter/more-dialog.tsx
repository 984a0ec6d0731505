import { Button } from '@mantine/core'
import { type Ticket, useAddService } from '../../api/tickets.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { turnText as text } from '../../text/counter-queue.ts'
import type { Acts } from './use-acts.ts'
import type { Desk } from './use-desk.ts'

interface Props {
  ticket: Ticket
  desk: Desk
  acts: Acts
  officeId: string
}

/** One more thing that the same person came for, on the same number. */
export function MoreDialog({ ticket, desk: { queue }, acts, officeId }: Props) {
  const add = useAddService(officeId)
  const others = (queue?.services ?? []).filter((service) =>
    ticket.services.every(({ id }) => id !== service.id)
  )
  const take = (serviceId: string, name: string) => {
    if (add.isPending) return
    const done = () => {
      acts.close()
      acts.say(text.serviceAdded(name))
    }
    add.mutate({ ticketId: ticket.id, serviceId }, { onSuccess: done })
  }
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
      {add.error && <p role="alert">{add.error.message}</p>}
    </Dialog>
  )
}

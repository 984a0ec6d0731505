import { counterText as text } from '../../text/counter-queue.ts'
import { AwayDialog } from './away-dialog.tsx'
import { MoreDialog } from './more-dialog.tsx'
import { PauseDialog } from './pause-dialog.tsx'
import { SkipDialog } from './skip-dialog.tsx'
import { Sure } from './sure.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import type { Acts, Front } from './use-acts.ts'
import type { Desk } from './use-desk.ts'

interface Props {
  front: Front
  desk: Desk
  acts: Acts
  officeId: string
}

/** The task that lies in front of the page; nothing when what it was opened for is over. */
export function Fronts({ front, desk, acts, officeId }: Props) {
  const { ticket, counter } = desk
  const parts = { desk, acts, officeId }
  if (front.kind === 'away') return <AwayDialog desk={desk} acts={acts} />
  if (front.kind === 'skip') return <SkipDialog desk={desk} acts={acts} number={front.number} />
  if (front.kind === 'pause')
    return counter && <PauseDialog officeId={officeId} counterId={counter.id} acts={acts} />
  if (!ticket) return null
  if (front.kind === 'transfer')
    return <TransferDialog {...parts} ticket={ticket} serviceId={front.serviceId ?? ''} />
  if (front.kind === 'more') return <MoreDialog {...parts} ticket={ticket} />
  return (
    <Sure
      title={text.cancelTitle(ticket.number)}
      lead={text.cancelLead}
      yes={text.cancelYes}
      no={text.cancelNo}
      answer={(isSure) => {
        acts.close()
        if (isSure) acts.cancel()
      }}
    />
  )
}

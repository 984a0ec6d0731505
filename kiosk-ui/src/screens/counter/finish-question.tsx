import { Button } from '@mantine/core'
import type { Ticket } from '../../api/tickets.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { counterText as text } from '../../text/counter-queue.ts'
import { Sure } from './sure.tsx'
import type { Acts } from './use-acts.ts'
import { openServices } from './use-finish.ts'

/** What is asked before a turn ends; the answer that keeps everything comes first. */
export function FinishQuestion({ ticket, acts }: { ticket: Ticket | null; acts: Acts }) {
  const { asking, answer } = acts
  if (asking === 'draft')
    return (
      <Sure
        title={text.finishDraft}
        lead={ticket ? text.finishDraftLead(ticket.number) : text.discardLead}
        yes={ticket ? text.finishDraftYes : text.discardYes}
        no={text.finishDraftNo}
        answer={answer}
      />
    )
  if (!ticket || asking === null) return null
  if (asking === 'more') return <More ticket={ticket} acts={acts} />
  return (
    <Sure
      title={text.finishCalled(ticket.number)}
      lead={text.finishCalledLead}
      yes={text.finishCalledYes}
      no={text.finishCalledNo}
      answer={answer}
    />
  )
}

/** The same person came for more than has been done. */
function More({ ticket, acts: { answer, open } }: { ticket: Ticket; acts: Acts }) {
  const left = openServices(ticket)
  const move = () => {
    answer(false)
    const [next] = left
    open({ kind: 'transfer', ...(next && { serviceId: next.id }) })
  }
  return (
    <Dialog title={text.finishMore(left.map(({ name }) => name).join('; '))} onClose={() => answer(false)}>
      <p>{text.finishMoreLead(ticket.number)}</p>
      <div className="acts">
        <Button variant="default" data-first onClick={() => answer(false)}>
          {text.finishMoreStay}
        </Button>
        <Button variant="default" onClick={move}>
          {text.finishMoreMove}
        </Button>
        <Button variant="default" onClick={() => answer(true)}>
          {text.finishMoreYes}
        </Button>
      </div>
    </Dialog>
  )
}

import { Button } from '@mantine/core'
import { useMoveCounter } from '../../api/tickets.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { counterText as text } from '../../text/counter-queue.ts'
import type { Acts } from './use-acts.ts'
import { useRefusal } from './use-refusal.ts'

interface Props {
  officeId: string
  counterId: string
  acts: Acts
}

/** Why the counter rests, as the board shows it; or that it closes for the day. */
export function PauseDialog({ officeId, counterId, acts }: Props) {
  const move = useMoveCounter(officeId)
  const refusal = useRefusal(move)
  const send = (next: { move: 'close' } | { move: 'pause'; reason: string }) => {
    if (move.isPending) return
    acts.say('')
    move.mutate({ counterId, ...next }, { onSuccess: acts.close })
  }
  return (
    <Dialog title={text.pause} onClose={acts.close}>
      <p>{text.pauseWhy}</p>
      <div className="acts">
        {text.pauseReasons.map((reason, index) => (
          <Button
            key={reason}
            variant="default"
            data-first={index === 0 || undefined}
            onClick={() => send({ move: 'pause', reason })}
          >
            {reason}
          </Button>
        ))}
      </div>
      <p className="hint">{text.closeHint}</p>
      <div className="acts">
        <Button variant="default" onClick={() => send({ move: 'close' })}>
          {text.close}
        </Button>
      </div>
      {refusal && <p role="alert">{refusal.message}</p>}
    </Dialog>
  )
}

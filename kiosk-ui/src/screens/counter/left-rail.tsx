import type { User } from '../../api/session.ts'
import { useLine } from '../../api/tickets.ts'
import { useKeys } from '../../parts/keys.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { counterText as text } from '../../text/counter-queue.ts'
import { KEYS, onPage } from './counter-keys.ts'
import { FinishQuestion } from './finish-question.tsx'
import { Free } from './free.tsx'
import { Fronts } from './fronts.tsx'
import { useIntake } from './intake.ts'
import { QueueStrip } from './queue-strip.tsx'
import { Served, WalkIn } from './served.tsx'
import type { Acts } from './use-acts.ts'
import type { Desk } from './use-desk.ts'

interface Props {
  desk: Desk
  acts: Acts
  user: User
  /** Leaves this counter for another one. */
  onLeave: () => void
}

/** Who is served here, what can be done with the turn, and the line. It never changes its shape. */
export function LeftRail({ desk, acts, user, onLeave }: Props) {
  const line = useLine(desk.counter?.id ?? null)
  useTurnKeys(desk, acts, onLeave)
  return (
    <aside className="rail left" aria-label={text.rail}>
      {desk.counter && <Turn desk={desk} acts={acts} onLeave={onLeave} />}
      {desk.counter && (
        <Loaded query={line} rows={4}>
          {(data) => <QueueStrip line={data} onAway={() => acts.open({ kind: 'away' })} />}
        </Loaded>
      )}
      <FinishQuestion ticket={desk.ticket} acts={acts} />
      {acts.front && <Fronts front={acts.front} desk={desk} acts={acts} officeId={user.officeId} />}
    </aside>
  )
}

function useTurnKeys({ ticket, counter, isTaken }: Desk, acts: Acts, onLeave: () => void): void {
  const intake = useIntake()
  const isFree = !ticket && !intake
  const isOpen = counter?.state === 'open' && !isTaken
  const withTicket = (run: () => void) => () => ticket && run()
  useKeys([
    onPage(KEYS.call, acts.call),
    onPage(KEYS.recall, acts.recall),
    onPage(KEYS.absent, acts.absent),
    onPage(KEYS.finish, acts.finish),
    onPage(KEYS.counter, () => (ticket ? acts.open({ kind: 'transfer' }) : isFree && onLeave())),
    onPage(KEYS.park, withTicket(acts.park)),
    onPage(
      KEYS.more,
      withTicket(() => acts.open({ kind: 'more' }))
    ),
    onPage(KEYS.cancel, () => ticket?.status === 'called' && acts.open({ kind: 'cancel' })),
    onPage(KEYS.skip, () => isFree && isOpen && acts.open({ kind: 'skip', number: '' })),
    onPage(KEYS.away, () => counter && acts.open({ kind: 'away' })),
    onPage(KEYS.pause, () => isFree && isOpen && acts.open({ kind: 'pause' }))
  ])
}

function Turn({ desk, acts, onLeave }: Omit<Props, 'user'>) {
  const intake = useIntake()
  if (desk.ticket) return <Served ticket={desk.ticket} acts={acts} />
  if (intake) return <WalkIn acts={acts} />
  return <Free desk={desk} acts={acts} onLeave={onLeave} />
}

import type { User } from '../../api/session.ts'
import { useMoveCounter } from '../../api/tickets.ts'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { PageHeading } from '../../parts/page-heading.tsx'
import { counterText as text } from '../../text/counter.ts'
import { KEYS, onPage } from './counter-keys.ts'
import { IdlePage } from './idle-page.tsx'
import { useIntake } from './intake.ts'
import { IntakePage } from './intake-page.tsx'
import { KeysRail } from './keys-rail.tsx'
import type { Acts } from './use-acts.ts'
import type { Desk, DeskCounter } from './use-desk.ts'

interface Props {
  desk: Desk
  counter: DeskCounter
  acts: Acts
  user: User
}

/** The one task of the moment: to open the counter, to call, to wait for who was called, or to take a dossier in. */
export function WorkPage({ desk, counter, acts, user }: Props) {
  const intake = useIntake()
  if (intake) return <IntakePage key={intake.id} intake={intake} acts={acts} user={user} />
  if (desk.ticket) return <CalledPage desk={desk} acts={acts} />
  if (counter.state !== 'open') return <ShutPage counter={counter} officeId={user.officeId} />
  return <IdlePage desk={desk} acts={acts} officeId={user.officeId} />
}

function CalledPage({ desk: { ticket }, acts }: Pick<Props, 'desk' | 'acts'>) {
  useKeys([onPage(KEYS.go, () => acts.start())])
  if (!ticket) return null
  const isCalled = ticket.status === 'called'
  return (
    <>
      <div className="task">
        <div className="work">
          <PageHeading title={text.callTitle(ticket.number)} section={text.title} />
          <p className="quiet">{isCalled ? text.callLead : text.noDossierYet}</p>
          <p className="next-number">{ticket.number}</p>
          <p className="quiet">{isCalled ? text.callNobody : null}</p>
        </div>
        <footer className="foot">
          <p className="say" role="status">
            {acts.said}
          </p>
          <KeyButton of={KEYS.go} primary onClick={() => acts.start()}>
            {text.startIntake}
          </KeyButton>
        </footer>
      </div>
      <KeysRail />
    </>
  )
}

function ShutPage({ counter, officeId }: { counter: DeskCounter; officeId: string }) {
  const move = useMoveCounter(officeId)
  const open = () => {
    if (!move.isPending) move.mutate({ counterId: counter.id, move: 'open' })
  }
  useKeys([onPage(KEYS.go, open)])
  const isPaused = counter.state === 'paused'
  return (
    <div className="task wide">
      <div className="work">
        <PageHeading title={isPaused ? text.paused : text.closed} section={text.title} />
        <p className="quiet">{isPaused ? counter.pauseReason : text.closedNext}</p>
      </div>
      <footer className="foot">
        <p className="say" role="status">
          {move.error?.message}
        </p>
        <KeyButton of={KEYS.go} primary onClick={open}>
          {isPaused ? text.reopen : text.open}
        </KeyButton>
      </footer>
    </div>
  )
}

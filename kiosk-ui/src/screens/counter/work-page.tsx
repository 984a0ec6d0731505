import type { User } from '../../api/session.ts'
import { IdlePage } from './idle-page.tsx'
import { useIntake } from './intake.ts'
import { IntakePage } from './intake-page.tsx'
import { ShutPage, TakenPage } from './shut-page.tsx'
import { TurnPage } from './turn-page.tsx'
import type { Acts } from './use-acts.ts'
import type { Desk, DeskCounter } from './use-desk.ts'

interface Props {
  desk: Desk
  counter: DeskCounter
  acts: Acts
  user: User
  onLeave: () => void
}

/** The one task of the moment: to open the counter, to call, to wait for who was called, or to take a dossier in. */
export function WorkPage({ desk, counter, acts, user, onLeave }: Props) {
  const intake = useIntake()
  if (intake) return <IntakePage key={intake.id} intake={intake} acts={acts} user={user} />
  if (desk.isTaken) return <TakenPage counter={counter} officeId={user.officeId} onLeave={onLeave} />
  if (desk.ticket) return <TurnPage ticket={desk.ticket} acts={acts} />
  if (counter.state !== 'open') return <ShutPage counter={counter} officeId={user.officeId} acts={acts} />
  return <IdlePage desk={desk} acts={acts} />
}

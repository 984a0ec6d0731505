import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { type User, useLock } from '../../api/session.ts'
import { KeyHelp } from '../../parts/key-help.tsx'
import { useKeys } from '../../parts/keys.ts'
import { navigate, usePlace } from '../../parts/router.tsx'
import { TopBar } from '../../parts/top-bar.tsx'
import { commonText } from '../../text/common.ts'
import { counterText as text } from '../../text/counter-queue.ts'
import { AppointmentsPage } from './appointments-page.tsx'
import { CounterChoice } from './counter-choice.tsx'
import { everyKey, KEYS, onPage, outsideFields } from './counter-keys.ts'
import { CounterScans } from './counter-scans.tsx'
import { DossierPage } from './dossier-page.tsx'
import { FindPage } from './find-page.tsx'
import { HallStrip } from './hall-strip.tsx'
import { hasParked, isUnfinished, useIntake } from './intake.ts'
import { LeftRail } from './left-rail.tsx'
import { useMyCounterId } from './my-counter.ts'
import { useSignOutHere } from './sign-out-here.tsx'
import { type Acts, useActs } from './use-acts.ts'
import { type Desk, useDesk } from './use-desk.ts'
import { useFollow } from './use-follow.ts'
import { WorkPage } from './work-page.tsx'

const FIND = '/counter/ho-so'
const APPOINTMENTS = '/counter/lich-hen'
const CHANGE = '/counter/doi-quay'

/** The counter: who is served at the left, the one task in the middle, what explains it at the right. */
export function CounterScreen({ user }: { user: User }) {
  const [helping, setHelping] = useState(false)
  const { mutate: lock } = useLock()
  const { counterId, choose } = useMyCounterId(user.officeId)
  const desk = useDesk(user, counterId)
  useFollow(user.officeId)
  useWarnBeforeLeaving()
  const acts = useActs(user.officeId, desk)
  const help = { ...KEYS.help, run: () => setHelping(true) }
  const keys = useMemo(
    () => [
      onPage(KEYS.find, () => navigate(FIND)),
      outsideFields(KEYS.slash, () => navigate(FIND)),
      onPage(KEYS.appointments, () => navigate(APPOINTMENTS)),
      { ...KEYS.lock, run: () => lock() },
      { ...KEYS.help, run: () => setHelping(true) }
    ],
    [lock]
  )
  useKeys(keys)
  const signingOut = useSignOutHere(user, desk)
  return (
    <>
      <a className="skip" href="#main">
        {commonText.skip}
      </a>
      <TopBar
        user={user}
        where={desk.counter && <b>{text.counter(desk.counter.number)}</b>}
        help={help}
        onSignOut={signingOut.leave}
      />
      <HallStrip emergency={desk.queue?.emergencyText ?? null} />
      <CounterScans desk={desk} acts={acts}>
        <main className="counter" id="main" tabIndex={-1}>
          <LeftRail desk={desk} acts={acts} user={user} onLeave={toggleChoice} />
          <Centre desk={desk} acts={acts} user={user} choose={choose} />
        </main>
      </CounterScans>
      {signingOut.front}
      {helping && <KeyHelp keys={everyKey()} onClose={() => setHelping(false)} />}
    </>
  )
}

interface CentreProps {
  desk: Desk
  acts: Acts
  user: User
  choose: (counterId: string) => void
}

function Centre({ desk, acts, user, choose }: CentreProps): ReactNode {
  const { path, query } = usePlace()
  const [, , section, code] = path.split('/')
  if (section === 'ho-so' && code)
    return (
      <DossierPage
        key={code}
        code={decodeURIComponent(code)}
        move={query.get('viec')}
        officeId={user.officeId}
      />
    )
  if (path === FIND) return <FindPage search={query.get('tim') ?? ''} scanned={query.has('quet')} />
  if (path === APPOINTMENTS) return <AppointmentsPage officeId={user.officeId} said={acts.said} />
  const sit = (counterId: string) => {
    choose(counterId)
    acts.say('')
    navigate('/counter')
  }
  if (path === CHANGE || !desk.counter)
    return <CounterChoice user={user} own={desk.counter} choose={sit} onBack={toggleChoice} />
  return <WorkPage desk={desk} counter={desk.counter} acts={acts} user={user} onLeave={toggleChoice} />
}

/** To the choice of another counter, and from there back to the own one. */
function toggleChoice(): void {
  navigate(location.pathname === CHANGE ? '/counter' : CHANGE)
}

/** The browser asks before it throws a half-filled dossier away. */
function useWarnBeforeLeaving(): void {
  const unfinished = isUnfinished(useIntake()) || hasParked()
  useEffect(() => {
    if (!unfinished) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unfinished])
}

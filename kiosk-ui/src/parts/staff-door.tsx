import { Button } from '@mantine/core'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { type User, useLock, useSession, useSignOut } from '../api/session.ts'
import { commonText } from '../text/common.ts'
import { ROLE_NAMES, signInText } from '../text/sign-in.ts'
import { Bones } from './bones.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { SignIn } from './sign-in.tsx'

/** Nobody at the desk for this long: the screen locks. */
const IDLE = 5 * 60_000
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

const Locked = createContext(false)

/** Whether the screen stands hidden behind the door: what reacts to keys or lies in front of the page rests then. */
export function useLocked(): boolean {
  return useContext(Locked)
}

interface Props {
  /** The role that this screen is for. */
  holds: User['roles'][number]
  children: (user: User) => ReactNode
}

/**
 * Lets in whoever is signed in and holds the role. When the session ends while someone works, the work stays where it
 * is, hidden and untouched, until the same person is back; for anybody else it is thrown away.
 */
export function StaffDoor({ holds, children }: Props) {
  const session = useSession()
  const [holder, setHolder] = useState<User | null>(null)
  const user = session.data
  if (user && holder === null) setHolder(user)
  const isStranger = Boolean(user && holder && user.id !== holder.id)
  useEffect(() => {
    if (isStranger) location.reload()
  }, [isStranger])

  if (user === undefined) return <Waiting error={session.error} onRetry={() => void session.refetch()} />
  if (holder === null) return <SignIn locked={false} />
  if (!holder.roles.includes(holds)) return <WrongRole user={holder} wanted={holds} />
  const locked = user === null || isStranger
  return (
    <Locked value={locked}>
      {locked ? <SignIn locked /> : <IdleLock />}
      <div className="screen" hidden={locked}>
        {children(holder)}
      </div>
    </Locked>
  )
}

function Waiting({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  return (
    <div className="door">
      <main>
        <h1 className="unseen">{commonText.program}</h1>
        {error ? <ProblemNotice error={error} onRetry={onRetry} /> : <Bones rows={3} />}
      </main>
    </div>
  )
}

function WrongRole({ user, wanted }: { user: User; wanted: Props['holds'] }) {
  const signOut = useSignOut()
  const title = signInText.roleTitle(ROLE_NAMES[wanted] ?? wanted)
  useEffect(() => {
    document.title = `${title} – ${commonText.program}`
  }, [title])
  return (
    <div className="door">
      <main>
        <h1>{title}</h1>
        <p>
          {signInText.role(
            user.name,
            user.roles.map((role) => ROLE_NAMES[role] ?? role)
          )}
        </p>
        <p>{signInText.roleAsk[wanted] ?? signInText.roleAskOther}</p>
        <p>
          {signInText.roleWays} <a href="/thu-tuc">{signInText.publicList}</a>.
        </p>
        <Button onClick={() => signOut.mutate()}>{signInText.roleOther}</Button>
      </main>
    </div>
  )
}

function IdleLock() {
  const { mutate: lock } = useLock()
  useEffect(() => {
    let last = Date.now()
    const live = () => {
      last = Date.now()
    }
    const timer = setInterval(() => {
      if (Date.now() - last < IDLE) return
      live()
      lock()
    }, 1000)
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, live, { passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, live)
    }
  }, [lock])
  return null
}

import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { askWhoIAm, enrolDevice, type User } from '../api/device.ts'
import { commonText } from '../text/common.ts'
import { deviceText } from '../text/device.ts'
import { EnrolForm } from './enrol-form.tsx'

export type DeviceRoles = readonly User['roles'][number][]

interface Props {
  kind: 'kiosk' | 'display'
  roles: DeviceRoles
  children: (parts: { user: User; onSignedOut: () => void }) => ReactNode
}

/** Milliseconds. */
const TRY_EVERY = 2_000

type Standing = 'asking' | 'unreachable' | { user: User | null }

/**
 * Lets in a device of the office, or an officer who may see the screen. A device that is not known yet enrols with the code
 * behind the `#` of its address, or with one that somebody types.
 */
export function DeviceDoor({ kind, roles, children }: Props) {
  const [standing, setStanding] = useState<Standing>('asking')
  const enter = useCallback((user: User | null) => setStanding({ user }), [])
  const ask = useCallback(async () => {
    try {
      enter((await enrolByAddress()) ?? (await askWhoIAm()))
    } catch {
      setStanding('unreachable')
    }
  }, [enter])
  const onSignedOut = useCallback(() => void ask(), [ask])

  useEffect(() => {
    void ask()
  }, [ask])
  useEffect(() => {
    if (standing !== 'unreachable') return
    const timer = setInterval(() => void ask(), TRY_EVERY)
    return () => clearInterval(timer)
  }, [standing, ask])

  if (standing === 'asking') return <DeviceWords title={commonText.program} words={deviceText.starting} />
  if (standing === 'unreachable')
    return <DeviceWords title={deviceText.unreachableTitle} words={deviceText.unreachable} />
  const { user } = standing
  if (user && mayEnter(user, roles)) return children({ user, onSignedOut })
  return <EnrolForm kind={kind} stranger={user} onEnrolled={enter} />
}

function DeviceWords({ title, words }: { title: string; words: string }) {
  return (
    <main className="device-door">
      <h1>{title}</h1>
      <p role="status">{words}</p>
    </main>
  )
}

function mayEnter(user: User | null, roles: DeviceRoles): boolean {
  return user?.roles.some((role) => roles.includes(role)) ?? false
}

/** While a code is being used: two askings at once must not spend it against each other. */
let enrolling: Promise<User | null> | undefined

function enrolByAddress(): Promise<User | null> {
  const code = /^#(\d{8})$/.exec(location.hash)?.[1]
  if (code === undefined) return enrolling ?? Promise.resolve(null)
  history.replaceState(null, '', location.pathname)
  enrolling = enrolDevice(code)
    .catch(() => null)
    .finally(() => {
      enrolling = undefined
    })
  return enrolling
}

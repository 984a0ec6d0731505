import { type ReactNode, useEffect } from 'react'
import { useConnection } from '../api/connection.ts'
import { useOffice } from '../api/offices.ts'
import { probe, type User, useLock, useSignOut } from '../api/session.ts'
import { commonText } from '../text/common.ts'
import { signInText } from '../text/sign-in.ts'
import { Icon } from './icon.tsx'
import { type KeyBinding, keyText } from './keys.ts'
import { Link, usePlace } from './router.tsx'
import { clockText, useNow } from './time.ts'

const PROBE_EVERY = 5_000

export interface Section {
  href: string
  label: string
  key: KeyBinding
}

interface Props {
  user: User
  sections?: readonly Section[]
  /** Where in the office this screen stands, beside the office's name. */
  where?: ReactNode
  help: KeyBinding
  /** What signing out does here, where it is more than that. */
  onSignOut?: () => void
}

export function TopBar({ user, sections, where, help, onSignOut }: Props) {
  const office = useOffice(user.officeId)
  const lock = useLock()
  const signOut = useSignOut()
  return (
    <header className="bar">
      <span className="office cut">{office.data?.name}</span>
      {sections && <Sections sections={sections} />}
      {where}
      <span className="end">
        <ConnectionWords />
        <span className="quiet">{user.name}</span>
        <Clock />
        <button
          type="button"
          onClick={() => lock.mutate()}
          aria-keyshortcuts="Alt+L"
          aria-label={commonText.keyLock}
        >
          {signInText.lock}
        </button>
        <button type="button" onClick={onSignOut ?? (() => signOut.mutate())}>
          {signInText.signOut}
        </button>
        <button
          type="button"
          onClick={help.run}
          aria-keyshortcuts={keyText(help)}
          aria-label={`${keyText(help)} ${commonText.keys}`}
        >
          <kbd>{keyText(help)}</kbd>
          <span className="wide-only">{commonText.keys}</span>
        </button>
      </span>
    </header>
  )
}

function Sections({ sections }: { sections: readonly Section[] }) {
  const { path } = usePlace()
  const isHere = (href: string) =>
    path === href || (href.split('/').length > 2 && path.startsWith(`${href}/`))
  return (
    <nav aria-label={commonText.sections}>
      {sections.map(({ href, label, key }) => (
        <Link
          key={href}
          href={href}
          aria-current={isHere(href) ? 'page' : undefined}
          aria-keyshortcuts={keyText(key)}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

function Clock() {
  const now = useNow()
  return (
    <time className="clock" dateTime={new Date(now).toISOString()}>
      {clockText(now)}
    </time>
  )
}

// While the server is silent it is asked now and then: without that the words would stay until someone presses a key.
function ConnectionWords() {
  const { lostSince, savedAt } = useConnection()
  const lost = lostSince !== null
  useEffect(() => {
    if (!lost) return
    const timer = setInterval(probe, PROBE_EVERY)
    return () => clearInterval(timer)
  }, [lost])
  return (
    <span role="status">
      {lostSince !== null && <span className="cutoff">{commonText.cutOff(clockText(lostSince))}</span>}
      {lostSince === null && savedAt !== null && (
        <span className="saved">
          <Icon name="check" />
          {commonText.saved(clockText(savedAt))}
        </span>
      )}
    </span>
  )
}

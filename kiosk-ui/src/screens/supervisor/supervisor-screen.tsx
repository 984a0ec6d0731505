import { useMemo, useState } from 'react'
import { type User, useLock } from '../../api/session.ts'
import type { SupervisionList } from '../../api/supervision.ts'
import { COME_KEY } from '../../parts/help-alarms.tsx'
import { KeyHelp } from '../../parts/key-help.tsx'
import { isDialogOpen, type KeyBinding, useKeys } from '../../parts/keys.ts'
import { PageHeading } from '../../parts/page-heading.tsx'
import { navigate, usePlace } from '../../parts/router.tsx'
import { type Section, TopBar } from '../../parts/top-bar.tsx'
import { commonText } from '../../text/common.ts'
import { hallHistoryText, hallNowText } from '../../text/hall-figures.ts'
import { supervisorLists, supervisorText as text } from '../../text/supervisor.ts'
import { addressOf, choiceFrom, HALL, HALL_HISTORY, HOME } from './address.ts'
import { HallHistoryPage } from './hall-history-page.tsx'
import { HallNowPage } from './hall-now-page.tsx'
import { WatchPage } from './watch-page.tsx'

const LISTS = Object.keys(supervisorLists) as SupervisionList[]

const LIST_KEYS: KeyBinding[] = LISTS.map((list, index) => ({
  code: `Digit${index + 1}`,
  alt: true,
  label: supervisorLists[list].figure,
  when: () => !isDialogOpen(),
  run: () => navigate(addressOf(list))
}))

const pageKey = (digit: number, label: string, href: string): KeyBinding => ({
  code: `Digit${digit}`,
  alt: true,
  label,
  when: () => !isDialogOpen(),
  run: () => navigate(href)
})

const HALL_KEY = pageKey(7, hallNowText.keyOpen, HALL)
const HISTORY_KEY = pageKey(8, hallNowText.keyHistory, HALL_HISTORY)

const SECTIONS: Section[] = [
  { href: HOME, label: text.section, key: LIST_KEYS[0] as KeyBinding },
  { href: HALL, label: hallNowText.section, key: HALL_KEY },
  { href: HALL_HISTORY, label: hallHistoryText.section, key: HISTORY_KEY }
]

/** The supervisor's screen: its keys, and the list that the address names. */
export function SupervisorScreen({ user }: { user: User }) {
  const { path, query } = usePlace()
  const [helping, setHelping] = useState(false)
  const [pageKeys, setPageKeys] = useState<readonly KeyBinding[]>([])
  const { mutate: lock } = useLock()
  const { keys, help } = useMemo(() => {
    const help: KeyBinding = { code: 'F1', label: commonText.keyHelp, run: () => setHelping(true) }
    const locking: KeyBinding = { code: 'KeyL', alt: true, label: commonText.keyLock, run: () => lock() }
    return { help, keys: [...LIST_KEYS, HALL_KEY, HISTORY_KEY, ...pageKeys, locking, help] }
  }, [lock, pageKeys])
  useKeys(keys)
  const slug = query.get('xem')
  const list = slug === null ? 'late' : LISTS.find((known) => supervisorLists[known].slug === slug)
  return (
    <>
      <a className="skip" href="#main">
        {commonText.skip}
      </a>
      <TopBar user={user} sections={SECTIONS} help={help} />
      <main className="page" id="main" tabIndex={-1}>
        <Page user={user} path={path} query={query} list={list} onKeys={setPageKeys} />
      </main>
      {helping && <KeyHelp keys={[...keys, COME_KEY]} onClose={() => setHelping(false)} />}
    </>
  )
}

interface PageProps {
  user: User
  path: string
  query: URLSearchParams
  list: SupervisionList | undefined
  onKeys: (keys: readonly KeyBinding[]) => void
}

/** The page that the address names. */
function Page({ user, path, query, list, onKeys }: PageProps) {
  const { officeId } = user
  if (path === HALL) return <HallNowPage key={officeId} officeId={officeId} />
  if (path === HALL_HISTORY) return <HallHistoryPage key={officeId} user={user} chosen={choiceFrom(query)} />
  if (path === HOME && list)
    return <WatchPage key={officeId} officeId={officeId} list={list} onKeys={onKeys} />
  return (
    <section className="notice">
      <PageHeading title={commonText.notFoundTitle} section={text.section} />
      <p>{commonText.notFound}</p>
    </section>
  )
}

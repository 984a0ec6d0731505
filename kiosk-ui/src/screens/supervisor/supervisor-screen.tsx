import { useMemo, useState } from 'react'
import { type User, useLock } from '../../api/session.ts'
import type { SupervisionList } from '../../api/supervision.ts'
import { KeyHelp } from '../../parts/key-help.tsx'
import { isDialogOpen, type KeyBinding, useKeys } from '../../parts/keys.ts'
import { PageHeading } from '../../parts/page-heading.tsx'
import { navigate, usePlace } from '../../parts/router.tsx'
import { type Section, TopBar } from '../../parts/top-bar.tsx'
import { commonText } from '../../text/common.ts'
import { supervisorLists, supervisorText as text } from '../../text/supervisor.ts'
import { addressOf, HOME } from './address.ts'
import { WatchPage } from './watch-page.tsx'

const LISTS = Object.keys(supervisorLists) as SupervisionList[]

const LIST_KEYS: KeyBinding[] = LISTS.map((list, index) => ({
  code: `Digit${index + 1}`,
  alt: true,
  label: supervisorLists[list].figure,
  when: () => !isDialogOpen(),
  run: () => navigate(addressOf(list))
}))

const SECTIONS: Section[] = [{ href: HOME, label: text.section, key: LIST_KEYS[0] as KeyBinding }]

/** The supervisor's screen: its keys, and the list that the address names. */
export function SupervisorScreen({ user }: { user: User }) {
  const { path, query } = usePlace()
  const [helping, setHelping] = useState(false)
  const [pageKeys, setPageKeys] = useState<readonly KeyBinding[]>([])
  const { mutate: lock } = useLock()
  const { keys, help } = useMemo(() => {
    const help: KeyBinding = { code: 'F1', label: commonText.keyHelp, run: () => setHelping(true) }
    const locking: KeyBinding = { code: 'KeyL', alt: true, label: commonText.keyLock, run: () => lock() }
    return { help, keys: [...LIST_KEYS, ...pageKeys, locking, help] }
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
        {path === HOME && list ? (
          <WatchPage key={user.officeId} officeId={user.officeId} list={list} onKeys={setPageKeys} />
        ) : (
          <section className="notice">
            <PageHeading title={commonText.notFoundTitle} section={text.section} />
            <p>{commonText.notFound}</p>
          </section>
        )}
      </main>
      {helping && <KeyHelp keys={keys} onClose={() => setHelping(false)} />}
    </>
  )
}

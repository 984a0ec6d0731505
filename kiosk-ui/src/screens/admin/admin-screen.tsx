import { useMemo, useState } from 'react'
import { type User, useLock } from '../../api/session.ts'
import { KeyHelp } from '../../parts/key-help.tsx'
import { type KeyBinding, useKeys } from '../../parts/keys.ts'
import { PageHeading } from '../../parts/page-heading.tsx'
import { navigate, usePlace } from '../../parts/router.tsx'
import { type Section, TopBar } from '../../parts/top-bar.tsx'
import { adminText } from '../../text/admin.ts'
import { commonText } from '../../text/common.ts'
import { CalendarPage } from './calendar-page.tsx'
import { CatalogueImportPage } from './catalogue-import-page.tsx'
import { DevicesPage } from './devices-page.tsx'
import { hallPage } from './hall-page.tsx'
import { HomePage } from './home-page.tsx'
import { HoursPage } from './hours-page.tsx'
import { LanguagePage } from './languages-page.tsx'
import { PapersPage } from './papers-page.tsx'
import { PrintersPage } from './printers-page.tsx'
import { ProcedurePage } from './procedure-page.tsx'
import { ProceduresPage } from './procedures-page.tsx'

const SECTIONS: Section[] = [
  ['/admin', adminText.home],
  ['/admin/thu-tuc', adminText.procedures],
  ['/admin/ngay-nghi', adminText.calendar],
  ['/admin/gio-lam-viec', adminText.hours],
  ['/admin/phong-cho', adminText.hall],
  ['/admin/thiet-bi', adminText.devices]
].map(([href = '', label = ''], index) => ({
  href,
  label,
  key: { code: `Digit${index + 1}`, alt: true, label, run: () => navigate(href) }
}))

/** The administrator's screen: its sections, its keys, and the page that the address names. */
export function AdminScreen({ user }: { user: User }) {
  const [helping, setHelping] = useState(false)
  const { mutate: lock } = useLock()
  const { keys, help } = useMemo(() => {
    const help: KeyBinding = { code: 'F1', label: commonText.keyHelp, run: () => setHelping(true) }
    const locking: KeyBinding = { code: 'KeyL', alt: true, label: commonText.keyLock, run: () => lock() }
    return { help, keys: [...SECTIONS.map(({ key }) => key), locking, help] }
  }, [lock])
  useKeys(keys)
  return (
    <>
      <a className="skip" href="#main">
        {commonText.skip}
      </a>
      <TopBar user={user} sections={SECTIONS} help={help} />
      <main className="page" id="main" tabIndex={-1}>
        <Page user={user} />
      </main>
      {helping && <KeyHelp keys={keys} onClose={() => setHelping(false)} />}
    </>
  )
}

function Page({ user }: { user: User }) {
  const { path, query } = usePlace()
  const [, , section, item, part] = path.split('/')
  if (path === '/admin') return <HomePage officeId={user.officeId} />
  if (path === '/admin/ngay-nghi') return <CalendarPage year={query.get('nam')} />
  if (path === '/admin/gio-lam-viec') return <HoursPage officeId={user.officeId} />
  if (path === '/admin/thiet-bi') return <DevicesPage officeId={user.officeId} />
  if (path.startsWith('/admin/thiet-bi/ngon-ngu/') && part)
    return <LanguagePage key={part} officeId={user.officeId} code={part} />
  if (path === '/admin/thiet-bi/may-in') return <PrintersPage />
  if (path === '/admin/thiet-bi/giay-to') return <PapersPage officeId={user.officeId} />
  if (path === '/admin/thu-tuc')
    return <ProceduresPage search={query.get('tim') ?? ''} kind={query.get('loai')} />
  if (path === '/admin/thu-tuc/nhap') return <CatalogueImportPage />
  const hall = section === 'phong-cho' && path.split('/').length <= 4 ? hallPage(item, user) : null
  if (hall) return hall
  if (section === 'thu-tuc' && item) return <ProcedurePage key={item} code={decodeURIComponent(item)} />
  return (
    <section className="notice">
      <PageHeading title={commonText.notFoundTitle} section={adminText.title} />
      <p>{commonText.notFound}</p>
    </section>
  )
}

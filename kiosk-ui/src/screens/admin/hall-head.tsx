import type { ReactNode } from 'react'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Link, usePlace } from '../../parts/router.tsx'
import { adminText } from '../../text/admin.ts'
import { hallText } from '../../text/admin-hall.ts'
import { adminVoiceText } from '../../text/admin-voice.ts'
import { appointmentText } from '../../text/appointments.ts'
import '../../styles/admin-hall.css'

const PAGES = [
  ['/admin/phong-cho', hallText.rules.title],
  ['/admin/phong-cho/uu-tien', hallText.priority.title],
  ['/admin/phong-cho/quay', hallText.counters.title],
  ['/admin/phong-cho/thong-bao', hallText.announcements.title],
  ['/admin/phong-cho/lich-hen', appointmentText.title],
  ['/admin/phong-cho/giong-doc', adminVoiceText.title]
] as const

/** The heading of a page of the waiting room, with the ways to the others. */
export function HallHead({ title, children }: { title: string; children?: ReactNode }) {
  const { path } = usePlace()
  return (
    <>
      <nav className="choices hall-pages no-print" aria-label={hallText.pages}>
        {PAGES.map(([href, label]) => (
          <Link key={href} className="choice" href={href} aria-current={path === href ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <div className="head">
        <PageHeading title={title} section={`${hallText.section} – ${adminText.title}`} />
        {children && <span className="end no-print">{children}</span>}
      </div>
    </>
  )
}

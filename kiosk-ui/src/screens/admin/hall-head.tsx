import type { ReactNode } from 'react'
import { adminText } from '../../text/admin.ts'
import { hallText } from '../../text/admin-hall.ts'
import { adminVoiceText } from '../../text/admin-voice.ts'
import { appointmentText } from '../../text/appointments.ts'
import { PagesHead } from './pages-head.tsx'

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
  const section = `${hallText.section} – ${adminText.title}`
  return (
    <PagesHead label={hallText.pages} pages={PAGES} title={title} section={section}>
      {children}
    </PagesHead>
  )
}

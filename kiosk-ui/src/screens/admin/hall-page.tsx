import type { User } from '../../api/session.ts'
import { AnnouncementsPage } from './announcements-page.tsx'
import { AppointmentsPage } from './appointments-page.tsx'
import { CountersPage } from './counters-page.tsx'
import { HallRulesPage } from './hall-rules-page.tsx'
import { PriorityPage } from './priority-page.tsx'
import { VoicePage } from './voice-page.tsx'

/** The page of the waiting room that the address names, or nothing when it names none. */
export function hallPage(item: string | undefined, user: User) {
  if (item === undefined) return <HallRulesPage />
  if (item === 'uu-tien') return <PriorityPage />
  if (item === 'quay') return <CountersPage officeId={user.officeId} />
  if (item === 'thong-bao') return <AnnouncementsPage />
  if (item === 'lich-hen') return <AppointmentsPage officeId={user.officeId} />
  if (item === 'giong-doc') return <VoicePage />
  return null
}

import { AppointmentBoard } from '../../parts/appointment-board.tsx'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { PageHeading } from '../../parts/page-heading.tsx'
import { navigate } from '../../parts/router.tsx'
import { appointmentText } from '../../text/appointments.ts'
import { findText } from '../../text/counter.ts'
import { counterText } from '../../text/counter-queue.ts'
import { KEYS, onPage } from './counter-keys.ts'

/** Who is expected today, new appointments, and numbers for those who come. */
export function AppointmentsPage({ officeId, said }: { officeId: string; said: string }) {
  const back = () => navigate('/counter')
  useKeys([onPage(KEYS.go, back), onPage(KEYS.back, back)])
  return (
    <div className="task wide">
      <div className="work">
        <PageHeading title={appointmentText.title} section={counterText.title} />
        <AppointmentBoard officeId={officeId} />
      </div>
      <footer className="foot">
        <p className="say" role="status">
          {said}
        </p>
        <KeyButton of={KEYS.go} primary onClick={back}>
          {findText.back}
        </KeyButton>
      </footer>
    </div>
  )
}

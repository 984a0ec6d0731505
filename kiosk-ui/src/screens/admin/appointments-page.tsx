import { AppointmentBoard } from '../../parts/appointment-board.tsx'
import { appointmentText } from '../../text/appointments.ts'
import { AppointmentsLimits } from './appointments-limits.tsx'
import { HallHead } from './hall-head.tsx'

/** Appointments as reception has them, and beside them how many are taken. */
export function AppointmentsPage({ officeId }: { officeId: string }) {
  return (
    <div className="hall">
      <HallHead title={appointmentText.title} />
      <div className="columns">
        <AppointmentBoard officeId={officeId} />
        <AppointmentsLimits officeId={officeId} />
      </div>
    </div>
  )
}

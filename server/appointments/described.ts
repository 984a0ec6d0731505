import { checkInText } from '../../kiosk-ui/src/text/appointments.ts'
import { clock, localMoment } from '../calendar/plain-date.ts'
import type { Appointment } from './schemas.ts'
import { earliestFor, refusalOf, standingOf } from './standing.ts'
import type { AppointmentTable } from './tables.ts'

/**
 * An appointment as it is answered.
 *
 * @param moment now, how late one may be (minutes), and whether who asks may read name, telephone and code
 */
export function describe(
  appointment: AppointmentTable,
  { now, grace, open }: { now: string; grace: number; open: boolean }
): Appointment {
  const { id, serviceId, serviceName, day, at, name, phone, code } = appointment
  const { ticketId, ticketNumber, arrivedAt, madeByName } = appointment
  return {
    id,
    serviceId,
    serviceName,
    day,
    time: timeText(at),
    at,
    state: standingOf(appointment, { now, grace }),
    ...(open ? { name, phone, code } : { name: null, phone: null, code: null }),
    phoneLastFour: phone.slice(-4),
    ticketId,
    ticketNumber,
    arrivedAt,
    madeByName
  }
}

/** What the log keeps of an appointment; it names nobody. */
export function stateOf({ id, serviceId, serviceName, day, at }: AppointmentTable) {
  return { appointmentId: id, serviceId, serviceName, day, at }
}

/** Why nobody can check in for an appointment now, in words, or nothing when he can. */
export function refusalText(appointment: AppointmentTable, now: string): string | undefined {
  const { day, at } = appointment
  const time = timeText(at)
  const texts = {
    cancelled: checkInText.cancelled,
    other_day: checkInText.otherDay(time, day),
    too_early: checkInText.tooEarly(time, timeText(earliestFor(at)))
  }
  const refusal = refusalOf(appointment, now)
  return refusal && texts[refusal]
}

/** The time of day in Vietnam. @example timeText('2026-11-23T02:30:00.000Z') // '09:30' */
export function timeText(at: string): string {
  return clock(localMoment(at).minute)
}

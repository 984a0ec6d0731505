import { dayInVietnam } from '../regulation/day.ts'

/** How long before its time an appointment may be checked in. Minutes. */
const EARLIEST = 60

export const APPOINTMENT_STATES = ['expected', 'arrived', 'missed', 'cancelled'] as const

export type AppointmentState = (typeof APPOINTMENT_STATES)[number]

interface Appointment {
  day: string
  at: string
  cancelledAt: string | null
  arrivedAt: string | null
}

/** Where an appointment stands; `missed` may still be checked in on its day, as an ordinary number. */
export function standingOf(
  { at, cancelledAt, arrivedAt }: Appointment,
  { now, grace }: { now: string; grace: number }
): AppointmentState {
  if (cancelledAt !== null) return 'cancelled'
  if (arrivedAt !== null) return 'arrived'
  return isLate(at, { now, grace }) ? 'missed' : 'expected'
}

/** Whether somebody comes so late that his turn is passed. @param grace minutes */
export function isLate(at: string, { now, grace }: { now: string; grace: number }): boolean {
  return Date.parse(now) > Date.parse(at) + grace * 60_000
}

/** Why nobody can check in for an appointment now, or nothing when he can. */
export function refusalOf(
  { day, at, cancelledAt }: Appointment,
  now: string
): 'cancelled' | 'other_day' | 'too_early' | undefined {
  if (cancelledAt !== null) return 'cancelled'
  if (day !== dayInVietnam(now)) return 'other_day'
  if (Date.parse(at) - Date.parse(now) > EARLIEST * 60_000) return 'too_early'
  return undefined
}

/** When an appointment may be checked in first. Instant. */
export function earliestFor(at: string): string {
  return new Date(Date.parse(at) - EARLIEST * 60_000).toISOString()
}

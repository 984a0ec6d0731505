import { clock, dayNumber, instantOf, type PlainDate } from '../calendar/plain-date.ts'

/** Appointments are counted by the half hour. Minutes. */
const SLOT = 30

interface Booked {
  serviceId: string
  at: string
  cancelledAt: string | null
}

export interface Slot {
  /** `HH:MM`. */
  time: string
  /** Instants; the end is not part of it. */
  from: string
  to: string
}

/** The half hour in which a minute of a day lies. */
export function slotAt(day: PlainDate, minute: number): Slot {
  const first = minute - (minute % SLOT)
  const number = dayNumber(day)
  return { time: clock(first), from: instantOf(number, first), to: instantOf(number, first + SLOT) }
}

/** The half hours of a day that begin while the office is open. */
export function slotsOf(day: PlainDate, hours: readonly (readonly [from: number, to: number])[]): Slot[] {
  return hours.flatMap(([from, to]) => {
    const first = Math.ceil(from / SLOT) * SLOT
    const count = Math.max(Math.ceil((to - first) / SLOT), 0)
    return Array.from({ length: count }, (_, index) => slotAt(day, first + index * SLOT))
  })
}

/** How many appointments of a service stand in a half hour. */
export function bookedIn(slot: Slot, serviceId: string, booked: readonly Booked[]): number {
  return booked.filter(
    (one) =>
      one.serviceId === serviceId && one.cancelledAt === null && one.at >= slot.from && one.at < slot.to
  ).length
}

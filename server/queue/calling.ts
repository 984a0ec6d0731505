import { dutiesOfAll, type HallFacts } from './reach.ts'

/** The counters at one of which somebody who waits will be called. */
export interface Calling {
  /** In their order; empty: no counter serves it, so nobody will call before that is changed. */
  numbers: number[]
  /** Whether officers are at them; they may have paused. */
  staffed: boolean
  /** All of them have paused: nobody knows how long it takes. */
  paused?: true
}

/** For what somebody waits: a service, and the one counter or officer who is to take him. */
interface Wanted {
  serviceId: string
  forCounterId: string | null
  forOfficerId: string | null
}

/** The hall with the numbers of its counters and who sits at them. */
interface StaffedHall extends HallFacts {
  counters: readonly (HallFacts['counters'][number] & { number: number; officerId: string | null })[]
}

/**
 * Where a person is to wait (check K-06): the counter that is to take him as long as it is open, or paused and nobody else serves
 * him; else those that are staffed and serve his service, else those that will serve it once they open. A counter that only helps out is left out: it calls
 * when it has nobody else, and whoever sat near it would mostly sit in the wrong place.
 */
export function callingCounters(
  { serviceId, forCounterId, forOfficerId }: Wanted,
  hall: StaffedHall
): Calling {
  const { counters } = hall
  const there = counters.filter(({ state }) => state !== 'closed')
  const own = there.filter(
    ({ id, officerId }) => id === forCounterId || (forOfficerId !== null && officerId === forOfficerId)
  )
  if (own.some(isOpen)) return staffedBy(own)
  const duties = dutiesOfAll(hall)
  const serves = ({ id }: { id: string }) => duties.get(id)?.serves.includes(serviceId) ?? false
  const serving = there.filter(serves)
  if (serving.some(isOpen)) return staffedBy(serving)
  const paused = own.length > 0 ? own : serving
  if (paused.length > 0) return staffedBy(paused)
  return { numbers: numbersOf(counters.filter(serves)), staffed: false }
}

function isOpen({ state }: { state: string }): boolean {
  return state === 'open'
}

function staffedBy(counters: StaffedHall['counters']): Calling {
  const staffed = { numbers: numbersOf(counters), staffed: true }
  return counters.every(({ state }) => state === 'paused') ? { ...staffed, paused: true } : staffed
}

function numbersOf(counters: readonly { number: number }[]): number[] {
  return counters.map(({ number }) => number).toSorted((one, other) => one - other)
}

import type { CounterState } from '../offices/tables.ts'

/** Which counter serves or helps which service. */
export interface Assignment {
  counterId: string
  serviceId: string
  helps: boolean
}

/** What a rule needs to know of the counters. */
export interface CounterFacts {
  id: string
  state: CounterState
}

/** For whom a counter may call: its services, and whom else it may take as the one he waits for is not there. */
export interface Reach {
  officeId: string
  day: string
  counterId: string
  officerId: string
  serviceIds: readonly string[]
  /** Counters that are open, and the officers at them: one that is paused calls nobody, so it keeps nobody from being called. */
  counterIdsThere: readonly string[]
  officerIdsThere: readonly string[]
}

/** The hall, as far as it decides who serves what. */
export interface HallFacts {
  assignments: readonly Assignment[]
  serviceIds: readonly string[]
  counters: readonly CounterFacts[]
}

interface Duties {
  serves: string[]
  helps: string[]
}

/**
 * What each counter serves and helps with at this moment: with whom it helps out as long as another counter that is open serves
 * them, it serves itself when none does. Else they would wait until its own line is empty, which may be never; a counter
 * that is paused calls nobody, so it keeps nobody from being served.
 */
export function dutiesOfAll({ assignments, serviceIds, counters }: HallFacts): Map<string, Duties> {
  const assigned = Map.groupBy(assignments, ({ counterId }) => counterId)
  const own = counters.map(({ id, state }) => ({ id, state, ...assignedTo(assigned.get(id), serviceIds) }))
  const served = new Set(own.filter(({ state }) => state === 'open').flatMap(({ serves }) => serves))
  return new Map(
    own.map(({ id, serves, helps }) => [
      id,
      {
        serves: [...serves, ...helps.filter((serviceId) => !served.has(serviceId))],
        helps: helps.filter((serviceId) => served.has(serviceId))
      }
    ])
  )
}

/** A counter to which nothing is assigned serves everything, so that a small office need not set anything. */
function assignedTo(own: readonly Assignment[] | undefined, serviceIds: readonly string[]): Duties {
  if (!own) return { serves: [...serviceIds], helps: [] }
  const idsOf = (helps: boolean) =>
    own.filter((assignment) => assignment.helps === helps).map(({ serviceId }) => serviceId)
  return { serves: idsOf(false), helps: idsOf(true) }
}

/** What one counter serves and helps with at this moment; one that there is not does neither. */
export function dutiesAt(counterId: string, hall: HallFacts): Duties {
  return dutiesOfAll(hall).get(counterId) ?? { serves: [], helps: [] }
}

/** The open counters that serve a service now, those that take it over among them, those that only help out not. */
export function countersServing(serviceId: string, hall: HallFacts): string[] {
  const duties = dutiesOfAll(hall)
  const open = hall.counters.filter(({ state }) => state === 'open')
  return open.filter(({ id }) => duties.get(id)?.serves.includes(serviceId)).map(({ id }) => id)
}

/** Whether a service waits in vain: the hall is at work, and no counter that is there serves it or helps out with it. */
export function isUnserved(serviceId: string, hall: HallFacts): boolean {
  const duties = dutiesOfAll(hall)
  const there = hall.counters.filter(({ state }) => state !== 'closed')
  const takes = (id: string) => {
    const { serves = [], helps = [] } = duties.get(id) ?? {}
    return serves.includes(serviceId) || helps.includes(serviceId)
  }
  return there.length > 0 && !there.some(({ id }) => takes(id))
}

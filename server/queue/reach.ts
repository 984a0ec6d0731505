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
  /** Counters that are open or paused, and the officers at them. */
  counterIdsThere: readonly string[]
  officerIdsThere: readonly string[]
}

/**
 * What a counter serves, and what it takes over when nobody waits for that. A counter to which nothing is assigned serves
 * everything, so that a small office need not set anything.
 */
export function servicesAt(
  counterId: string,
  assignments: readonly Assignment[],
  serviceIds: readonly string[]
): { serves: string[]; helps: string[] } {
  const own = assignments.filter((assignment) => assignment.counterId === counterId)
  if (own.length === 0) return { serves: [...serviceIds], helps: [] }
  const idsOf = (helps: boolean) =>
    own.filter((assignment) => assignment.helps === helps).map(({ serviceId }) => serviceId)
  return { serves: idsOf(false), helps: idsOf(true) }
}

/**
 * What a counter serves and helps with at this moment: with whom it helps out as long as another counter that is there serves
 * them, it serves itself when none does. Else they would wait until its own line is empty, which may be never.
 */
export function dutiesAt(
  counterId: string,
  {
    assignments,
    serviceIds,
    counters
  }: { assignments: readonly Assignment[]; serviceIds: readonly string[]; counters: readonly CounterFacts[] }
): { serves: string[]; helps: string[] } {
  const { serves, helps } = servicesAt(counterId, assignments, serviceIds)
  const there = counters.filter(({ state }) => state !== 'closed')
  const isServed = (serviceId: string) =>
    there.some(({ id }) => servicesAt(id, assignments, [serviceId]).serves.includes(serviceId))
  return {
    serves: [...serves, ...helps.filter((id) => !isServed(id))],
    helps: helps.filter(isServed)
  }
}

/** The open counters at which a service is served, those that only help out not among them. */
export function countersServing(
  serviceId: string,
  counters: readonly CounterFacts[],
  assignments: readonly Assignment[]
): string[] {
  const open = counters.filter(({ state }) => state === 'open')
  return open
    .filter(({ id }) => servicesAt(id, assignments, [serviceId]).serves.includes(serviceId))
    .map(({ id }) => id)
}

/** Whether a service waits in vain: the hall is at work, and no counter that is there serves it or helps out with it. */
export function isUnserved(
  serviceId: string,
  counters: readonly CounterFacts[],
  assignments: readonly Assignment[]
): boolean {
  const there = counters.filter(({ state }) => state !== 'closed')
  return (
    there.length > 0 &&
    !there.some(({ id }) => {
      const { serves, helps } = servicesAt(id, assignments, [serviceId])
      return serves.includes(serviceId) || helps.includes(serviceId)
    })
  )
}

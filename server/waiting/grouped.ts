import {
  addSkip,
  addTaken,
  addVisit,
  emptyTally,
  type Figures,
  figuresOf,
  hourOf,
  measuredOf,
  type TakenFacts,
  type Tally,
  type VisitFacts
} from './figures.ts'

/** A period by day, hour, service, counter and officer; each group adds up the same visits in another way. */
export interface Grouped {
  all: Figures
  days: ({ day: string } & Figures)[]
  hours: ({ hour: number } & Figures)[]
  services: ({ serviceId: string; serviceName: string } & Figures)[]
  counters: ({ counterId: string; counterNumber: number } & Figures)[]
  officers: ({ officerId: string; officerName: string } & Figures)[]
}

interface Named<Name> {
  tally: Tally
  name: Name
  /** Of the visit that gave the name: the latest one tells what it is called now. */
  at: string
}

export interface Groups {
  all: Tally
  days: Map<string, Tally>
  hours: Map<number, Tally>
  services: Map<string, Named<string>>
  counters: Map<string, Named<number>>
  officers: Map<string, Named<string>>
}

export function emptyGroups(): Groups {
  return {
    all: emptyTally(),
    days: new Map(),
    hours: new Map(),
    services: new Map(),
    counters: new Map(),
    officers: new Map()
  }
}

/** Counts a visit everywhere it belongs; its hour is that in which the wait began, as whoever comes then wants to know. */
export function countVisit(groups: Groups, visit: VisitFacts): void {
  const measured = measuredOf(visit)
  for (const tally of talliesOf(groups, visit)) addVisit(tally, measured)
}

/** Counts somebody called out of turn who is still at the counter. */
export function countSkip(groups: Groups, call: Call): void {
  for (const tally of talliesOf(groups, call)) addSkip(tally)
}

/** A call to a counter, whether or not its visit is over. */
export type Call = Omit<VisitFacts, 'servingAt' | 'endedAt' | 'outcome' | 'skippedOver'>

function talliesOf(groups: Groups, visit: Call): Tally[] {
  const { calledAt: at } = visit
  return [
    groups.all,
    tallyAt(groups.days, visit.day),
    tallyAt(groups.hours, hourOf(visit.waitingSince)),
    named(groups.services, visit.serviceId, { name: visit.serviceName, at }),
    named(groups.counters, visit.counterId, { name: visit.counterNumber, at }),
    named(groups.officers, visit.officerId, { name: visit.officerName, at })
  ]
}

/** A counter that was open, whether or not anybody came to it. */
export function countOpen(
  groups: Groups,
  { counterId, number }: { counterId: string; number: number }
): void {
  named(groups.counters, counterId, { name: number, at: '' })
}

/** @param serviceName for a service of which nobody has been called yet */
export function countTaken(
  groups: Groups,
  taken: TakenFacts,
  { today, serviceName }: { today: string; serviceName: string }
): void {
  addTaken(groups.all, taken, today)
  addTaken(tallyAt(groups.days, taken.day), taken, today)
  addTaken(tallyAt(groups.hours, taken.hour), taken, today)
  addTaken(named(groups.services, taken.serviceId, { name: serviceName, at: '' }), taken, today)
}

export function groupedFigures(groups: Groups): Grouped {
  const { all, days, hours, services, counters, officers } = groups
  return {
    all: figuresOf(all, true),
    days: sorted(days).map(([day, tally]) => ({ day, ...figuresOf(tally, true) })),
    hours: sorted(hours).map(([hour, tally]) => ({ hour, ...figuresOf(tally, true) })),
    services: byName(services).map(([serviceId, { name, tally }]) => ({
      serviceId,
      serviceName: name,
      ...figuresOf(tally, true)
    })),
    counters: byName(counters).map(([counterId, { name, tally }]) => ({
      counterId,
      counterNumber: name,
      ...figuresOf(tally, false)
    })),
    officers: byName(officers).map(([officerId, { name, tally }]) => ({
      officerId,
      officerName: name,
      ...figuresOf(tally, false)
    }))
  }
}

function tallyAt<Key>(tallies: Map<Key, Tally>, key: Key): Tally {
  const tally = tallies.get(key) ?? emptyTally()
  tallies.set(key, tally)
  return tally
}

function named<Name>(
  groups: Map<string, Named<Name>>,
  key: string,
  { name, at }: { name: Name; at: string }
): Tally {
  const group = groups.get(key) ?? { tally: emptyTally(), name, at }
  if (at > group.at) Object.assign(group, { name, at })
  groups.set(key, group)
  return group.tally
}

function sorted<Key extends string | number>(tallies: Map<Key, Tally>): [Key, Tally][] {
  return [...tallies].sort(([one], [other]) => (one < other ? -1 : 1))
}

function byName<Name extends string | number>(groups: Map<string, Named<Name>>): [string, Named<Name>][] {
  const { compare } = new Intl.Collator('vi', { numeric: true })
  return [...groups].sort(([, one], [, other]) => compare(String(one.name), String(other.name)))
}

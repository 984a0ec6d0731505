import { aheadOf, type Waiting } from './line.ts'

/** An open counter: what it serves, and whether nobody is at it. */
export interface OpenCounter {
  serves: readonly string[]
  free: boolean
}

/** Whoever is at a counter has on average been there for half of his time. */
const HALF_SERVED = 0.5

interface Standing {
  serviceId: string
  /** How many stand before. */
  people: number
  called: number
}

/**
 * Whom the counters of a service call before somebody who stands at the end of its line, by service: the hall is played forward,
 * each counter taking the one whose turn is first among those it serves. Counters that share some services and not others
 * cannot be told otherwise: of the people of another service only those count whom no other counter takes meanwhile.
 *
 * @param before how many stand before, by service; they are taken to have come evenly mixed
 */
export function calledBefore(
  serviceId: string,
  { counters, before }: { counters: readonly OpenCounter[]; before: ReadonlyMap<string, number> }
): Map<string, number> {
  const line = [...before].map(([id, people]): Standing => ({ serviceId: id, people, called: 0 }))
  const called = new Map<string, number>()
  const working = counters.map((counter) => ({ ...counter, at: counter.free ? 0 : HALF_SERVED }))
  for (;;) {
    working.sort((one, other) => one.at - other.at)
    const [counter] = working
    if (!counter) return called
    const isOwn = counter.serves.includes(serviceId)
    const next = firstOf(line.filter((some) => counter.serves.includes(some.serviceId)))
    if (!next && isOwn) return called
    if (!next) {
      working.shift()
      continue
    }
    next.called += 1
    counter.at += 1
    if (isOwn) called.set(next.serviceId, (called.get(next.serviceId) ?? 0) + 1)
  }
}

/** The service whose next person came first, if anybody of these is left. */
function firstOf(line: readonly Standing[]): Standing | undefined {
  const turnOf = ({ called, people }: Standing) => (called + 0.5) / people
  return line
    .filter(({ called, people }) => called + 0.5 <= people)
    .toSorted((one, other) => turnOf(one) - turnOf(other))[0]
}

/** How many of each service are called before somebody, each service taken for itself. */
export function aheadByService(
  waiting: readonly Waiting[],
  goesFirst: boolean,
  rules: Parameters<typeof aheadOf>[2]
): Map<string, number> {
  const byService = Map.groupBy(waiting, ({ serviceId }) => serviceId)
  return new Map([...byService].map(([id, some]) => [id, aheadOf(goesFirst, some, rules)]))
}

/**
 * The waiting room as a person would play it on paper, written anew from what the issue says and knowing nothing of the
 * server's own rules: arrays, and the simplest search that does it.
 */

export type Status =
  | 'waiting'
  | 'called'
  | 'serving'
  | 'parked'
  | 'finished'
  | 'absent'
  | 'cancelled'
  | 'unfinished'

export interface Slip {
  id: string
  day: string
  number: string
  letter: string
  ordinal: number
  /** Index of the service that it waits for. */
  service: number
  first: boolean
  status: Status
  issuedBy: string
  issuedAt: string
  /** By this its turn is decided: the issue, or the time of an appointment that was kept. */
  turnAt: string
  /** Kept an appointment whose time this is: earlier he is called only when nobody else waits. */
  notBefore: string | undefined
  waitingSince: string
  /** Comes back and goes before all others. */
  back: boolean
  forCounter: number | undefined
  forOfficer: string | undefined
  absences: number
  /** At this call of its service it is in line again. */
  returnsAt: number | undefined
  /** The same by the calls of the counter that had called him. */
  returnsThere: number | undefined
  counter: number | undefined
  officer: string | undefined
  firstCalledAt: string | undefined
  calledAt: string | undefined
  calls: number
  servingAt: string | undefined
  skippedOver: number
  skipReason: string | undefined
  note: string | null
}

export interface Desk {
  state: 'closed' | 'open' | 'paused'
  officer: string | undefined
  /** The day on which it was opened. */
  day: string | undefined
  /** Ordinary calls since the last with priority, by day. */
  since: Map<string, number>
  /** Calls in all, by day. */
  calls: Map<string, number>
  /** Nothing: everything is served. */
  serves: Map<number, 'serves' | 'helps'> | undefined
}

export interface Rules {
  priorityMode: 'strict' | 'interleaved'
  ordinaryPerPriority: number
  mostOrdinaryWait: number
  absentReturnsAfter: number | null
  mostAbsences: number
}

export interface Visit {
  ticketId: string
  day: string
  number: string
  service: number
  counter: number
  officer: string
  waitingSince: string
  calledAt: string
  servingAt: string | null
  endedAt: string
  outcome: string
  calls: number
  skippedOver: number
  skipReason: string | null
}

export interface Appointment {
  id: string
  code: string
  service: number
  day: string
  at: string
  isCancelled: boolean
  hasCome: boolean
  slip: Slip | undefined
}

export interface World {
  letters: string[]
  most: (number | null)[]
  desks: Desk[]
  rules: Rules
  slips: Slip[]
  visits: Visit[]
  appointments: Appointment[]
  /** Numbers given and calls made, by day and service. */
  given: Map<string, number>
  callsOf: Map<string, number>
}

export const seriesOf = (day: string, service: number) => `${day} ${service}`

export function newWorld(letters: string[], counters: number, rules: Rules): World {
  const desk = (): Desk => ({
    state: 'closed',
    officer: undefined,
    day: undefined,
    since: new Map(),
    calls: new Map(),
    serves: undefined
  })
  return {
    letters,
    most: letters.map(() => null),
    desks: Array.from({ length: counters }, desk),
    rules,
    slips: [],
    visits: [],
    appointments: [],
    given: new Map(),
    callsOf: new Map()
  }
}

/** Since when he himself counts: since he took the number, for an appointment since its time. */
export const waitsSince = ({ issuedAt, notBefore = '' }: Slip) =>
  notBefore > issuedAt ? notBefore : issuedAt

export const today = ({ slips }: World, day: string) => slips.filter((slip) => slip.day === day)

export const atDesk = (world: World, day: string, desk: number) =>
  today(world, day).find(
    ({ status, counter }) => counter === desk && (status === 'called' || status === 'serving')
  )

export function closeDesk(desk: Desk): void {
  Object.assign(desk, { state: 'closed', officer: undefined, day: undefined })
}

/** Whoever sat at another desk than this one sits there no more. */
export const formerDesks = ({ desks }: World, officer: string, desk: number) =>
  desks.map((_, index) => index).filter((index) => index !== desk && desks[index]?.officer === officer)

/** A counter is open on its day only. */
export function turnDay({ desks }: World, day: string): void {
  for (const desk of desks) if (desk.day !== day) closeDesk(desk)
}

/** Nobody has said how the visit of somebody ended who was at a counter when the day was over. */
export const isLeftOver = ({ status, day }: Slip, today: string) =>
  day !== today && (status === 'called' || status === 'serving')

/** The first thing that is done on a day ends what the days before have left. @returns how many it ended */
export function endLeftOvers(world: World, today: string): number {
  const left = world.slips.filter((slip) => isLeftOver(slip, today))
  for (const slip of left) {
    leave(world, slip, { outcome: 'unfinished', now: `${slip.day}T17:00:00.000Z` })
    slip.status = 'unfinished'
  }
  return left.length
}

/** Everything that a counter serves itself, or helps out with; whom no open counter serves its helpers serve. */
export function roleOf(world: World, desk: number, service: number): 'serves' | 'helps' | undefined {
  const { serves } = world.desks[desk] as Desk
  const role = serves === undefined ? 'serves' : serves.get(service)
  if (role !== 'helps') return role
  const isServed = world.desks.some(
    ({ state, serves: others }) =>
      state === 'open' && (others === undefined || others.get(service) === 'serves')
  )
  return isServed ? 'helps' : 'serves'
}

const byTurn = (one: Slip, other: Slip) =>
  one.turnAt.localeCompare(other.turnAt) ||
  one.ordinal - other.ordinal ||
  (one.letter < other.letter ? -1 : 1)

function isMine({ desk, officer }: Seat, slip: Slip): boolean {
  return slip.forCounter === desk || (slip.forOfficer !== undefined && slip.forOfficer === officer)
}

/** Waits for a counter that is open, or for an officer at one; one that is paused calls nobody, so it keeps nobody. */
function isKept({ desks }: World, { forCounter, forOfficer }: Slip): boolean {
  if (forCounter !== undefined && desks[forCounter]?.state === 'open') return true
  return (
    forOfficer !== undefined && desks.some(({ state, officer }) => state === 'open' && officer === forOfficer)
  )
}

export interface Seat {
  desk: number
  officer: string
  day: string
  now: string
}

/** Those whom a counter may call, its own or those that it helps out with, in the order of their turns. */
export function reachable(
  world: World,
  seat: Seat,
  { role, status = 'waiting' }: { role: 'serves' | 'helps'; status?: Status }
): Slip[] {
  return today(world, seat.day)
    .filter((slip) => slip.status === status)
    .filter(
      (slip) =>
        isMine(seat, slip) || (!isKept(world, slip) && roleOf(world, seat.desk, slip.service) === role)
    )
    .toSorted(byTurn)
}

export interface Next {
  slip: Slip
  why: 'returning' | 'priority' | 'waited_long' | 'turn' | 'helping' | 'absent' | 'appointment'
}

/** Who is called next, if anybody waits. */
export function nextFor(world: World, seat: Seat): Next | undefined {
  const own = choose(world, seat, reachable(world, seat, { role: 'serves' }))
  if (own) return own
  const helps = world.letters.some((_, service) => roleOf(world, seat.desk, service) === 'helps')
  const other = helps && choose(world, seat, reachable(world, seat, { role: 'helps' }))
  return other ? { slip: other.slip, why: 'helping' } : undefined
}

function choose(world: World, seat: Seat, line: Slip[]): Next | undefined {
  const back = line.find((slip) => slip.back)
  if (back) return { slip: back, why: 'returning' }
  const isEarly = ({ notBefore }: Slip) => notBefore !== undefined && notBefore > seat.now
  const first = line.find((slip) => slip.first && !isEarly(slip))
  const plain = line.find((slip) => !slip.first)
  const whyFirst = first?.notBefore === undefined ? 'priority' : 'appointment'
  if (!first || !plain) {
    const only = first ?? plain
    const early = line.find(isEarly)
    if (!only) return early && { slip: early, why: 'appointment' }
    return { slip: only, why: first ? whyFirst : 'turn' }
  }
  const { priorityMode, ordinaryPerPriority, mostOrdinaryWait } = world.rules
  const since = sinceAt(world, seat)
  const isLong = Date.parse(seat.now) - Date.parse(plain.issuedAt) > mostOrdinaryWait * 60_000
  const takesFirst = priorityMode === 'interleaved' ? since >= ordinaryPerPriority : !isLong || since > 0
  if (takesFirst) return { slip: first, why: whyFirst }
  return { slip: plain, why: isLong ? 'waited_long' : 'turn' }
}

function sinceAt({ desks, rules }: World, { desk, day }: Seat): number {
  return desks[desk]?.since.get(day) ?? rules.ordinaryPerPriority
}

/** The absent person who is called again when nobody else waits. */
export function firstAbsent(world: World, seat: Seat): Slip | undefined {
  const absent = (role: 'serves' | 'helps') =>
    reachable(world, seat, { role, status: 'absent' }).find(({ returnsAt }) => returnsAt !== undefined)
  return absent('serves') ?? absent('helps')
}

/** The next ones in the order in which a counter calls them, found by calling them on a copy. */
export function lineFor(world: World, seat: Seat, most: number): Next[] {
  const copy = structuredClone(world)
  const line: Next[] = []
  while (line.length < most) {
    const next = nextFor(copy, seat)
    if (!next) break
    noteCall(copy, seat, next.slip)
    next.slip.status = 'called'
    const slip = world.slips.find(({ id }) => id === next.slip.id)
    if (slip) line.push({ slip, why: next.why })
  }
  if (line[0]?.why !== 'helping') return line.filter(({ why }) => why !== 'helping')
  return line
}

export function noteCall(world: World, seat: Seat, slip: Slip): void {
  const desk = world.desks[seat.desk]
  desk?.since.set(seat.day, slip.first ? 0 : sinceAt(world, seat) + 1)
  desk?.calls.set(seat.day, (desk.calls.get(seat.day) ?? 0) + 1)
}

/** How many of the same service are called before somebody, played through with one counter that has called nobody yet. */
export function aheadOf(world: World, slip: Slip): number {
  const line = today(world, slip.day)
    .filter(({ status, service }) => status === 'waiting' && service === slip.service)
    .toSorted(byTurn)
  const { priorityMode, ordinaryPerPriority } = world.rules
  let since = ordinaryPerPriority
  for (let called = 0; line.length > 0; called += 1) {
    const first = line.find((one) => one.first)
    const plain = line.find((one) => !one.first)
    const takesFirst = first && (!plain || priorityMode === 'strict' || since >= ordinaryPerPriority)
    const next = (takesFirst ? first : plain) as Slip
    if (next === slip) return called
    since = next.first ? 0 : since + 1
    line.splice(line.indexOf(next), 1)
  }
  return 0
}

/** Writes down that somebody leaves a counter. */
export function leave(world: World, slip: Slip, { outcome, now }: { outcome: string; now: string }): void {
  world.visits.push({
    ticketId: slip.id,
    day: slip.day,
    number: slip.number,
    service: slip.service,
    counter: slip.counter ?? -1,
    officer: slip.officer ?? '',
    waitingSince: slip.waitingSince,
    calledAt: slip.firstCalledAt ?? '',
    servingAt: slip.servingAt ?? null,
    endedAt: now,
    outcome,
    calls: slip.calls,
    skippedOver: slip.skippedOver,
    skipReason: slip.skipReason ?? null
  })
}

function clearDesk(slip: Slip): void {
  slip.counter = undefined
  slip.officer = undefined
  slip.firstCalledAt = undefined
  slip.calledAt = undefined
  slip.servingAt = undefined
  slip.calls = 0
}

export function intoLine(slip: Slip, now: string): void {
  clearDesk(slip)
  slip.status = 'waiting'
  slip.returnsAt = undefined
  slip.returnsThere = undefined
  slip.waitingSince = now
}

import type { HallRules } from '../hall/rules.ts'

/** Why somebody is called next, as the officer reads it. */
export const REASONS = ['returning', 'appointment', 'priority', 'waited_long', 'turn', 'helping'] as const

export type Why = (typeof REASONS)[number]

/** After the turn of every ticket that there may be. Instant. */
export const END_OF_LINE = '9999-12-31T23:59:59.999Z'

/**
 * Since when somebody waits as he himself counts it: from taking the number, for an appointment from its time, wherever he was
 * sent meanwhile. What is measured of one wait for one counter runs from the ticket's `waitingSince`.
 */
export function waitsSince({ issuedAt, notBefore }: { issuedAt: string; notBefore: string | null }): string {
  return notBefore !== null && notBefore > issuedAt ? notBefore : issuedAt
}

/** Whether somebody has an appointment whose time has not come: until then all others are called before. Instants. */
export function isEarly<Someone extends { notBefore: string | null }>(
  someone: Someone,
  now: string
): someone is Someone & { notBefore: string } {
  return someone.notBefore !== null && someone.notBefore > now
}

/** What decides about somebody's turn. */
export interface InLine {
  id: string
  goesFirst: number
  turnAt: string
  appointmentId: string | null
}

/** Those who wait for a counter, by kind, each kind in its order. */
export interface Line<Ticket extends InLine> {
  /** Were at a counter already and come back to it. */
  returning: readonly Ticket[]
  /** Priority groups, and appointments whose time has come. */
  first: readonly Ticket[]
  ordinary: readonly Ticket[]
  /** Appointments whose time has not come yet. */
  later: readonly Ticket[]
}

export interface Turn {
  rules: Pick<HallRules, 'priorityMode' | 'ordinaryPerPriority' | 'mostOrdinaryWait'>
  /** How many ordinary numbers the counter has called since the last one with priority; undefined: it has called none yet. */
  sincePriority: number | undefined
  /** Instant. */
  now: string
}

/**
 * In which order a counter calls those who wait for it. Whoever returns goes first; then, by the rule of the office, priority
 * before ordinary numbers (strict) or after every few of them (interleaved); each kind in the order of its turn; appointments
 * before their time only when nobody else waits.
 *
 * Nobody starves: interleaved, each kind gets its share at every counter; strict, whoever waited longer than
 * `mostOrdinaryWait` takes turns with priority.
 *
 * @param most how many are wanted
 */
export function orderOf<Ticket extends InLine>(
  line: Line<Ticket>,
  turn: Turn,
  most: number
): { ticket: Ticket; why: Why }[] {
  const order = line.returning.map((ticket) => ({ ticket, why: 'returning' as Why }))
  let sincePriority = line.returning.reduce(
    (since, ticket) => sinceAfter({ ...turn, sincePriority: since }, ticket),
    sinceOf(turn)
  )
  let [first, ordinary] = [0, 0]
  while (order.length < most) {
    const prior = line.first[first]
    const plain = line.ordinary[ordinary]
    if (!prior && !plain) break
    const isLong = plain !== undefined && waitedTooLong(plain, turn)
    const takesPrior = prior && (!plain || goesBefore({ ...turn, sincePriority, isLong }))
    if (takesPrior) {
      order.push({ ticket: prior, why: prior.appointmentId === null ? 'priority' : 'appointment' })
      first += 1
      sincePriority = sinceAfter({ ...turn, sincePriority }, prior)
    } else if (plain) {
      order.push({ ticket: plain, why: prior && isLong ? 'waited_long' : 'turn' })
      ordinary += 1
      sincePriority = sinceAfter({ ...turn, sincePriority }, plain)
    }
  }
  const later = line.later.map((ticket) => ({ ticket, why: 'appointment' as Why }))
  return [...order, ...later].slice(0, most)
}

/** How many ordinary calls there were since the last with priority, after one more call. */
export function sinceAfter(turn: Turn, { goesFirst }: Pick<InLine, 'goesFirst'>): number {
  return goesFirst === 1 ? 0 : sinceOf(turn) + 1
}

/** A counter that has called nobody yet owes the first call to priority. */
function sinceOf({ sincePriority, rules }: Turn): number {
  return sincePriority ?? rules.ordinaryPerPriority
}

function goesBefore(turn: Turn & { isLong: boolean }): boolean {
  const { priorityMode, ordinaryPerPriority } = turn.rules
  if (priorityMode === 'interleaved') return sinceOf(turn) >= ordinaryPerPriority
  return !turn.isLong || sinceOf(turn) > 0
}

function waitedTooLong({ turnAt }: InLine, { rules, now }: Turn): boolean {
  return Date.parse(now) - Date.parse(turnAt) > rules.mostOrdinaryWait * 60_000
}

/** How many of a service and a kind wait: before somebody, and in all. */
export interface Waiting {
  serviceId: string
  goesFirst: number
  before: number
  all: number
}

/**
 * How many are called before somebody if nobody else comes, as people want to hear it. With one counter it is exact but for
 * where that counter stands between two calls with priority.
 */
export function aheadOf(
  goesFirst: boolean,
  waiting: readonly Waiting[],
  { priorityMode, ordinaryPerPriority }: Turn['rules']
): number {
  const sum = (kind: number, what: 'before' | 'all') =>
    waiting.filter((some) => some.goesFirst === kind).reduce((total, some) => total + some[what], 0)
  const [firstBefore, ordinaryBefore] = [sum(1, 'before'), sum(0, 'before')]
  const [firstAll, ordinaryAll] = [sum(1, 'all'), sum(0, 'all')]
  if (priorityMode === 'strict') return goesFirst ? firstBefore : firstAll + ordinaryBefore
  if (goesFirst) return firstBefore + Math.min(ordinaryAll, firstBefore * ordinaryPerPriority)
  return ordinaryBefore + Math.min(firstAll, Math.floor(ordinaryBefore / ordinaryPerPriority) + 1)
}

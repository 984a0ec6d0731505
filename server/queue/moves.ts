import { DomainError } from '../errors.ts'
import { type Actor, hasRole } from '../identity/roles.ts'
import { dayInVietnam } from '../regulation/day.ts'
import { comesAgain, isAtCounter } from './states.ts'
import type { TicketTable } from './tables.ts'

/** How long a kiosk may take a number back that it gave ("Lấy nhầm?"). Milliseconds. */
const REGRET_TIME = 60_000

/**
 * A kiosk takes back only what it has just given; an officer cancels any number that is not being served.
 *
 * @param now instant
 * @throws MOVE_NOT_ALLOWED
 */
export function assertMayCancel(ticket: TicketTable, actor: Actor, now: string): void {
  if (hasRole(actor, ['reception', 'supervisor', 'administrator'])) return
  const own = ticket.issuedBy === actor.id && ticket.status === 'waiting'
  const fresh = Date.parse(now) - Date.parse(ticket.issuedAt) <= REGRET_TIME
  if (!own || !fresh) throw new DomainError('MOVE_NOT_ALLOWED', { what: 'TICKET_NOT_TAKEN_BACK' })
}

/**
 * A number is called on its own day only: whoever would have to wait with one of an earlier day would never be called.
 *
 * @param now instant
 * @throws MOVE_NOT_ALLOWED
 */
export function assertGoodToday(ticket: TicketTable, now: string): void {
  if (ticket.day !== dayInVietnam(now)) throw outdated(ticket)
}

function outdated({ day }: TicketTable): DomainError {
  return new DomainError('MOVE_NOT_ALLOWED', { what: 'TICKET_OUTDATED', day })
}

const STATE_FACTS = {
  waiting: 'TICKET_WAITING',
  called: 'TICKET_CALLED',
  serving: 'TICKET_SERVING',
  parked: 'TICKET_PARKED',
  finished: 'TICKET_FINISHED',
  absent: 'TICKET_ABSENT',
  cancelled: 'TICKET_CANCELLED',
  unfinished: 'TICKET_UNFINISHED'
} as const

/**
 * What is answered to a move that the state of a ticket forbids: the state itself, in words. Of one of an earlier day its day,
 * unless it is over: what its state would advise leads nowhere any more.
 *
 * @param now instant
 */
export function refusedIn(ticket: TicketTable, now: string): DomainError {
  const { status, day } = ticket
  const isOpen = comesAgain(status) || isAtCounter(status) || status === 'absent'
  if (isOpen && day !== dayInVietnam(now)) return outdated(ticket)
  return new DomainError('MOVE_NOT_ALLOWED', { what: STATE_FACTS[status] })
}

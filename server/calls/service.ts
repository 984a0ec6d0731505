import { destinationText } from '../../kiosk-ui/src/text/queue.ts'
import { SAYS_SOMETHING } from '../../kiosk-ui/src/text/reason.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import { hallRules, servicesOfCounters } from '../hall/service.ts'
import { type Actor, COUNTER_ROLES, hasRole } from '../identity/roles.ts'
import { getOfficer } from '../identity/service.ts'
import type { StaffedOffice } from '../offices/schemas.ts'
import { describeLayout, describeStaffed } from '../offices/service.ts'
import { scoreEstimate } from '../pace/service.ts'
import { withdrawPrint } from '../printers/service.ts'
import type { TicketEvent } from '../queue/events.ts'
import { orderOf, sinceAfter, type Turn, type Why } from '../queue/line.ts'
import { assertGoodToday, assertMayCancel, refusedIn } from '../queue/moves.ts'
import { dutiesAt, type Reach } from '../queue/reach.ts'
import type { StoredTicket } from '../queue/schemas.ts'
import {
  absentDue,
  callsOn,
  firstAbsent,
  getTicket,
  lengthOfLine,
  lineAt,
  presentAt
} from '../queue/service.ts'
import { afterMove, comesAgain, isAtCounter, isOver, mayTransfer, type TicketMove } from '../queue/states.ts'
import type { TicketTable } from '../queue/tables.ts'
import { AT_NO_COUNTER, foretoldOf } from '../queue/ticket.ts'
import { dayInVietnam } from '../regulation/day.ts'
import { takeSeat } from '../seats/service.ts'
import { changeTicket } from '../tickets/service.ts'
import type { Work } from '../transact.ts'
import { beginDay, keepVisit, noteLineMove } from '../visits/service.ts'
import type { Outcome } from '../visits/visit.ts'
import { backInLine, RETURNS_NOT } from './back-in-line.ts'
import { countTurn, findCounterTurn } from './repository.ts'
import type { Chosen, Transfer } from './schemas.ts'

/** Where an officer sits, and when. */
interface Desk {
  office: StaffedOffice
  counterId: string
  officerId: string
  /** Instant. */
  at: string
}

/** For whom a counter may call: of its own services, and those that it helps out with when nobody else waits. */
export interface Reaches {
  own: Reach
  helping: Reach
}

export async function reachesOf(db: Db, { office, counterId, officerId, at }: Desk): Promise<Reaches> {
  const { id: officeId } = office
  const serviceIds = office.services.map(({ id }) => id)
  const assignments = await servicesOfCounters(db, officeId)
  const { serves, helps } = dutiesAt(counterId, { assignments, serviceIds, counters: office.counters })
  const there = office.counters.filter(({ state }) => state === 'open')
  const counterIdsThere = there.map(({ id }) => id)
  const officerIdsThere = there.flatMap((counter) => counter.officerId ?? [])
  const reach = { officeId, day: dayInVietnam(at), counterId, officerId, counterIdsThere, officerIdsThere }
  return { own: { ...reach, serviceIds: serves }, helping: { ...reach, serviceIds: helps } }
}

/** Who comes next at a counter, in order; with nobody in its own line, those with whom it helps out. */
export async function nextAt(
  db: Db,
  { reaches, now, most }: { reaches: Reaches; now: string; most: number }
): Promise<{ ticket: TicketTable; why: Why }[]> {
  const { own, helping } = reaches
  const turn = await turnOf(db, { reach: own, now })
  const order = orderOf(await lineAt(db, { reach: own, now, most }), turn, most)
  if (order.length > 0 || helping.serviceIds.length === 0) return order
  const others = orderOf(await lineAt(db, { reach: helping, now, most }), turn, most)
  return others.map(({ ticket }) => ({ ticket, why: 'helping' }))
}

/**
 * Calls somebody to a counter: whoever is next, or somebody else for a reason that the supervisor sees. A counter that is not
 * open to the officer is opened: who calls sits at it.
 *
 * @throws NOT_FOUND, COUNTER_TAKEN, SEAT_BUSY, NO_TICKET_WAITING
 * @throws COUNTER_BUSY while someone is at the counter
 * @throws SKIP_REASON_REQUIRED when the chosen one is not next and no reason is given
 */
export async function callNext(work: Work, counterId: string, chosen: Chosen = {}): Promise<StoredTicket> {
  const { db, officeId, actor, now } = work
  await beginDay(work)
  const counter = await takeSeat(work, counterId)
  const day = dayInVietnam(now)
  const present = await presentAt(db, { officeId, day, counterId })
  if (present) throw new DomainError('COUNTER_BUSY', { number: present.number })
  const office = await describeStaffed(db, officeId, now)
  const reaches = await reachesOf(db, { office, counterId, officerId: actor.id, at: now })
  const next = await takeNext(work, reaches)
  const { ticket, skippedOver } = chosen.ticketId
    ? await takeChosen(work, { chosen: { ...chosen, ticketId: chosen.ticketId }, next, reaches })
    : { ticket: next, skippedOver: 0 }
  if (!ticket) throw new DomainError('NO_TICKET_WAITING')
  await noteTurn(work, { ticket, reach: reaches.own })
  const called = await changeTicket(work, 'ticket.called', {
    ...ticket,
    status: 'called',
    comesBack: 0,
    counterId,
    counterNumber: counter.number,
    officerId: actor.id,
    officerName: actor.name,
    firstCalledAt: now,
    calledAt: now,
    calls: 1,
    servingAt: null,
    skippedOver,
    skipReason: skippedOver > 0 ? (chosen.reason ?? null) : null
  })
  const calls = (await findCounterTurn(db, { officeId, counterId, day }))?.calls ?? 0
  for (const due of await absentDue(db, { officeId, day, counterId, calls })) await bringBack(work, due)
  return called
}

const EVENT_OF_MOVE = {
  recall: 'ticket.recalled',
  serve: 'ticket.serving',
  finish: 'ticket.finished',
  absent: 'ticket.absent',
  park: 'ticket.parked',
  resume: 'ticket.resumed',
  cancel: 'ticket.cancelled'
} as const satisfies Record<TicketMove, TicketEvent>

/**
 * Moves a ticket on.
 *
 * @throws NOT_FOUND, MOVE_NOT_ALLOWED, SLIP_NOT_GIVEN when a dossier of the ticket still lacks its slip (NĐ 61/2018 Đ.17)
 */
export async function moveTicket(
  work: Work,
  { ticketId, move, actor }: { ticketId: string; move: TicketMove; actor: Actor }
): Promise<StoredTicket> {
  const { officeId, now, db } = work
  await beginDay(work)
  const before = await getTicket(db, { officeId, ticketId })
  const status = afterMove(before.status, move)
  if (!status) throw refusedIn(before, now)
  if (comesAgain(status)) assertGoodToday(before, now)
  if (isOver(status) && before.slipsDue > 0)
    throw new DomainError('SLIP_NOT_GIVEN', { number: before.number })
  if (move === 'cancel') {
    assertMayCancel(before, actor, now)
    await withdrawPrint(work, ticketId)
  }
  const change = await CHANGES[move](work, before)
  // A kiosk takes back only what it has just given: the supervisor need not see that.
  if (move === 'cancel' && hasRole(actor, COUNTER_ROLES))
    await noteLineMove(work, before, { what: 'cancelled', destination: null, reason: null })
  if (isAtCounter(before.status) && !isAtCounter(status)) {
    await keepVisit(work, { ...before, ...change }, status as Outcome)
  }
  return changeTicket(work, EVENT_OF_MOVE[move], { ...before, ...change, status })
}

/**
 * Sends somebody to another service, counter or officer. The number and the turn stay, so nobody waits anew from the end. Whoever
 * is in line was called by nobody: that changes who is next, so it takes a reason, which the supervisor sees.
 *
 * @throws NOT_FOUND for what the office does not have
 * @throws MOVE_NOT_ALLOWED, TRANSFER_NOWHERE, OFFICER_MAY_NOT_CALL
 * @throws TRANSFER_REASON_REQUIRED for somebody in line when the note says nothing
 */
export async function transferTicket(
  work: Work,
  { ticketId, transfer }: { ticketId: string; transfer: Transfer }
): Promise<StoredTicket> {
  const { db, officeId, now } = work
  await beginDay(work)
  const before = await getTicket(db, { officeId, ticketId })
  if (!mayTransfer(before.status)) throw refusedIn(before, now)
  assertGoodToday(before, now)
  const { service, destination } = await findDestination(work, before, transfer)
  const { counterId = null, officerId = null, note = null } = transfer
  if (before.status === 'waiting' && !SAYS_WHY.test(note ?? ''))
    throw new DomainError('TRANSFER_REASON_REQUIRED', { number: before.number })
  if (isAtCounter(before.status)) await keepVisit(work, before, 'transferred')
  await noteLineMove(work, before, { what: 'transferred', destination, reason: note })
  return changeTicket(work, 'ticket.transferred', {
    ...before,
    ...AT_NO_COUNTER,
    status: 'waiting',
    serviceId: service.id,
    serviceName: service.name,
    ...(service.id === before.serviceId ? {} : UNTOLD),
    waitingSince: before.status === 'waiting' ? before.waitingSince : now,
    endedAt: null,
    comesBack: 0,
    forCounterId: counterId,
    forOfficerId: officerId,
    skippedOver: 0,
    skipReason: null,
    note
  })
}

const SAYS_WHY = new RegExp(SAYS_SOMETHING, 'u')

/** Where somebody is sent, as the officer has chosen it, and in words. */
async function findDestination(
  { db, officeId }: Work,
  before: TicketTable,
  { serviceId, counterId, officerId }: Transfer
): Promise<{ service: { id: string; name: string }; destination: string }> {
  if (!serviceId && !counterId && !officerId) throw new DomainError('TRANSFER_NOWHERE')
  const office = await describeLayout(db, officeId)
  const service = office.services.find(({ id }) => id === (serviceId ?? before.serviceId))
  const counter = office.counters.find(({ id }) => id === counterId)
  if (!service || (counterId && !counter)) throw new DomainError('NOT_FOUND')
  const officer = officerId ? await getOfficer(db, { officeId, accountId: officerId }) : undefined
  if (officer && !officer.mayCall) throw new DomainError('OFFICER_MAY_NOT_CALL', { name: officer.name })
  const destination = destinationText({
    service: serviceId ? service.name : null,
    counter: counter?.number ?? null,
    officer: officer?.name ?? null
  })
  return { service, destination }
}

/** What was told of the wait held for the service before. */
const UNTOLD = { estimateLow: null, estimateHigh: null } as const satisfies Partial<TicketTable>

type Change = Partial<TicketTable>

/** What each move changes beside the state. */
const CHANGES: Record<TicketMove, (work: Work, before: TicketTable) => Change | Promise<Change>> = {
  recall: ({ now }, { calls }) => ({ calls: calls + 1, calledAt: now }),
  serve: ({ now }) => ({ servingAt: now }),
  finish: ({ now }) => ({ endedAt: now }),
  cancel: ({ now }) => ({ endedAt: now, ...RETURNS_NOT }),
  park: ({ now }) => ({ endedAt: now }),
  absent: absence,
  resume: ({ now }, before) => ({
    ...backInLine(before, now),
    comesBack: 1,
    forCounterId: before.status === 'parked' ? before.counterId : null,
    forOfficerId: null
  })
}

/** Whoever does not come is called again after a few others, without a new number, as often as the office allows. */
async function absence({ db, officeId, now }: Work, before: TicketTable): Promise<Change> {
  const { absentReturnsAfter, mostAbsences } = await hallRules(db, officeId)
  const absences = before.absences + 1
  const { serviceId, day, counterId } = before
  const change = { absences, endedAt: now, ...RETURNS_NOT }
  if (absentReturnsAfter === null || absences >= mostAbsences) return change
  const calls = await callsOn(db, { officeId, serviceId, day }, 'read')
  const turn = await findCounterTurn(db, { officeId, counterId: counterId ?? '', day })
  return {
    ...change,
    returnsAfter: calls + absentReturnsAfter,
    returnsAfterThere: (turn?.calls ?? 0) + absentReturnsAfter
  }
}

async function bringBack(work: Work, ticket: TicketTable): Promise<TicketTable> {
  const back = backInLine(ticket, work.now)
  await changeTicket(work, 'ticket.resumed', back)
  return back
}

async function takeNext(work: Work, reaches: Reaches): Promise<TicketTable | undefined> {
  const { db, now } = work
  const [next] = await nextAt(db, { reaches, now, most: 1 })
  if (next) return next.ticket
  const absent = (await firstAbsent(db, reaches.own)) ?? (await firstAbsent(db, reaches.helping))
  return absent && bringBack(work, absent)
}

async function takeChosen(
  { db, officeId, now }: Work,
  {
    chosen,
    next,
    reaches
  }: { chosen: Chosen & { ticketId: string }; next: TicketTable | undefined; reaches: Reaches }
): Promise<{ ticket: TicketTable; skippedOver: number }> {
  const ticket = await getTicket(db, { officeId, ticketId: chosen.ticketId })
  if (ticket.status !== 'waiting' || ticket.day !== dayInVietnam(now)) throw refusedIn(ticket, now)
  if (ticket.id === next?.id) return { ticket, skippedOver: 0 }
  if (!chosen.reason) throw new DomainError('SKIP_REASON_REQUIRED', { number: ticket.number })
  const { earlier } = await lengthOfLine(db, reaches.own, ticket.turnAt)
  return { ticket, skippedOver: Math.max(earlier, 1) }
}

/** Keeps count for the rule of priority, for absent people's return, and of how good the estimate was. */
async function noteTurn(work: Work, { ticket, reach }: { ticket: TicketTable; reach: Reach }): Promise<void> {
  const { db, officeId, now } = work
  const { serviceId, day, issuedAt } = ticket
  const turn = await turnOf(db, { reach, now })
  const { counterId } = reach
  await countTurn(db, { officeId, counterId, day, sincePriority: sinceAfter(turn, ticket) })
  await callsOn(db, { officeId, serviceId, day }, 'counted')
  const foretold = foretoldOf(ticket)
  if (!foretold) return
  const waitedMinutes = (Date.parse(now) - Date.parse(issuedAt)) / 60_000
  await scoreEstimate(work, { serviceId, day, ...foretold, waitedMinutes })
}

async function turnOf(db: Db, { reach, now }: { reach: Reach; now: string }): Promise<Turn> {
  const { officeId, counterId, day } = reach
  const counted = await findCounterTurn(db, { officeId, counterId, day })
  return { rules: await hallRules(db, officeId), sincePriority: counted?.sincePriority, now }
}

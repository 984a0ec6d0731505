import { hoursText } from '../../kiosk-ui/src/text/queue.ts'
import type { Opening } from '../calendar/opening.ts'
import { localMoment, plainDate } from '../calendar/plain-date.ts'
import { findOpening } from '../calendar/service.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import type { EventName } from '../events.ts'
import type { Actor } from '../identity/roles.ts'
import { findAccountName } from '../identity/service.ts'
import type { Counter } from '../offices/schemas.ts'
import { closeCounter, describeOffice, listOfficersAtCounters, openCounter } from '../offices/service.ts'
import { hashOfToken, officeOfToken, type Tokens } from '../tokens.ts'
import type { Work } from '../transact.ts'
import { assertMayCancel, refusedIn } from './moves.ts'
import {
  countWaitingBefore,
  findNextWaiting,
  findTicket,
  findTicketAtCounter,
  findTicketByToken,
  insertTicket,
  isAlwaysOpen,
  listOpenTickets,
  saveQueueSetting,
  saveTicket,
  takeOrdinal
} from './repository.ts'
import type { NewTicket, Queue, StoredTicket } from './schemas.ts'
import { afterMove, type TicketMove } from './states.ts'
import type { TicketTable } from './tables.ts'
import { ticketNumber, turnAt } from './turn.ts'

/**
 * Gives a number: the next one of the service on this day in Vietnam, without gaps.
 *
 * @throws NOT_FOUND when the office has no such service
 * @throws OFFICE_CLOSED outside the hours, unless the office is always open
 */
export async function issueTicket(
  work: Work,
  { serviceId, priorityGroup = null, tokens }: NewTicket & { tokens: Tokens }
): Promise<StoredTicket> {
  const { db, officeId, actor, now } = work
  const service = (await describeOffice(db, officeId)).services.find(({ id }) => id === serviceId)
  if (!service) throw new DomainError('NOT_FOUND')
  await assertOpen(work)
  const day = dayOf(now)
  const ordinal = await takeOrdinal(db, { officeId, serviceId, day })
  const id = work.newId()
  const ticket: TicketTable = {
    officeId,
    id,
    day,
    serviceId,
    serviceName: service.name,
    letter: service.letter,
    ordinal,
    number: ticketNumber(service.letter, ordinal),
    status: 'waiting',
    priorityGroup,
    issuedAt: now,
    issuedBy: actor.id,
    turnAt: turnAt(now, priorityGroup),
    counterId: null,
    counterNumber: null,
    calledAt: null,
    calls: 0,
    servingAt: null,
    endedAt: null,
    slipsDue: 0,
    dossierCodes: '[]',
    tokenHash: hashOfToken(tokens.token('ticket', { officeId, id }))
  }
  await insertTicket(db, ticket)
  recordState(work, 'ticket.issued', ticket)
  return describe(db, ticket)
}

/**
 * Calls whoever is next to a counter. A counter that is not open to the officer is opened: who calls sits at it.
 *
 * @throws NOT_FOUND, COUNTER_BUSY while someone is at the counter, NO_TICKET_WAITING
 */
export async function callNext(work: Work, counterId: string): Promise<StoredTicket> {
  const { db, officeId, now } = work
  const counter = await openCounter(work, counterId)
  const day = dayOf(now)
  const present = await findTicketAtCounter(db, { officeId, day, counterId })
  if (present) throw new DomainError('COUNTER_BUSY', { number: present.number })
  const next = await findNextWaiting(db, { officeId, day })
  if (!next) throw new DomainError('NO_TICKET_WAITING')
  const called: TicketTable = {
    ...next,
    status: 'called',
    counterId,
    counterNumber: counter.number,
    calledAt: now,
    calls: 1
  }
  await saveTicket(db, called)
  recordState(work, 'ticket.called', called)
  return describe(db, called)
}

/**
 * Closes a counter that nobody stands at: whoever was called there would wait before a closed counter.
 *
 * @throws NOT_FOUND, COUNTER_BUSY
 */
export async function leaveCounter(work: Work, counterId: string): Promise<Counter> {
  const { db, officeId, now } = work
  const present = await findTicketAtCounter(db, { officeId, day: dayOf(now), counterId })
  if (present) throw new DomainError('COUNTER_BUSY', { number: present.number })
  return closeCounter(work, counterId)
}

const EVENT_OF_MOVE = {
  recall: 'ticket.recalled',
  serve: 'ticket.serving',
  finish: 'ticket.finished',
  absent: 'ticket.absent',
  cancel: 'ticket.cancelled'
} as const satisfies Record<TicketMove, EventName>

/**
 * Moves a ticket on.
 *
 * @throws NOT_FOUND, MOVE_NOT_ALLOWED, SLIP_NOT_GIVEN when a dossier of the ticket still lacks its slip (NĐ 61/2018 Đ.17)
 */
export async function moveTicket(
  work: Work,
  { ticketId, move, actor }: { ticketId: string; move: TicketMove; actor: Actor }
): Promise<StoredTicket> {
  const { db, officeId, now } = work
  const before = await getTicket(db, { officeId, ticketId })
  const status = afterMove(before.status, move)
  if (!status) throw refusedIn(before)
  if (move === 'finish' && before.slipsDue > 0)
    throw new DomainError('SLIP_NOT_GIVEN', { number: before.number })
  if (move === 'cancel') assertMayCancel(before, actor, now)
  const after: TicketTable = {
    ...before,
    status,
    calls: move === 'recall' ? before.calls + 1 : before.calls,
    calledAt: move === 'recall' ? now : before.calledAt,
    servingAt: move === 'serve' ? now : before.servingAt,
    endedAt: status === 'called' || status === 'serving' ? null : now
  }
  await saveTicket(db, after)
  recordState(work, EVENT_OF_MOVE[move], after)
  return describe(db, after)
}

/** @throws NOT_FOUND */
export async function describeTicket(
  db: Db,
  key: { officeId: string; ticketId: string }
): Promise<StoredTicket> {
  return describe(db, await getTicket(db, key))
}

/** A ticket by the address on its paper, with the day that its number is good for. */
export async function findTicketOfToken(
  db: Db,
  token: string
): Promise<{ officeId: string; day: string; ticket: StoredTicket } | undefined> {
  const officeId = officeOfToken(token)
  const found = await findTicketByToken(db, { officeId, tokenHash: hashOfToken(token) })
  return found && { officeId, day: found.day, ticket: await describe(db, found) }
}

/** Everything that stands in the hall at this moment. `seq` was read before, so that no event is missed after it. */
export async function describeQueue(
  db: Db,
  { officeId, at, seq }: { officeId: string; at: string; seq: number }
): Promise<Queue> {
  const tickets = await listOpenTickets(db, { officeId, day: dayOf(at) })
  const { open, ...words } = await hoursOf(db, { officeId, at })
  return {
    seq,
    waiting: tickets
      .filter(({ status }) => status === 'waiting')
      .map(({ id, number, serviceId, priorityGroup, issuedAt }) => ({
        id,
        number,
        serviceId,
        priorityGroup,
        issuedAt
      })),
    called: atCounters(tickets, 'called'),
    serving: atCounters(tickets, 'serving'),
    counters: await describeCounters(db, officeId, tickets),
    open,
    ...words
  }
}

/** Sets whether an office gives numbers at any hour. */
export async function setAlwaysOpen({ db, officeId, record }: Work, alwaysOpen: boolean): Promise<void> {
  await saveQueueSetting(db, officeId, alwaysOpen)
  record('queue.settings_set', { alwaysOpen })
}

/**
 * The ticket on which a dossier is received: its person is at a counter.
 *
 * @throws NOT_FOUND, MOVE_NOT_ALLOWED
 */
export async function getTicketForIntake(
  db: Db,
  key: { officeId: string; ticketId: string }
): Promise<{ id: string; number: string; counterId: string | null }> {
  const ticket = await getTicket(db, key)
  if (ticket.status !== 'called' && ticket.status !== 'serving') throw refusedIn(ticket)
  const { id, number, counterId } = ticket
  return { id, number, counterId }
}

/** Notes on a ticket that a dossier was received on it. @throws NOT_FOUND, MOVE_NOT_ALLOWED */
export async function attachDossier(
  { db, officeId }: Work,
  { ticketId, code }: { ticketId: string; dossierId: string; code: string }
): Promise<void> {
  await getTicketForIntake(db, { officeId, ticketId })
  const ticket = await getTicket(db, { officeId, ticketId })
  const codes = new Set(JSON.parse(ticket.dossierCodes) as string[]).add(code)
  await saveTicket(db, { ...ticket, dossierCodes: JSON.stringify([...codes]) })
}

/** Keeps a ticket's service from ending until one more slip is given. Each call needs one `releaseForSlip`. */
export async function holdForSlip({ db, officeId }: Work, { ticketId }: { ticketId: string }): Promise<void> {
  const ticket = await getTicket(db, { officeId, ticketId })
  await saveTicket(db, { ...ticket, slipsDue: ticket.slipsDue + 1 })
}

/** One slip of the ticket was given, or it is recorded why not. */
export async function releaseForSlip(
  { db, officeId }: Work,
  { ticketId }: { ticketId: string }
): Promise<void> {
  const ticket = await getTicket(db, { officeId, ticketId })
  await saveTicket(db, { ...ticket, slipsDue: Math.max(ticket.slipsDue - 1, 0) })
}

async function getTicket(
  db: Db,
  { officeId, ticketId }: { officeId: string; ticketId: string }
): Promise<TicketTable> {
  const ticket = await findTicket(db, { officeId, id: ticketId })
  if (!ticket) throw new DomainError('NOT_FOUND')
  return ticket
}

async function assertOpen({ db, officeId, now }: Work): Promise<void> {
  const { open, closedText } = await hoursOf(db, { officeId, at: now })
  if (!open) throw new DomainError('OFFICE_CLOSED', { text: closedText ?? '' })
}

async function hoursOf(
  db: Db,
  { officeId, at }: { officeId: string; at: string }
): Promise<Pick<Queue, 'open' | 'hoursText' | 'closedText' | 'noticeText'>> {
  const opening: Opening = await findOpening(db, { officeId, at })
  const open = opening.open || (await isAlwaysOpen(db, officeId))
  return {
    open,
    hoursText: hoursText.hours(opening),
    closedText: open ? null : hoursText.closed(opening),
    noticeText: opening.tomorrowOff && hoursText.tomorrow(opening.tomorrowOff)
  }
}

function recordState(
  { record }: Work,
  name: 'ticket.issued' | 'ticket.called' | (typeof EVENT_OF_MOVE)[TicketMove],
  ticket: TicketTable
): void {
  const { id, day, number, serviceId, serviceName, priorityGroup } = ticket
  const { status, counterId, counterNumber, calls } = ticket
  record(name, {
    ticketId: id,
    day,
    number,
    serviceId,
    serviceName,
    priorityGroup,
    status,
    counterId,
    counterNumber,
    calls
  })
}

async function describe(db: Db, ticket: TicketTable): Promise<StoredTicket> {
  const { id, number, serviceId, serviceName, priorityGroup, status, issuedAt } = ticket
  const { counterId, counterNumber, calledAt, servingAt } = ticket
  return {
    id,
    number,
    serviceId,
    serviceName,
    priorityGroup,
    status,
    issuedAt,
    waitingAhead: status === 'waiting' ? await countWaitingBefore(db, ticket) : 0,
    estimate: null,
    counterId,
    counterNumber,
    calledAt,
    servingAt,
    heldFor: ticket.slipsDue > 0 ? 'SLIP' : null,
    dossierCodes: JSON.parse(ticket.dossierCodes) as string[]
  }
}

function atCounters(tickets: readonly TicketTable[], wanted: 'called' | 'serving'): Queue['called'] {
  return tickets
    .flatMap(({ id, number, serviceId, status, counterId, counterNumber, calledAt }) =>
      status === wanted && counterId !== null && counterNumber !== null && calledAt !== null
        ? [{ id, number, serviceId, counterId, counterNumber, calledAt }]
        : []
    )
    .sort((one, other) => (one.calledAt < other.calledAt ? 1 : -1))
}

async function describeCounters(
  db: Db,
  officeId: string,
  tickets: readonly TicketTable[]
): Promise<Queue['counters']> {
  const { counters } = await describeOffice(db, officeId)
  const officers = await listOfficersAtCounters(db, officeId)
  const names = new Map<string, string | undefined>()
  for (const accountId of new Set(officers.values())) {
    names.set(accountId, await findAccountName(db, { officeId, accountId }))
  }
  return counters.map(({ id, number, name, state, pauseReason }) => ({
    id,
    number,
    name,
    state,
    pauseReason,
    officerName: names.get(officers.get(id) ?? '') ?? null,
    ticketNumber: tickets.find(({ counterId }) => counterId === id)?.number ?? null
  }))
}

function dayOf(instant: string): string {
  return plainDate(localMoment(instant).day)
}

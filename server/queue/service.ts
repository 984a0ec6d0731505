import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import { hallRules, servicesOfCounters } from '../hall/service.ts'
import type { OfficeDetail } from '../offices/schemas.ts'
import { listOfficersAtCounters } from '../offices/service.ts'
import { type Forecast, forecastWait } from '../pace/service.ts'
import type { Work } from '../transact.ts'
import { aheadByService, calledBefore } from './called-before.ts'
import { type Calling, callingCounters } from './calling.ts'
import type { TicketEvent } from './events.ts'
import { aheadOf, type Line, type Waiting } from './line.ts'
import { issuedOf, stateOf, wordsOf } from './log.ts'
import { assertGoodToday, refusedIn } from './moves.ts'
import { countersServing, dutiesOfAll, type Reach } from './reach.ts'
import {
  type CallsOfCounter,
  countCall,
  countTaken,
  countWaiting,
  findCalls,
  findFirstAbsent,
  findTicket,
  findTicketAtCounter,
  findTicketByToken,
  insertTicket,
  insertTicketService,
  listAtCounters,
  listBusyCounters,
  listGiven,
  listOpenPickUps,
  listOpenTickets,
  listReturning,
  listTicketServices,
  measureLine,
  readLine,
  saveTicket,
  takeOrdinal
} from './repository.ts'
import type { StoredTicket } from './schemas.ts'
import { isAtCounter } from './states.ts'
import type { TicketTable } from './tables.ts'

/** Everyone who waits, is at a counter, or may come back on a day, in the order of their turns. */
export async function openTickets(db: Db, key: { officeId: string; day: string }): Promise<TicketTable[]> {
  return listOpenTickets(db, key)
}

/** The number of a day for fetching the result of a dossier, unless it is over; whoever is to be called again still has it. */
export async function findOpenPickUp(
  db: Db,
  { officeId, day, dossierCode }: { officeId: string; day: string; dossierCode: string }
): Promise<string | undefined> {
  const tickets = await listOpenPickUps(db, { officeId, day })
  return tickets.find(({ dossierCodes }) => (JSON.parse(dossierCodes) as string[]).includes(dossierCode))?.id
}

/** How many numbers each service has given on a day. */
export async function numbersGiven(
  db: Db,
  key: { officeId: string; day: string }
): Promise<Map<string, number>> {
  return new Map((await listGiven(db, key)).map(({ serviceId, last }) => [serviceId, last]))
}

/** Numbers taken in a period by day, service and hour in Vietnam; `isOpen`: never called, or put aside and not fetched. */
export async function numbersTaken(
  db: Db,
  period: Parameters<typeof countTaken>[1]
): Promise<{ day: string; serviceId: string; hour: number; isOpen: boolean; count: number }[]> {
  const rows = await countTaken(db, period)
  return rows.map(({ hour, isOpen, ...row }) => ({
    ...row,
    hour: (Number(hour) + 7) % 24,
    isOpen: isOpen === 1
  }))
}

/** @throws NOT_FOUND */
export async function getTicket(
  db: Db,
  { officeId, ticketId }: { officeId: string; ticketId: string }
): Promise<TicketTable> {
  const ticket = await findTicket(db, { officeId, id: ticketId })
  if (!ticket) throw new DomainError('NOT_FOUND')
  return ticket
}

/** The ticket whose address has this hash. */
export async function ticketOfHash(
  db: Db,
  key: { officeId: string; tokenHash: string }
): Promise<TicketTable | undefined> {
  return findTicketByToken(db, key)
}

/** The next ordinal of a service on a day, without gaps. */
export async function nextOrdinal(
  db: Db,
  key: { officeId: string; serviceId: string; day: string }
): Promise<number> {
  return takeOrdinal(db, key)
}

/** Takes a number into the line and tells it. */
export async function addTicket({ db, record }: Work, ticket: TicketTable): Promise<void> {
  await insertTicket(db, ticket)
  record('ticket.issued', issuedOf(ticket))
}

/** Keeps what a ticket has become and tells it. */
export async function keepTicket(
  { db, record }: Work,
  name: TicketEvent,
  ticket: TicketTable
): Promise<void> {
  await saveTicket(db, ticket)
  record(name, stateOf(ticket), wordsOf(ticket))
}

/** What somebody came for: the service of the ticket, and what an officer noted beside it. */
export async function servicesOfTicket(
  db: Db,
  { officeId, id, serviceId, serviceName }: TicketTable
): Promise<StoredTicket['services']> {
  const further = await listTicketServices(db, { officeId, ticketId: id })
  const services = [{ serviceId, serviceName }, ...further]
  return services
    .filter((one, index) => services.findIndex((other) => other.serviceId === one.serviceId) === index)
    .map((one) => ({ id: one.serviceId, name: one.serviceName }))
}

/** Notes what else somebody came for. */
export async function addService(
  { db, officeId, now, actor, record }: Work,
  { ticket, service }: { ticket: TicketTable; service: { id: string; name: string } }
): Promise<void> {
  const { id: ticketId, number } = ticket
  const { id: serviceId, name: serviceName } = service
  const added = { officeId, ticketId, serviceId, serviceName, addedAt: now, addedBy: actor.id }
  await insertTicketService(db, added)
  record('ticket.service_added', { ticketId, number, serviceId, serviceName })
}

/** Those whom a counter may call, by kind, the first of each kind. */
export async function lineAt(
  db: Db,
  parts: { reach: Reach; now: string; most: number }
): Promise<Line<TicketTable>> {
  return readLine(db, parts)
}

/** How many a counter may call, since when the first of them waits, and how many of them came before an instant. */
export async function lengthOfLine(
  db: Db,
  reach: Reach,
  before: string
): Promise<{ waiting: number; longestSince: string | null; earlier: number }> {
  return measureLine(db, reach, before)
}

/**
 * Absent people who are in line again, as the calls of their service have come so far, or those of the counter that just
 * called: where it serves several services, the next of theirs may never come.
 */
export async function absentDue(db: Db, key: CallsOfCounter): Promise<TicketTable[]> {
  return listReturning(db, key)
}

/** The absent person whom a counter may call again when nobody else waits for it. */
export async function firstAbsent(db: Db, reach: Reach): Promise<TicketTable | undefined> {
  return findFirstAbsent(db, reach)
}

/** Whoever was still at a counter when a day was over. */
export async function ticketsLeftAtCounters(
  db: Db,
  key: { officeId: string; day: string }
): Promise<TicketTable[]> {
  return listAtCounters(db, key)
}

/** Who stands or sits at a counter now. */
export async function presentAt(
  db: Db,
  key: { officeId: string; day: string; counterId: string }
): Promise<{ number: string } | undefined> {
  return findTicketAtCounter(db, key)
}

/** How often tickets of a service were called on a day; `counted`: one more. */
export async function callsOn(
  db: Db,
  key: { officeId: string; serviceId: string; day: string },
  how: 'read' | 'counted'
): Promise<number> {
  return how === 'counted' ? countCall(db, key) : findCalls(db, key)
}

/**
 * The ticket on which a dossier is received: its person is at a counter, and has been since no earlier day, as on the screen of
 * a counter that was left open overnight.
 *
 * @throws NOT_FOUND, MOVE_NOT_ALLOWED
 */
export async function getTicketForIntake(
  db: Db,
  { now, ...key }: { officeId: string; ticketId: string; now: string }
): Promise<{ id: string; number: string; counterId: string | null }> {
  const ticket = await getTicket(db, key)
  if (!isAtCounter(ticket.status)) throw refusedIn(ticket)
  assertGoodToday(ticket, now)
  const { id, number, counterId } = ticket
  return { id, number, counterId }
}

/** Notes on a ticket that a dossier was received on it. @throws NOT_FOUND, MOVE_NOT_ALLOWED */
export async function attachDossier(
  work: Work,
  { ticketId, code }: { ticketId: string; dossierId: string; code: string }
): Promise<void> {
  const { db, officeId, now } = work
  await getTicketForIntake(db, { officeId, ticketId, now })
  const ticket = await getTicket(db, { officeId, ticketId })
  const codes = new Set(JSON.parse(ticket.dossierCodes) as string[]).add(code)
  await keepTicket(work, 'ticket.dossier_received', { ...ticket, dossierCodes: JSON.stringify([...codes]) })
}

/** Keeps a ticket's service from ending until one more slip is given. Each call needs one `releaseForSlip`. */
export async function holdForSlip(work: Work, { ticketId }: { ticketId: string }): Promise<void> {
  const ticket = await getTicket(work.db, { officeId: work.officeId, ticketId })
  await keepTicket(work, 'ticket.slip_due', { ...ticket, slipsDue: ticket.slipsDue + 1 })
}

/** One slip of the ticket was given, or it is recorded why not. */
export async function releaseForSlip(work: Work, { ticketId }: { ticketId: string }): Promise<void> {
  const ticket = await getTicket(work.db, { officeId: work.officeId, ticketId })
  await keepTicket(work, 'ticket.slip_settled', { ...ticket, slipsDue: Math.max(ticket.slipsDue - 1, 0) })
}

/** How long somebody would wait who took a number of a service now, or who has this one. */
export async function estimateOf(db: Db, parts: Hall): Promise<StoredTicket['estimate']> {
  return (await forecastOf(db, parts))?.told ?? null
}

async function forecastOf(db: Db, { office, ticket, waiting, at }: Hall): Promise<Forecast | null> {
  const { officeId, day, serviceId } = ticket
  const assignments = await servicesOfCounters(db, officeId)
  const hall = { assignments, serviceIds: idsOf(office.services), counters: office.counters }
  const counters = countersServing(serviceId, hall)
  if (counters.length === 0) return null
  const busy = await listBusyCounters(db, { officeId, day })
  const rules = await hallRules(db, officeId)
  const before = aheadByService(waiting ?? (await countWaiting(db, ticket)), ticket.goesFirst === 1, rules)
  const duties = dutiesOfAll(hall)
  const open = office.counters.filter(({ state }) => state === 'open')
  const working = open.map(({ id }) => ({
    serves: duties.get(id)?.serves ?? [],
    free: !busy.includes(id)
  }))
  const called = calledBefore(serviceId, { counters: working, before })
  const services = [...called].map(([id, people]) => ({ serviceId: id, people }))
  const ahead = services.reduce((sum, { people }) => sum + people, 0)
  const free = counters.filter((id) => !busy.includes(id)).length
  const line = { ahead, services, counters: counters.length, free }
  return forecastWait(db, { officeId, serviceId, day, at, taughtBy: hall.serviceIds, ...line })
}

interface Hall {
  office: OfficeDetail
  ticket: PlaceInHall
  waiting?: readonly Waiting[]
  /** Instant. */
  at: string
}

type PlaceInHall = Pick<TicketTable, 'officeId' | 'day' | 'serviceId' | 'turnAt' | 'ordinal' | 'goesFirst'>

/** Of somebody who waits: how many are called before, how long it may take, and near which counters to wait. */
export async function prospectOf(
  db: Db,
  { office, ticket, at }: { office: OfficeDetail; ticket: TicketTable; at: string }
): Promise<{ waitingAhead: number; forecast: Forecast | null; calling: Calling }> {
  const waiting = await countWaiting(db, ticket)
  const same = waiting.filter(({ serviceId }) => serviceId === ticket.serviceId)
  return {
    waitingAhead: aheadOf(ticket.goesFirst === 1, same, await hallRules(db, ticket.officeId)),
    forecast: await forecastOf(db, { office, ticket, waiting, at }),
    calling: await callingOf(db, { office, ticket, at })
  }
}

async function callingOf(
  db: Db,
  { office, ticket, at }: { office: OfficeDetail; ticket: TicketTable; at: string }
): Promise<Calling> {
  const { officeId } = ticket
  const assignments = await servicesOfCounters(db, officeId)
  const officers = await listOfficersAtCounters(db, officeId, at)
  const { counters, services } = office
  return callingCounters(ticket, { assignments, serviceIds: idsOf(services), counters, officers })
}

function idsOf(services: OfficeDetail['services']): string[] {
  return services.map(({ id }) => id)
}

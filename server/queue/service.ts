import type { Opening } from '../calendar/opening.ts'
import { findOpening } from '../calendar/service.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import type { HallRules } from '../hall/rules.ts'
import { hallRules, servicesOfCounters } from '../hall/service.ts'
import type { StaffedOffice } from '../offices/schemas.ts'
import { describeStaffed } from '../offices/service.ts'
import { clockAt } from '../pace/office-clock.ts'
import { type Forecast, forecastWait, type PaceFacts, readPace } from '../pace/service.ts'
import { dayInVietnam } from '../regulation/day.ts'
import type { Work } from '../transact.ts'
import { aheadByService, calledBefore } from './called-before.ts'
import { type Calling, callingCounters } from './calling.ts'
import type { TicketEvent } from './events.ts'
import { aheadOf, END_OF_LINE, isEarly, type Line, type Waiting } from './line.ts'
import { issuedOf, stateOf, wordsOf } from './log.ts'
import { assertGoodToday, refusedIn } from './moves.ts'
import { countersServing, dutiesOfAll, type HallFacts, type Reach } from './reach.ts'
import {
  type CallsOfCounter,
  countCall,
  countIssued,
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
  listLastCalls,
  listOpenPickUps,
  listOpenTickets,
  listReturning,
  listTicketServices,
  measureLine,
  readLine,
  saveTicket,
  takeOrdinal
} from './repository.ts'
import type { LastCall, StoredTicket } from './schemas.ts'
import { type Fate, isAtCounter } from './states.ts'
import type { TicketTable } from './tables.ts'

/** Everyone who waits, is at a counter, or may come back on a day, in the order of their turns. */
export async function openTickets(db: Db, key: { officeId: string; day: string }): Promise<TicketTable[]> {
  return listOpenTickets(db, key)
}

/** How many numbers one person or device has given on a day since an instant and nobody has taken back, without appointments. */
export async function numbersGivenBy(db: Db, by: Parameters<typeof countIssued>[1]): Promise<number> {
  return countIssued(db, by)
}

/** How many of the last calls a screen is told: more than it shows, as some of them go back into line. */
const LAST_CALLS = 12

/** The last calls of a day, newest first, whatever has become of the numbers; without those that are in line again. */
export async function lastCalls(db: Db, key: { officeId: string; day: string }): Promise<LastCall[]> {
  return listLastCalls(db, { ...key, most: LAST_CALLS })
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

/** Numbers taken in a period by day, service, hour in Vietnam and what has become of them. */
export async function numbersTaken(
  db: Db,
  period: Parameters<typeof countTaken>[1]
): Promise<{ day: string; serviceId: string; hour: number; fate: Fate; count: number }[]> {
  const rows = await countTaken(db, period)
  return rows.map(({ hour, ...row }) => ({ ...row, hour: (Number(hour) + 7) % 24 }))
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
  if (!isAtCounter(ticket.status)) throw refusedIn(ticket, now)
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

/** How many of the same service wait whose turn comes before, whatever their kind. */
export async function countBefore(db: Db, ticket: TicketTable): Promise<number> {
  const waiting = await countWaiting(db, ticket)
  return waiting
    .filter(({ serviceId }) => serviceId === ticket.serviceId)
    .reduce((sum, { before }) => sum + before, 0)
}

/** A hall at a moment: what decides when somebody is called and where, read once for however many are told. */
export interface HallNow {
  office: StaffedOffice
  /** Instant, and its day in Vietnam. */
  at: string
  day: string
  facts: HallFacts
  rules: HallRules
  opening: Opening
  /** The counters at which somebody is. */
  busy: readonly string[]
  pace: PaceFacts
}

/** @throws NOT_FOUND */
export async function readHallNow(
  db: Db,
  { officeId, at }: { officeId: string; at: string }
): Promise<HallNow> {
  const day = dayInVietnam(at)
  const office = await describeStaffed(db, officeId, at)
  const { counters, services } = office
  const serviceIds = services.map(({ id }) => id)
  const rules = await hallRules(db, officeId)
  const opening = await findOpening(db, { officeId, at })
  const clock = clockAt(at, { alwaysOpen: rules.alwaysOpen, hours: opening.hours })
  return {
    office,
    at,
    day,
    facts: { assignments: await servicesOfCounters(db, officeId), serviceIds, counters },
    rules,
    opening,
    busy: await listBusyCounters(db, { officeId, day }),
    pace: await readPace(db, { officeId, serviceIds, day, clock })
  }
}

/** How long somebody would wait who took a number of a service now, by service. */
export async function estimatesOf(db: Db, hall: HallNow): Promise<Map<string, StoredTicket['estimate']>> {
  const { office, day } = hall
  const waiting = await countWaiting(db, { officeId: office.id, day, turnAt: END_OF_LINE, ordinal: 0 })
  return new Map(
    office.services.map(({ id: serviceId }) => [
      serviceId,
      forecastOf(hall, { ticket: { serviceId, goesFirst: 0 }, waiting })?.told ?? null
    ])
  )
}

function forecastOf(
  { facts, rules, busy, pace }: HallNow,
  { ticket, waiting }: { ticket: Pick<TicketTable, 'serviceId' | 'goesFirst'>; waiting: readonly Waiting[] }
): Forecast | null {
  const { serviceId } = ticket
  const counters = countersServing(serviceId, facts)
  if (counters.length === 0) return null
  const before = aheadByService(waiting, ticket.goesFirst === 1, rules)
  const duties = dutiesOfAll(facts)
  const open = facts.counters.filter(({ state }) => state === 'open')
  const working = open.map(({ id }) => ({
    serves: duties.get(id)?.serves ?? [],
    free: !busy.includes(id)
  }))
  const called = calledBefore(serviceId, { counters: working, before })
  const services = [...called].map(([id, people]) => ({ serviceId: id, people }))
  const ahead = services.reduce((sum, { people }) => sum + people, 0)
  const free = counters.filter((id) => !busy.includes(id)).length
  return forecastWait(pace, { serviceId, ahead, services, counters: counters.length, free })
}

/** Of somebody who waits: how many are called before, how long it may take, and near which counters to wait. */
export async function prospectOf(
  db: Db,
  { hall, ticket }: { hall: HallNow; ticket: TicketTable }
): Promise<{ waitingAhead: number; forecast: Forecast | null; calling: Calling }> {
  const waiting = await countWaiting(db, ticket)
  const same = waiting.filter(({ serviceId }) => serviceId === ticket.serviceId)
  const { facts, rules, office } = hall
  return {
    waitingAhead: aheadOf(ticket.goesFirst === 1, same, rules),
    // Before its time an appointment is called only when nobody else waits: nobody knows when that is.
    forecast: isEarly(ticket, hall.at) ? null : forecastOf(hall, { ticket, waiting }),
    calling: callingCounters(ticket, { ...facts, counters: office.counters })
  }
}

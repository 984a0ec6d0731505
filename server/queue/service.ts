import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import {
  assertOpen,
  assertPriorityGroup,
  hallRules,
  nameOfPriorityGroup,
  servicesOfCounters
} from '../hall/service.ts'
import type { OfficeDetail } from '../offices/schemas.ts'
import { describeOffice } from '../offices/service.ts'
import { estimateWait } from '../pace/service.ts'
import { queuePrint } from '../printers/service.ts'
import { dayInVietnam } from '../regulation/day.ts'
import { hashOfToken, officeOfToken, type Tokens } from '../tokens.ts'
import type { Work } from '../transact.ts'
import { aheadByService, calledBefore } from './called-before.ts'
import type { TicketEvent } from './events.ts'
import { aheadOf, type Line, type Waiting } from './line.ts'
import { refusedIn } from './moves.ts'
import { countersServing, type Reach, servicesAt } from './reach.ts'
import {
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
  listBusyCounters,
  listGiven,
  listOpenTickets,
  listReturning,
  listTicketServices,
  measureLine,
  readLine,
  saveTicket,
  takeOrdinal
} from './repository.ts'
import type { IssuedTicket, NewTicket, StoredTicket } from './schemas.ts'
import { isAtCounter, type TicketPurpose } from './states.ts'
import type { TicketTable } from './tables.ts'
import { newTicket, stateOf } from './ticket.ts'

interface TicketRequest extends NewTicket {
  tokens: Tokens
  purpose?: TicketPurpose
  /** The counter that holds what is fetched. */
  forCounterId?: string | null
  /** The dossiers that it is about. */
  dossierCodes?: readonly string[]
  /** Made beforehand; `late`: so late that its turn is passed. */
  appointment?: { id: string; at: string; late: boolean }
}

type Issued = Omit<IssuedTicket, 'followUrl'>

/**
 * Gives a number: the next one of the service on this day in Vietnam, without gaps. Its paper is asked for with it.
 *
 * @throws NOT_FOUND when the office has no such service
 * @throws PRIORITY_GROUP_UNKNOWN
 * @throws OFFICE_CLOSED outside the hours, unless the office is always open
 * @throws QUOTA_REACHED when the service gives no more numbers on this day
 */
export async function issueTicket(work: Work, asked: TicketRequest): Promise<Issued> {
  const { db, officeId, actor, now } = work
  const office = await describeOffice(db, officeId)
  const service = office.services.find(({ id }) => id === asked.serviceId)
  if (!service) throw new DomainError('NOT_FOUND')
  await assertPriorityGroup(db, { officeId, code: asked.priorityGroup ?? null })
  await assertOpen(work)
  const ticket = await drawNumber(work, service, asked)
  const prospect = await prospectOf(db, { office, ticket })
  const { waitingAhead, estimate } = prospect
  const told = {
    ...ticket,
    estimateLow: estimate?.lowMinutes ?? null,
    estimateHigh: estimate?.highMinutes ?? null
  }
  await insertTicket(db, told)
  work.record('ticket.issued', stateOf(told))
  const paper = {
    officeName: office.name,
    number: told.number,
    serviceName: told.serviceName,
    issuedAt: now,
    waitingAhead,
    priority: told.goesFirst === 1,
    estimate
  }
  const printJob = await queuePrint(work, { deviceId: actor.id, ticketId: told.id, ticket: paper })
  return { ...(await describe(db, told, prospect)), printJob }
}

async function drawNumber(
  { db, officeId, actor, now, newId }: Work,
  { id: serviceId, letter, name: serviceName, mostPerDay }: OfficeDetail['services'][number],
  { tokens, purpose = 'service', appointment, ...asked }: TicketRequest
): Promise<TicketTable> {
  const day = dayInVietnam(now)
  const ordinal = await takeOrdinal(db, { officeId, serviceId, day })
  // Whoever has an appointment was promised his number when he made it.
  if (mostPerDay !== null && ordinal > mostPerDay && !appointment)
    throw new DomainError('QUOTA_REACHED', { service: serviceName })
  const id = newId()
  return newTicket({
    officeId,
    id,
    tokenHash: hashOfToken(tokens.token('ticket', { officeId, id })),
    day,
    now,
    issuedBy: actor.id,
    serviceId,
    serviceName,
    letter,
    ordinal,
    purpose,
    priorityGroup: asked.priorityGroup ?? null,
    forCounterId: asked.forCounterId ?? null,
    dossierCodes: asked.dossierCodes ?? [],
    appointment
  })
}

/** @throws NOT_FOUND */
export async function describeTicket(
  db: Db,
  key: { officeId: string; ticketId: string }
): Promise<StoredTicket> {
  return describe(db, await getTicket(db, key))
}

/** A ticket by the address on its paper, with what only its own page tells. */
export async function findTicketOfToken(db: Db, token: string): Promise<TicketOfToken | undefined> {
  const officeId = officeOfToken(token)
  const found = await findTicketByToken(db, { officeId, tokenHash: hashOfToken(token) })
  if (!found) return undefined
  const { day, returnsAfter, forCounterId } = found
  const counters = forCounterId === null ? [] : (await describeOffice(db, officeId)).counters
  return {
    officeId,
    day,
    returns: returnsAfter !== null,
    forCounterNumber: counters.find(({ id }) => id === forCounterId)?.number ?? null,
    ticket: await describe(db, found)
  }
}

interface TicketOfToken {
  officeId: string
  /** The day on which the number is good. */
  day: string
  /** Absent: it is called again by itself. */
  returns: boolean
  forCounterNumber: number | null
  ticket: StoredTicket
}

/** Everyone who waits, is at a counter, or may come back on a day, in the order of their turns. */
export async function openTickets(db: Db, key: { officeId: string; day: string }): Promise<TicketTable[]> {
  return listOpenTickets(db, key)
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

/** Keeps what a ticket has become, tells it, and answers it. */
export async function changeTicket(
  work: Work,
  name: TicketEvent,
  ticket: TicketTable
): Promise<StoredTicket> {
  await saveTicket(work.db, ticket)
  work.record(name, stateOf(ticket))
  return describe(work.db, ticket)
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

/** Absent people who are in line again, as the calls of their service have come so far. */
export async function absentDue(db: Db, key: { officeId: string; day: string }): Promise<TicketTable[]> {
  return listReturning(db, key)
}

/** The absent person whom a counter may call again when nobody else waits for it. */
export async function firstAbsent(db: Db, reach: Reach): Promise<TicketTable | undefined> {
  return findFirstAbsent(db, reach)
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
 * Notes that somebody came for one more service; noting it twice changes nothing.
 *
 * @throws NOT_FOUND
 * @throws MOVE_NOT_ALLOWED when the person is not at a counter
 */
export async function addServiceToTicket(
  work: Work,
  { ticketId, serviceId }: { ticketId: string; serviceId: string }
): Promise<StoredTicket> {
  const { db, officeId, now, actor, record } = work
  const ticket = await getTicket(db, { officeId, ticketId })
  if (!isAtCounter(ticket.status)) throw refusedIn(ticket)
  const service = (await describeOffice(db, officeId)).services.find(({ id }) => id === serviceId)
  if (!service) throw new DomainError('NOT_FOUND')
  const known = await servicesOf(db, ticket)
  if (!known.some(({ id }) => id === serviceId)) {
    const { name: serviceName } = service
    const added = { officeId, ticketId, serviceId, serviceName, addedAt: now, addedBy: actor.id }
    await insertTicketService(db, added)
    record('ticket.service_added', { ticketId, number: ticket.number, serviceId, serviceName })
  }
  return describe(db, ticket)
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
  if (!isAtCounter(ticket.status)) throw refusedIn(ticket)
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

/** How long somebody would wait who took a number of a service now, or who has this one. */
export async function estimateOf(
  db: Db,
  { office, ticket, waiting }: { office: OfficeDetail; ticket: PlaceInHall; waiting?: readonly Waiting[] }
): Promise<StoredTicket['estimate']> {
  const { officeId, day, serviceId } = ticket
  const assignments = await servicesOfCounters(db, officeId)
  const counters = countersServing(serviceId, office.counters, assignments)
  if (counters.length === 0) return null
  const busy = await listBusyCounters(db, { officeId, day })
  const rules = await hallRules(db, officeId)
  const before = aheadByService(waiting ?? (await countWaiting(db, ticket)), ticket.goesFirst === 1, rules)
  const serviceIds = idsOf(office.services)
  const open = office.counters.filter(({ state }) => state === 'open')
  const working = open.map(({ id }) => ({
    serves: servicesAt(id, assignments, serviceIds).serves,
    free: !busy.includes(id)
  }))
  const called = calledBefore(serviceId, { counters: working, before })
  const services = [...called].map(([id, people]) => ({ serviceId: id, people }))
  const ahead = services.reduce((sum, { people }) => sum + people, 0)
  const free = counters.filter((id) => !busy.includes(id)).length
  return estimateWait(db, { officeId, serviceId, day, ahead, services, counters: counters.length, free })
}

type PlaceInHall = Pick<TicketTable, 'officeId' | 'day' | 'serviceId' | 'turnAt' | 'ordinal' | 'goesFirst'>

/** Of somebody who waits: how many are called before, and how long it may take. */
async function prospectOf(
  db: Db,
  { office, ticket }: { office: OfficeDetail; ticket: TicketTable }
): Promise<Pick<StoredTicket, 'waitingAhead' | 'estimate'>> {
  const waiting = await countWaiting(db, ticket)
  const same = waiting.filter(({ serviceId }) => serviceId === ticket.serviceId)
  return {
    waitingAhead: aheadOf(ticket.goesFirst === 1, same, await hallRules(db, ticket.officeId)),
    estimate: await estimateOf(db, { office, ticket, waiting })
  }
}

const NO_PROSPECT = { waitingAhead: 0, estimate: null }

async function describe(
  db: Db,
  ticket: TicketTable,
  known?: Awaited<ReturnType<typeof prospectOf>>
): Promise<StoredTicket> {
  const { officeId, id, number, serviceId, serviceName, purpose, priorityGroup, status, issuedAt } = ticket
  const { waitingSince, counterId, counterNumber, forCounterId, calledAt, calls, servingAt } = ticket
  const { absences, appointmentId, notBefore, note } = ticket
  const look = async () => prospectOf(db, { office: await describeOffice(db, officeId), ticket })
  const prospect = known ?? (status === 'waiting' ? await look() : NO_PROSPECT)
  return {
    id,
    number,
    serviceId,
    serviceName,
    services: await servicesOf(db, ticket),
    purpose,
    priorityGroup,
    priorityGroupName: await nameOfPriorityGroup(db, { officeId, code: priorityGroup }),
    status,
    issuedAt,
    waitingSince,
    ...prospect,
    counterId,
    counterNumber,
    forCounterId,
    calledAt,
    calls,
    servingAt,
    absences,
    appointmentId,
    appointmentAt: notBefore,
    note,
    heldFor: ticket.slipsDue > 0 ? 'SLIP' : null,
    dossierCodes: JSON.parse(ticket.dossierCodes) as string[]
  }
}

async function servicesOf(
  db: Db,
  { officeId, id, serviceId, serviceName }: TicketTable
): Promise<StoredTicket['services']> {
  const further = await listTicketServices(db, { officeId, ticketId: id })
  const services = [{ serviceId, serviceName }, ...further]
  return services
    .filter((one, index) => services.findIndex((other) => other.serviceId === one.serviceId) === index)
    .map((one) => ({ id: one.serviceId, name: one.serviceName }))
}

function idsOf(services: OfficeDetail['services']): string[] {
  return services.map(({ id }) => id)
}

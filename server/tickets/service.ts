import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import { callForHelp } from '../guidance/service.ts'
import { assertOpen, findPriorityGroup } from '../hall/service.ts'
import type { Service } from '../offices/schemas.ts'
import { describeLayout } from '../offices/service.ts'
import { queuePrint } from '../printers/service.ts'
import type { TicketEvent } from '../queue/events.ts'
import { isEarly, waitsSince } from '../queue/line.ts'
import { refusedIn } from '../queue/moves.ts'
import type { IssuedTicket, NewTicket, StoredTicket } from '../queue/schemas.ts'
import {
  addService,
  addTicket,
  getTicket,
  keepTicket,
  nextOrdinal,
  numbersGivenBy,
  prospectOf,
  readHallNow,
  servicesOfTicket,
  ticketOfHash
} from '../queue/service.ts'
import { isAtCounter, type TicketPurpose } from '../queue/states.ts'
import type { TicketTable } from '../queue/tables.ts'
import { newTicket } from '../queue/ticket.ts'
import { dayInVietnam } from '../regulation/day.ts'
import { hashOfToken, officeOfToken, type Tokens } from '../tokens.ts'
import type { Work } from '../transact.ts'
import { beginDay } from '../visits/service.ts'

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
 * @throws TOO_MANY_NUMBERS when this kiosk gives them faster than people can take them
 * @throws QUOTA_REACHED when the service gives no more numbers on this day
 */
export async function issueTicket(work: Work, asked: TicketRequest): Promise<Issued> {
  const { db, officeId, actor, now } = work
  await beginDay(work)
  const hall = await readHallNow(db, { officeId, at: now })
  const { office } = hall
  const service = office.services.find(({ id }) => id === asked.serviceId)
  if (!service) throw new DomainError('NOT_FOUND')
  const group = await findPriorityGroup(db, { officeId, code: asked.priorityGroup ?? null })
  await assertOpen(work)
  // An appointment is somebody's own, so nobody can hoard them.
  if (!asked.appointment) await keepFromHoarding(work)
  const ticket = await drawNumber(work, { service, group }, asked)
  const prospect = await prospectOf(db, { hall, ticket })
  const { waitingAhead, forecast, calling } = prospect
  const estimate = forecast?.told ?? null
  const told = {
    ...ticket,
    estimateLow: estimate?.lowMinutes ?? null,
    estimateHigh: estimate?.highMinutes ?? null,
    plainLow: forecast?.plain.lowMinutes ?? null,
    plainHigh: forecast?.plain.highMinutes ?? null
  }
  await addTicket(work, told)
  const paper = {
    officeName: office.name,
    number: told.number,
    serviceName: told.serviceName,
    issuedAt: now,
    waitingAhead,
    priority: told.goesFirst === 1,
    ...(isEarly(told, now) ? { appointmentAt: told.notBefore } : {}),
    estimate,
    waitNear: calling.numbers
  }
  const printJob = await queuePrint(work, { deviceId: actor.id, ticketId: told.id, ticket: paper })
  return { ...(await describe(db, told, { now, prospect })), printJob }
}

/**
 * So many numbers a minute does no kiosk give to people: each has to touch it, read the number and go, which takes longer than six
 * seconds. Whoever takes more hoards them (API6).
 */
const HONEST_PACE = { numbers: 10, milliseconds: 60_000 }

/** With the last number that a kiosk may give in a minute staff are called to it, who see what goes on there. */
async function keepFromHoarding(work: Work): Promise<void> {
  const { db, officeId, actor, now } = work
  if (actor.kind !== 'device') return
  const since = new Date(Date.parse(now) - HONEST_PACE.milliseconds).toISOString()
  const given = await numbersGivenBy(db, { officeId, day: dayInVietnam(now), issuedBy: actor.id, since })
  if (given >= HONEST_PACE.numbers) throw new DomainError('TOO_MANY_NUMBERS')
  if (given === HONEST_PACE.numbers - 1) await callForHelp(work)
}

async function drawNumber(
  { db, officeId, actor, now, newId }: Work,
  { service, group }: { service: Service; group: { code: string; name: string } | null },
  { tokens, purpose = 'service', appointment, ...asked }: TicketRequest
): Promise<TicketTable> {
  const { id: serviceId, letter, name: serviceName, mostPerDay } = service
  const day = dayInVietnam(now)
  const ordinal = await nextOrdinal(db, { officeId, serviceId, day })
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
    priorityGroup: group?.code ?? null,
    priorityGroupName: group?.name ?? null,
    forCounterId: asked.forCounterId ?? null,
    dossierCodes: asked.dossierCodes ?? [],
    appointment
  })
}

/** @throws NOT_FOUND */
export async function describeTicket(
  db: Db,
  { now, ...key }: { officeId: string; ticketId: string; now: string }
): Promise<StoredTicket> {
  return describe(db, await getTicket(db, key), { now })
}

/** A ticket by the address on its paper, with what only its own page tells. */
export async function findTicketOfToken(
  db: Db,
  token: string,
  now: string
): Promise<TicketOfToken | undefined> {
  const officeId = officeOfToken(token)
  const found = await ticketOfHash(db, { officeId, tokenHash: hashOfToken(token) })
  if (!found) return undefined
  const { day, returnsAfter, forCounterId } = found
  const counters = forCounterId === null ? [] : (await describeLayout(db, officeId)).counters
  return {
    officeId,
    day,
    returns: returnsAfter !== null,
    forCounterNumber: counters.find(({ id }) => id === forCounterId)?.number ?? null,
    ticket: await describe(db, found, { now })
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

/** Keeps what a ticket has become, tells it, and answers it. */
export async function changeTicket(
  work: Work,
  name: TicketEvent,
  ticket: TicketTable
): Promise<StoredTicket> {
  await keepTicket(work, name, ticket)
  return describe(work.db, ticket, work)
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
  const { db, officeId, now } = work
  await beginDay(work)
  const ticket = await getTicket(db, { officeId, ticketId })
  if (!isAtCounter(ticket.status)) throw refusedIn(ticket, now)
  const service = (await describeLayout(db, officeId)).services.find(({ id }) => id === serviceId)
  if (!service) throw new DomainError('NOT_FOUND')
  const known = await servicesOfTicket(db, ticket)
  if (!known.some(({ id }) => id === serviceId)) await addService(work, { ticket, service })
  return describe(db, ticket, work)
}

const NO_PROSPECT = { waitingAhead: 0, forecast: null, calling: null }

async function describe(
  db: Db,
  ticket: TicketTable,
  { now, prospect }: { now: string; prospect?: Awaited<ReturnType<typeof prospectOf>> }
): Promise<StoredTicket> {
  const { officeId, id, number, serviceId, serviceName, purpose, priorityGroup, status, issuedAt } = ticket
  const { counterId, counterNumber, forCounterId, firstCalledAt, calledAt, calls, servingAt } = ticket
  const { absences, appointmentId, notBefore, note } = ticket
  const look = async () => prospectOf(db, { hall: await readHallNow(db, { officeId, at: now }), ticket })
  const { waitingAhead, forecast, calling } = prospect ?? (status === 'waiting' ? await look() : NO_PROSPECT)
  return {
    id,
    number,
    serviceId,
    serviceName,
    services: await servicesOfTicket(db, ticket),
    purpose,
    priorityGroup,
    priorityGroupName: ticket.priorityGroupName,
    status,
    issuedAt,
    waitingSince: waitsSince(ticket),
    waitingAhead,
    estimate: forecast?.told ?? null,
    counterId,
    counterNumber,
    forCounterId,
    calling,
    firstCalledAt,
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

import { serviceClosedText } from '../../kiosk-ui/src/text/queue.ts'
import { nextAt, reachesOf } from '../calls/service.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import {
  describeOpening,
  findEmergency,
  hallRules,
  listAnnouncements,
  listPriorityGroups,
  servicesOfCounters
} from '../hall/service.ts'
import { findAccountName } from '../identity/service.ts'
import type { OfficeDetail } from '../offices/schemas.ts'
import { describeLayout, describeOffice, listOfficersAtCounters } from '../offices/service.ts'
import { waitsSince } from '../queue/line.ts'
import { countersServing, type HallFacts, isUnserved } from '../queue/reach.ts'
import type { Queue } from '../queue/schemas.ts'
import { estimateOf, lengthOfLine, numbersGiven, openTickets } from '../queue/service.ts'
import type { TicketTable } from '../queue/tables.ts'
import { dayInVietnam } from '../regulation/day.ts'
import type { Line } from './schemas.ts'

/** How many of those who come next an officer sees. */
const MOST_SEEN = 12

/** After every ticket that there may be. */
const END_OF_LINE = '9999-12-31T23:59:59.999Z'

/** Everything that stands in the hall at this moment. `seq` was read before, so that no event is missed after it. */
export async function describeQueue(
  db: Db,
  { officeId, at, seq }: { officeId: string; at: string; seq: number }
): Promise<Queue> {
  const day = dayInVietnam(at)
  const office = await describeOffice(db, officeId, at)
  const tickets = await openTickets(db, { officeId, day })
  return {
    seq,
    now: at,
    waiting: inStatus(tickets, 'waiting').map((ticket) => ({
      id: ticket.id,
      number: ticket.number,
      serviceId: ticket.serviceId,
      priorityGroup: ticket.priorityGroup,
      issuedAt: ticket.issuedAt,
      waitingSince: ticket.waitingSince,
      forCounterId: ticket.forCounterId,
      appointmentAt: ticket.notBefore
    })),
    called: atCounters(tickets, 'called'),
    serving: atCounters(tickets, 'serving'),
    ...awayOf(tickets),
    counters: await describeCounters(db, office, { tickets, at }),
    services: await describeServices(db, { office, tickets, day, at }),
    priorityGroups: [...(await listPriorityGroups(db, officeId))],
    rule: await describeRule(db, officeId),
    announcements: await listAnnouncements(db, { officeId, day }),
    emergencyText: await findEmergency(db, officeId),
    ...(await describeOpening(db, { officeId, at }))
  }
}

/**
 * Whom a counter calls next if the officer who asks sits there.
 *
 * @throws NOT_FOUND
 */
export async function describeLine(
  db: Db,
  {
    officeId,
    counterId,
    officerId,
    at
  }: { officeId: string; counterId: string; officerId: string; at: string }
): Promise<Line> {
  const office = await describeLayout(db, officeId)
  if (!office.counters.some(({ id }) => id === counterId)) throw new DomainError('NOT_FOUND')
  const day = dayInVietnam(at)
  const reaches = await reachesOf(db, { officeId, counterId, officerId, at })
  const next = await nextAt(db, { reaches, now: at, most: MOST_SEEN })
  const { waiting, longestSince } = await lengthOfLine(db, reaches.own, END_OF_LINE)
  return {
    waiting,
    longestSince,
    next: next.map(({ ticket, why }) => ({
      id: ticket.id,
      number: ticket.number,
      serviceId: ticket.serviceId,
      serviceName: ticket.serviceName,
      priorityGroupName: ticket.priorityGroupName,
      waitingSince: waitsSince(ticket),
      why
    })),
    ...awayOf(await openTickets(db, { officeId, day })),
    rule: await describeRule(db, officeId),
    services: [
      ...reaches.own.serviceIds.map((serviceId) => ({ serviceId, helps: false })),
      ...reaches.helping.serviceIds.map((serviceId) => ({ serviceId, helps: true }))
    ]
  }
}

async function describeRule(db: Db, officeId: string): Promise<Queue['rule']> {
  const { priorityMode, ordinaryPerPriority, mostOrdinaryWait } = await hallRules(db, officeId)
  return { mode: priorityMode, ordinaryPerPriority, mostOrdinaryWait }
}

interface HallNow {
  office: OfficeDetail
  tickets: readonly TicketTable[]
  day: string
  at: string
}

/** What a newcomer may expect of each service. */
async function describeServices(db: Db, now: HallNow): Promise<Queue['services']> {
  const { office, tickets } = now
  const assignments = await servicesOfCounters(db, office.id)
  const serviceIds = office.services.map(({ id }) => id)
  const hall = { assignments, serviceIds, counters: office.counters }
  const given = await numbersGiven(db, { officeId: office.id, day: now.day })
  const described: Queue['services'] = []
  for (const service of office.services) {
    const { id, letter, name } = service
    described.push({
      id,
      letter,
      name,
      waiting: inStatus(tickets, 'waiting').filter(({ serviceId }) => serviceId === id).length,
      openCounters: countersServing(id, hall).length,
      estimate: await estimateOf(db, { office, ticket: newcomer(now, id), at: now.at }),
      ...closing(hall, { ...service, given: given.get(id) ?? 0 })
    })
  }
  return described
}

/** Why a service gives no numbers now. */
function closing(
  hall: HallFacts,
  { id, mostPerDay, given }: OfficeDetail['services'][number] & { given: number }
): Pick<Queue['services'][number], 'closedWhy' | 'closedText'> {
  if (mostPerDay !== null && given >= mostPerDay)
    return { closedWhy: 'quota', closedText: serviceClosedText.quota }
  if (isUnserved(id, hall)) return { closedWhy: 'no_counter', closedText: serviceClosedText.noCounter }
  return { closedWhy: null, closedText: null }
}

/** The place of somebody who takes a number now: after everyone. */
function newcomer({ office, day }: HallNow, serviceId: string) {
  return { officeId: office.id, day, serviceId, turnAt: END_OF_LINE, ordinal: 0, goesFirst: 0 }
}

function inStatus(tickets: readonly TicketTable[], status: TicketTable['status']): TicketTable[] {
  return tickets.filter((ticket) => ticket.status === status)
}

function atCounters(tickets: readonly TicketTable[], wanted: 'called' | 'serving'): Queue['called'] {
  return inStatus(tickets, wanted)
    .flatMap(({ id, number, serviceId, counterId, counterNumber, calledAt }) =>
      counterId !== null && counterNumber !== null && calledAt !== null
        ? [{ id, number, serviceId, counterId, counterNumber, calledAt }]
        : []
    )
    .toSorted((one, other) => other.calledAt.localeCompare(one.calledAt))
}

/** Who has a number and is neither in line nor at a counter. */
function awayOf(tickets: readonly TicketTable[]): Pick<Queue, 'parked' | 'absent'> {
  const away = ({ id, number, serviceId }: TicketTable) => ({ id, number, serviceId })
  return {
    parked: inStatus(tickets, 'parked').map((ticket) => ({
      ...away(ticket),
      since: ticket.endedAt ?? ticket.waitingSince,
      counterId: ticket.counterId
    })),
    absent: inStatus(tickets, 'absent').map((ticket) => ({
      ...away(ticket),
      since: ticket.endedAt ?? ticket.waitingSince,
      returns: ticket.returnsAfter !== null
    }))
  }
}

async function describeCounters(
  db: Db,
  { id: officeId, counters }: OfficeDetail,
  { tickets, at }: { tickets: readonly TicketTable[]; at: string }
): Promise<Queue['counters']> {
  const officers = await listOfficersAtCounters(db, officeId, at)
  const names = new Map<string, string | undefined>()
  for (const accountId of new Set(officers.values())) {
    names.set(accountId, await findAccountName(db, { officeId, accountId }))
  }
  const present = tickets.filter(({ status }) => status === 'called' || status === 'serving')
  return counters.map(({ id, number, name, state, pauseReason }) => ({
    id,
    number,
    name,
    state,
    pauseReason,
    officerId: officers.get(id) ?? null,
    officerName: names.get(officers.get(id) ?? '') ?? null,
    ticketNumber: present.find(({ counterId }) => counterId === id)?.number ?? null
  }))
}

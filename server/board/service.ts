import { serviceClosedText } from '../../kiosk-ui/src/text/queue.ts'
import type { Opening } from '../calendar/opening.ts'
import { nextAt, reachesOf } from '../calls/service.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import type { HallRules } from '../hall/rules.ts'
import {
  describeOpening,
  findEmergency,
  hallRules,
  listAnnouncements,
  listPriorityGroups
} from '../hall/service.ts'
import { listAccountNames } from '../identity/service.ts'
import type { Service } from '../offices/schemas.ts'
import { describeStaffed } from '../offices/service.ts'
import { callingCounters } from '../queue/calling.ts'
import { END_OF_LINE, waitsSince } from '../queue/line.ts'
import { countersServing, type HallFacts, isUnserved } from '../queue/reach.ts'
import type { Queue } from '../queue/schemas.ts'
import {
  estimatesOf,
  type HallNow,
  lastCalls,
  lengthOfLine,
  numbersGiven,
  openTickets,
  readHallNow
} from '../queue/service.ts'
import type { TicketTable } from '../queue/tables.ts'
import { dayInVietnam } from '../regulation/day.ts'
import type { Line } from './schemas.ts'

/** How many of those who come next an officer sees. */
const MOST_SEEN = 12

/** Everything that stands in the hall at this moment. `seq` was read before, so that no event is missed after it. */
export async function describeQueue(
  db: Db,
  { officeId, at, seq }: { officeId: string; at: string; seq: number }
): Promise<Queue> {
  return (await describeQueueWith(db, { officeId, at, seq })).queue
}

/**
 * The same with the tickets that it was made of, so that whoever tells more of them tells the same moment. Every screen reads it
 * after every event: what it asks of the database must not grow with services, counters or people.
 */
export async function describeQueueWith(
  db: Db,
  { officeId, at, seq }: { officeId: string; at: string; seq: number }
): Promise<{ queue: Queue; tickets: readonly TicketTable[] }> {
  const hall = await readHallNow(db, { officeId, at })
  const { day, rules } = hall
  const tickets = await openTickets(db, { officeId, day })
  const queue = {
    seq,
    now: at,
    waiting: inStatus(tickets, 'waiting').map((ticket) => ({
      id: ticket.id,
      number: ticket.number,
      serviceId: ticket.serviceId,
      priorityGroup: ticket.priorityGroup,
      issuedAt: ticket.issuedAt,
      waitingSince: waitsSince(ticket),
      forCounterId: ticket.forCounterId,
      appointmentAt: ticket.notBefore
    })),
    called: atCounters(tickets, 'called'),
    serving: atCounters(tickets, 'serving'),
    lastCalls: await lastCalls(db, { officeId, day }),
    ...awayOf(tickets),
    counters: await describeCounters(db, hall, tickets),
    services: await describeServices(db, hall, tickets),
    priorityGroups: [...(await listPriorityGroups(db, officeId))],
    rule: ruleOf(rules),
    announcements: await listAnnouncements(db, { officeId, day }),
    emergencyText: await findEmergency(db, officeId),
    ...describeOpening(hall.opening, rules)
  }
  return { queue, tickets }
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
  const office = await describeStaffed(db, officeId, at)
  if (!office.counters.some(({ id }) => id === counterId)) throw new DomainError('NOT_FOUND')
  const day = dayInVietnam(at)
  const reaches = await reachesOf(db, { office, counterId, officerId, at })
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
    rule: ruleOf(await hallRules(db, officeId)),
    services: [
      ...reaches.own.serviceIds.map((serviceId) => ({ serviceId, helps: false })),
      ...reaches.helping.serviceIds.map((serviceId) => ({ serviceId, helps: true }))
    ]
  }
}

function ruleOf({ priorityMode, ordinaryPerPriority, mostOrdinaryWait }: HallRules): Queue['rule'] {
  return { mode: priorityMode, ordinaryPerPriority, mostOrdinaryWait }
}

/** What a newcomer may expect of each service. */
async function describeServices(
  db: Db,
  hall: HallNow,
  tickets: readonly TicketTable[]
): Promise<Queue['services']> {
  const { office, day, facts, opening } = hall
  const given = await numbersGiven(db, { officeId: office.id, day })
  const estimates = await estimatesOf(db, hall)
  const waiting = Map.groupBy(inStatus(tickets, 'waiting'), ({ serviceId }) => serviceId)
  return office.services.map((service) => {
    const { id, letter, name } = service
    return {
      id,
      letter,
      name,
      waiting: waiting.get(id)?.length ?? 0,
      openCounters: countersServing(id, facts).length,
      ...pausing(id, hall),
      estimate: estimates.get(id) ?? null,
      ...closing(facts, { ...service, given: given.get(id) ?? 0, nextDay: opening.nextDay })
    }
  })
}

/** Whether everybody who would call has paused, in the words of the ticket (K-18). */
function pausing(serviceId: string, { facts, office: { counters } }: HallNow): { paused?: true } {
  const { paused } = callingCounters(
    { serviceId, forCounterId: null, forOfficerId: null },
    { ...facts, counters }
  )
  return paused ? { paused } : {}
}

/** Why a service gives no numbers now. */
function closing(
  hall: HallFacts,
  { id, mostPerDay, given, nextDay }: Service & { given: number; nextDay: Opening['nextDay'] }
): Pick<Queue['services'][number], 'closedWhy' | 'closedText'> {
  if (mostPerDay !== null && given >= mostPerDay)
    return { closedWhy: 'quota', closedText: serviceClosedText.quota(nextDay) }
  if (isUnserved(id, hall)) return { closedWhy: 'no_counter', closedText: serviceClosedText.noCounter }
  return { closedWhy: null, closedText: null }
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
  { office: { id: officeId, counters } }: HallNow,
  tickets: readonly TicketTable[]
): Promise<Queue['counters']> {
  const accountIds = counters.flatMap(({ officerId }) => officerId ?? [])
  const names = await listAccountNames(db, { officeId, accountIds })
  const present = tickets.filter(({ status }) => status === 'called' || status === 'serving')
  return counters.map(({ id, number, name, state, pauseReason, officerId }) => ({
    id,
    number,
    name,
    state,
    pauseReason,
    officerId,
    officerName: names.get(officerId ?? '') ?? null,
    ticketNumber: present.find(({ counterId }) => counterId === id)?.number ?? null
  }))
}

import { hallAlarmText } from '../../kiosk-ui/src/text/hall-figures.ts'
import { waitsSince } from '../queue/line.ts'
import type { Queue } from '../queue/schemas.ts'
import { isAtCounter } from '../queue/states.ts'
import type { TicketTable } from '../queue/tables.ts'
import { type Alarm, isCalledLong, isServedLong } from './alarms.ts'
import type { Grouped } from './grouped.ts'
import type { HallCounter, HallNow } from './schemas.ts'

/** Somebody in line, and since when he really waits. */
export interface Wait {
  id: string
  serviceId: string
  since: string
}

/** Since when each person really waits: from taking the number, one who came early for an appointment since its hour. */
export function waitsOf({ waiting, now }: Queue): Wait[] {
  return waiting
    .map(({ id, serviceId, issuedAt, appointmentAt }) => ({
      id,
      serviceId,
      since: waitsSince({ issuedAt, notBefore: appointmentAt })
    }))
    .filter(({ since }) => since <= now)
    .sort((one, other) => (one.since < other.since ? -1 : 1))
}

/** Who waits longest. */
export function longestOf({ waiting, services }: Queue, [first]: readonly Wait[]): HallNow['longest'] {
  const ticket = waiting.find(({ id }) => id === first?.id)
  if (!first || !ticket) return null
  const service = services.find(({ id }) => id === ticket.serviceId)
  return { number: ticket.number, serviceName: service?.name ?? '', since: first.since }
}

/** Each service, with the longest wait for it. */
export function servicesNow({ services }: Queue, waits: readonly Wait[]): HallNow['services'] {
  return services.map((service) => ({
    ...service,
    longestSince: waits.find(({ serviceId }) => serviceId === service.id)?.since ?? null
  }))
}

/**
 * Each counter with whoever is there.
 *
 * @param usual for how long people are usually served, by service, in seconds
 */
export function countersOf({
  queue,
  tickets,
  today,
  usual,
  now
}: {
  queue: Queue
  tickets: readonly TicketTable[]
  today: Grouped
  usual: ReadonlyMap<string, number | null>
  now: string
}): HallCounter[] {
  return queue.counters.map(({ id, number, name, state, pauseReason, officerName }) => {
    const present = tickets.find(({ counterId, status }) => counterId === id && isAtCounter(status))
    return {
      ...{ id, number, name, state, pauseReason, officerName },
      served: today.counters.find(({ counterId }) => counterId === id)?.served ?? 0,
      ticket: present ? ticketNow(present, { now, usual: usual.get(present.serviceId) ?? null }) : null
    }
  })
}

/**
 * Whoever is at a counter. The key that says that somebody is being served is the one most easily forgotten: without it the time
 * counts from the call, as else nobody would ever see that he was left there.
 *
 * @param usual for how long people of the service are usually served, in seconds
 */
function ticketNow(
  { number, serviceName, status, firstCalledAt, calledAt, servingAt }: TicketTable,
  { now, usual }: { now: string; usual: number | null }
): HallCounter['ticket'] {
  const called = firstCalledAt ?? calledAt ?? now
  const seconds = (Date.parse(now) - Date.parse(servingAt ?? called)) / 1000
  return {
    number,
    serviceName,
    status: status === 'serving' ? 'serving' : 'called',
    calledAt: called,
    servingAt,
    long: servingAt === null ? isCalledLong(seconds, usual) : isServedLong(seconds, usual)
  }
}

/** Some wait longer than the office promises. */
export function promiseAlarm(over: readonly Wait[], minutes: number): Alarm[] {
  const [longest] = over
  if (!longest) return []
  const text = hallAlarmText.promiseBroken(over.length, minutes)
  return [{ kind: 'promise_broken', subjectId: '', text, since: longest.since }]
}

/**
 * Somebody waits for what no open counter serves or takes over: all of them are closed or paused, or serve other things. In the
 * hours of the office, and outside them as long as a counter is still at work; at lunch and at night nobody is promised to be
 * called. Since when: since the first of them waits. With no counter open at all that is one fault, and is said once.
 */
export function unservedAlarms(queue: Queue): Alarm[] {
  const { services, counters, open } = queue
  if (!open && counters.every(({ state }) => state === 'closed')) return []
  const waits = Map.groupBy(waitsOf(queue), ({ serviceId }) => serviceId)
  const inVain = services.flatMap(({ id, name, openCounters }) => {
    const [first, ...others] = waits.get(id) ?? []
    if (openCounters > 0 || !first) return []
    return [{ id, name, count: 1 + others.length, since: first.since }]
  })
  if (inVain.length > 1 && counters.every(({ state }) => state !== 'open')) {
    const count = inVain.reduce((sum, one) => sum + one.count, 0)
    const since = inVain.map((one) => one.since).sort()[0] ?? null
    return [{ kind: 'unserved', subjectId: '', text: hallAlarmText.noCounter(count), since }]
  }
  return inVain.map(({ id, name, count, since }) => ({
    kind: 'unserved',
    subjectId: id,
    text: hallAlarmText.unserved(name, count),
    since
  }))
}

/** Somebody is served for so long that he was perhaps forgotten there, or was called long ago and never marked as served. */
export function servingAlarms(counters: readonly HallCounter[]): Alarm[] {
  return counters.flatMap(({ id, number, ticket }): Alarm[] => {
    if (!ticket?.long) return []
    if (ticket.servingAt === null)
      return [
        {
          kind: 'called_long',
          subjectId: id,
          text: hallAlarmText.calledLong(number, ticket.number),
          since: ticket.calledAt
        }
      ]
    const text = hallAlarmText.servingLong(number, ticket.number, ticket.serviceName)
    return [{ kind: 'serving_long', subjectId: id, text, since: ticket.servingAt }]
  })
}

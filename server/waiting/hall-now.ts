import { hallAlarmText } from '../../kiosk-ui/src/text/hall-figures.ts'
import { waitsSince } from '../queue/line.ts'
import type { Queue } from '../queue/schemas.ts'
import type { TicketTable } from '../queue/tables.ts'
import { type Alarm, isServedLong } from './alarms.ts'
import type { HallCounter, HallNow, Skip } from './schemas.ts'

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

/** Whoever is at a counter. @param usual for how long people of the service are usually served, in seconds */
export function ticketNow(
  { number, serviceName, status, firstCalledAt, calledAt, servingAt }: TicketTable,
  { now, usual }: { now: string; usual: number | null }
): HallCounter['ticket'] {
  const seconds = servingAt === null ? 0 : (Date.parse(now) - Date.parse(servingAt)) / 1000
  return {
    number,
    serviceName,
    status: status === 'serving' ? 'serving' : 'called',
    calledAt: firstCalledAt ?? calledAt ?? now,
    servingAt,
    long: isServedLong(seconds, usual)
  }
}

/** Those who were called out of turn and are still at the counter: their visit is not over, so no list has it yet. */
export function skipsNow(tickets: readonly TicketTable[]): Skip[] {
  return tickets
    .filter(({ status, skippedOver }) => (status === 'called' || status === 'serving') && skippedOver > 0)
    .map(
      ({
        number,
        serviceName,
        counterNumber,
        officerName,
        firstCalledAt,
        calledAt,
        skippedOver,
        skipReason
      }) => ({
        number,
        serviceName,
        counterNumber: counterNumber ?? 0,
        officerName: officerName ?? '',
        calledAt: firstCalledAt ?? calledAt ?? '',
        skippedOver,
        reason: skipReason ?? ''
      })
    )
    .sort((one, other) => (one.calledAt < other.calledAt ? 1 : -1))
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
 * called. Since when: since the first of them waits.
 */
export function unservedAlarms(queue: Queue): Alarm[] {
  const { services, counters, open } = queue
  if (!open && counters.every(({ state }) => state === 'closed')) return []
  const waits = Map.groupBy(waitsOf(queue), ({ serviceId }) => serviceId)
  return services.flatMap(({ id, name, openCounters }): Alarm[] => {
    const inVain = waits.get(id) ?? []
    if (openCounters > 0 || inVain.length === 0) return []
    const text = hallAlarmText.unserved(name, inVain.length)
    return [{ kind: 'unserved', subjectId: id, text, since: inVain[0]?.since ?? null }]
  })
}

/** Somebody is served for so long that he was perhaps forgotten there. */
export function servingAlarms(counters: readonly HallCounter[]): Alarm[] {
  return counters.flatMap(({ id, number, ticket }): Alarm[] => {
    if (!ticket?.long) return []
    const text = hallAlarmText.servingLong(number, ticket.number, ticket.serviceName)
    return [{ kind: 'serving_long', subjectId: id, text, since: ticket.servingAt }]
  })
}

import type { LastCall, Queue } from '../../../server/queue/schemas.ts'
import type { LiveEvent } from './live.ts'

/** A number that was called to a counter and has not left it yet. */
export interface Call {
  number: string
  counterId: string
  counterNumber: number
  calledAt: string
  /** Whether the person has come. */
  serving: boolean
}

/** As many as a snapshot tells. */
const MOST_LAST_CALLS = 12

/** What stands in the hall: numbers and counters, nothing of who the people are. */
export interface Hall
  extends Pick<
    Queue,
    | 'seq'
    | 'open'
    | 'hoursText'
    | 'closedText'
    | 'noticeText'
    | 'opening'
    | 'services'
    | 'priorityGroups'
    | 'announcements'
    | 'emergencyText'
  > {
  waiting: readonly { number: string; serviceId: string }[]
  /** Newest first. */
  calls: readonly Call[]
  /** The last calls of the day, newest first, also of those who have left their counters. */
  lastCalls: readonly LastCall[]
  /** Events have changed who waits or who calls since the snapshot: no range belongs to that. */
  isBehind: boolean
  counters: readonly Omit<Queue['counters'][number], 'ticketNumber' | 'officerId'>[]
}

/** The hall as a snapshot shows it. */
export function hallOf(queue: Queue): Hall {
  const { seq, open, hoursText, closedText, noticeText, opening, counters } = queue
  const { services, priorityGroups, announcements, emergencyText } = queue
  const calls = [
    ...queue.called.map((ticket) => asCall(ticket, false)),
    ...queue.serving.map((ticket) => asCall(ticket, true))
  ]
  return {
    seq,
    open,
    hoursText,
    closedText,
    noticeText,
    opening,
    services,
    priorityGroups,
    announcements,
    emergencyText,
    counters: counters.map(({ ticketNumber: _, officerId: __, ...counter }) => counter),
    waiting: queue.waiting.map(({ number, serviceId }) => ({ number, serviceId })),
    calls: newestFirst(calls),
    lastCalls: queue.lastCalls,
    isBehind: false
  }
}

/**
 * The hall after an event. What a snapshot contains already may be told again: the same event twice, or one that is older
 * than the hall, changes nothing that the events after it do not set right.
 */
export function afterEvent(hall: Hall, { seq, name, at, data }: LiveEvent): Hall {
  if (seq <= hall.seq) return hall
  const change = CHANGES[name]
  return withoutOldRanges(hall, { ...hall, ...change?.(hall, data as unknown as Told, at), seq })
}

/** A range was made for those who waited then: beside another count it would be an untruth (K-02). */
function withoutOldRanges(before: Hall, after: Hall): Hall {
  if (before.waiting === after.waiting && before.counters === after.counters) return after
  const count = ({ waiting }: Hall, serviceId: string) =>
    waiting.filter((ticket) => ticket.serviceId === serviceId).length
  const services = after.services.map((service) =>
    count(before, service.id) === count(after, service.id) ? service : { ...service, estimate: null }
  )
  return { ...after, services, isBehind: true }
}

/** The fields that events tell the hall; which of them depends on the event. */
interface Told {
  number: string
  serviceId: string
  counterId: string
  counterNumber: number
  state: Hall['counters'][number]['state']
  officerName?: string
  reason?: string
  name: string
  texts: string[]
  text: string
}

const CHANGES: Record<string, (hall: Hall, told: Told, at: string) => Partial<Hall>> = {
  'ticket.issued': inLine,
  'ticket.resumed': inLine,
  'ticket.transferred': inLine,
  'ticket.called': called,
  'ticket.recalled': called,
  'ticket.serving': ({ calls }, { number }) => ({
    calls: calls.map((call) => (call.number === number ? { ...call, serving: true } : call))
  }),
  'ticket.finished': gone,
  'ticket.absent': gone,
  'ticket.unfinished': gone,
  'ticket.parked': gone,
  'ticket.cancelled': (hall, told) => ({ ...gone(hall, told), lastCalls: callsWithout(hall, told) }),
  'counter.opened': counterChanged,
  'counter.paused': counterChanged,
  'counter.closed': counterChanged,
  'counter.renamed': ({ counters }, { counterId, name }) => ({
    counters: renamed(counters, counterId, name)
  }),
  'service.renamed': ({ services }, { serviceId, name }) => ({
    services: renamed(services, serviceId, name)
  }),
  'announcement.set': (_, { texts }) => ({ announcements: texts }),
  'emergency.raised': (_, { text }) => ({ emergencyText: text }),
  'emergency.ended': () => ({ emergencyText: null })
}

/** Waits, for the first time or again; a transferred number leaves its counter for the line of its new service. */
function inLine(hall: Hall, { number, serviceId }: Told): Partial<Hall> {
  const { waiting, calls } = without(hall, number)
  const lastCalls = callsWithout(hall, { number })
  return { waiting: [...waiting, { number, serviceId }], calls, lastCalls }
}

function called(hall: Hall, { number, counterId, counterNumber }: Told, calledAt: string): Partial<Hall> {
  const { waiting, calls } = without(hall, number)
  const call = { number, counterId, counterNumber, calledAt }
  return {
    waiting,
    calls: newestFirst([{ ...call, serving: false }, ...calls]),
    lastCalls: [call, ...callsWithout(hall, { number })].slice(0, MOST_LAST_CALLS)
  }
}

function callsWithout({ lastCalls }: Hall, { number }: { number: string }): LastCall[] {
  return lastCalls.filter((call) => call.number !== number)
}

function gone(hall: Hall, { number }: Told): Partial<Hall> {
  return without(hall, number)
}

function without({ waiting, calls }: Hall, number: string): Pick<Hall, 'waiting' | 'calls'> {
  return {
    waiting: waiting.some((ticket) => ticket.number === number)
      ? waiting.filter((ticket) => ticket.number !== number)
      : waiting,
    calls: calls.filter((call) => call.number !== number)
  }
}

function counterChanged({ counters }: Hall, { counterId, state, officerName, reason }: Told): Partial<Hall> {
  return {
    counters: counters.map((counter) => {
      if (counter.id !== counterId) return counter
      const officer = state === 'closed' ? null : (officerName ?? counter.officerName)
      return { ...counter, state, officerName: officer, pauseReason: reason ?? null }
    })
  }
}

function renamed<One extends { id: string; name: string }>(
  all: readonly One[],
  id: string,
  name: string
): One[] {
  return all.map((one) => (one.id === id ? { ...one, name } : one))
}

function asCall(
  { number, counterId, counterNumber, calledAt }: Queue['called'][number],
  serving: boolean
): Call {
  return { number, counterId, counterNumber, calledAt, serving }
}

function newestFirst(calls: readonly Call[]): Call[] {
  return [...calls].sort((one, other) => (one.calledAt < other.calledAt ? 1 : -1))
}

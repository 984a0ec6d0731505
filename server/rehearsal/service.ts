import { callNext, leaveCounter, moveTicket } from '../calls/service.ts'
import { DomainError } from '../errors.ts'
import type { Doer } from '../events.ts'
import type { Actor } from '../identity/roles.ts'
import type { OfficeDetail } from '../offices/schemas.ts'
import { issueTicket } from '../queue/service.ts'
import type { Tokens } from '../tokens.ts'
import type { Work } from '../transact.ts'
import { dayInHall, type Moment } from './mornings.ts'

/** Something that somebody does at a time of the past. */
export interface Happening {
  at: string
  by: Doer
  /** What it is about: happenings of one subject wait for each other. */
  subject: object
  act: (work: Work) => Promise<unknown>
}

interface Hall {
  office: OfficeDetail
  /** Whoever sits at the counters, one at each. */
  officers: readonly Actor[]
  system: Doer
  tokens: Tokens
  chance: (below: number) => number
}

/** How many people a day there are to be. */
const PEOPLE = 44

/**
 * What happened in the hall on one day: numbers taken, called, served. At the end the counters are closed.
 *
 * @param day `YYYY-MM-DD` in Vietnam
 * @param until minutes after midnight; later nothing has happened yet
 */
export function hallDay(hall: Hall, { day, until }: { day: string; until: number }): Happening[] {
  const { office, officers, chance } = hall
  const letters = office.services.map(({ letter }) => letter)
  const moments = dayInHall(chance, { people: PEOPLE, letters, counters: officers.length, until })
  const subject = {}
  const present = new Map<number, string>()
  const happenings = moments.map((moment) => ({
    at: instantOf(day, moment.minute),
    by: moment.what === 'issue' ? hall.system : (officers[moment.counter] ?? hall.system),
    subject,
    act: (work: Work) => act(work, moment, { hall, present })
  }))
  const closing = officers.map((by, counter) => ({
    at: instantOf(day, CLOSING),
    by,
    subject,
    act: (work: Work) => leaveCounter(work, office.counters[counter]?.id ?? '')
  }))
  return until >= CLOSING ? [...happenings, ...closing] : happenings
}

/** When the counters are closed. Minutes after midnight. */
const CLOSING = 1020

async function act(
  work: Work,
  { what, person, counter }: Moment,
  { hall, present }: { hall: Hall; present: Map<number, string> }
): Promise<unknown> {
  const { office, officers, tokens } = hall
  if (what === 'issue') {
    const serviceId = office.services.find(({ letter }) => letter === person.letter)?.id ?? ''
    return issueTicket(work, { serviceId, priorityGroup: person.priorityGroup, tokens })
  }
  if (what === 'call') {
    const called = await callNext(work, office.counters[counter]?.id ?? '').catch(whereNobodyWaits)
    if (called) present.set(counter, called.id)
    return called
  }
  const ticketId = present.get(counter)
  const actor = officers[counter]
  if (!ticketId || !actor) return undefined
  if (what !== 'serve') present.delete(counter)
  return moveTicket(work, { ticketId, move: what, actor })
}

function whereNobodyWaits(error: unknown): undefined {
  if (error instanceof DomainError && error.code === 'NO_TICKET_WAITING') return undefined
  throw error
}

function instantOf(day: string, minute: number): string {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + Math.round(minute * 60_000)).toISOString()
}

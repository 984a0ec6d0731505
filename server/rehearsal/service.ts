import { makeAppointment } from '../appointments/service.ts'
import { callNext, moveTicket } from '../calls/service.ts'
import { DomainError } from '../errors.ts'
import type { Doer } from '../events.ts'
import { hallRules, setAnnouncements, setCounterServices, setRules } from '../hall/service.ts'
import type { Actor } from '../identity/roles.ts'
import type { OfficeLayout } from '../offices/schemas.ts'
import { leaveCounter } from '../seats/service.ts'
import { issueTicket } from '../tickets/service.ts'
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
  office: OfficeLayout
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
    act: (work: Work) => leaveCounter(work, deskOf(office, counter))
  }))
  return until >= CLOSING ? [...happenings, ...closing] : happenings
}

/**
 * Lets counters serve what their names say, and help out with everything else, and announces what a hall announces.
 *
 * @param serves the letters of the services that a counter serves, by its number
 * @param pickUp the letter of the service under which results are handed out
 */
export async function arrangeHall(
  work: Work,
  {
    office,
    serves,
    pickUp,
    announcements
  }: {
    office: OfficeLayout
    serves: ReadonlyMap<number, readonly string[]>
    pickUp: string | null
    announcements: readonly string[]
  }
): Promise<void> {
  for (const { id: counterId, number } of office.counters) {
    const letters = serves.get(number) ?? []
    const services = office.services.map(({ id, letter }) => ({
      serviceId: id,
      helps: !letters.includes(letter)
    }))
    if (letters.length > 0) await setCounterServices(work, { counterId, services })
  }
  const pickUpServiceId = office.services.find(({ letter }) => letter === pickUp)?.id ?? null
  await setRules(work, { ...(await hallRules(work.db, work.officeId)), pickUpServiceId })
  await setAnnouncements(
    work,
    announcements.map((text) => ({ text, fromDay: null, untilDay: null }))
  )
}

/** When those who have an appointment come, and for what. */
const APPOINTMENTS = [
  ['08:30', 0],
  ['09:30', 0],
  ['10:00', 1],
  ['14:00', 2],
  ['15:30', 0]
] as const

/**
 * The appointments of a day, made by the first of the officers.
 *
 * @param day `YYYY-MM-DD`, a working day
 * @param madeAt instant before it
 */
export function appointmentsOn(
  { office, officers, system }: Pick<Hall, 'office' | 'officers' | 'system'>,
  { day, madeAt, people }: { day: string; madeAt: string; people: readonly { name: string; phone: string }[] }
): Happening[] {
  return APPOINTMENTS.map(([time, place], index) => {
    const serviceId = office.services[place]?.id ?? ''
    const { name, phone } = people[index] ?? { name: '', phone: '' }
    return {
      at: madeAt,
      by: officers[0] ?? system,
      subject: {},
      act: (work: Work) => makeAppointment(work, { serviceId, day, time, name, phone })
    }
  })
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
    const called = await callNext(work, deskOf(office, counter)).catch(whereNobodyWaits)
    if (called) present.set(counter, called.id)
    return called
  }
  const ticketId = present.get(counter)
  const actor = officers[counter]
  if (!ticketId || !actor) return undefined
  if (what !== 'serve') present.delete(counter)
  return moveTicket(work, { ticketId, move: what, actor })
}

/** Officers sit where different things are served, as in a hall with fewer officers than counters. */
function deskOf({ counters }: OfficeLayout, officer: number): string {
  return counters[officer * 2]?.id ?? ''
}

function whereNobodyWaits(error: unknown): undefined {
  if (error instanceof DomainError && error.code === 'NO_TICKET_WAITING') return undefined
  throw error
}

function instantOf(day: string, minute: number): string {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + Math.round(minute * 60_000)).toISOString()
}

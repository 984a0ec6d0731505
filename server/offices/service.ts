import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import { freeName } from '../names.ts'
import type { Work } from '../transact.ts'
import {
  findCounter,
  findLeadOffice,
  findOffice,
  findOfficeByCode,
  insertCounter,
  insertOffice,
  insertService,
  listCounters,
  listLeftOpen,
  listServices,
  setCounterName,
  setCounterState,
  setMostPerDay,
  setOfficePhone,
  setServiceName
} from './repository.ts'
import type { Counter, Office, OfficeDetail, OfficeLayout, Seat, Service, StaffedOffice } from './schemas.ts'
import { freeLetters } from './series-letters.ts'
import type { CounterTable, OfficeTable } from './tables.ts'

/**
 * Founds an office with its empty log. The first one becomes the lead office, whose administrators keep what all
 * offices share.
 *
 * @throws OFFICE_CODE_TAKEN
 */
export async function foundOffice(
  db: Db,
  { id, code, name, now }: { id: string; code: string; name: string; now: string }
): Promise<OfficeTable> {
  if (await findOfficeByCode(db, code)) throw new DomainError('OFFICE_CODE_TAKEN', { code })
  const lead = await findLeadOffice(db)
  const office = { id, code, name, lead: lead ? 0 : 1, createdAt: now, phone: null }
  await insertOffice(db, office)
  return office
}

/** The office with this id as it was founded, if it was. */
export async function findFounded(db: Db, officeId: string): Promise<OfficeTable | undefined> {
  return findOffice(db, officeId)
}

/** The first event of an office's log, recorded by whoever founded it. */
export function recordFounding({ record }: Work, { id, code, name, lead }: OfficeTable): void {
  record('office.created', { officeId: id, code, name, lead: lead === 1 })
}

/** @throws NOT_FOUND */
export async function getOffice(db: Db, officeId: string): Promise<Office> {
  const office = await findOffice(db, officeId)
  if (!office) throw new DomainError('NOT_FOUND')
  return asOffice(office)
}

export async function findOfficeOfCode(db: Db, code: string): Promise<Office | undefined> {
  return findOfficeByCode(db, code)
}

/** The office whose administrators keep what all share, and whose hours public answers are worked out with. */
export async function getLeadOffice(db: Db): Promise<Office> {
  const office = await findLeadOffice(db)
  if (!office) throw new DomainError('NOT_FOUND')
  return asOffice(office)
}

function asOffice({ id, code, name, phone }: OfficeTable): Office {
  return { id, code, name, phone }
}

/** Sets the number that citizens call; setting the one that is there changes nothing. @throws NOT_FOUND */
export async function setPhone({ db, officeId, record }: Work, phone: string | null): Promise<Office> {
  const office = await getOffice(db, officeId)
  if (office.phone === phone) return office
  await setOfficePhone(db, { officeId, phone })
  record('office.phone_set', { phone })
  return { ...office, phone }
}

/** Whether an office has been set up at all. */
export async function isSetUp(db: Db): Promise<boolean> {
  return (await findLeadOffice(db)) !== undefined
}

/** What an office consists of, whoever sits there. @throws NOT_FOUND */
export async function describeLayout(db: Db, officeId: string): Promise<OfficeLayout> {
  const { counters, ...office } = await readOffice(db, officeId)
  return { ...office, counters: counters.map(({ id, number, name }) => ({ id, number, name })) }
}

/** An office and what its counters are at an instant, with who sits at them. @throws NOT_FOUND */
export async function describeStaffed(db: Db, officeId: string, at: string): Promise<StaffedOffice> {
  const { counters, ...office } = await readOffice(db, officeId)
  return { ...office, counters: counters.map((counter) => asSeat(counter, at)) }
}

/** An office and what its counters are at an instant, for whoever need not know who sits there. @throws NOT_FOUND */
export async function describeOffice(db: Db, officeId: string, at: string): Promise<OfficeDetail> {
  const { counters, ...office } = await describeStaffed(db, officeId, at)
  return { ...office, counters: counters.map(({ officerId: _, ...counter }) => counter) }
}

/** The counters of an office at an instant, with who sits at them. */
export async function listSeats(db: Db, officeId: string, at: string): Promise<Seat[]> {
  return (await listCounters(db, officeId)).map((counter) => asSeat(counter, at))
}

async function readOffice(
  db: Db,
  officeId: string
): Promise<Office & { counters: CounterTable[]; services: Service[] }> {
  const office = await getOffice(db, officeId)
  const counters = await listCounters(db, officeId)
  const services = await listServices(db, officeId)
  return { ...office, counters, services: services.map(({ officeId: _, ...service }) => service) }
}

/** Counters of one name are told apart by their number. @throws COUNTER_NUMBER_TAKEN; VALIDATION when the name says nothing */
export async function addCounter(
  work: Work,
  { number, name: given }: { number: number; name: string }
): Promise<Counter> {
  const { db, officeId, record } = work
  const taken = (await listCounters(db, officeId)).some((counter) => counter.number === number)
  if (taken) throw new DomainError('COUNTER_NUMBER_TAKEN', { number })
  const name = freeName(given, [])
  const id = work.newId()
  const counter: CounterTable = {
    officeId,
    id,
    number,
    name,
    state: 'closed',
    pauseReason: null,
    officerId: null,
    openUntil: null
  }
  await insertCounter(db, counter)
  record('counter.added', { counterId: id, number, name })
  return asCounter(counter)
}

/**
 * Gives a counter another name; the one that it has changes nothing.
 *
 * @throws NOT_FOUND; VALIDATION when the name says nothing
 */
export async function renameCounter(
  work: Work,
  { counterId, name: given }: { counterId: string; name: string }
): Promise<Counter> {
  const { db, officeId, record } = work
  const counter = await getCounter(work, counterId)
  const name = freeName(given, [])
  if (name !== counter.name) {
    await setCounterName(db, { officeId, id: counterId, name })
    record('counter.renamed', { counterId, number: counter.number, name })
  }
  return asCounter({ ...counter, name })
}

/**
 * Adds a service. Its letter is one that is neither misheard nor misread beside those that are there; once those are used up,
 * any other.
 *
 * @throws SERVICE_LETTER_TAKEN, SERVICE_LETTER_UNCLEAR; VALIDATION when another service has the name
 */
export async function addService(
  work: Work,
  { letter, name: given }: { letter: string; name: string }
): Promise<Service> {
  const { db, officeId, record } = work
  const services = await listServices(db, officeId)
  const letters = services.map((service) => service.letter)
  if (letters.includes(letter)) throw new DomainError('SERVICE_LETTER_TAKEN', { letter })
  const free = freeLetters(letters)
  if (free.length > 0 && !free.includes(letter))
    throw new DomainError('SERVICE_LETTER_UNCLEAR', { letter, free })
  const name = freeName(given, namesOf(services))
  const id = work.newId()
  const service = { id, letter, name, mostPerDay: null }
  await insertService(db, { officeId, ...service })
  record('service.added', { serviceId: id, letter, name })
  return service
}

/**
 * Gives a service another name; the one that it has changes nothing. Numbers that were given keep the name of their time.
 *
 * @throws NOT_FOUND; VALIDATION when another service has the name
 */
export async function renameService(
  { db, officeId, record }: Work,
  { serviceId, name: given }: { serviceId: string; name: string }
): Promise<Service> {
  const services = await listServices(db, officeId)
  const found = services.find(({ id }) => id === serviceId)
  if (!found) throw new DomainError('NOT_FOUND')
  const { officeId: _, ...service } = found
  const name = freeName(given, namesOf(services.filter(({ id }) => id !== serviceId)))
  if (name !== service.name) {
    await setServiceName(db, { officeId, id: serviceId, name })
    record('service.renamed', { serviceId, letter: service.letter, name })
  }
  return { ...service, name }
}

function namesOf(named: readonly { name: string }[]): string[] {
  return named.map(({ name }) => name)
}

/**
 * Sets how many numbers a service gives on a day; whoever asks for it records it.
 *
 * @throws NOT_FOUND
 */
export async function limitService(
  db: Db,
  { officeId, serviceId, mostPerDay }: { officeId: string; serviceId: string; mostPerDay: number | null }
): Promise<{ service: Service; changed: boolean }> {
  const found = (await listServices(db, officeId)).find(({ id }) => id === serviceId)
  if (!found) throw new DomainError('NOT_FOUND')
  const { officeId: _, ...service } = found
  const changed = service.mostPerDay !== mostPerDay
  if (changed) await setMostPerDay(db, { officeId, id: serviceId, mostPerDay })
  return { service: { ...service, mostPerDay }, changed }
}

/**
 * Opens a counter for the officer who sits down at it; after a pause, opens it again. Opening one that is open
 * to the same officer changes nothing. Whether he may sit there is not asked here.
 *
 * @param until when its day is over: nobody sits there any more, also if nobody closes it. Instant
 * @throws NOT_FOUND
 */
export async function openCounter(work: Work, counterId: string, until: string): Promise<Counter> {
  const counter = await getCounter(work, counterId)
  const { actor, record } = work
  if (counter.state === 'open' && counter.officerId === actor.id) return asCounter(counter)
  const opened = await changeState(work, {
    ...counter,
    state: 'open',
    pauseReason: null,
    officerId: actor.id,
    openUntil: until
  })
  const { number, name } = counter
  const by = { officerId: actor.id, officerName: actor.name }
  record('counter.opened', { counterId, number, name, state: 'open', ...by, reason: null, openUntil: until })
  return opened
}

/** @throws MOVE_NOT_ALLOWED when the counter is closed */
export async function pauseCounter(
  work: Work,
  { counterId, reason }: { counterId: string; reason: string }
): Promise<Counter> {
  const counter = await getCounter(work, counterId)
  if (counter.state === 'closed') throw new DomainError('MOVE_NOT_ALLOWED', { what: 'COUNTER_IS_CLOSED' })
  const paused = await changeState(work, { ...counter, state: 'paused', pauseReason: reason })
  const { number, name } = counter
  work.record('counter.paused', { counterId, number, name, state: 'paused', reason })
  return paused
}

/** Closing one that is closed changes nothing. */
export async function closeCounter(work: Work, counterId: string): Promise<Counter> {
  const counter = await getCounter(work, counterId)
  if (counter.state === 'closed') return asCounter(counter)
  return shut(work, counter, false)
}

/**
 * Closes the counters that nobody has closed though their day is over.
 *
 * @returns when the day of each was over, where that is known. Instants
 */
export async function closeLeftOpen(work: Work): Promise<string[]> {
  const { db, officeId, now } = work
  const left = await listLeftOpen(db, { officeId, now })
  for (const counter of left) await shut(work, counter, true)
  return left.flatMap(({ openUntil }) => openUntil ?? [])
}

async function shut(work: Work, counter: CounterTable, dayOver: boolean): Promise<Counter> {
  const closed = await changeState(work, { ...counter, ...CLOSED })
  const { id: counterId, number, name } = counter
  const facts = { counterId, number, name, state: 'closed', officerId: null, reason: null } as const
  work.record('counter.closed', { ...facts, dayOver })
  return closed
}

async function getCounter({ db, officeId, now }: Work, counterId: string): Promise<CounterTable> {
  const counter = await findCounter(db, { officeId, counterId })
  if (!counter) throw new DomainError('NOT_FOUND')
  return counterAt(counter, now)
}

async function changeState({ db }: Work, counter: CounterTable): Promise<Counter> {
  await setCounterState(db, counter)
  return asCounter(counter)
}

const CLOSED = {
  state: 'closed',
  pauseReason: null,
  officerId: null,
  openUntil: null
} as const satisfies Partial<CounterTable>

/** A counter as it is at an instant: closed once its day is over, whether or not anybody has closed it. */
function counterAt(counter: CounterTable, at: string): CounterTable {
  const isOver = counter.openUntil === null || counter.openUntil <= at
  return counter.state !== 'closed' && isOver ? { ...counter, ...CLOSED } : counter
}

function asSeat(counter: CounterTable, at: string): Seat {
  const now = counterAt(counter, at)
  return { ...asCounter(now), officerId: now.officerId }
}

function asCounter({ id, number, name, state, pauseReason }: CounterTable): Counter {
  return { id, number, name, open: state === 'open', state, pauseReason }
}

/** What all offices share is kept by the lead office alone. @throws FORBIDDEN for any other office */
export async function assertLeadOffice(db: Db, officeId: string): Promise<void> {
  if ((await getLeadOffice(db)).id !== officeId) throw new DomainError('FORBIDDEN')
}

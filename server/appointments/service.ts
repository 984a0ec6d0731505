import { checkInText, appointmentFaultText as faultText } from '../../kiosk-ui/src/text/appointments.ts'
import type { Opening } from '../calendar/opening.ts'
import {
  clock,
  dayNumber,
  instantOf,
  isPlainDate,
  minuteOfClock,
  type PlainDate
} from '../calendar/plain-date.ts'
import { findOpening } from '../calendar/service.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import { hallRules } from '../hall/service.ts'
import { type Actor, hasRole } from '../identity/roles.ts'
import { describeLayout } from '../offices/service.ts'
import type { IssuedTicket } from '../queue/schemas.ts'
import { isAtCounter } from '../queue/states.ts'
import { addDays, dayInVietnam } from '../regulation/day.ts'
import { normalText } from '../text-key.ts'
import { describeTicket, issueTicket } from '../tickets/service.ts'
import type { Tokens } from '../tokens.ts'
import type { Work } from '../transact.ts'
import { describe, refusalText, stateOf, timeText } from './described.ts'
import {
  deleteLimit,
  findAppointment,
  insertAppointment,
  listByCode,
  listLimits,
  listOnDay,
  saveLimit,
  updateAppointment
} from './repository.ts'
import type { Appointment, CheckInWay, NewAppointment, Times } from './schemas.ts'
import { bookedIn, slotAt, slotsOf } from './slots.ts'
import { isLate } from './standing.ts'
import type { AppointmentTable } from './tables.ts'

/** How far ahead an appointment may lie: nobody knows his shift further than that. Days. */
const FURTHEST = 90

/** Codes tried before a free one is found; there are a million. */
const MOST_TRIES = 50

/**
 * Makes an appointment for somebody, with a code for its holder that no other one of the office has from that day on.
 *
 * @throws NOT_FOUND when there is no such service
 * @throws VALIDATION when the time is past, too far ahead, or outside the office's hours
 * @throws APPOINTMENT_TIME_FULL
 */
export async function makeAppointment(work: Work, asked: NewAppointment): Promise<Appointment> {
  const { db, officeId, actor, now, newId, record } = work
  const service = await getService(db, { officeId, serviceId: asked.serviceId })
  const phone = phoneDigits(asked.phone)
  const { day, minute } = await timeOf(work, asked)
  await assertRoom(db, { officeId, service, day, minute })
  const appointment: AppointmentTable = {
    officeId,
    id: newId(),
    serviceId: service.id,
    serviceName: service.name,
    day,
    at: instantOf(dayNumber(day), minute),
    code: await freeCode(work),
    name: normalText(asked.name),
    phone,
    madeAt: now,
    madeByName: actor.name,
    cancelledAt: null,
    arrivedAt: null,
    ticketId: null,
    ticketNumber: null
  }
  await insertAppointment(db, appointment)
  const { name, code } = appointment
  record('appointment.made', stateOf(appointment), { name, phone, code })
  return describe(appointment, { ...(await momentOf(db, { officeId, now })), open: true })
}

/** The appointments of a day; officers read no names in it, so that nobody is chosen by who he is. */
export async function listAppointments(
  db: Db,
  { actor, day, now }: { actor: Actor; day: string; now: string }
): Promise<Appointment[]> {
  const { officeId } = actor
  const rows = await listOnDay(db, { officeId, day })
  const moment = { ...(await momentOf(db, { officeId, now })), open: seesNames(actor) }
  return rows.map((row) => describe(row, moment))
}

/**
 * An appointment with the name of its holder.
 *
 * @throws NOT_FOUND
 * @throws APPOINTMENT_NAME_HIDDEN for an officer, unless its number stands at a counter
 */
export async function getAppointment(
  db: Db,
  { actor, appointmentId, now }: { actor: Actor; appointmentId: string; now: string }
): Promise<Appointment> {
  const { officeId } = actor
  const found = await getRow(db, { officeId, id: appointmentId })
  if (!seesNames(actor) && !(await isCalled(db, found, now))) throw new DomainError('APPOINTMENT_NAME_HIDDEN')
  return describe(found, { ...(await momentOf(db, { officeId, now })), open: true })
}

/**
 * Cancels an appointment; cancelling it again changes nothing.
 *
 * @throws NOT_FOUND
 * @throws MOVE_NOT_ALLOWED when its holder has his number already
 */
export async function cancelAppointment(
  { db, officeId, now, record }: Work,
  { appointmentId, actor }: { appointmentId: string; actor: Actor }
): Promise<Appointment> {
  const found = await getRow(db, { officeId, id: appointmentId })
  const moment = { ...(await momentOf(db, { officeId, now })), open: seesNames(actor) }
  if (found.cancelledAt !== null) return describe(found, moment)
  if (found.arrivedAt !== null) throw new DomainError('MOVE_NOT_ALLOWED', { what: 'APPOINTMENT_HAS_ARRIVED' })
  await updateAppointment(db, { officeId, id: found.id }, { cancelledAt: now })
  record('appointment.cancelled', stateOf(found))
  return describe({ ...found, cancelledAt: now }, moment)
}

/**
 * Gives whoever comes for an appointment a number of his own. Coming again gives the same number, unless that one was
 * taken back.
 *
 * @throws APPOINTMENT_UNKNOWN when no appointment fits, or more than one
 * @throws APPOINTMENT_NOT_NOW on another day, more than an hour early, or when it was cancelled
 * @throws OFFICE_CLOSED, QUOTA_REACHED
 */
export async function checkIn(
  work: Work,
  { way, tokens }: { way: CheckInWay; tokens: Tokens }
): Promise<{ ticket: Omit<IssuedTicket, 'followUrl'>; first: boolean }> {
  const { db, officeId, now, record } = work
  const found = await findFitting(work, way)
  if (!found) throw new DomainError('APPOINTMENT_UNKNOWN')
  assertNow(found, now)
  const before = await ticketOf(db, found, now)
  if (before) return { ticket: { ...before, printJob: null }, first: false }
  const { id, at, serviceId } = found
  const late = isLate(at, await momentOf(db, { officeId, now }))
  const ticket = await issueTicket(work, { serviceId, tokens, appointment: { id, at, late } })
  const { id: ticketId, number: ticketNumber } = ticket
  await updateAppointment(db, { officeId, id }, { arrivedAt: now, ticketId, ticketNumber })
  record('appointment.arrived', { ...stateOf(found), ticketId, ticketNumber, late })
  return { ticket, first: true }
}

/** The half hours of a day in which a service takes appointments. @throws NOT_FOUND, VALIDATION */
export async function listTimes(
  db: Db,
  { officeId, serviceId, day, now }: { officeId: string; serviceId: string; day: string; now: string }
): Promise<Times> {
  await getService(db, { officeId, serviceId })
  assertDay(day)
  const opening = await findOpening(db, { officeId, at: instantOf(dayNumber(day), 0) })
  const { hours } = opening
  const booked = await listOnDay(db, { officeId, day })
  const most = await mostOf(db, { officeId, serviceId })
  return {
    closedText: hours.length > 0 ? null : closedOn(day, opening),
    times: slotsOf(day, hours).map((slot) => ({
      time: slot.time,
      taken: bookedIn(slot, serviceId, booked),
      most,
      past: slot.from <= now
    }))
  }
}

/** How many appointments services take in half an hour, those that have no limit left out. */
export async function describeLimits(
  db: Db,
  officeId: string
): Promise<{ items: { serviceId: string; most: number }[] }> {
  const rows = await listLimits(db, officeId)
  return { items: rows.map(({ serviceId, most }) => ({ serviceId, most })) }
}

/** Sets how many appointments a service takes in half an hour; those that were made stay. @throws NOT_FOUND */
export async function setLimit(
  { db, officeId, record }: Work,
  { serviceId, most }: { serviceId: string; most: number | null }
): Promise<void> {
  const { name: serviceName } = await getService(db, { officeId, serviceId })
  if ((await mostOf(db, { officeId, serviceId })) === most) return
  if (most === null) await deleteLimit(db, { officeId, serviceId })
  else await saveLimit(db, { officeId, serviceId, most })
  record('appointment.limit_set', { serviceId, serviceName, most })
}

async function getService(db: Db, { officeId, serviceId }: { officeId: string; serviceId: string }) {
  const service = (await describeLayout(db, officeId)).services.find(({ id }) => id === serviceId)
  if (!service) throw new DomainError('NOT_FOUND')
  return service
}

async function getRow(db: Db, key: { officeId: string; id: string }): Promise<AppointmentTable> {
  const found = await findAppointment(db, key)
  if (!found) throw new DomainError('NOT_FOUND')
  return found
}

/** The day and minute that is asked for, once the office is known to be open then. */
async function timeOf(
  { db, officeId, now }: Work,
  { day, time }: NewAppointment
): Promise<{ day: PlainDate; minute: number }> {
  assertDay(day)
  const minute = minuteOfClock(time)
  const at = instantOf(dayNumber(day), minute)
  if (at <= now) throw faultAt('/time', faultText.past)
  const last = addDays(dayInVietnam(now), FURTHEST)
  if (day > last) throw faultAt('/day', faultText.tooFar(last))
  const opening = await findOpening(db, { officeId, at })
  const { open, hours } = opening
  if (hours.length === 0) throw faultAt('/day', closedOn(day, opening))
  if (open) return { day, minute }
  throw faultAt(
    '/time',
    faultText.closed(hours.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', '))
  )
}

/** Why nobody is asked to come on a day; one that no calendar covers would count as open, and is promised to nobody. */
function closedOn(day: PlainDate, { open, dayOff }: Opening): string {
  return open ? faultText.unknownDay(day) : faultText.dayOff(day, dayOff)
}

/** @throws APPOINTMENT_TIME_FULL */
async function assertRoom(
  db: Db,
  asked: { officeId: string; service: { id: string; name: string }; day: PlainDate; minute: number }
): Promise<void> {
  const { officeId, service, day, minute } = asked
  const most = await mostOf(db, { officeId, serviceId: service.id })
  if (most === null) return
  const slot = slotAt(day, minute)
  const taken = bookedIn(slot, service.id, await listOnDay(db, { officeId, day }))
  if (taken >= most)
    throw new DomainError('APPOINTMENT_TIME_FULL', { service: service.name, time: slot.time, most })
}

async function mostOf(
  db: Db,
  { officeId, serviceId }: { officeId: string; serviceId: string }
): Promise<number | null> {
  const limits = await listLimits(db, officeId)
  return limits.find((limit) => limit.serviceId === serviceId)?.most ?? null
}

async function freeCode({ db, officeId, now, randomBytes }: Work): Promise<string> {
  const today = dayInVietnam(now)
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const code = String(randomBytes(4).readUInt32BE() % 1_000_000).padStart(6, '0')
    const holders = await listByCode(db, { officeId, code })
    if (!holders.some(({ day }) => day >= today)) return code
  }
  throw new Error(`no code of six digits is free at office ${officeId}`)
}

async function findFitting(
  { db, officeId, now }: Work,
  { code, phoneLast4, time, appointmentId }: CheckInWay
): Promise<AppointmentTable | undefined> {
  const today = dayInVietnam(now)
  if (appointmentId !== undefined) return findAppointment(db, { officeId, id: appointmentId })
  if (code !== undefined) {
    const holders = await listByCode(db, { officeId, code })
    return holders.find(({ day }) => day === today) ?? holders[0]
  }
  if (phoneLast4 === undefined || time === undefined) throw faultAt('/code', checkInText.ways)
  const fitting = (await listOnDay(db, { officeId, day: today })).filter(
    (one) => one.cancelledAt === null && one.phone.endsWith(phoneLast4) && timeText(one.at) === time
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

/** @throws APPOINTMENT_NOT_NOW */
function assertNow(appointment: AppointmentTable, now: string): void {
  const text = refusalText(appointment, now)
  if (text !== undefined) throw new DomainError('APPOINTMENT_NOT_NOW', { text })
}

/** The number that was given for it and still stands. */
async function ticketOf(db: Db, { officeId, ticketId }: AppointmentTable, now: string) {
  if (ticketId === null) return undefined
  const ticket = await describeTicket(db, { officeId, ticketId, now })
  return ticket.status === 'cancelled' ? undefined : ticket
}

async function isCalled(db: Db, appointment: AppointmentTable, now: string): Promise<boolean> {
  const ticket = await ticketOf(db, appointment, now)
  return ticket !== undefined && isAtCounter(ticket.status)
}

async function momentOf(
  db: Db,
  { officeId, now }: { officeId: string; now: string }
): Promise<{ now: string; grace: number }> {
  return { now, grace: (await hallRules(db, officeId)).appointmentGrace }
}

function seesNames(actor: Actor): boolean {
  return hasRole(actor, ['supervisor', 'administrator'])
}

/** Digits as people here write them. @throws VALIDATION */
function phoneDigits(typed: string): string {
  const digits = typed.replace(/^\+84/, '0').replace(/[ .-]/g, '')
  if (!/^0\d{9,10}$/.test(digits)) throw faultAt('/phone', faultText.phone)
  return digits
}

function assertDay(day: string): asserts day is PlainDate {
  if (!isPlainDate(day)) throw faultAt('/day', faultText.noDay)
}

function faultAt(path: string, message: string): DomainError {
  return new DomainError('VALIDATION').withErrors([{ path, message }])
}

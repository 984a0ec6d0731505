import { setImmediate as turnOfOthers } from 'node:timers/promises'
import { waitingFaultText } from '../../kiosk-ui/src/text/hall-figures.ts'
import { describeQueueWith } from '../board/service.ts'
import { findOpening } from '../calendar/service.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import { hallRules, servicesOfCounters } from '../hall/service.ts'
import { describeLayout } from '../offices/service.ts'
import type { Score } from '../pace/schemas.ts'
import { describeScore } from '../pace/service.ts'
import { listDevices } from '../presence/service.ts'
import { describePrinters } from '../printers/service.ts'
import type { Queue } from '../queue/schemas.ts'
import { numbersTaken, openTickets } from '../queue/service.ts'
import { isAtCounter } from '../queue/states.ts'
import type { TicketTable } from '../queue/tables.ts'
import { addDays, dayInVietnam, endOfDay, isDay } from '../regulation/day.ts'
import {
  countersOpenIn,
  latestTimes,
  lineChangeCounts,
  lineMovesOf,
  skipsOf,
  visitFacts,
  waitsBegun
} from '../visits/service.ts'
import type { Outcome } from '../visits/visit.ts'
import { deviceAlarms, printerAlarms, usualOf } from './alarms.ts'
import { type Arrivals, type DayHours, hoursOf, staffingOfDay } from './expected-hours.ts'
import {
  countOpen,
  countSkip,
  countTaken,
  countVisit,
  emptyGroups,
  type Grouped,
  groupedFigures
} from './grouped.ts'
import {
  countersOf,
  longestOf,
  promiseAlarm,
  servicesNow,
  servingAlarms,
  unservedAlarms,
  waitsOf
} from './hall-now.ts'
import {
  callOf,
  latestChanges,
  moveOf,
  pageEndOf,
  skipNowOf,
  skipOf,
  skipsAtCounters
} from './line-changes.ts'
import { assertPeriod, faultAt, type Period } from './period.ts'
import type { HallCounter, HallNow, History, LineChangeKind, SkipPage, Staffing } from './schemas.ts'

interface Asked {
  officeId: string
  now: string
}

/** Days that are read at once; then others have their turn, as reading a year takes seconds. */
const STEP = 3

/** How far back staffing looks: half a year. Days. */
const STAFFING_BACK = 182
const STAFFING_STEP = 28

/** How many visits tell for how long people stay at a counter now. */
const STAY_SAMPLES = 1000

/** How far back, and over how many people, a service's usual time is looked for. */
const USUAL_BACK = 14
const USUAL_SAMPLES = 99

/** Of a service of which nothing was estimated. */
const NO_SCORE: Score = { made: 0, within: 0, below: 0, above: 0, share: null, meanError: null }

/** How many calls out of turn, and how many moves in line, are shown of today; the history has all of them. */
const MOST_SKIPS_NOW = 5

/** A visit that was over when somebody said so; with whom a counter was when the day ended, nobody knows. */
const ENDED: readonly Outcome[] = ['finished', 'parked', 'transferred', 'absent', 'cancelled']
const CAME: readonly Outcome[] = ['finished', 'parked', 'transferred']

/** How many working days staffing is suggested for, and how far ahead they are looked for: beyond the days of Tết. */
const STAFFING_CHOICES = 8
const STAFFING_AHEAD = 31

/** The waiting room at this moment. */
export async function describeHallNow(db: Db, { officeId, now }: Asked): Promise<HallNow> {
  const day = dayInVietnam(now)
  const { queue, tickets } = await describeQueueWith(db, { officeId, at: now, seq: 0 })
  const today = await readGrouped(db, { officeId, now }, { from: day, to: day })
  const { promisedWait: minutes, promisedShare: percent } = await hallRules(db, officeId)
  const counters = await countersNow(db, { queue, tickets, today, now, officeId, day })
  const waits = waitsOf(queue)
  const devices = await listDevices(db, { officeId, now })
  const { items: printers } = await describePrinters(db, officeId)
  const over = waits.filter(({ since }) => Date.parse(now) - Date.parse(since) > minutes * 60_000)
  const latest = { officeId, from: day, to: day, most: MOST_SKIPS_NOW, before: undefined }
  const present = skipsAtCounters(tickets).map(skipNowOf)
  const skips = [...present, ...(await skipsOf(db, latest)).map(skipOf)]
  return {
    asOf: now,
    day,
    promise: { minutes, percent },
    waiting: queue.waiting.length,
    overPromise: over.length,
    longest: longestOf(queue, waits),
    parked: queue.parked.length,
    services: servicesNow(queue, waits),
    counters,
    today: today.all,
    skips: skips.toSorted((one, other) => (one.calledAt < other.calledAt ? 1 : -1)).slice(0, MOST_SKIPS_NOW),
    moves: (await lineMovesOf(db, latest)).map(moveOf),
    movesCount: (await lineChangeCounts(db, latest)).moves,
    score: (await describeScore(db, { officeId, from: day, to: day })).all,
    devices,
    printers,
    alarms: [
      ...promiseAlarm(over, minutes),
      ...unservedAlarms(queue),
      ...servingAlarms(counters),
      ...deviceAlarms(devices, now),
      ...printerAlarms(printers)
    ],
    announcements: queue.announcements,
    emergencyText: queue.emergencyText
  }
}

/**
 * A period by day, hour, service, counter and officer.
 *
 * @throws VALIDATION for a period that is none or too long; NOT_FOUND for a service that the office does not have
 */
export async function describeHistory(db: Db, asked: Asked, period: Period): Promise<History> {
  assertPeriod(period)
  const { officeId, now } = asked
  const { from, to, service = null } = period
  await assertService(db, officeId, period.service)
  const grouped = await readGrouped(db, asked, period)
  const score = await describeScore(db, { officeId, from, to })
  const ofService = score.services.find(({ serviceId }) => serviceId === service)
  return {
    asOf: now,
    from,
    to,
    serviceId: service,
    ...grouped,
    score: service === null ? score.all : (ofService ?? NO_SCORE)
  }
}

interface SkipsAsked extends Period {
  kind?: LineChangeKind | undefined
  limit: number
  cursor?: string | undefined
}

/** Calls out of turn, and moves in line. @throws VALIDATION for a period or a page that is none; NOT_FOUND for a service */
export async function listSkipPage(
  db: Db,
  asked: Asked,
  { limit, cursor, kind, ...period }: SkipsAsked
): Promise<SkipPage> {
  assertPeriod(period)
  await assertService(db, asked.officeId, period.service)
  const before = pageEndOf(cursor)
  const { from, to, service: serviceId } = period
  const page = { officeId: asked.officeId, from, to, serviceId, most: limit + 1, before }
  const [withSkips, withMoves] = [kind !== 'moved', kind !== 'skipped']
  const present = withSkips ? await presentSkips(db, asked, period) : []
  const skips = withSkips ? await skipsOf(db, page) : []
  const moves = withMoves ? await lineMovesOf(db, page) : []
  const counts = await lineChangeCounts(db, page)
  const rows = latestChanges({ skips, present, moves }, before)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    asOf: asked.now,
    total: (withSkips ? counts.skips + present.length : 0) + (withMoves ? counts.moves : 0),
    items: rows.slice(0, limit).map(({ change }) => change),
    nextCursor: last ? `${last.change.calledAt}_${last.id}` : null
  }
}

/** Who was called out of turn and is still at a counter, if the period reaches to today. */
async function presentSkips(
  db: Db,
  { officeId, now }: Asked,
  { from, to, service }: Period
): Promise<TicketTable[]> {
  const day = dayInVietnam(now)
  return from <= day && day <= to ? skipsAtCounters(await openTickets(db, { officeId, day }), service) : []
}

/**
 * How many counters each hour of a day needs, from the days before it.
 *
 * @param given without it the first day on which the office is open
 * @throws VALIDATION for a day that is none
 */
export async function describeStaffing(
  db: Db,
  { officeId, now }: Asked,
  given: string | undefined
): Promise<Staffing> {
  if (given !== undefined && !isDay(given)) throw faultAt('/day', waitingFaultText.noDay)
  const today = dayInVietnam(now)
  const { choices, daysOff } = await workingDaysFrom(db, officeId, today)
  const day = given ?? choices[0] ?? today
  const { closed, dayOff, hours: hoursOfDay } = await daysHours(db, officeId, day)
  const to = addDays(day < today ? day : today, -1)
  const from = addDays(to, 1 - STAFFING_BACK)
  const { promisedWait: minutes, promisedShare: percent } = await hallRules(db, officeId)
  const suggested = staffingOfDay(
    {
      day,
      hours: hoursOfDay,
      arrivals: closed ? [] : await readArrivals(db, { officeId, from, to }),
      visits: await latestTimes(db, { officeId, from, to, most: STAY_SAMPLES, outcomes: ENDED }),
      specialised: (await servicesOfCounters(db, officeId)).length > 0
    },
    { minutes, percent }
  )
  const { counters } = await describeLayout(db, officeId)
  return {
    ...{ asOf: now, day, closed, dayOff, choices, daysOff },
    promise: { minutes, percent },
    counters: counters.length,
    ...suggested
  }
}

async function daysHours(db: Db, officeId: string, day: string): Promise<DayHours> {
  return hoursOf(await findOpening(db, { officeId, at: endOfDay(addDays(day, -1)) }))
}

/** The first working days from a day on, and the named days off between them. */
async function workingDaysFrom(
  db: Db,
  officeId: string,
  first: string
): Promise<Pick<Staffing, 'choices' | 'daysOff'>> {
  const choices: string[] = []
  const daysOff: Staffing['daysOff'] = []
  for (let ahead = 0; ahead < STAFFING_AHEAD && choices.length < STAFFING_CHOICES; ahead += 1) {
    const day = addDays(first, ahead)
    const { closed, dayOff } = await daysHours(db, officeId, day)
    if (!closed) choices.push(day)
    else if (dayOff !== null) daysOff.push({ day, name: dayOff })
  }
  return { choices, daysOff }
}

/** Reads a period in steps, so that a year of it holds nobody else up. */
async function readGrouped(
  db: Db,
  { officeId, now }: Asked,
  { from, to, service }: Period
): Promise<Grouped> {
  const groups = emptyGroups()
  const today = dayInVietnam(now)
  const { services, counters } = await describeLayout(db, officeId)
  const names = new Map(services.map(({ id, name }) => [id, name]))
  for (let first = from; first <= to; first = addDays(first, STEP)) {
    const step = { officeId, from: first, to: lastOf(first, to, STEP), serviceId: service }
    for (const visit of await visitFacts(db, step)) countVisit(groups, visit)
    for (const taken of await numbersTaken(db, step)) {
      countTaken(groups, taken, { today, serviceName: names.get(taken.serviceId) ?? taken.serviceId })
    }
    await turnOfOthers()
  }
  for (const ticket of await presentSkips(db, { officeId, now }, { from, to, service })) {
    countSkip(groups, callOf(ticket))
  }
  // Of one service nobody knows whether the counters that were open would have served it.
  const open = service === undefined ? await countersOpenIn(db, { officeId, from, to }) : []
  for (const { id: counterId, number } of counters) {
    if (open.includes(counterId)) countOpen(groups, { counterId, number })
  }
  return groupedFigures(groups)
}

/** Waits that began: those that ended with a call, and those of people who were still in line when the day was over. */
async function readArrivals(
  db: Db,
  { officeId, from, to }: { officeId: string; from: string; to: string }
): Promise<Arrivals[]> {
  const arrivals: Arrivals[] = []
  for (let first = from; first <= to; first = addDays(first, STAFFING_STEP)) {
    const step = { officeId, from: first, to: lastOf(first, to, STAFFING_STEP) }
    arrivals.push(...(await waitsBegun(db, step)))
    arrivals.push(...(await numbersTaken(db, step)).filter(({ fate }) => fate === 'waiting'))
    await turnOfOthers()
  }
  return arrivals
}

function lastOf(first: string, to: string, step: number): string {
  const last = addDays(first, step - 1)
  return last < to ? last : to
}

interface CountersAsked {
  officeId: string
  day: string
  now: string
  queue: Queue
  tickets: readonly TicketTable[]
  today: Grouped
}

async function countersNow(db: Db, asked: CountersAsked): Promise<HallCounter[]> {
  const { queue, tickets, today, now, officeId, day } = asked
  const usual = new Map<string, number | null>()
  for (const { serviceId } of tickets.filter(({ status }) => isAtCounter(status))) {
    if (!usual.has(serviceId)) usual.set(serviceId, await usualTime(db, { officeId, serviceId, day }))
  }
  return countersOf({ queue, tickets, today, usual, now })
}

/** For how long people of a service are usually served. Seconds. */
async function usualTime(
  db: Db,
  { officeId, serviceId, day }: { officeId: string; serviceId: string; day: string }
): Promise<number | null> {
  const from = addDays(day, -USUAL_BACK)
  const visits = await latestTimes(db, {
    officeId,
    serviceId,
    from,
    to: day,
    most: USUAL_SAMPLES,
    outcomes: CAME
  })
  return usualOf(visits)
}

/** @throws NOT_FOUND for a service that the office does not have */
async function assertService(db: Db, officeId: string, service: string | undefined): Promise<void> {
  if (service === undefined) return
  const { services } = await describeLayout(db, officeId)
  if (services.every(({ id }) => id !== service)) throw new DomainError('NOT_FOUND')
}

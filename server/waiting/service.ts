import { setImmediate as turnOfOthers } from 'node:timers/promises'
import { waitingFaultText } from '../../kiosk-ui/src/text/hall-figures.ts'
import { describeQueueWith } from '../board/service.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import { hallRules, servicesOfCounters } from '../hall/service.ts'
import { describeLayout } from '../offices/service.ts'
import type { Score } from '../pace/schemas.ts'
import { describeScore } from '../pace/service.ts'
import { listDevices } from '../presence/service.ts'
import { describePrinters } from '../printers/service.ts'
import type { Queue } from '../queue/schemas.ts'
import { numbersTaken } from '../queue/service.ts'
import type { TicketTable } from '../queue/tables.ts'
import { addDays, dayInVietnam, isDay } from '../regulation/day.ts'
import { countersOpenIn, latestTimes, lineMovesOf, skipsOf, visitFacts } from '../visits/service.ts'
import { deviceAlarms, medianOf, printerAlarms } from './alarms.ts'
import { expectedHours, likeDays, meanStay } from './expected-hours.ts'
import { countOpen, countTaken, countVisit, emptyGroups, type Grouped, groupedFigures } from './grouped.ts'
import {
  longestOf,
  promiseAlarm,
  servicesNow,
  servingAlarms,
  skipsNow,
  ticketNow,
  unservedAlarms,
  waitsOf
} from './hall-now.ts'
import { latestChanges, moveOf, skipOf } from './line-changes.ts'
import type { HallCounter, HallNow, History, SkipPage, Staffing } from './schemas.ts'
import type { Certainty } from './staffing.ts'

interface Asked {
  officeId: string
  now: string
}

interface Period {
  from: string
  to: string
  service?: string | undefined
}

/** How long a period may be, so that no question reads for ever. Days. */
const LONGEST_PERIOD = 366

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

/** How many calls out of turn, and how many moves in line, are shown of today. */
const MOST_SKIPS_NOW = 20

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
  const skips = (await skipsOf(db, latest)).map(skipOf)
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
    skips: [...skipsNow(tickets), ...skips].slice(0, MOST_SKIPS_NOW),
    moves: (await lineMovesOf(db, latest)).map(moveOf),
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

/** A period by day, hour, service, counter and officer. @throws VALIDATION for a period that is none or too long */
export async function describeHistory(db: Db, asked: Asked, period: Period): Promise<History> {
  assertPeriod(period)
  const { officeId, now } = asked
  const { from, to, service = null } = period
  const grouped = await readGrouped(db, asked, period)
  const score = await describeScore(db, { officeId, from, to })
  const ofService = score.services.find(({ serviceId }) => serviceId === service)
  return {
    asOf: now,
    from,
    to,
    serviceId: service,
    ...grouped,
    score: service === null ? score.all : scoreAlone(ofService)
  }
}

/** Calls out of turn, and moves in line. @throws VALIDATION for a period or a page that is none */
export async function listSkipPage(
  db: Db,
  { officeId, now }: Asked,
  { limit, cursor, ...period }: { from: string; to: string; limit: number; cursor?: string | undefined }
): Promise<SkipPage> {
  assertPeriod(period)
  const [, calledAt, id] = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)_(.+)$/.exec(cursor ?? '') ?? []
  if (cursor !== undefined && (!calledAt || !id)) throw faultAt('/cursor', waitingFaultText.noSuchPage)
  const before = calledAt && id ? { calledAt, at: calledAt, id } : undefined
  const asked = { officeId, ...period, most: limit + 1, before }
  const rows = latestChanges(await skipsOf(db, asked), await lineMovesOf(db, asked))
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    asOf: now,
    items: rows.slice(0, limit).map(({ change }) => change),
    nextCursor: last ? `${last.change.calledAt}_${last.id}` : null
  }
}

/** How many counters each hour of a day needs, from the days before it. @throws VALIDATION for a day that is none */
export async function describeStaffing(db: Db, { officeId, now }: Asked, day: string): Promise<Staffing> {
  if (!isDay(day)) throw faultAt('/day', waitingFaultText.noDay)
  const today = dayInVietnam(now)
  const to = addDays(day < today ? day : today, -1)
  const from = addDays(to, 1 - STAFFING_BACK)
  const taken = await readTaken(db, { officeId, from, to, step: STAFFING_STEP })
  const { days, sameWeekday } = likeDays(taken, day)
  const stay = meanStay(await latestTimes(db, { officeId, from, to, most: STAY_SAMPLES }))
  const { promisedWait: minutes, promisedShare: percent } = await hallRules(db, officeId)
  const { meanSeconds, samples } = stay
  const specialised = (await servicesOfCounters(db, officeId)).length > 0
  const expected =
    meanSeconds === null ? [] : expectedHours(taken, { days, meanSeconds, samples }, { minutes, percent })
  const hours = expected.map((hour) => ({ ...hour, certainty: atMost(hour.certainty, specialised) }))
  return {
    asOf: now,
    day,
    promise: { minutes, percent },
    counters: (await describeLayout(db, officeId)).counters.length,
    days: days.length,
    sameWeekday,
    meanSeconds: meanSeconds === null ? null : Math.round(meanSeconds),
    specialised,
    certainty: certaintyOf(hours),
    hours
  }
}

/** Counters that cannot stand in for each other need more than one pool of them does: that is never sure. */
function atMost(certainty: Certainty, specialised: boolean): Certainty {
  return specialised && certainty === 'sure' ? 'guide' : certainty
}

/** As sure as its busiest hour, which decides how many counters there have to be. */
function certaintyOf(hours: Staffing['hours']): Certainty {
  const busiest = hours.toSorted((one, other) => other.counters - one.counters)[0]
  return busiest?.certainty ?? 'none'
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
  // Of one service nobody knows whether the counters that were open would have served it.
  const open = service === undefined ? await countersOpenIn(db, { officeId, from, to }) : []
  for (const { id: counterId, number } of counters) {
    if (open.includes(counterId)) countOpen(groups, { counterId, number })
  }
  return groupedFigures(groups)
}

async function readTaken(
  db: Db,
  { officeId, from, to, step }: { officeId: string; from: string; to: string; step: number }
): ReturnType<typeof numbersTaken> {
  const taken: Awaited<ReturnType<typeof numbersTaken>> = []
  for (let first = from; first <= to; first = addDays(first, step)) {
    taken.push(...(await numbersTaken(db, { officeId, from: first, to: lastOf(first, to, step) })))
    await turnOfOthers()
  }
  return taken
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
  for (const { serviceId } of tickets.filter(({ status }) => status === 'serving')) {
    if (!usual.has(serviceId)) usual.set(serviceId, await usualTime(db, { officeId, serviceId, day }))
  }
  return queue.counters.map(({ id, number, name, state, pauseReason, officerName }) => {
    const present = tickets.find(
      ({ counterId, status }) => counterId === id && (status === 'called' || status === 'serving')
    )
    return {
      ...{ id, number, name, state, pauseReason, officerName },
      served: today.counters.find(({ counterId }) => counterId === id)?.served ?? 0,
      ticket: present ? ticketNow(present, { now, usual: usual.get(present.serviceId) ?? null }) : null
    }
  })
}

/** For how long people of a service are usually served. Seconds. */
async function usualTime(
  db: Db,
  { officeId, serviceId, day }: { officeId: string; serviceId: string; day: string }
): Promise<number | null> {
  const from = addDays(day, -USUAL_BACK)
  const visits = await latestTimes(db, { officeId, serviceId, from, to: day, most: USUAL_SAMPLES })
  const begun = visits.filter(({ servingAt }) => servingAt !== null)
  return medianOf(
    begun.map(({ servingAt, endedAt }) => (Date.parse(endedAt) - Date.parse(servingAt ?? endedAt)) / 1000)
  )
}

function scoreAlone(score: (Score & { serviceId?: string }) | undefined): Score {
  if (!score) return { made: 0, within: 0, below: 0, above: 0, share: null, meanError: null }
  const { made, within, below, above, share, meanError } = score
  return { made, within, below, above, share, meanError }
}

/** @throws VALIDATION */
function assertPeriod({ from, to }: { from: string; to: string }): void {
  if (!isDay(from)) throw faultAt('/from', waitingFaultText.noDay)
  if (!isDay(to)) throw faultAt('/to', waitingFaultText.noDay)
  if (to < from) throw faultAt('/to', waitingFaultText.turned)
  if (addDays(from, LONGEST_PERIOD - 1) < to) throw faultAt('/to', waitingFaultText.tooLong)
}

function faultAt(path: string, message: string): DomainError {
  return new DomainError('VALIDATION').withErrors([{ path, message }])
}

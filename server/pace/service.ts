import { dayNumber, type PlainDate, plainDate } from '../calendar/plain-date.ts'
import { findOpening } from '../calendar/service.ts'
import type { Db } from '../database/schema.ts'
import { hallRules } from '../hall/service.ts'
import type { Work } from '../transact.ts'
import { corrected, correctionOf, lessonOf } from './lessons.ts'
import { linePace } from './line-pace.ts'
import { clockAt, type OfficeClock, onTheClock, type ToldRange, workedOf } from './office-clock.ts'
import type { Samples } from './pace.ts'
import { addLesson, addSample, addToScore, listPace, type PaceRow, sumScores } from './repository.ts'
import type { Score } from './schemas.ts'
import { isForecast, verdictOn } from './verdict.ts'
import { type Line, type WaitRange, waitRange } from './wait-range.ts'

/** How far back other days say something about today. Days. */
const DAYS_BACK = 14

/** Whoever seems to have been at a counter for longer was forgotten there. Milliseconds. */
const LONGEST_SAMPLE = 2 * 3_600_000

const NOBODY: Samples = { count: 0, sum: 0, sumOfSquares: 0 }

/** What the waits of a hall are foretold from, read once for however many are foretold. */
export interface PaceFacts {
  /** The day in Vietnam. */
  day: string
  /** A row per service and day of a fortnight, however long the office has been at work. */
  rows: readonly PaceRow[]
  /** With it a range counts lunch and knows of closing time. */
  clock: OfficeClock | undefined
}

interface Waiting extends Line {
  serviceId: string
  /** The services whose people stand in this line, with how many of them stand before; without it all are of the same one. */
  services?: readonly { serviceId: string; people: number }[]
}

/**
 * What waits are foretold from.
 *
 * @param serviceIds all services of the hall: also the waits for the others teach how ranges come true
 */
export async function readPace(
  db: Db,
  {
    officeId,
    serviceIds,
    day,
    clock
  }: { officeId: string; serviceIds: readonly string[]; day: string; clock?: OfficeClock | undefined }
): Promise<PaceFacts> {
  const from = plainDate(dayNumber(day as PlainDate) - DAYS_BACK)
  const rows = serviceIds.length > 0 ? await listPace(db, { officeId, serviceIds, from, to: day }) : []
  return { day, rows, clock }
}

/**
 * How long someone of a service waits, from now on, who has so many people before him. Where the counters that serve it also serve
 * others, `ahead` is everyone whom those counters call before, of whatever service, and `services` says which: else the range
 * is too early.
 *
 * @returns nothing while no counter is open or fewer than five people of the service have been served in a fortnight (K-02)
 */
export function forecastWait(
  { day, rows, clock }: PaceFacts,
  { serviceId, services = [], ...line }: Waiting
): Forecast | null {
  if (line.counters <= 0) return null
  const inLine = peopleBefore({ serviceId, services, ahead: line.ahead })
  const known = [...inLine].map(([id, ahead]) => {
    const own = rows.filter((row) => row.serviceId === id)
    const today = own.find((row) => row.day === day)
    const earlier = own.filter((row) => row.day !== day).map(samplesOf)
    return { serviceId: id, today: today ? samplesOf(today) : NOBODY, earlier, ahead }
  })
  const pace = linePace(serviceId, { services: known, busy: Math.max(0, line.counters - line.free) })
  const plain = pace && waitRange(pace, line)
  if (!plain) return null
  const isToday = (row: PaceRow) => row.day === day
  const correction = correctionOf(
    rows.filter(isToday),
    rows.filter((row) => !isToday(row))
  )
  return { told: onTheClock(corrected(plain, correction), clock), plain }
}

async function officeClock(
  db: Db,
  { officeId, at }: { officeId: string; at: string }
): Promise<OfficeClock | undefined> {
  const { alwaysOpen } = await hallRules(db, officeId)
  return clockAt(at, { alwaysOpen, hours: (await findOpening(db, { officeId, at })).hours })
}

/** The range that is told, and the one that the pace of the counters alone gives, in minutes at which they are at work. */
export interface Forecast {
  told: ToldRange
  plain: WaitRange
}

/** How many stand before by service: as many in all as are called before, in the proportion of those who stand there. */
function peopleBefore({
  serviceId,
  services,
  ahead
}: Required<Pick<Waiting, 'serviceId' | 'services' | 'ahead'>>): Map<string, number> {
  const standing = services.reduce((sum, { people }) => sum + people, 0)
  const scale = standing === 0 ? 0 : ahead / standing
  const before = new Map([[serviceId, standing === 0 ? ahead : 0]])
  for (const { serviceId: id, people } of services) before.set(id, (before.get(id) ?? 0) + people * scale)
  return before
}

function samplesOf({ count, sumMs, sumSq }: PaceRow): Samples {
  return { count, sum: sumMs / 1000, sumOfSquares: sumSq }
}

interface Visit {
  serviceId: string
  day: string
  /** For how long it occupied the counter. */
  milliseconds: number
  /** False when the same person will be called once more: then its time is part of what he takes in all. */
  leaves?: boolean
}

/** Learns for how long somebody occupied a counter. */
export async function addPace({ db, officeId }: Work, visit: Visit): Promise<void> {
  const { serviceId, day, milliseconds, leaves = true } = visit
  if (milliseconds <= 0 || milliseconds > LONGEST_SAMPLE) return
  const sumMs = Math.round(milliseconds)
  const sumSq = Math.round((milliseconds / 1000) ** 2)
  await addSample(db, { officeId, serviceId, day, count: leaves ? 1 : 0, sumMs, sumSq })
}

interface EndedWait extends WaitRange {
  serviceId: string
  day: string
  /** From the ticket to its first call, not rounded: rounding would let more ranges hold than did. */
  waitedMinutes: number
  /** What the pace alone gave: from how it comes true the next ranges are corrected. */
  plain?: WaitRange | undefined
}

/** Notes whether a range that someone was told has held, once he is called. */
export async function scoreEstimate(
  { db, officeId, now }: Work,
  { serviceId, day, plain, ...wait }: EndedWait
): Promise<void> {
  if (!isForecast(wait)) return
  await addToScore(db, { officeId, day, serviceId, made: 1, ...verdictOn(wait) })
  if (!plain) return
  const { waitedMinutes, lowMinutes, highMinutes } = wait
  const clock = await officeClock(db, { officeId, at: now })
  // What is learnt is the pace of the hall, which a lunch between says nothing about.
  const worked = (minutes: number) =>
    workedOf(minutes, clock && { ...clock, minute: clock.minute - waitedMinutes + minutes })
  const told = { lowMinutes: worked(lowMinutes), highMinutes: worked(highMinutes) }
  const lesson = lessonOf({ plain, told, waitedMinutes: worked(waitedMinutes) })
  await addLesson(db, { officeId, serviceId, day, ...lesson })
}

/** How good the ranges were from a day to a day, both included, by service and in all. */
export async function describeScore(
  db: Db,
  period: { officeId: string; from: string; to: string }
): Promise<{ all: Score; services: (Score & { serviceId: string })[] }> {
  const rows = await sumScores(db, period)
  const sum = (of: 'made' | 'within' | 'below' | 'above' | 'sumError') =>
    rows.reduce((total, row) => total + row[of], 0)
  return {
    all: scoreOf({
      made: sum('made'),
      within: sum('within'),
      below: sum('below'),
      above: sum('above'),
      sumError: sum('sumError')
    }),
    services: rows.map(({ serviceId, ...row }) => ({ serviceId, ...scoreOf(row) }))
  }
}

function scoreOf({ sumError, ...counted }: Omit<Score, 'share' | 'meanError'> & { sumError: number }): Score {
  const { made, within } = counted
  return {
    ...counted,
    share: made === 0 ? null : Math.round((100 * within) / made),
    meanError: made === 0 ? null : Math.round((10 * sumError) / made) / 10
  }
}

import assert from 'node:assert/strict'
import { dayInVietnam } from '../../server/regulation/day.ts'
import type { Answer } from '../support/app.ts'
import type { Asked, Office, Person } from './office.ts'
import {
  aheadOf,
  endLeftOvers,
  newWorld,
  type Rules,
  type Seat,
  type Slip,
  turnDay,
  type World,
  waitsSince
} from './oracle.ts'

/** One run: what the oracle knows, beside what only the play itself needs. */
export interface Play {
  world: World
  /** The rare paths that were reached, over all runs. */
  seen: Map<string, number>
  /** The last request that was done, to be sent again. */
  last: { who: Person; asked: Asked; answer: Answer } | undefined
  keys: number
  run: number
  daysForward: number
  overtaken: Map<string, Overtaken>
}

interface Overtaken {
  ordinary: number
  priority: number
  byOrdinary: number
  byPriority: number
}

const USUAL_RULES: Rules = {
  priorityMode: 'interleaved',
  ordinaryPerPriority: 2,
  mostOrdinaryWait: 60,
  absentReturnsAfter: 3,
  mostAbsences: 2
}

const DAY = 86_400_000

/** A run begins on a day of its own, so that nobody waits yet and one database serves thousands of runs. */
export async function beginRun(
  office: Office,
  { run, seen }: { run: number; seen: Map<string, number> }
): Promise<Play> {
  office.time.wall = Date.parse('2026-11-25T01:00:00.000Z') + run * 4 * DAY
  office.time.timer += 4 * DAY
  const letters = office.services.map(({ letter }) => letter)
  const { db } = office.database
  const { officeId } = office
  const rules = { alwaysOpen: 1, ...USUAL_RULES }
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('counter')
      .set({ state: 'closed', officerId: null, pauseReason: null, openUntil: null })
      .execute()
    await trx.deleteFrom('counterService').execute()
    await trx.updateTable('service').set({ mostPerDay: null }).execute()
    await trx.updateTable('hallSetting').set(rules).where('officeId', '=', officeId).execute()
  })
  const world = newWorld(letters.slice(0, 5), office.counters.length, { ...USUAL_RULES })
  return { world, seen, last: undefined, keys: 0, run, daysForward: 0, overtaken: new Map() }
}

export function pass(office: Office, milliseconds: number): void {
  office.time.wall += milliseconds
  office.time.timer += milliseconds
}

/** Time goes on in the office, and its counters close with their day. */
export function letPass({ play, office }: { play: Play; office: Office }, milliseconds: number): void {
  pass(office, milliseconds)
  turnDay(play.world, dayInVietnam(office.now()))
}

export function reached(play: Play, what: string, happened = true): void {
  if (happened) play.seen.set(what, (play.seen.get(what) ?? 0) + 1)
}

export function seatOf(office: Office, desk: number, officer: string): Seat {
  const now = office.now()
  return { desk, officer, day: dayInVietnam(now), now }
}

interface Expected {
  status: number
  code?: string
}

/** Sends a change under a key of its own and holds the answer against what the oracle expects. */
export async function send(
  { play, office }: { play: Play; office: Office },
  who: Person,
  asked: Omit<Asked, 'key'>,
  expected: Expected
): Promise<Answer> {
  play.keys += 1
  const request = { ...asked, key: `r${play.run}-${play.keys}` }
  const answer = await office.ask(who, request)
  const got = { status: answer.status, ...(answer.status >= 400 ? { code: answer.body?.code } : {}) }
  assert.deepEqual(got, expected, `${asked.method} ${asked.url} ${JSON.stringify(asked.body)} as ${who.name}`)
  reached(play, `answer ${expected.code ?? expected.status}`)
  if (answer.status >= 300) return answer
  play.last = { who, asked: request, answer }
  if (/^\/(counters|tickets)\/|\/tickets$|\/check-in$/.test(asked.url))
    reached(
      play,
      'left at a counter when the day ended',
      endLeftOvers(play.world, dayInVietnam(office.now())) > 0
    )
  return answer
}

/** Holds a ticket as it was answered against the oracle's slip. */
export function sameTicket(office: Office, { world }: Play, body: Record<string, unknown>, slip: Slip): void {
  const service = office.services[slip.service]
  const isThere = slip.status === 'called' || slip.status === 'serving'
  const expected = {
    id: slip.id,
    number: slip.number,
    status: slip.status,
    serviceId: service?.id,
    serviceName: service?.name,
    issuedAt: slip.issuedAt,
    waitingSince: waitsSince(slip),
    waitingAhead: slip.status === 'waiting' ? aheadOf(world, slip) : 0,
    forCounterId: slip.forCounter === undefined ? null : office.counters[slip.forCounter]?.id,
    absences: slip.absences,
    note: slip.note,
    ...(isThere ? thereOf(office, slip) : {}),
    ...(slip.status === 'waiting' ? { counterId: null, counterNumber: null, calledAt: null, calls: 0 } : {})
  }
  const got = Object.fromEntries(Object.keys(expected).map((name) => [name, body[name]]))
  assert.deepEqual(got, expected)
  const { estimate } = body as { estimate: { lowMinutes: number; highMinutes: number } | null }
  if (estimate) assert.ok(estimate.lowMinutes >= 0 && estimate.highMinutes > estimate.lowMinutes)
}

function thereOf(office: Office, slip: Slip) {
  const counter = office.counters[slip.counter ?? -1]
  return {
    counterId: counter?.id,
    counterNumber: counter?.number,
    calledAt: slip.calledAt,
    calls: slip.calls,
    servingAt: slip.servingAt ?? null
  }
}

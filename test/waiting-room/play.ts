import assert from 'node:assert/strict'
import { dayInVietnam } from '../../server/regulation/day.ts'
import type { Answer } from '../support/app.ts'
import type { Asked, Office, Person } from './office.ts'
import {
  aheadOf,
  atDesk,
  lineFor,
  newWorld,
  type Rules,
  reachable,
  roleOf,
  type Seat,
  type Slip,
  today,
  type World
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

export const USUAL_RULES: Rules = {
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
    await trx.updateTable('counter').set({ state: 'closed', officerId: null, pauseReason: null }).execute()
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
  const got = { status: answer.status, ...(answer.body?.code ? { code: answer.body.code } : {}) }
  assert.deepEqual(got, expected, `${asked.method} ${asked.url} ${JSON.stringify(asked.body)} as ${who.name}`)
  reached(play, `answer ${expected.code ?? expected.status}`)
  if (answer.status < 300) play.last = { who, asked: request, answer }
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
    waitingSince: slip.waitingSince,
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

/** Everybody whom the server keeps, against everybody whom the oracle knows: nobody is lost, nobody is in two places. */
export async function compare(play: Play, office: Office): Promise<void> {
  const { world } = play
  const days = [...new Set(world.slips.map(({ day }) => day))]
  if (days.length === 0) return
  const rows = await office.database.db
    .selectFrom('ticket')
    .selectAll()
    .where('officeId', '=', office.officeId)
    .where('day', 'in', days)
    .execute()
  const idAt = (index: number | undefined) =>
    index === undefined ? null : (office.counters[index]?.id ?? null)
  const got = rows
    .map((row) => {
      const isThere = row.status === 'called' || row.status === 'serving'
      return {
        id: row.id,
        day: row.day,
        number: row.number,
        status: row.status,
        serviceId: row.serviceId,
        goesFirst: row.goesFirst,
        turnAt: row.turnAt,
        waitingSince: row.waitingSince,
        back: row.status === 'waiting' && row.comesBack === 1,
        forCounterId: row.forCounterId,
        forOfficerId: row.forOfficerId,
        absences: row.absences,
        returnsAfter: row.returnsAfter,
        there: isThere ? [row.counterId, row.officerId, row.firstCalledAt, row.calledAt, row.servingAt] : null
      }
    })
    .sort(byId)
  const expected = world.slips
    .map((slip) => {
      const isThere = slip.status === 'called' || slip.status === 'serving'
      const at = [slip.counter, slip.officer, slip.firstCalledAt, slip.calledAt, slip.servingAt]
      const [counter, officer, first, last, serving] = at as [
        number,
        string,
        string,
        string,
        string | undefined
      ]
      return {
        id: slip.id,
        day: slip.day,
        number: slip.number,
        status: slip.status,
        serviceId: office.services[slip.service]?.id,
        goesFirst: slip.first ? 1 : 0,
        turnAt: slip.issuedAt,
        waitingSince: slip.waitingSince,
        back: slip.status === 'waiting' && slip.back,
        forCounterId: idAt(slip.forCounter),
        forOfficerId: slip.forOfficer ?? null,
        absences: slip.absences,
        returnsAfter: slip.returnsAt ?? null,
        there: isThere ? [idAt(counter), officer, first, last, serving ?? null] : null
      }
    })
    .sort(byId)
  assert.deepEqual(got, expected)
  assertOnePersonEach(rows)
}

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)

function assertOnePersonEach(
  rows: { day: string; status: string; counterId: string | null; number: string }[]
) {
  const there = rows.filter(({ status }) => status === 'called' || status === 'serving')
  const places = there.map(({ day, counterId }) => `${day} ${counterId}`)
  assert.equal(new Set(places).size, places.length, 'two people at one counter')
  const bySeries = Map.groupBy(rows, ({ day, number }) => `${day} ${number.slice(0, 1)}`)
  for (const series of bySeries.values()) {
    const ordinals = series.map(({ number }) => Number(number.slice(1))).sort((one, other) => one - other)
    assert.deepEqual(
      ordinals,
      ordinals.map((_, index) => index + 1),
      'a gap or a double'
    )
  }
}

/** Times of each visit, apart. */
export async function compareVisits(play: Play, office: Office): Promise<void> {
  const days = [...new Set(play.world.slips.map(({ day }) => day))]
  if (days.length === 0) return
  const rows = await office.database.db
    .selectFrom('counterVisit')
    .selectAll()
    .where('officeId', '=', office.officeId)
    .where('day', 'in', days)
    .execute()
  const key = (visit: object) => JSON.stringify(visit)
  const got = rows.map((row) => {
    const { ticketId, day, number, waitingSince, calledAt, servingAt, endedAt, outcome, calls } = row
    assert.ok(waitingSince <= calledAt && calledAt <= (servingAt ?? calledAt), 'a negative wait')
    assert.ok((servingAt ?? calledAt) <= endedAt, 'a negative service')
    const { skippedOver, skipReason } = row
    const where = [row.serviceId, row.counterId, row.officerId]
    return {
      ticketId,
      day,
      number,
      waitingSince,
      calledAt,
      servingAt,
      endedAt,
      outcome,
      calls,
      skippedOver,
      skipReason,
      where
    }
  })
  const expected = play.world.visits.map(({ service, counter, officer, ...visit }) => ({
    ticketId: visit.ticketId,
    day: visit.day,
    number: visit.number,
    waitingSince: visit.waitingSince,
    calledAt: visit.calledAt,
    servingAt: visit.servingAt,
    endedAt: visit.endedAt,
    outcome: visit.outcome,
    calls: visit.calls,
    skippedOver: visit.skippedOver,
    skipReason: visit.skipReason,
    where: [office.services[service]?.id, office.counters[counter]?.id, officer]
  }))
  assert.deepEqual(got.map(key).sort(), expected.map(key).sort())
}

/** The snapshot of the hall as everybody sees it. */
export async function lookAtHall(play: Play, office: Office): Promise<void> {
  const { world } = play
  const { status, body } = await office.ask(office.people[0] as Person, {
    method: 'GET',
    url: `/offices/${office.officeId}/queue`
  })
  assert.equal(status, 200)
  const now = office.now()
  const slips = today(world, dayInVietnam(now))
  const ids = (wanted: Slip['status']) => slips.filter((slip) => slip.status === wanted).map(({ id }) => id)
  const told = (list: { id: string }[]) => list.map(({ id }) => id).sort()
  assert.equal(body.now, now)
  for (const wanted of ['called', 'serving', 'parked', 'absent'] as const) {
    assert.deepEqual(told(body[wanted]), ids(wanted).sort(), wanted)
  }
  const turns = (list: Slip[]) =>
    list
      .toSorted(
        (one, other) =>
          one.issuedAt.localeCompare(other.issuedAt) ||
          one.ordinal - other.ordinal ||
          (one.letter < other.letter ? -1 : 1)
      )
      .map(({ number }) => number)
  assert.deepEqual(
    body.waiting.map(({ number }: { number: string }) => number),
    turns(slips.filter((slip) => slip.status === 'waiting'))
  )
  assert.deepEqual(
    body.absent
      .filter(({ returns }: { returns: boolean }) => returns)
      .map(({ id }: { id: string }) => id)
      .sort(),
    slips
      .filter((slip) => slip.status === 'absent' && slip.returnsAt !== undefined)
      .map(({ id }) => id)
      .sort()
  )
  const isThere = world.desks.some(({ state }) => state !== 'closed')
  world.letters.forEach((letter, service) => {
    const { waiting, openCounters, closedText } = body.services.find(
      (one: { letter: string }) => one.letter === letter
    )
    const open = world.desks.filter(
      ({ state, serves }) => state === 'open' && (serves === undefined || serves.get(service) === 'serves')
    )
    const reaches = world.desks.some(
      ({ state }, desk) => state !== 'closed' && roleOf(world, desk, service) !== undefined
    )
    const given = slips.filter((slip) => slip.letter === letter).length
    const isFull = given >= (world.most[service] ?? Number.POSITIVE_INFINITY)
    assert.deepEqual(
      { letter, waiting, openCounters, isClosed: closedText !== null },
      {
        letter,
        waiting: slips.filter((slip) => slip.status === 'waiting' && slip.service === service).length,
        openCounters: open.length,
        isClosed: isFull || (isThere && !reaches)
      }
    )
    if (isThere && !reaches) reached(play, 'a service that no counter serves')
  })
  world.desks.forEach((desk, index) => {
    const counter = body.counters.find(({ id }: { id: string }) => id === office.counters[index]?.id)
    const officer = office.people.find(({ id }) => id === desk.officer)
    const { number = null } = atDesk(world, dayInVietnam(now), index) ?? {}
    const { state, officerName, ticketNumber } = counter
    assert.deepEqual(
      { state, officerName, ticketNumber },
      { state: desk.state, officerName: officer?.name ?? null, ticketNumber: number }
    )
  })
}

/** Whom a counter is told to call next, and why. */
export async function lookAtLine(
  play: Play,
  office: Office,
  { who, desk }: { who: Person; desk: number }
): Promise<void> {
  const url = `/counters/${office.counters[desk]?.id}/line`
  const { status, body } = await office.ask(who, { method: 'GET', url })
  assert.equal(status, 200)
  const seat = seatOf(office, desk, who.id)
  const expected = lineFor(play.world, seat, 12).map(({ slip, why }) => `${slip.number} ${why}`)
  const got = body.next.map(({ number, why }: { number: string; why: string }) => `${number} ${why}`)
  assert.deepEqual(got, expected)
  assert.equal(body.waiting, reachable(play.world, seat, { role: 'serves' }).length)
}

/**
 * Nobody starves: counts who was called at a counter while somebody waited whom it serves, and holds it against what the
 * rule of the office allows. It looks at what was called, not at what the oracle would have called.
 */
export function assertFair(play: Play, seat: Seat, called: Slip, how: 'next' | 'chosen'): void {
  const { world } = play
  const plain = (slip: Slip) => !slip.back && slip.forCounter === undefined && slip.forOfficer === undefined
  const serves = (slip: Slip) => roleOf(world, seat.desk, slip.service) === 'serves'
  const isTurn = how === 'next' && plain(called) && serves(called)
  const { priorityMode, ordinaryPerPriority, mostOrdinaryWait } = world.rules
  for (const slip of today(world, seat.day)) {
    const key = `${slip.id} ${seat.desk}`
    const isLong = Date.parse(seat.now) - Date.parse(slip.issuedAt) > mostOrdinaryWait * 60_000
    const waits = slip !== called && slip.status === 'waiting' && plain(slip) && serves(slip)
    if (!waits || (priorityMode === 'strict' && !slip.first && !isLong)) {
      play.overtaken.delete(key)
      continue
    }
    const count = play.overtaken.get(key) ?? { ordinary: 0, priority: 0, byOrdinary: 0, byPriority: 0 }
    play.overtaken.set(key, count)
    if (called.first) count.priority += 1
    else count.ordinary += 1
    const isLater = called.issuedAt > slip.issuedAt
    if (isTurn && isLater && called.first) count.byPriority += 1
    if (isTurn && !called.first) count.byOrdinary += 1
    const { ordinary, priority, byOrdinary, byPriority } = count
    const most =
      priorityMode === 'strict'
        ? { byOrdinary: priority + 1, byPriority: ordinary + 1 }
        : {
            byOrdinary: ordinaryPerPriority * (priority + 1),
            byPriority: 1 + Math.floor(ordinary / ordinaryPerPriority)
          }
    const isFair = slip.first ? byOrdinary <= most.byOrdinary : byPriority <= most.byPriority
    assert.ok(
      isFair,
      `${slip.number} waits while ${called.number} is called: ${JSON.stringify({ ...count, most })}`
    )
    // Somebody of the same kind who came later is never called first.
    assert.ok(!(isTurn && isLater && called.first === slip.first), `${called.number} before ${slip.number}`)
  }
}

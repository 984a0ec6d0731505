import assert from 'node:assert/strict'
import { dayInVietnam } from '../../server/regulation/day.ts'
import type { Office, Person } from './office.ts'
import { atDesk, lineFor, reachable, roleOf, type Slip, today, waitsSince } from './oracle.ts'
import { type Play, reached, seatOf } from './play.ts'

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
        notBefore: row.notBefore,
        waitingSince: row.waitingSince,
        back: row.status === 'waiting' && row.comesBack === 1,
        forCounterId: row.forCounterId,
        forOfficerId: row.forOfficerId,
        absences: row.absences,
        returnsAfter: row.returnsAfter,
        returnsAfterThere: row.returnsAfterThere,
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
        turnAt: slip.turnAt,
        notBefore: slip.notBefore ?? null,
        waitingSince: slip.waitingSince,
        back: slip.status === 'waiting' && slip.back,
        forCounterId: idAt(slip.forCounter),
        forOfficerId: slip.forOfficer ?? null,
        absences: slip.absences,
        returnsAfter: slip.returnsAt ?? null,
        returnsAfterThere: slip.returnsThere ?? null,
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
          one.turnAt.localeCompare(other.turnAt) ||
          one.ordinal - other.ordinal ||
          (one.letter < other.letter ? -1 : 1)
      )
      .map(({ number }) => number)
  assert.deepEqual(
    body.waiting.map(({ number }: { number: string }) => number),
    turns(slips.filter((slip) => slip.status === 'waiting'))
  )
  for (const { id, waitingSince } of body.waiting)
    assert.equal(waitingSince, waitsSince(slips.find((slip) => slip.id === id) as Slip))
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
      ({ state }, desk) => state === 'open' && roleOf(world, desk, service) === 'serves'
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
  const own = reachable(play.world, seat, { role: 'serves' })
  assert.equal(body.waiting, own.length)
  assert.equal(body.longestSince, own.map(waitsSince).toSorted()[0] ?? null)
  for (const { id, waitingSince } of body.next)
    assert.equal(waitingSince, waitsSince(play.world.slips.find((slip) => slip.id === id) as Slip))
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../server/audit/service.ts'
import { databases } from '../support/databases.ts'
import { type Book, type BookedVisit, DUTIES, playMorning } from './morning.ts'
import { type Office, openOffice, type Person } from './office.ts'

const PEOPLE = 500
const OPENS = Date.parse('2026-11-26T00:30:00.000Z')
const DAY = '2026-11-26'

/** The one that is always played; a nightly run takes others. */
const SEED = Number(process.env.WAITING_ROOM_SEED ?? 20_261_126)

/** Mornings in a row, of which the earlier ones teach how fast people are served. */
const MORNINGS = Number(process.env.WAITING_ROOM_MORNINGS ?? 1)

describe.each(databases)('a morning of 500 tickets at 10 counters, on $name', ({ open }) => {
  let office: Office
  let officers: Person[]
  let counters: { id: string; number: number }[]
  let book: Book
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever came
  let history: any
  beforeAll(async () => {
    office = await openOffice(open)
    const administrator = office.people[3] as Person
    const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, body?: object) =>
      (await office.ask(administrator, { method, url, body })).body
    const service = await ask('POST', `/offices/${office.officeId}/services`, {
      letter: 'M',
      name: 'Nông nghiệp'
    })
    office.services.push(service)
    counters = office.counters.slice(0, 5)
    for (let number = 6; number <= 10; number += 1) {
      counters.push(
        await ask('POST', `/offices/${office.officeId}/counters`, { number: 20 + number, name: 'Quầy' })
      )
    }
    for (const [index, { serves, helps }] of DUTIES.entries()) {
      const named = (list: readonly number[], isHelping: boolean) =>
        list.map((one) => ({ serviceId: office.services[one]?.id, helps: isHelping }))
      const services = [...named(serves, false), ...named(helps, true)]
      await ask('PUT', `/hall/counters/${counters[index]?.id}/services`, { services })
    }
    officers = await office.moreOfficers(10)
    for (let earlier = MORNINGS - 1; earlier >= 0; earlier -= 1) {
      const from = OPENS - earlier * 86_400_000
      office.time.timer += from - office.time.wall
      office.time.wall = from
      book = await playMorning({ office, officers, counters, from, people: PEOPLE, seed: SEED + earlier })
    }
    history = await ask('GET', `/supervision/hall/history?from=${DAY}&to=${DAY}`)
  }, 600_000)
  afterAll(() => office.close())

  it('serves everybody who stayed, once, and nobody who did not', async () => {
    const states = Map.groupBy(book.visitors, ({ state }) => state)
    expect([...states.keys()].toSorted()).toEqual(['cancelled', 'gone', 'served'])
    const finished = book.visits.filter(({ outcome }) => outcome === 'finished').map(({ number }) => number)
    expect(finished.toSorted()).toEqual(
      states
        .get('served')
        ?.map(({ number }) => number)
        .toSorted()
    )
    const rows = await office.database.db
      .selectFrom('ticket')
      .select(['number', 'status'])
      .where('officeId', '=', office.officeId)
      .where('day', '=', DAY)
      .execute()
    expect(rows).toHaveLength(PEOPLE)
    expect(
      rows
        .filter(({ status }) => status === 'finished')
        .map(({ number }) => number)
        .toSorted()
    ).toEqual(finished.toSorted())
    expect(rows.filter(({ status }) => !['finished', 'cancelled', 'absent'].includes(status))).toEqual([])
    for (const outcome of ['absent', 'parked', 'transferred'] as const) {
      expect(book.visits.some((visit) => visit.outcome === outcome)).toBe(true)
    }
    expect(book.helped).toBeGreaterThan(5)
  })

  it('keeps each visit as the book has it', async () => {
    const rows = await office.database.db
      .selectFrom('counterVisit')
      .selectAll()
      .where('officeId', '=', office.officeId)
      .where('day', '=', DAY)
      .execute()
    const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString())
    const got = rows.map((row) =>
      [row.number, row.serviceId, row.counterId, row.officerId, row.waitingSince, row.calledAt, row.servingAt]
        .concat(row.endedAt, row.outcome, String(row.calls), row.skipReason, String(row.skippedOver > 0))
        .join(' ')
    )
    const expected = book.visits.map((visit) =>
      [
        visit.number,
        office.services[visit.service]?.id,
        counters[visit.counter]?.id,
        officers[visit.counter]?.id
      ]
        .concat(instant(visit.waitingSince) ?? '', instant(visit.calledAt) ?? '')
        .concat(
          instant(visit.servingAt) as string,
          instant(visit.endedAt) ?? '',
          visit.outcome,
          String(visit.calls)
        )
        .concat(visit.skipReason as string, String(visit.skipReason !== null))
        .join(' ')
    )
    expect(got.toSorted()).toEqual(expected.toSorted())
  })

  it('reports what the book says: in all, by service, counter, officer and hour', () => {
    expect(history.all).toEqual({ ...figuresOf(book.visits), ...endsOf(book.visitors) })
    expect(history.all.taken).toBe(PEOPLE)
    const byService = Map.groupBy(book.visits, ({ service }) => office.services[service]?.id)
    for (const { serviceId, serviceName: _, ...figures } of history.services) {
      // Whoever was sent on belongs to the service that he came for in the end.
      const took = book.visitors.filter(({ service }) => office.services[service]?.id === serviceId)
      expect(figures).toEqual({ ...figuresOf(byService.get(serviceId) ?? []), ...endsOf(took) })
    }
    expect(history.counters).toHaveLength(10)
    for (const { counterId, counterNumber: _, ...figures } of history.counters) {
      const visits = book.visits.filter(({ counter }) => counters[counter]?.id === counterId)
      expect(figures).toEqual({ ...figuresOf(visits), ...NO_ENDS })
    }
    for (const { officerId, officerName: _, ...figures } of history.officers) {
      const visits = book.visits.filter(({ counter }) => officers[counter]?.id === officerId)
      expect(figures).toEqual({ ...figuresOf(visits), ...NO_ENDS })
    }
    for (const { hour, ...figures } of history.hours) {
      const inHour = (at: number) => new Date(at + 7 * 3_600_000).getUTCHours() === hour
      const took = book.visitors.filter(({ comesAt }) => inHour(comesAt))
      const visits = book.visits.filter(({ waitingSince }) => inHour(waitingSince))
      expect(figures).toEqual({ ...figuresOf(visits), ...endsOf(took) })
    }
  })

  it('says the same of this moment', async () => {
    const supervisor = office.people[2] as Person
    const { body } = await office.ask(supervisor, { method: 'GET', url: '/supervision/hall' })
    expect(body.today).toEqual(history.all)
    expect(body.waiting).toBe(0)
    const skipped = book.visits
      .filter(({ skipReason }) => skipReason !== null)
      .toSorted((one, other) => other.calledAt - one.calledAt)
    expect(skipped.length).toBeGreaterThan(body.skips.length)
    const shown = body.skips.map(({ number }: { number: string }) => number)
    expect(shown).toEqual(skipped.slice(0, 5).map(({ number }) => number))
    const { body: report } = await office.ask(supervisor, {
      method: 'GET',
      url: `/reports/waiting?from=${DAY}&to=${DAY}&format=json`
    })
    expect(report.all).toEqual(history.all)
  })

  it('scores its own ranges as the book does', () => {
    // To be called at once is no forecast.
    const foretold = book.estimates.filter(({ highMinutes, waited }) => highMinutes > 1 || waited > 1)
    const verdicts = foretold.map(({ lowMinutes, highMinutes, waited }) =>
      waited < lowMinutes ? 'below' : waited > highMinutes ? 'above' : 'within'
    )
    const count = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length
    expect(history.score).toMatchObject({
      made: verdicts.length,
      within: count('within'),
      below: count('below'),
      above: count('above')
    })
    if (process.env.WAITING_ROOM_STATISTICS) {
      const { all, score } = history
      const some = foretold.filter((_, index) => index % 25 === 0)
      process.stdout.write(`${JSON.stringify({ all, score, helped: book.helped, some, end: book.end })}\n`)
    }
  })

  it('leaves a chain that verifies', async () => {
    expect(await verifyChain(office.database.db, office.officeId)).toMatchObject({ intact: true })
  })
})

/** What became of those who took a number; nobody waits any more. */
function endsOf(visitors: Book['visitors']) {
  const count = (wanted: string) => visitors.filter(({ state }) => state === wanted).length
  const [withdrawn, missed] = [count('cancelled'), count('gone')]
  return { taken: visitors.length, abandoned: 0, withdrawn, missed, present: 0 }
}

const NO_ENDS = { taken: null, abandoned: null, withdrawn: null, missed: null, present: null }

/** The figures of some visits, worked out anew. */
function figuresOf(visits: readonly BookedVisit[]) {
  const count = (outcome: BookedVisit['outcome']) =>
    visits.filter((visit) => visit.outcome === outcome).length
  const came = visits.filter(({ outcome }) => outcome !== 'absent')
  const begun = came.filter(({ servingAt }) => servingAt !== null)
  return {
    visits: visits.length,
    served: count('finished'),
    noShows: count('absent'),
    parked: count('parked'),
    transferred: count('transferred'),
    cancelled: 0,
    unfinished: 0,
    skipped: visits.filter(({ skipReason }) => skipReason !== null).length,
    waiting: spreadOf(came.map(({ waitingSince, calledAt }) => calledAt - waitingSince)),
    walking: spreadOf(begun.map(({ calledAt, servingAt }) => (servingAt ?? 0) - calledAt)),
    serving: spreadOf(begun.map(({ servingAt, endedAt }) => endedAt - (servingAt ?? 0)))
  }
}

function spreadOf(milliseconds: readonly number[]) {
  const seconds = milliseconds.map((one) => Math.round(one / 1000)).toSorted((one, other) => one - other)
  const count = seconds.length
  const at = (percent: number) => seconds[Math.ceil((count * percent) / 100) - 1] ?? null
  return { count, p50: at(50), p90: at(90) }
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../support/databases.ts'
import { type Office, openOffice, type Person } from './office.ts'
import { pass } from './play.ts'

const MINUTE = 60_000
const NIGHT = 15 * 60 * MINUTE

/** Officers who go home without closing their counters, and what the next day makes of it. */
describe.each(databases)('a counter that nobody has closed, on $name', ({ open }) => {
  let office: Office
  let linh: Person
  let dat: Person
  let supervisor: Person
  beforeEach(async () => {
    office = await openOffice(open)
    ;[linh, dat, supervisor] = office.people as [Person, Person, Person]
  })
  afterEach(() => office.close())

  const post = (who: Person, url: string, body?: object) => office.ask(who, { method: 'POST', url, body })
  const get = async (url: string, who = supervisor) => (await office.ask(who, { method: 'GET', url })).body
  const at = (desk: number) => `/counters/${office.counters[desk]?.id}`
  const queue = () => get(`/offices/${office.officeId}/queue`)
  const issue = async (who: Person) => {
    const body = { serviceId: office.services[0]?.id }
    return (await post(who, `/offices/${office.officeId}/tickets`, body)).body
  }
  const states = async () => (await queue()).counters.slice(0, 3).map(({ state }: { state: string }) => state)
  const visits = () => office.database.db.selectFrom('counterVisit').selectAll().execute()
  const events = async (name: string) =>
    (
      await office.database.db
        .selectFrom('event')
        .selectAll()
        .where('name', '=', name)
        .orderBy('seq')
        .execute()
    ).map(({ data, by }) => ({ data: JSON.parse(data), by: JSON.parse(by) }))

  /** Counter 1 serves, counter 2 has called, counter 3 pauses, one was put aside and one waits. */
  const evening = async () => {
    const people = []
    for (let count = 0; count < 4; count += 1) people.push(await issue(linh))
    const [served, called] = people
    await post(linh, `${at(0)}/calls`)
    pass(office, MINUTE)
    await post(linh, `/tickets/${served.id}/serve`)
    await post(dat, `${at(1)}/calls`)
    await post(supervisor, `${at(2)}/calls`)
    await post(supervisor, `/tickets/${people[2].id}/park`)
    await post(supervisor, `${at(2)}/pause`, { reason: 'nghỉ giải lao' })
    expect(await states()).toEqual(['open', 'open', 'paused'])
    pass(office, NIGHT)
    return { served, called }
  }

  it('A-06 is closed to everybody who looks before anything is done on the new day', async () => {
    await evening()
    const { counters, services, ...lists } = await queue()
    for (const counter of counters)
      expect(counter).toMatchObject({
        state: 'closed',
        officerId: null,
        officerName: null,
        ticketNumber: null
      })
    for (const service of services) expect(service).toMatchObject({ openCounters: 0, estimate: null })
    for (const list of ['waiting', 'called', 'serving', 'parked', 'absent']) expect(lists[list]).toEqual([])
    const described = await get(`/offices/${office.officeId}`)
    for (const { open: isOpen, state } of described.counters)
      expect([isOpen, state]).toEqual([false, 'closed'])
    const hall = await get('/supervision/hall')
    for (const counter of hall.counters)
      expect(counter).toMatchObject({ state: 'closed', officerName: null, ticket: null })
    expect(await get(`${at(0)}/line`, linh)).toMatchObject({ waiting: 0, next: [], parked: [] })
    expect(await events('counter.closed')).toEqual([])
  })

  it.each([
    ['a number at a kiosk', () => issue(office.kiosk)],
    ['the opening of a counter', () => post(dat, `${at(3)}/open`)],
    ['the closing of a counter', () => post(dat, `${at(3)}/close`)]
  ])('A-06 is closed, and told so, by the first thing of the day, once: %s', async (_, first) => {
    const { served, called } = await evening()
    await first()
    const closed = await events('counter.closed')
    expect(closed.map(({ data }) => [data.number, data.state, data.dayOver])).toEqual([
      [1, 'closed', true],
      [2, 'closed', true],
      [3, 'closed', true]
    ])
    expect((await events('ticket.unfinished')).map(({ data }) => [data.number, data.status])).toEqual([
      ['A001', 'unfinished'],
      ['A002', 'unfinished']
    ])
    const kept = (await visits()).filter(({ outcome }) => outcome === 'unfinished')
    expect(kept.map(({ ticketId }) => ticketId).sort()).toEqual([served.id, called.id].sort())
    for (const visit of kept)
      expect(visit).toMatchObject({ day: '2026-11-23', endedAt: '2026-11-23T17:00:00.000Z' })
    await issue(office.kiosk)
    await post(dat, `${at(3)}/open`)
    expect(await events('counter.closed')).toHaveLength(3)
    expect(await visits()).toHaveLength(3)
  })

  it('does not keep its officer, another officer or the next person from it', async () => {
    await evening()
    const next = await issue(office.kiosk)
    expect(next.number).toBe('A001')
    expect((await post(dat, `${at(0)}/calls`)).body).toMatchObject({ id: next.id, status: 'called' })
    expect((await post(linh, `${at(1)}/open`)).body).toMatchObject({ state: 'open' })
    expect(await states()).toEqual(['open', 'open', 'closed'])
  })

  it('leaves the pace and the length of services as they were: nobody knows how long it took', async () => {
    const { served } = await evening()
    await issue(office.kiosk)
    const paces = await office.database.db.selectFrom('servicePace').select(['day', 'count']).execute()
    expect(paces.reduce((sum, { count }) => sum + count, 0)).toBe(0)
    const history = await get('/supervision/hall/history?from=2026-11-23&to=2026-11-23')
    expect(history.all).toMatchObject({
      visits: 3,
      served: 0,
      noShows: 0,
      unfinished: 2,
      serving: { count: 0 }
    })
    expect((await get(`/tickets/${served.id}`, linh)).status).toBe('unfinished')
    expect(await post(linh, `/tickets/${served.id}/finish`)).toMatchObject({
      status: 409,
      body: { code: 'MOVE_NOT_ALLOWED', detail: expect.stringContaining('ngày đã qua') }
    })
  })

  it('opened under an older version, which did not keep the day, is closed as well', async () => {
    await post(linh, `${at(0)}/open`)
    await office.database.db
      .transaction()
      .execute(async (trx) => trx.updateTable('counter').set({ openUntil: null }).execute())
    expect(await states()).toEqual(['closed', 'closed', 'closed'])
    await issue(office.kiosk)
    expect(await events('counter.closed')).toHaveLength(1)
    expect((await post(dat, `${at(0)}/open`)).status).toBe(200)
  })
})

describe.each(databases)('A-24 one counter for each officer, on $name', ({ open }) => {
  let office: Office
  let linh: Person
  let dat: Person
  beforeEach(async () => {
    office = await openOffice(open)
    ;[linh, dat] = office.people as [Person, Person]
  })
  afterEach(() => office.close())

  const post = (who: Person, desk: number, what: string, body?: object) =>
    office.ask(who, { method: 'POST', url: `/counters/${office.counters[desk]?.id}/${what}`, body })
  const officers = async () =>
    (await office.ask(linh, { method: 'GET', url: `/offices/${office.officeId}/queue` })).body.counters.map(
      ({ officerName }: { officerName: string | null }) => officerName
    )
  const issue = () =>
    office.ask(office.kiosk, {
      method: 'POST',
      url: `/offices/${office.officeId}/tickets`,
      body: { serviceId: office.services[0]?.id }
    })

  it('opening another one closes the one before, by hand or by calling there', async () => {
    await post(linh, 0, 'open')
    await post(linh, 1, 'open')
    expect((await officers()).slice(0, 3)).toEqual([null, linh.name, null])
    await post(linh, 1, 'pause', { reason: 'nghỉ giải lao' })
    await issue()
    await post(linh, 2, 'calls')
    expect((await officers()).slice(0, 3)).toEqual([null, null, linh.name])
  })

  it('whoever is served keeps his officer there', async () => {
    await issue()
    await issue()
    await post(linh, 0, 'calls')
    for (const what of ['open', 'calls']) {
      expect(await post(linh, 1, what)).toMatchObject({
        status: 409,
        body: { code: 'SEAT_BUSY', detail: expect.stringMatching(/số A001 ở quầy 1/) }
      })
    }
    expect((await officers()).slice(0, 2)).toEqual([linh.name, null])
  })

  it('a call that finds nobody leaves the officer where he was', async () => {
    await post(linh, 0, 'open')
    expect((await post(linh, 1, 'calls')).body.code).toBe('NO_TICKET_WAITING')
    expect((await officers()).slice(0, 2)).toEqual([linh.name, null])
  })

  it('another officer’s is taken over only when that is said, and who sits there is named', async () => {
    await post(linh, 0, 'open')
    await post(dat, 1, 'open')
    expect(await post(dat, 0, 'open')).toMatchObject({
      status: 409,
      body: { code: 'COUNTER_TAKEN', detail: expect.stringContaining(linh.name) }
    })
    expect((await officers()).slice(0, 2)).toEqual([linh.name, dat.name])
    expect((await post(dat, 0, 'open', { takeOver: true })).status).toBe(200)
    expect((await officers()).slice(0, 2)).toEqual([dat.name, null])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../server/audit/service.ts'
import type { Answer } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { type Office, openOffice, type Person } from './office.ts'

const MANY = 50
const DAY = 86_400_000

describe.each(databases)('everybody at once, on $name', ({ open }) => {
  let office: Office
  /** An officer for each counter, so that nobody is refused another's seat. */
  let officers: Person[]
  /** None of them gives more numbers in a minute than people can take. */
  let kiosks: Person[]
  let given = 0
  let counters: string[]
  beforeAll(async () => {
    office = await openOffice(open)
    officers = []
    const administrator = office.people[3] as Person
    counters = office.counters.map(({ id }) => id)
    for (let count = counters.length; count < MANY; count += 1) {
      const body = { number: 50 + count, name: `Quầy ${count}` }
      const url = `/offices/${office.officeId}/counters`
      counters.push((await office.ask(administrator, { method: 'POST', url, body })).body.id)
    }
    officers = await office.moreOfficers(MANY)
    kiosks = await office.moreKiosks(MANY)
  }, 120_000)
  afterAll(() => office.close())

  /** Each test plays on a day of its own. */
  const nextDay = async () => {
    office.time.wall += DAY
    await office.database.db.transaction().execute(async (trx) => {
      await trx
        .updateTable('counter')
        .set({ state: 'closed', officerId: null, pauseReason: null, openUntil: null })
        .execute()
    })
  }
  const issue = (service = 0, body: object = {}) => {
    given += 1
    return issueAt(given % MANY, service, body)
  }
  const issueAt = (kiosk: number, service: number, body: object = {}) =>
    office.ask(kiosks[kiosk] as Person, {
      method: 'POST',
      url: `/offices/${office.officeId}/tickets`,
      body: { serviceId: office.services[service]?.id, ...body }
    })
  const call = (index: number, body?: object) =>
    office.ask(officers[index] as Person, { method: 'POST', url: `/counters/${counters[index]}/calls`, body })
  const move = (index: number, id: string, what: string, body?: object) =>
    office.ask(officers[index] as Person, { method: 'POST', url: `/tickets/${id}/${what}`, body })
  const statuses = (answers: Answer[]) => answers.map(({ status }) => status).sort()
  const rows = () =>
    office.database.db
      .selectFrom('ticket')
      .selectAll()
      .where('officeId', '=', office.officeId)
      .where('issuedAt', '>=', new Date(office.time.wall - DAY / 2).toISOString())
      .execute()

  it.each([
    ['fewer', 20],
    ['as many', 50],
    ['more', 70]
  ])(
    'R-12 fifty counters call at once for %s tickets than there are counters',
    async (_, tickets) => {
      await nextDay()
      for (let count = 0; count < tickets; count += 1) {
        expect((await issue(count % 5, count % 7 === 0 ? { priorityGroup: 'elderly' } : {})).status).toBe(201)
      }
      const answers = await Promise.all(counters.map((_counter, index) => call(index)))
      const called = Math.min(tickets, MANY)
      expect(statuses(answers)).toEqual([...Array(called).fill(200), ...Array(MANY - called).fill(404)])
      const numbers = answers.filter(({ status }) => status === 200).map(({ body }) => body.number)
      expect(new Set(numbers).size).toBe(called)
      const there = (await rows()).filter(({ status }) => status === 'called')
      expect(new Set(there.map(({ counterId }) => counterId)).size).toBe(called)
      expect((await rows()).filter(({ status }) => status === 'waiting')).toHaveLength(tickets - called)

      const ended = await Promise.all(
        answers.map(({ status, body }, index) => (status === 200 ? move(index, body.id, 'finish') : body))
      )
      expect(ended.filter((answer) => answer.status === 200)).toHaveLength(called)
    },
    120_000
  )

  it('R-12 fifty counters serve two hundred people to the end, each once', async () => {
    await nextDay()
    for (let count = 0; count < 200; count += 1) await issue(count % 5)
    const served: string[] = []
    await Promise.all(
      counters.map(async (_counter, index) => {
        for (;;) {
          const { status, body } = await call(index)
          if (status !== 200) {
            expect([status, body.code]).toEqual([404, 'NO_TICKET_WAITING'])
            return
          }
          served.push(body.number)
          expect((await move(index, body.id, 'finish')).status).toBe(200)
        }
      })
    )
    expect(served).toHaveLength(200)
    expect(new Set(served).size).toBe(200)
    expect((await rows()).every(({ status }) => status === 'finished')).toBe(true)
  }, 120_000)

  it('R-03 fifty kiosks give numbers of five services at once, without a gap', async () => {
    await nextDay()
    const answers = await Promise.all(Array.from({ length: MANY }, (_, index) => issue(index % 5)))
    expect(statuses(answers)).toEqual(Array(MANY).fill(201))
    const expected = office.services
      .slice(0, 5)
      .flatMap(({ letter }) =>
        Array.from({ length: 10 }, (_, index) => `${letter}${`00${index + 1}`.slice(-3)}`)
      )
    expect(answers.map(({ body }) => body.number).sort()).toEqual(expected.sort())
  })

  it('R-12 numbers are given, called and taken back all at once', async () => {
    await nextDay()
    const issued = await Promise.all(Array.from({ length: 30 }, (_, index) => issueAt(index, index % 5)))
    const [calls, cancelled, more] = await Promise.all([
      Promise.all(Array.from({ length: 30 }, (_, index) => call(index))),
      Promise.all(
        issued.map(({ body }, index) =>
          office.ask(kiosks[index] as Person, { method: 'POST', url: `/tickets/${body.id}/cancel` })
        )
      ),
      Promise.all(Array.from({ length: 20 }, (_, index) => issue(index % 5)))
    ])
    expect(more.map(({ status }) => status)).toEqual(Array(20).fill(201))
    for (const { status } of [...calls, ...cancelled]) expect([200, 404, 409]).toContain(status)
    const all = await rows()
    expect(all).toHaveLength(50)
    const counted = Map.groupBy(all, ({ status }) => status)
    expect(
      [...counted.keys()].filter((status) => !['called', 'cancelled', 'waiting'].includes(status))
    ).toEqual([])
    expect(counted.get('called')?.length ?? 0).toBe(calls.filter(({ status }) => status === 200).length)
    expect(counted.get('cancelled')?.length ?? 0).toBe(
      cancelled.filter(({ status }) => status === 200).length
    )
  })

  it('C-04 five clicks on each of ten counters call ten tickets', async () => {
    await nextDay()
    for (let count = 0; count < 30; count += 1) await issue()
    const clicks = await Promise.all(
      Array.from({ length: 10 }, (_, index) => Array.from({ length: 5 }, () => call(index))).flat()
    )
    expect(statuses(clicks)).toEqual([...Array(10).fill(200), ...Array(40).fill(409)])
    expect((await rows()).filter(({ status }) => status === 'called')).toHaveLength(10)
  })

  const PAIRS = [
    ['transfer', 'finish', ['waiting', 'finished']],
    ['park', 'absent', ['parked', 'absent']],
    ['finish', 'absent', ['finished', 'absent']],
    ['serve', 'absent', ['absent', 'serving']],
    ['cancel', 'transfer', ['cancelled', 'waiting']]
  ] as const
  it.each(PAIRS)('R-12 %s and %s at the same time: one of them happens, once', async (one, other, ends) => {
    await nextDay()
    for (let count = 0; count < 10; count += 1) await issue()
    const people = await Promise.all(Array.from({ length: 10 }, (_, index) => call(index)))
    const bodyOf = (what: string) => (what === 'transfer' ? { counterId: counters[20] } : undefined)
    const both = await Promise.all(
      people.flatMap(({ body }, index) => [
        move(index, body.id, one, bodyOf(one)),
        move(index + 10, body.id, other, bodyOf(other))
      ])
    )
    for (const [index, { body: person }] of people.entries()) {
      const pair = both.slice(2 * index, 2 * index + 2)
      const done = pair.filter(({ status }) => status === 200)
      expect(pair.every(({ status }) => [200, 409].includes(status))).toBe(true)
      const { body: now } = await office.ask(officers[0] as Person, {
        method: 'GET',
        url: `/tickets/${person.id}`
      })
      expect(ends).toContain(now.status)
      // Only whoever was sent on may be cancelled after it.
      expect(done.length).toBe(one === 'cancel' && now.status === 'cancelled' && done.length > 1 ? 2 : 1)
      const visits = await office.database.db
        .selectFrom('counterVisit')
        .select('id')
        .where('ticketId', '=', person.id)
        .execute()
      expect(visits.length).toBeLessThanOrEqual(1)
    }
  })

  it('R-12 two officers take one counter over: one sits there afterwards, and calls there', async () => {
    await nextDay()
    await issue()
    const sit = (index: number) =>
      office.ask(officers[index] as Person, {
        method: 'POST',
        url: `/counters/${counters[0]}/open`,
        body: { takeOver: true }
      })
    expect(statuses(await Promise.all([sit(0), sit(1), sit(2)]))).toEqual([200, 200, 200])
    const calls = await Promise.all(
      [0, 1, 2].map((index) =>
        office.ask(officers[index] as Person, { method: 'POST', url: `/counters/${counters[0]}/calls` })
      )
    )
    expect(statuses(calls)).toEqual([200, 409, 409])
    const [sitting] = await office.database.db
      .selectFrom('counter')
      .select('officerId')
      .where('id', '=', counters[0] ?? '')
      .execute()
    const caller = calls.findIndex(({ status }) => status === 200)
    expect(sitting?.officerId).toBe(officers[caller]?.id)
  })

  it('R-12 two counters choose the same person: one gets him, the other is told why not', async () => {
    await nextDay()
    for (let count = 0; count < 20; count += 1) await issue()
    const waiting = (await rows()).toSorted((one, other) => one.ordinal - other.ordinal)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        call(index, { ticketId: waiting[10 + Math.floor(index / 2)]?.id, reason: 'người già yếu' })
      )
    )
    expect(statuses(answers)).toEqual([...Array(10).fill(200), ...Array(10).fill(409)])
    const there = (await rows()).filter(({ status }) => status === 'called')
    expect(new Set(there.map(({ id }) => id)).size).toBe(10)
  })

  it('leaves a chain that verifies, and no answer was a defect', async () => {
    expect(await verifyChain(office.database.db, office.officeId)).toMatchObject({ intact: true })
  })
})

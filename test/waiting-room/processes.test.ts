import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { verifyChain } from '../../server/audit/service.ts'
import { databases, type TestDatabase } from '../support/databases.ts'
import { freePort, keyFile, type ServerProcess, signInAt, startServer } from '../support/server-process.ts'

const PASSWORD = 'phòng chờ'
const OFFICERS = ['tiepnhan1', 'tiepnhan2', 'lanhdao', 'quantri'] as const

interface Sent {
  url: string
  key: string
  body?: object
}

interface Answered {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever came
  body: any
}

type Ask = Awaited<ReturnType<typeof signInAt>>['ask']

/** Sends until somebody answers, always under the same key, as a screen does whose line is cut. */
async function insist(ask: Ask, { url, key, body }: Sent): Promise<Answered> {
  for (;;) {
    try {
      const answer = await ask('POST', url, body, { 'idempotency-key': key })
      if (answer.status !== 503) return { status: answer.status, body: await answer.json() }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

async function hallAt(ask: Ask, officeId: string) {
  const { counters, services } = (await (await ask('GET', `/api/v1/offices/${officeId}`)).json()) as {
    counters: { id: string }[]
    services: { id: string }[]
  }
  return { counters: counters.map(({ id }) => id), services: services.map(({ id }) => id) }
}

describe.each(databases)('R-01 R-02 kill -9 in the middle of calls, on $name', ({ open }) => {
  const ROUNDS = 6
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.drop())

  it(`keeps each acknowledged call, and acts once for each key, in ${ROUNDS} rounds`, async () => {
    const port = await freePort()
    const parts = { databaseUrl: database.url, secretKeyFile: keyFile(), demoPassword: PASSWORD, port }
    let server = await startServer(parts)
    const people = await Promise.all(OFFICERS.map((name) => signInAt(server.address, name, PASSWORD)))
    const officeId = people[0]?.user.officeId ?? ''
    const { counters, services } = await hallAt(people[0]?.ask as Ask, officeId)
    const before = await tally(database, officeId)
    let working = true
    const acknowledged = { issued: [] as string[], called: [] as string[], ended: [] as string[] }

    const workers = people.map(async ({ ask }, index) => {
      for (let turn = 0; working; turn += 1) {
        const key = (what: string) => `${what}-${index}-${turn}`
        if (index !== 2) {
          const serviceId = services[turn % services.length]
          const url = `/api/v1/offices/${officeId}/tickets`
          const { status, body } = await insist(ask, { url, key: key('issue'), body: { serviceId } })
          expect(status).toBe(201)
          acknowledged.issued.push(body.id)
        }
        const call = await insist(ask, { url: `/api/v1/counters/${counters[index]}/calls`, key: key('call') })
        if (call.status !== 200) {
          expect([call.status, call.body.code]).toEqual([404, 'NO_TICKET_WAITING'])
          continue
        }
        acknowledged.called.push(call.body.id)
        const way = turn % 3 === 0 ? 'park' : 'finish'
        const end = await insist(ask, { url: `/api/v1/tickets/${call.body.id}/${way}`, key: key('end') })
        expect(end.status).toBe(200)
        acknowledged.ended.push(call.body.id)
      }
    })
    for (let round = 0; round < ROUNDS; round += 1) {
      const known = acknowledged.ended.length
      await expect
        .poll(() => acknowledged.ended.length, { timeout: 60_000, interval: 5 })
        .toBeGreaterThan(known)
      await new Promise((resolve) => setTimeout(resolve, (round * 37) % 120))
      await server.kill()
      server = await startServer(parts)
    }
    working = false
    await Promise.all(workers)
    await server.stop()

    const after = await tally(database, officeId)
    const since = (what: keyof typeof after) => after[what].slice(before[what].length).sort()
    expect(acknowledged.called.length).toBeGreaterThanOrEqual(ROUNDS)
    expect(since('issued')).toEqual(acknowledged.issued.sort())
    expect(since('called')).toEqual(acknowledged.called.sort())
    expect(since('visits')).toEqual(acknowledged.ended.sort())
    expect(await verifyChain(database.db, officeId)).toMatchObject({ intact: true })
  }, 300_000)
})

async function tally({ db }: TestDatabase, officeId: string) {
  const told = async (name: string) => {
    const events = await db
      .selectFrom('event')
      .select('data')
      .where('officeId', '=', officeId)
      .where('name', '=', name)
      .orderBy('seq')
      .execute()
    return events.map(({ data }) => JSON.parse(data).ticketId as string)
  }
  const visits = await db
    .selectFrom('counterVisit')
    .select('ticketId')
    .where('officeId', '=', officeId)
    .orderBy('endedAt')
    .orderBy('id')
    .execute()
  return {
    issued: await told('ticket.issued'),
    called: await told('ticket.called'),
    visits: visits.map(({ ticketId }) => ticketId)
  }
}

describe('two server processes on one PostgreSQL', () => {
  let database: TestDatabase
  let servers: ServerProcess[] = []
  beforeAll(async () => {
    expect(inject('postgresUrl')).toBeTruthy()
    const postgres = databases.find(({ name }) => name === 'PostgreSQL')
    database = (await postgres?.open()) as TestDatabase
    const parts = { databaseUrl: database.url, secretKeyFile: keyFile(), demoPassword: PASSWORD }
    servers = [await startServer(parts), await startServer(parts)]
  }, 120_000)
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    await database.drop()
  })

  it('R-03 R-12 give numbers without a gap and call each person once, whichever is asked', async () => {
    const people = await Promise.all(
      OFFICERS.map((name, index) => signInAt(servers[index % 2]?.address ?? '', name, PASSWORD))
    )
    const elsewhere = await Promise.all(
      OFFICERS.map((name, index) => signInAt(servers[(index + 1) % 2]?.address ?? '', name, PASSWORD))
    )
    const officeId = people[0]?.user.officeId ?? ''
    const { counters, services } = await hallAt(people[0]?.ask as Ask, officeId)
    const issuers = [people[0], people[1], elsewhere[0], elsewhere[1]]
    const issued = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const serviceId = services[index % services.length]
        const url = `/api/v1/offices/${officeId}/tickets`
        return (await issuers[index % 4]?.ask('POST', url, { serviceId }))?.status
      })
    )
    expect(issued).toEqual(Array(60).fill(201))

    const served: string[] = []
    await Promise.all(
      people.map(async (_person, index) => {
        for (let turn = 0; ; turn += 1) {
          const { ask } = (turn % 2 ? elsewhere : people)[index] as { ask: Ask }
          const url = `/api/v1/counters/${counters[index]}/calls`
          // A double click, of which each half goes to another server.
          const clicks = await Promise.all([
            people[index]?.ask('POST', url) as Promise<Response>,
            elsewhere[index]?.ask('POST', url) as Promise<Response>
          ])
          const won = clicks.filter(({ status }) => status === 200)
          expect(clicks.every(({ status }) => [200, 404, 409].includes(status))).toBe(true)
          expect(won.length).toBeLessThan(2)
          if (!won[0]) return
          const { id } = (await won[0].json()) as { id: string }
          served.push(id)
          expect((await ask('POST', `/api/v1/tickets/${id}/finish`)).status).toBe(200)
        }
      })
    )
    const rows = await database.db
      .selectFrom('ticket')
      .select(['id', 'status', 'number', 'letter', 'ordinal', 'day'])
      .where('officeId', '=', officeId)
      .orderBy('day', 'desc')
      .execute()
    const today = rows.filter(({ day }) => day === rows[0]?.day)
    expect(new Set(served).size).toBe(served.length)
    expect(served.length).toBeGreaterThanOrEqual(60)
    expect(today.filter(({ status }) => status === 'waiting')).toEqual([])
    for (const series of Map.groupBy(today, ({ letter }) => letter).values()) {
      const ordinals = series.map(({ ordinal }) => ordinal).sort((one, other) => one - other)
      expect(ordinals).toEqual(ordinals.map((_, index) => index + 1))
    }
    expect(await verifyChain(database.db, officeId)).toMatchObject({ intact: true })
  }, 120_000)
})

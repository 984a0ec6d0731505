import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { databases, type TestDatabase } from '../support/databases.ts'
import { openScreen } from '../support/screens.ts'
import { keyFile, type ServerProcess, signInAt, startServer } from '../support/server-process.ts'

const PASSWORD = 'hai tiến trình'

describe('two server processes on one PostgreSQL', () => {
  let database: TestDatabase
  let servers: [ServerProcess, ServerProcess]
  beforeAll(async () => {
    expect(inject('postgresUrl')).toBeTruthy()
    const postgres = databases.find(({ name }) => name === 'PostgreSQL')
    database = (await postgres?.open()) as TestDatabase
    const parts = { databaseUrl: database.url, secretKeyFile: keyFile(), demoPassword: PASSWORD }
    servers = [await startServer(parts), await startServer(parts)]
  })
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    await database.drop()
  })

  it('show the same events in the same order, whoever made them', async () => {
    const people = await Promise.all([
      signInAt(servers[0].address, 'tiepnhan1', PASSWORD),
      signInAt(servers[1].address, 'tiepnhan2', PASSWORD)
    ])
    const { officeId } = people[0].user
    const office = (await (await people[0].ask('GET', `/api/v1/offices/${officeId}`)).json()) as {
      counters: { id: string }[]
    }
    const screens = await Promise.all(
      people.map(({ cookie }, index) =>
        openScreen(servers[index]?.address ?? '', { cookie, officeId, screen: 'counter' })
      )
    )

    const rounds = 15
    await Promise.all(
      people.flatMap(({ ask }) =>
        office.counters.slice(0, 4).map(async ({ id }, index) => {
          for (let round = 0; round < rounds; round += 1) {
            const what = round % 2 ? 'pause' : 'open'
            const said = what === 'pause' ? { reason: `họp ${index}` } : { takeOver: true }
            const answer = await ask('POST', `/api/v1/counters/${id}/${what}`, said)
            // Whoever opens one counter leaves another, which then cannot be paused.
            expect(what === 'open' ? [200] : [200, 409]).toContain(answer.status)
          }
        })
      )
    )
    const { seq } = await database.db
      .selectFrom('officeLog')
      .select('seq')
      .where('officeId', '=', officeId)
      .executeTakeFirstOrThrow()
    const told = async () =>
      screens.map(({ heard }) =>
        heard.filter(({ type }) => type === 'event').map(({ seq: at, name }) => `${at} ${name}`)
      )
    await expect
      .poll(async () => (await told()).map((list) => list.at(-1)?.split(' ')[0]), { timeout: 10_000 })
      .toEqual([`${seq}`, `${seq}`])

    const [first, second] = await told()
    expect(first).toEqual(second)
    expect(first?.length).toBeGreaterThan(rounds * 4)
    expect(new Set(first).size).toBe(first?.length)
    for (const screen of screens) screen.close()
  })

  it('a session that began at one is good at the other, and ends at both', async () => {
    const [one, other] = servers
    const { ask, cookie } = await signInAt(one.address, 'lanhdao', PASSWORD)
    const there = () => fetch(`${other.address}/api/v1/session`, { headers: { cookie } })
    expect((await there()).status).toBe(200)
    await ask('DELETE', '/api/v1/session')
    expect((await there()).status).toBe(401)
  })

  it('the same key at both acts once', async () => {
    const people = await Promise.all(servers.map(({ address }) => signInAt(address, 'quantri', PASSWORD)))
    const add = ({ ask, user }: (typeof people)[number]) =>
      ask(
        'POST',
        `/api/v1/offices/${user.officeId}/counters`,
        { number: 80, name: 'Quầy' },
        { 'idempotency-key': 'both' }
      )
    const answers = await Promise.all(people.flatMap((person) => [add(person), add(person)]))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
  })
})

import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

const [postgres] = databases.filter(({ name }) => name === 'PostgreSQL')

describe('A-47 a PostgreSQL that drops its connections', () => {
  let test: TestApp
  beforeEach(async () => {
    if (!postgres) throw new Error('no PostgreSQL')
    test = await startTestApp(postgres.open)
  })
  afterEach(() => test.close())

  /** From a connection of the pool itself, as the server has no other; it loses that one too. */
  const dropAll = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
      test.database.db
    )

  it('costs those requests that were under way, and the server goes on by itself', async () => {
    const officer = await signIn(test.app, 'tiepnhan1')
    const { body } = await officer('GET', `/api/v1/offices/${officer.user.officeId}`)
    const ids = body.counters.map(({ id }: { id: string }) => id)
    const statuses: number[] = []
    const work = Array.from({ length: 4 }, async (_, index) => {
      for (let round = 0; round < 25; round += 1) {
        const move = round % 2 ? 'close' : 'open'
        statuses.push((await officer('POST', `/api/v1/counters/${ids[index]}/${move}`)).status)
      }
    })
    for (let time = 0; time < 5; time += 1) {
      await dropAll()
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
    await Promise.all(work)

    expect(statuses).toContain(200)
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
    expect((await send(test.app, { method: 'GET', url: '/healthz' })).status).toBe(200)
    expect((await officer('POST', `/api/v1/counters/${ids[0]}/open`)).status).toBe(200)
  })
})

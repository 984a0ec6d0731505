import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyChain } from '../../server/audit/service.ts'
import { signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('the event log, on $name', ({ open }) => {
  let test: TestApp
  beforeEach(async () => {
    test = await startTestApp(open)
  })
  afterEach(() => test.close())

  const events = (officeId: string) =>
    test.database.db.selectFrom('event').selectAll().where('officeId', '=', officeId).orderBy('seq').execute()

  it('R-04 numbers an office without a gap and chains every event', async () => {
    const officer = await signIn(test.app, 'tiepnhan1')
    const { officeId } = officer.user
    const { counters } = (await officer('GET', `/api/v1/offices/${officeId}`)).body
    await Promise.all(
      counters.map(({ id }: { id: string }) => officer('POST', `/api/v1/counters/${id}/open`))
    )

    const log = await events(officeId)
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
    expect(log.filter(({ name }) => name === 'counter.opened')).toHaveLength(counters.length)
    expect(await verifyChain(test.database.db, officeId)).toEqual({ intact: true, events: log.length })
  })

  it.each(["update event set data = '{}'", 'delete from event'])('refuses «%s»', async (statement) => {
    const change = test.database.db.transaction().execute((trx) => sql.raw(statement).execute(trx))
    await expect(change).rejects.toThrow(/events are only ever added/)
  })

  it('a task that throws leaves neither change nor event, and its neighbours stay', async () => {
    const { app } = test
    const officer = await signIn(app, 'tiepnhan1')
    const { officeId, id } = officer.user
    const actor = { id, name: 'thử' }
    const before = (await events(officeId)).length
    const add = (number: number, fail: boolean) =>
      app.transact({ officeId, actor }, async ({ db, record, newId }) => {
        const counterId = newId()
        const name = 'Quầy thử'
        await db
          .insertInto('counter')
          .values({
            officeId,
            id: counterId,
            number,
            name,
            state: 'closed',
            pauseReason: null,
            officerId: null
          })
          .execute()
        record('counter.added', { counterId, number, name })
        if (fail) throw new Error('broken')
      })
    const outcomes = await Promise.allSettled([add(51, false), add(52, true), add(53, false)])

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const numbers = await test.database.db
      .selectFrom('counter')
      .select('number')
      .where('number', '>', 50)
      .orderBy('number')
      .execute()
    expect(numbers.map(({ number }) => number)).toEqual([51, 53])
    const log = await events(officeId)
    expect(log).toHaveLength(before + 2)
    expect((await verifyChain(test.database.db, officeId)).intact).toBe(true)
  })

  it('refuses a write outside a transaction on SQLite and a transaction inside another everywhere', async () => {
    const { app } = test
    const { officeId, id } = (await signIn(app, 'tiepnhan1')).user
    const change = { officeId, actor: { id, name: 'thử' } }
    await expect(app.transact(change, () => app.transact(change, async () => 1))).rejects.toThrow(
      /inside transact/
    )
  })

  it('gives up a task that waits for something else than the database, and lets the next one in', async () => {
    const { app } = test
    const { officeId, id } = (await signIn(app, 'tiepnhan1')).user
    const change = { officeId, actor: { id, name: 'thử' } }
    const never = app.transact({ ...change, deadline: 50 }, () => new Promise(() => {}))
    const next = app.transact(change, async () => 'đến lượt')
    await expect(never).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' })
    await expect(next).resolves.toBe('đến lượt')
  })
})

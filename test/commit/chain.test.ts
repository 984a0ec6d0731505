import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAll, verifyChain } from '../../server/audit/service.ts'
import { signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('R-04 a log that somebody has tampered with, on $name', ({ open, name }) => {
  let test: TestApp
  let officeId: string
  let end: number
  beforeEach(async () => {
    test = await startTestApp(open)
    officeId = (await signIn(test.app, 'quantri')).user.officeId
    await test.app.transact({ officeId, actor: { id: 'x', name: 'x' } }, async ({ db, record, now }) => {
      record('token.created', { tokenId: 'bí mật', accountId: 'x', label: now })
      await db.insertInto('eventPrivate').values({ officeId, seq: 3, private: '{"name":"thêm"}' }).execute()
    })
    await allowTampering()
    await tamper(`delete from event_private where seq = 3`)
    const log = await test.database.db
      .selectFrom('officeLog')
      .select('seq')
      .where('officeId', '=', officeId)
      .executeTakeFirst()
    end = log?.seq ?? 0
  })
  afterEach(() => test.close())

  const tamper = (statement: string) =>
    test.database.db.transaction().execute((trx) => sql.raw(statement).execute(trx))
  async function allowTampering() {
    const triggers =
      name === 'SQLite'
        ? ['event_refuses_update', 'event_refuses_delete', 'office_log_refuses_delete'].map(
            (it) => `drop trigger ${it}`
          )
        : ['alter table event disable trigger all', 'alter table office_log disable trigger all']
    for (const statement of triggers) await tamper(statement)
  }
  const where = (seq: number) => `where office_id = '${officeId}' and seq = ${seq}`
  const check = () => verifyChain(test.database.db, officeId)

  it('is whole before', async () => {
    expect(await check()).toEqual({ intact: true, events: end })
  })

  it.each([
    [
      'an event that says something else',
      (seq: number) => `update event set data = '{}' ${where(seq)}`,
      0,
      'CONTENT'
    ],
    [
      'an event that someone else did',
      (seq: number) => `update event set by = '{}' ${where(seq)}`,
      0,
      'CONTENT'
    ],
    ['an event at another time', (seq: number) => `update event set at = '2020' ${where(seq)}`, 0, 'CONTENT'],
    ['a digest made anew', (seq: number) => `update event set digest = 'x' ${where(seq)}`, 0, 'CONTENT'],
    ['a link made anew', (seq: number) => `update event set hash = 'x' ${where(seq)}`, 0, 'LINK'],
    ['an event taken out', (seq: number) => `delete from event ${where(seq)}`, 1, 'NUMBER'],
    [
      'a private part put in',
      (seq: number) => `insert into event_private values ('${officeId}', ${seq}, '{}')`,
      0,
      'PRIVATE_PART'
    ]
  ])('%s is found and named', async (_, statement, after, fault) => {
    await tamper(statement(5))
    expect(await check()).toEqual({ intact: false, events: 5 + after, fault })
  })

  it('a private part that is erased leaves the chain whole', async () => {
    await tamper('delete from event_private')
    expect((await check()).intact).toBe(true)
  })

  it('an end cut off is found', async () => {
    await tamper(`delete from event where office_id = '${officeId}' and seq > ${end - 2}`)
    expect(await check()).toEqual({ intact: false, events: end - 2, fault: 'END_MISSING' })
  })

  it('a log whose position is gone is found, with all other offices', async () => {
    await tamper(`delete from office_log where office_id = '${officeId}'`)
    const checks = await verifyAll(test.database.db)
    expect(checks.map(({ check: { intact } }) => intact).sort()).toEqual([false, true])
    expect(checks.find((office) => office.officeId === officeId)?.check).toMatchObject({
      fault: 'LOG_MISSING'
    })
  })

  it('is not taken for tampered with while others work', async () => {
    const work = Array.from({ length: 40 }, (_, index) =>
      test.app.transact({ officeId, actor: { id: 'x', name: 'x' } }, async ({ record }) =>
        record('token.revoked', { tokenId: String(index) })
      )
    )
    const checks = await Promise.all(Array.from({ length: 10 }, check))
    await Promise.all(work)
    expect(checks.map(({ intact }) => intact)).toEqual(Array(10).fill(true))
  })
})

describe.each(databases)('the log of events, on $name', ({ open, name }) => {
  it('refuses to be replaced, emptied or forgotten', async () => {
    const { database, close } = await startTestApp(open)
    const run = (statement: string) =>
      database.db.transaction().execute((trx) => sql.raw(statement).execute(trx))
    const replace =
      name === 'SQLite' ? 'insert or replace into event select * from event where seq = 1' : 'truncate event'
    await expect(run(replace)).rejects.toThrow(/only ever added/)
    await expect(run('delete from office_log')).rejects.toThrow(/only ever added|stays/)
    await close()
  })
})

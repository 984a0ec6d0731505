import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Caller, send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('a request that is sent again, on $name', ({ open }) => {
  let test: TestApp
  let administrator: Caller
  let counters: string
  beforeEach(async () => {
    test = await startTestApp(open)
    administrator = await signIn(test.app, 'quantri')
    counters = `/api/v1/offices/${administrator.user.officeId}/counters`
  })
  afterEach(() => test.close())

  const add = (key: string, number: number, name = 'Quầy thêm') =>
    administrator('POST', counters, { number, name }, { 'idempotency-key': key })
  const countersNow = async () =>
    (await administrator('GET', `/api/v1/offices/${administrator.user.officeId}`)).body.counters

  it('R-11 answers exactly as the first time and does nothing more', async () => {
    const first = await add('khoa-1', 71)
    const again = await add('khoa-1', 71)

    expect(first.status).toBe(201)
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect((await countersNow()).filter(({ number }: { number: number }) => number === 71)).toHaveLength(1)
  })

  it('R-02 acts once however many copies arrive at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => add('k-2', 72)))

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  })

  it('refuses the same key for another request with 422', async () => {
    await add('k-3', 73)
    expect(await add('k-3', 74)).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } })
  })

  it('does not remember a refusal, so that the mended world is asked anew', async () => {
    const taken = await add('k-4', 1)
    expect(taken).toMatchObject({ status: 409, body: { code: 'COUNTER_NUMBER_TAKEN' } })
    await test.app.transact(
      { officeId: administrator.user.officeId, actor: { id: 'x', name: 'x' } },
      ({ db }) => db.deleteFrom('counter').where('number', '=', 1).execute()
    )
    expect((await add('k-4', 1)).status).toBe(201)
  })

  it("keeps one person's keys apart from another's", async () => {
    const [officer, other] = [await signIn(test.app, 'tiepnhan1'), await signIn(test.app, 'tiepnhan2')]
    const [first, second] = await countersNow()
    const key = { 'idempotency-key': 'same' }
    expect((await officer('POST', `/api/v1/counters/${first.id}/open`, undefined, key)).body.number).toBe(1)
    expect((await other('POST', `/api/v1/counters/${second.id}/open`, undefined, key)).body.number).toBe(2)
  })

  it('signs in once under one key, with the same cookie again', async () => {
    const body = { username: 'tiepnhan1', password: 'mật khẩu thử' }
    const headers = { 'idempotency-key': 'sign-in' }
    const ask = () => send(test.app, { method: 'POST', url: '/api/v1/session', body, headers })
    const [first, again] = [await ask(), await ask()]

    expect(again.body).toEqual(first.body)
    expect(again.headers['set-cookie']).toEqual(first.headers['set-cookie'])
    const started = await test.database.db
      .selectFrom('event')
      .select('seq')
      .where('name', '=', 'session.started')
      .execute()
    expect(started).toHaveLength(2)
  })

  it.each(['', 'có dấu', 'a b', 'x'.repeat(65)])('refuses «%s» as a key', async (key) => {
    expect(await add(key, 75)).toMatchObject({ status: 400, body: { code: 'VALIDATION' } })
  })

  it('keeps no token, no password and no quick hash of one in the database', async () => {
    const label = { label: 'máy quét' }
    const made = await administrator('POST', '/api/v1/tokens', label, { 'idempotency-key': 'token' })
    const again = await administrator('POST', '/api/v1/tokens', label, { 'idempotency-key': 'token' })
    const kept = JSON.stringify(await test.database.db.selectFrom('idempotencyKey').selectAll().execute())

    expect(again.body).toEqual(made.body)
    expect(made.body.token).toContain(administrator.user.officeId)
    expect(kept).toContain(made.body.id)
    expect(kept).not.toContain(made.body.token.split('.')[1])
  })
})

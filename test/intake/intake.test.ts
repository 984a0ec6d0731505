import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { AN, AT_ONCE, FIVE_DAYS, intake, SECRETS } from './intake-bodies.ts'

describe.each(databases)('taking a dossier in, on $name', ({ open }) => {
  let test: TestApp
  let officer: Caller
  let second: Caller
  let stranger: Caller

  beforeAll(async () => {
    test = await startTestApp(open)
    officer = await signIn(test.app, 'tiepnhan1')
    second = await signIn(test.app, 'tiepnhan2')
    stranger = await signIn(test.app, 'tiepnhan9')
  })
  afterAll(() => test.close())

  it('answers with code, promise, explanation and the way to follow it', async () => {
    const { status, body } = await officer('POST', '/api/v1/dossiers', intake())
    expect(status).toBe(201)
    expect(body).toMatchObject({
      version: 1,
      status: 'received',
      nationalStatus: 2,
      receivedAt: '2026-11-23T02:12:00.000Z',
      dueAt: '2026-12-01T09:30:00.000Z',
      dueDay: '2026-12-01',
      slipRequired: true,
      slip: null,
      procedure: { code: FIVE_DAYS, field: 'Hộ tịch' },
      receivedByName: 'Danh Thị Mỹ Linh',
      warnings: []
    })
    expect(body.code).toMatch(/^H01\.31-261123-\d{4}$/)
    expect(body.dueSteps.at(-1)).toMatchObject({ day: '2026-12-01', counted: true })
    expect(body.slipUrl).toBe(`/api/v1/dossiers/${body.code}/slip.pdf`)
    expect(body.trackingUrl).toBe(`http://localhost:3000/t/${body.trackingToken}`)
    expect(body.applicant).toEqual({ ...AN, phone: '0912345678', email: null })
  })

  it('X-19 keeps phones in one form and shows them as people write them', async () => {
    for (const phone of ['0912345678', '+84 912 345 678', '84.912.345.678']) {
      const { body } = await officer('POST', '/api/v1/dossiers', intake({ applicant: { ...AN, phone } }))
      expect(body.applicant.phone).toBe('0912345678')
    }
    const rows = await test.app.db.selectFrom('dossier').select('phone').distinct().execute()
    expect(rows).toEqual([{ phone: '+84912345678' }])
  })

  it('needs no slip for what is done the same day, unless the citizen asks', async () => {
    const plain = await officer('POST', '/api/v1/dossiers', intake({ procedureCode: AT_ONCE }))
    const asked = await officer(
      'POST',
      '/api/v1/dossiers',
      intake({ procedureCode: AT_ONCE, slipRequested: true })
    )
    expect([plain.body.slipRequired, asked.body.slipRequired]).toEqual([false, true])
  })

  it.each([
    ['a procedure without a readable term', { procedureCode: '1.001022' }, 409, 'TERM_UNKNOWN', undefined],
    ['a procedure that nobody offers', { procedureCode: '9.999999' }, 404, 'NOT_FOUND', undefined],
    [
      'an id number that is none',
      { applicant: { ...AN, idNumber: '12345' } },
      400,
      'VALIDATION',
      '/applicant/idNumber'
    ],
    ['a phone that is none', { applicant: { ...AN, phone: '0123' } }, 400, 'VALIDATION', '/applicant/phone'],
    ['a name with digits', { applicant: { ...AN, name: 'Nguyễn 9' } }, 400, 'VALIDATION', '/applicant/name'],
    [
      'a name that was damaged',
      { applicant: { ...AN, name: 'Nguy\uFFFDn An' } },
      400,
      'VALIDATION',
      '/applicant/name'
    ],
    [
      'a birth in the future',
      { applicant: { ...AN, birthDate: '2027-01-01' } },
      400,
      'VALIDATION',
      '/applicant/birthDate'
    ],
    [
      'a paper that the procedure does not have',
      { components: [{ id: '99', originals: 1, copies: 0 }] },
      400,
      'VALIDATION',
      '/components/0/id'
    ],
    [
      'a paper without a name',
      { components: [{ originals: 1, copies: 0 }] },
      400,
      'VALIDATION',
      '/components/0/name'
    ],
    [
      'a paper that nobody brought',
      { components: [{ id: '1', originals: 0, copies: 0 }] },
      400,
      'VALIDATION',
      '/components/0/originals'
    ],
    ['no address', { applicant: { ...AN, address: '' } }, 400, 'VALIDATION', '/applicant/address']
  ])('refuses %s in words', async (_, changes, status, code, path) => {
    const answer = await officer('POST', '/api/v1/dossiers', intake(changes))
    expect(answer).toMatchObject({ status, body: { code } })
    if (path) expect(answer.body.errors).toEqual([expect.objectContaining({ path })])
  })

  it.each([
    ['another birth year', { birthDate: '1986-03-05' }, '/applicant/birthDate'],
    ['another sex', { sex: 'male' }, '/applicant/sex'],
    ['an old number of nine digits', { idNumber: '370912345' }, '/applicant/idNumber'],
    ['a name without marks', { name: 'NGUYEN THI BE AN' }, '/applicant/name']
  ])('X-20 takes it in with a warning for %s', async (_, particulars, path) => {
    const { status, body } = await officer(
      'POST',
      '/api/v1/dossiers',
      intake({ applicant: { ...AN, ...particulars } })
    )
    expect(status).toBe(201)
    expect(body.warnings).toEqual([expect.objectContaining({ path })])
  })

  it('X-19 hints at the new number behind an old prefix', async () => {
    const applicant = { ...AN, phone: '0166 234 5678' }
    const { body } = await officer('POST', '/api/v1/dossiers', intake({ applicant }))
    expect(body.errors[0].message).toContain('0362345678')
  })

  it('R-11 answers a repeat exactly as the first time, the token too, and stores the token nowhere', async () => {
    const key = { 'idempotency-key': 'intake-1' }
    const first = await officer('POST', '/api/v1/dossiers', intake(), key)
    await officer('POST', `/api/v1/dossiers/${first.body.code}/slip`, { how: 'printed' })
    const again = await officer('POST', '/api/v1/dossiers', intake(), key)
    expect(again.body).toEqual(first.body)
    const other = await officer('POST', '/api/v1/dossiers', intake({ sets: 2 }), key)
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } })

    const { db } = test.app
    const stored = JSON.stringify([
      await db.selectFrom('dossier').selectAll().execute(),
      await db.selectFrom('event').selectAll().execute(),
      await db.selectFrom('eventPrivate').selectAll().execute(),
      await db.selectFrom('idempotencyKey').selectAll().execute()
    ])
    expect(stored).toContain(first.body.id)
    expect(stored).not.toContain(first.body.trackingToken.split('.')[1])
  })

  it('gives 64 intakes at two officers codes without gap or twin', async () => {
    const before = (await officer('POST', '/api/v1/dossiers', intake())).body.code
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        (index % 2 ? officer : second)('POST', '/api/v1/dossiers', intake(), {
          'idempotency-key': `parallel-${index}`
        })
      )
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(64).fill(201))
    const first = Number(before.slice(-4)) + 1
    expect(answers.map(({ body }) => Number(body.code.slice(-4))).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 64 }, (_, index) => first + index)
    )
  })

  it('begins anew each day in Vietnam and in each office', async () => {
    const morning = test.clock.now
    test.clock.now = new Date('2026-11-25T17:00:00.000Z')
    const early = await signIn(test.app, 'tiepnhan1')
    const nextDay = await early('POST', '/api/v1/dossiers', intake())
    test.clock.now = morning
    const elsewhere = await stranger('POST', '/api/v1/dossiers', intake())
    expect(nextDay.body.code).toBe('H01.31-261126-0001')
    expect(elsewhere.body.code).toBe('H01.32-261123-0001')
  })

  it('gives the number back when the intake fails', async () => {
    const before = (await officer('POST', '/api/v1/dossiers', intake())).body.code
    await officer('POST', '/api/v1/dossiers', intake({ procedureCode: '1.001022' }))
    const after = (await officer('POST', '/api/v1/dossiers', intake())).body.code
    expect(Number(after.slice(-4))).toBe(Number(before.slice(-4)) + 1)
  })

  it("A-28 another office's dossiers do not exist", async () => {
    const { code } = (await officer('POST', '/api/v1/dossiers', intake())).body
    for (const answer of [
      await stranger('GET', `/api/v1/dossiers/${code}`),
      await stranger('GET', `/api/v1/dossiers/${code}/history`),
      await stranger('POST', `/api/v1/dossiers/${code}/slip`, { how: 'printed' }),
      await stranger('POST', `/api/v1/dossiers/${code}/record-result`, { outcome: 'granted' })
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    }
    const found = (await stranger('GET', '/api/v1/dossiers?q=an')).body.items
    expect(found.every((item: { code: string }) => item.code.startsWith('H01.32-'))).toBe(true)
  })

  it('A-08 lets nothing personal into the open part of an event', async () => {
    const { id } = (
      await officer(
        'POST',
        '/api/v1/dossiers',
        intake({ summary: 'Cho Nguyễn Thị Bé An', resultDelivery: 'post' })
      )
    ).body
    const events = await test.app.db
      .selectFrom('event')
      .select('data')
      .where('data', 'like', `%${id}%`)
      .execute()
    const secrets = await test.app.db.selectFrom('eventPrivate').select('private').execute()
    expect(events).toHaveLength(1)
    for (const secret of SECRETS) {
      expect(events[0]?.data).not.toContain(secret)
      expect(JSON.stringify(secrets)).toContain(secret)
    }
  })

  it('C-09 tells of an open dossier of the same person and procedure', async () => {
    const applicant = { ...AN, idNumber: '091185009999' }
    const { code } = (await officer('POST', '/api/v1/dossiers', intake({ applicant }))).body
    const url = `/api/v1/dossiers/check?idNumber=091185009999&procedureCode=`
    expect((await officer('GET', url + FIVE_DAYS)).body.items).toEqual([expect.objectContaining({ code })])
    expect((await officer('GET', url + AT_ONCE)).body.items).toEqual([])
    const odd = await officer('GET', `${url}${FIVE_DAYS}&sex=male`)
    expect(odd.body.warnings).toEqual([expect.objectContaining({ path: '/applicant/sex' })])
  })
})

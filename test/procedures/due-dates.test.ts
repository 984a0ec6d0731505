import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getTermOn } from '../../server/procedures/service.ts'
import { send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('due dates over HTTP, on $name', ({ open }) => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp(open)
  })
  afterAll(() => test.close())

  const ask = (body: object) => send(test.app, { method: 'POST', url: '/api/v1/due-dates', body })
  const workingDays = (amount: number) => ({ amount, unit: 'working_day' })

  it('counts a term from the day after receipt, over the holiday, with the reason of each day', async () => {
    const { status, body } = await ask({ term: workingDays(2), receivedAt: '2026-11-20T02:12:00.000Z' })
    expect(status).toBe(200)
    expect(body.dueDay).toBe('2026-11-25')
    expect(body.dueAt).toBe('2026-11-25T09:30:00.000Z')
    expect(
      body.steps.map(({ day, counted }: { day: string; counted: boolean }) => [day.slice(8), counted])
    ).toEqual([
      ['20', false],
      ['21', false],
      ['22', false],
      ['23', true],
      ['24', false],
      ['25', true]
    ])
    expect(body.steps[4].reason).toBe('nghỉ Ngày Văn hóa Việt Nam')
  })

  it('takes the term of a procedure', async () => {
    const { body } = await ask({ procedureCode: '1.004222', receivedAt: '2026-12-01T02:00:00.000Z' })
    expect(body).toMatchObject({ dueDay: '2026-12-10', term: workingDays(7), termText: '7 ngày làm việc' })
  })

  it.each([
    ['at 15:00', '2026-12-01T08:00:00.000Z', '2026-12-01'],
    ['after 15:00', '2026-12-01T08:01:00.000Z', '2026-12-02']
  ])('keeps the cut-off of a same-day procedure: received %s', async (_, receivedAt, dueDay) => {
    expect((await ask({ procedureCode: '1.001193', receivedAt })).body.dueDay).toBe(dueDay)
  })

  it('takes the term of the case, by name without marks or by its id', async () => {
    const asked = { procedureCode: '1.000894', receivedAt: '2026-12-01T02:00:00.000Z' }
    expect((await ask(asked)).body.dueDay).toBe('2026-12-01')
    expect((await ask({ ...asked, case: 'phai xac minh dieu kien ket hon' })).body.dueDay).toBe('2026-12-08')
    expect((await ask({ ...asked, case: '1' })).body.dueDay).toBe('2026-12-08')
    expect(await ask({ ...asked, case: 'khác' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: '/case' }] }
    })
  })

  it('takes the term of the way of filing', async () => {
    const asked = { procedureCode: '1.013133', receivedAt: '2026-12-01T02:00:00.000Z' }
    expect((await ask({ ...asked, channel: 'online' })).body).toMatchObject({
      dueAt: '2026-12-01T04:00:00.000Z'
    })
    expect((await ask({ ...asked, channel: 'counter' })).body).toMatchObject({ dueDay: '2026-12-02' })
  })

  it('refuses a procedure without a readable term in words, until someone sets its term', async () => {
    const asked = { procedureCode: '2.001035', receivedAt: '2026-12-01T02:00:00.000Z' }
    const { status, body } = await ask(asked)
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'TERM_UNKNOWN' })
    expect(body.detail).toContain('Chứng thực giao dịch')
    const administrator = await signIn(test.app, 'quantri')
    await administrator('POST', '/api/v1/procedures/2.001035/amendments', {
      effectiveFrom: '2026-11-01',
      decision: 'QĐ 5',
      term: workingDays(2)
    })
    expect(await ask(asked)).toMatchObject({ status: 200, body: { dueDay: '2026-12-03' } })
  })

  it('takes the edition of the day of receipt, and the first one for days before the catalogue', async () => {
    const administrator = await signIn(test.app, 'quantri')
    await administrator('POST', '/api/v1/procedures/1.010038/amendments', {
      effectiveFrom: '2026-12-02',
      decision: 'QĐ 6',
      term: workingDays(1)
    })
    const dueDay = async (receivedAt: string) =>
      (await ask({ procedureCode: '1.010038', receivedAt })).body.dueDay
    expect(await dueDay('2026-12-01T02:00:00.000Z')).toBe('2026-12-08')
    expect(await dueDay('2026-12-02T02:00:00.000Z')).toBe('2026-12-03')
    expect(await dueDay('2025-03-03T02:00:00.000Z')).toBe('2025-03-10')
  })

  it('gives a dossier its term on the day it is taken in, and none to a procedure that is gone', async () => {
    const { db } = test.app
    const day = '2026-12-01'
    expect(await getTermOn(db, { code: '1.004222', day })).toMatchObject({
      term: workingDays(7),
      cutOff: null
    })
    await expect(getTermOn(db, { code: '2.001019', day })).rejects.toMatchObject({ code: 'TERM_UNKNOWN' })
    await expect(getTermOn(db, { code: '1.004222', day: '2024-01-02' })).rejects.toMatchObject({
      code: 'NOT_FOUND'
    })
    const administrator = await signIn(test.app, 'quantri')
    await administrator('POST', '/api/v1/procedures/1.002755/amendments', {
      effectiveFrom: day,
      decision: 'QĐ 7',
      abolished: true
    })
    await expect(getTermOn(db, { code: '1.002755', day })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await ask({ procedureCode: '1.002755', receivedAt: '2026-12-01T02:00:00.000Z' })).toMatchObject({
      status: 404
    })
  })

  it.each<[string, object, number]>([
    ['neither procedure nor term', {}, 400],
    ['both of them', { procedureCode: '1.001193', term: workingDays(1) }, 400],
    ['no days', { term: workingDays(0) }, 400],
    ['an unknown unit', { term: { amount: 1, unit: 'week' } }, 400],
    ['no moment', { term: workingDays(1), receivedAt: 'hôm nay' }, 400],
    ['an unknown procedure', { procedureCode: '9.999999' }, 404]
  ])('refuses %s', async (_, given, status) => {
    expect((await ask({ receivedAt: '2026-12-01T02:00:00.000Z', ...given })).status).toBe(status)
  })

  it('says which year has no calendar yet', async () => {
    const { status, body } = await ask({ term: workingDays(5), receivedAt: '2031-03-03T02:00:00.000Z' })
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'CALENDAR_YEAR_MISSING' })
  })

  it('says when a day that nobody has decided lies in between', async () => {
    const { body } = await ask({ term: workingDays(20), receivedAt: '2027-01-25T02:00:00.000Z' })
    expect(body.provisional).toBe(true)
  })
})

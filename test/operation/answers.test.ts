import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('answers to what nobody should ask, on $name', ({ open }) => {
  let test: TestApp
  beforeEach(async () => {
    test = await startTestApp(open)
  })
  afterEach(() => test.close())

  const ask = (url: string, headers: Record<string, string> = {}) =>
    send(test.app, { method: 'GET', url, headers })

  it.each(['/thu-tuc/%E1%80', '/api/v1/procedures/%zz'])(
    'A-47 an address that cannot be read: %s',
    async (url) => {
      const answer = await ask(url)
      expect(answer).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST' } })
      expect(answer.headers['content-type']).toContain('application/problem+json')
    }
  )

  it('a page that is not there, as a page for a person and as a problem for a program', async () => {
    const page = await ask('/khong-co', { accept: 'text/html,application/xhtml+xml' })
    expect(page).toMatchObject({ status: 404, body: expect.stringContaining('Không tìm thấy trang') })
    expect(page.headers['content-type']).toContain('text/html')
    expect(await ask('/api/v1/khong-co', { accept: 'text/html' })).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' }
    })
    expect(await ask('/khong-co')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  })

  it.each(['/t/%zz', '/t/%E1%BA', '/t/a/b', '/t/', '/t/không-có', `/t/${'x'.repeat(5000)}`])(
    'S-07 a token that cannot be one gets the page of a token that nobody knows: %.30s',
    async (url) => {
      const unknown = await ask('/t/01a207d8-28de-7e83-b0f3-253872dc2a0c.CbyJHxIduWJ0jvcEoKj4lQ')
      const answer = await ask(url)
      expect(answer).toMatchObject({ status: 404, body: unknown.body })
      expect(Object.keys(answer.headers).sort()).toEqual(Object.keys(unknown.headers).sort())
    }
  )

  it.each(['/q/%zz', '/q/a/b', '/q/', `/q/${'x'.repeat(5000)}`])(
    'the same for a ticket: %.20s',
    async (url) => {
      const unknown = await ask('/q/01a207d8-28de-7e83-b0f3-253872dc2a0c.CbyJHxIduWJ0jvcEoKj4lQ')
      expect(await ask(url)).toMatchObject({ status: 404, body: unknown.body })
    }
  )

  it('an address with a slash too many', async () => {
    expect((await ask('/thu-tuc/')).status).toBe(200)
  })

  it('S-01 pages come compressed to whoever can read that, answers of the interface do not', async () => {
    const encoding = async (url: string) =>
      (await ask(url, { 'accept-encoding': 'gzip' })).headers['content-encoding']
    expect(await encoding('/thu-tuc')).toBe('gzip')
    expect(await encoding('/api/v1/procedures?limit=50')).toBeUndefined()
    expect((await ask('/thu-tuc')).headers['content-encoding']).toBeUndefined()
  })

  it('JSON that is not JSON, and JSON that is nothing', async () => {
    const officer = await signIn(test.app, 'tiepnhan1')
    const { body } = await officer('GET', `/api/v1/offices/${officer.user.officeId}`)
    const json = { 'content-type': 'application/json' }
    const move = (payload: string) =>
      test.app.inject({
        method: 'POST',
        url: `/api/v1/counters/${body.counters[0].id}/open`,
        headers: { cookie: officer.cookie, origin: 'http://localhost:3000', 'x-motcua': '1', ...json },
        payload
      })
    expect((await move('')).statusCode).toBe(200)
    expect((await move('{"x":')).json()).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
  })

  it('the same key for another due date, also without signing in', async () => {
    const due = (amount: number) =>
      send(test.app, {
        method: 'POST',
        url: '/api/v1/due-dates',
        body: { term: { amount, unit: 'working_day' }, receivedAt: '2026-11-25T02:00:00.000Z' },
        headers: { 'idempotency-key': 'due' }
      })
    const first = await due(1)
    expect(first).toMatchObject({ status: 200, body: { dueDay: '2026-11-26' } })
    expect((await due(1)).body).toEqual(first.body)
    expect(await due(2)).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } })
  })
})

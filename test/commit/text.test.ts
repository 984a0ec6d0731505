import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Caller, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('X-01 text at the boundary, on $name', ({ open }) => {
  let test: TestApp
  let administrator: Caller
  beforeEach(async () => {
    test = await startTestApp(open)
    administrator = await signIn(test.app, 'quantri')
  })
  afterEach(() => test.close())

  const add = (name: string) =>
    administrator('POST', `/api/v1/offices/${administrator.user.officeId}/counters`, { number: 60, name })

  it('is stored composed and clean, whatever keyboard it came from', async () => {
    const answer = await add('  Qu\u00E2\u0300y ti\u1EBFp d\u00E2n\u200B \u0000')
    expect(answer).toMatchObject({ status: 201, body: { name: 'Quầy tiếp dân' } })
  })

  it('counts as missing when nothing is left of it', async () => {
    const answer = await add(' \u200B ')
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ path: '/name', message: 'Nhập mục này' }] }
    })
  })

  it('says what to do about each thing, once, and nothing of the whole around it', async () => {
    const officer = await signIn(test.app, 'tiepnhan1')
    const { officeId } = officer.user
    const { counters } = (await officer('GET', `/api/v1/offices/${officeId}`)).body
    const ask = async (method: 'POST' | 'PUT', url: string, body: unknown) =>
      (await administrator(method, `/api/v1${url}`, body as object)).body.errors
    const only = (path: string, words: string) => [{ path, message: expect.stringContaining(words) }]
    const skip = { ticketId: 'x', reason: '...' }
    expect(await ask('POST', `/counters/${counters[0].id}/calls`, skip)).toEqual(only('/reason', 'Ghi lý do'))
    const service = { letter: 'đ', name: 'A' }
    expect(await ask('POST', `/offices/${officeId}/services`, service)).toEqual(
      only('/letter', 'một chữ cái')
    )
    expect(await ask('PUT', `/offices/${officeId}/phone`, { phone: 'gọi tôi' })).toEqual(
      only('/phone', 'Nhập số điện thoại')
    )
    expect(await ask('PUT', `/offices/${officeId}/phone`, undefined)).toEqual(only('', 'Gửi kèm nội dung'))
    expect(await officer('POST', '/api/v1/tickets/x/transfer')).toMatchObject({ status: 404 })
  })

  it('leaves a password exactly as typed', async () => {
    const password = ' mật  khẩu\u200B '
    const person = { username: 'dung.nguyen', name: 'A', roles: ['reception'], password }
    expect((await administrator('POST', '/api/v1/accounts', person)).status).toBe(201)
    await expect(signIn(test.app, 'dung.nguyen', password)).resolves.toBeDefined()
    await expect(signIn(test.app, 'dung.nguyen', password.trim())).rejects.toThrow('401')
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PASSWORD, send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

const OFFICE = {
  code: 'H01.77',
  name: 'Trung tâm Phục vụ hành chính công xã Thử',
  administrator: { username: 'dau.tien', name: 'Người Đầu Tiên', password: PASSWORD }
}

describe.each(databases)('the first run, on $name', ({ open }) => {
  let test: TestApp
  beforeEach(async () => {
    test = await startTestApp(open, { furnished: false })
  })
  afterEach(() => test.close())

  const codeOf = (address: string | undefined) => address?.split('#')[1] ?? ''
  const setUp = (setupCode: string, office: object = OFFICE) =>
    send(test.app, { method: 'POST', url: '/api/v1/setup', body: { setupCode, ...office } })

  it('sets the first office and its administrator up at the address that the server prints, once', async () => {
    const address = await test.app.setupAddress()
    expect(address).toMatch(/^http:\/\/localhost:3000\/thiet-lap#[\w-]{22}$/)

    const made = await setUp(codeOf(address))
    expect(made).toMatchObject({ status: 201, body: { officeId: expect.any(String) } })
    const administrator = await signIn(test.app, 'dau.tien')
    expect(administrator.user).toMatchObject({ roles: ['administrator'], officeId: made.body.officeId })

    expect(await test.app.setupAddress()).toBeUndefined()
    expect(await setUp(codeOf(address))).toMatchObject({ status: 409, body: { code: 'SETUP_CLOSED' } })
  })

  it('sets one office up when two people press at once, and answers a repeat alike', async () => {
    const code = codeOf(await test.app.setupAddress())
    const ask = (officeCode: string, key: string) =>
      send(test.app, {
        method: 'POST',
        url: '/api/v1/setup',
        body: { setupCode: code, ...OFFICE, code: officeCode },
        headers: { 'idempotency-key': key }
      })
    const [one, other] = await Promise.all([ask('H01.01', 'a'), ask('H01.02', 'b')])
    expect([one.status, other.status].sort()).toEqual([201, 409])
    const again = one.status === 201 ? await ask('H01.01', 'a') : await ask('H01.02', 'b')
    expect(again).toMatchObject({ status: 201, body: one.status === 201 ? one.body : other.body })
  })

  it('refuses whoever has not seen the address', async () => {
    expect(await setUp('x'.repeat(22))).toMatchObject({ status: 409, body: { code: 'SETUP_CLOSED' } })
    expect(await test.app.setupAddress()).toBeDefined()
  })

  it('says field by field what to mend, and sets nothing up', async () => {
    const { administrator } = OFFICE
    const wrong = { ...OFFICE, code: 'xa thu', administrator: { ...administrator, password: 'ngắn' } }
    const answer = await setUp(codeOf(await test.app.setupAddress()), wrong)
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION' } })
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([
        { path: '/code', message: 'Nhập đúng dạng được yêu cầu' },
        { path: '/administrator/password', message: 'Nhập ít nhất 8 ký tự' }
      ])
    )
    expect(await test.app.setupAddress()).toBeDefined()
  })

  it('lets the lead office found further ones, and nobody else', async () => {
    await setUp(codeOf(await test.app.setupAddress()))
    const lead = await signIn(test.app, 'dau.tien')
    const second = {
      ...OFFICE,
      code: 'H01.78',
      administrator: { ...OFFICE.administrator, username: 'thu.hai' }
    }
    const founded = await lead('POST', '/api/v1/offices', second, { 'idempotency-key': 'second' })
    expect(founded.status).toBe(201)
    expect(await lead('POST', '/api/v1/offices', second, { 'idempotency-key': 'second' })).toMatchObject({
      status: 201,
      body: founded.body
    })
    expect(await lead('POST', '/api/v1/offices', second)).toMatchObject({
      status: 409,
      body: { code: 'OFFICE_CODE_TAKEN' }
    })

    const other = await signIn(test.app, 'thu.hai')
    const third = {
      ...second,
      code: 'H01.79',
      administrator: { ...second.administrator, username: 'thu.ba' }
    }
    expect((await other('POST', '/api/v1/offices', third)).status).toBe(403)
  })
})

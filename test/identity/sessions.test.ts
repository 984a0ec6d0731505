import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ORIGIN, PASSWORD, send, signIn, startTestApp, type TestApp, testConfig } from '../support/app.ts'
import { databases } from '../support/databases.ts'

/** A sign of life is written after the answer; whatever else the office does comes after it. */
const settled = (test: TestApp, { officeId }: { officeId: string }) =>
  test.app.transact({ officeId, actor: { id: 'x', name: 'x' } }, async () => {})

const later = (test: TestApp, minutes: number) => {
  test.clock.now = new Date(test.clock.now.getTime() + minutes * 60_000)
}

describe.each(databases)('signing in, on $name', ({ open }) => {
  let test: TestApp
  beforeEach(async () => {
    test = await startTestApp(open)
  })
  afterEach(() => test.close())

  const attempt = (username: string, password: string) =>
    send(test.app, { method: 'POST', url: '/api/v1/session', body: { username, password } })

  it('answers who it is and sets a cookie that scripts cannot read', async () => {
    const answer = await attempt('tiepnhan1', PASSWORD)
    expect(answer).toMatchObject({
      status: 200,
      body: { user: { username: 'tiepnhan1', roles: ['reception'] } }
    })
    expect(answer.headers['set-cookie']).toMatch(
      /^sid=\S+; Max-Age=36000; Path=\/; HttpOnly; SameSite=Strict$/
    )
  })

  it('A-13 keeps the cookie to https and to this host where the office is reached by https', async () => {
    const publicUrl = 'https://motcua.example.vn'
    const config = { ...testConfig, publicUrl, publicOrigin: publicUrl }
    const secure = await startTestApp(open, { config })
    const url = '/api/v1/session'
    const body = { username: 'quantri', password: PASSWORD }
    const { headers } = await send(secure.app, { method: 'POST', url, body })
    expect(headers['set-cookie']).toMatch(/^__Host-sid=.*Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    expect(headers['strict-transport-security']).toContain('max-age=31536000')
    await secure.close()
  })

  it('answers alike for a wrong password and for a name that does not exist', async () => {
    const [wrong, unknown] = [await attempt('tiepnhan1', 'sai'), await attempt('khongcoai', 'sai')]
    expect(wrong).toMatchObject({ status: 401, body: { code: 'WRONG_CREDENTIALS' } })
    expect(unknown.body).toEqual(wrong.body)
  })

  it('A-23 lets no more than ten wrong tries through, however many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => attempt('lanhdao', 'sai')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(30)
  })

  it('A-23 does not count right answers as tries', async () => {
    for (let time = 0; time < 15; time += 1) expect((await attempt('lanhdao', PASSWORD)).status).toBe(200)
  })

  it('A-40 takes the address of the caller from the proxy that is named, and from nobody else', async () => {
    const behind = await startTestApp(open, { config: { ...testConfig, trustProxy: ['127.0.0.1'] } })
    const from = (app: TestApp['app'], address: string) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: { 'x-forwarded-for': address },
        payload: { username: 'lanhdao', password: 'sai' }
      })
    for (let tries = 0; tries < 10; tries += 1) await from(behind.app, '192.0.2.1')
    expect((await from(behind.app, '192.0.2.1')).statusCode).toBe(429)
    expect((await from(behind.app, '192.0.2.2')).statusCode).toBe(401)
    for (let tries = 0; tries < 10; tries += 1) await from(test.app, `192.0.2.${tries}`)
    expect((await from(test.app, '192.0.2.99')).statusCode).toBe(429)
    await behind.close()
  })

  it('A-23 asks for patience after ten wrong tries, and does not lock out another address', async () => {
    for (let tries = 0; tries < 10; tries += 1) expect((await attempt('lanhdao', 'sai')).status).toBe(401)
    const refused = await attempt('lanhdao', PASSWORD)
    expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    const elsewhere = await test.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      remoteAddress: '192.0.2.7',
      payload: { username: 'lanhdao', password: PASSWORD }
    })
    expect(elsewhere.statusCode).toBe(200)
  })

  it('A-24 ends after a quarter of an hour without a sign of life, and not while work goes on', async () => {
    const officer = await signIn(test.app, 'tiepnhan1')
    for (let quarter = 0; quarter < 4; quarter += 1) {
      later(test, 14)
      expect((await officer('GET', '/api/v1/session')).status).toBe(200)
      await settled(test, officer.user)
    }
    later(test, 15)
    expect(await officer('GET', '/api/v1/session')).toMatchObject({
      status: 401,
      body: { code: 'SIGN_IN_REQUIRED' }
    })
  })

  it('A-24 ends after a shift of ten hours whatever happens', async () => {
    const officer = await signIn(test.app, 'tiepnhan1')
    for (let minutes = 0; minutes < 590; minutes += 10) {
      later(test, 10)
      await officer('GET', '/api/v1/session')
      await settled(test, officer.user)
    }
    expect((await officer('GET', '/api/v1/session')).status).toBe(200)
    later(test, 10)
    expect((await officer('GET', '/api/v1/session')).status).toBe(401)
  })

  it('A-26 is over on the server when someone signs out', async () => {
    const officer = await signIn(test.app, 'tiepnhan1')
    expect((await officer('DELETE', '/api/v1/session')).status).toBe(204)
    expect((await officer('GET', '/api/v1/session')).status).toBe(401)
  })

  it('A-26 ends at once for an account that is disabled', async () => {
    const [administrator, officer] = [await signIn(test.app, 'quantri'), await signIn(test.app, 'tiepnhan2')]
    const disabled = await administrator('PATCH', `/api/v1/accounts/${officer.user.id}`, { disabled: true })
    expect(disabled).toMatchObject({ status: 200, body: { disabled: true } })
    expect((await officer('GET', '/api/v1/session')).status).toBe(401)
    expect((await attempt('tiepnhan2', PASSWORD)).status).toBe(401)
  })

  it('ends the other sessions of an account whose password changes', async () => {
    const [here, there] = [await signIn(test.app, 'tiepnhan1'), await signIn(test.app, 'tiepnhan1')]
    const body = { current: PASSWORD, next: 'mot mat khau moi' }
    expect((await here('POST', '/api/v1/session/password', body)).status).toBe(204)
    expect((await here('GET', '/api/v1/session')).status).toBe(200)
    expect((await there('GET', '/api/v1/session')).status).toBe(401)
    expect((await attempt('tiepnhan1', PASSWORD)).status).toBe(401)
    expect((await attempt('tiepnhan1', 'mot mat khau moi')).status).toBe(200)
  })

  it.each([
    ['without the header', { origin: ORIGIN }],
    ['without a word of where it comes from', { 'x-motcua': '1' }],
    ['from another site', { 'x-motcua': '1', origin: 'https://evil.example' }],
    ['from a site whose name begins like ours', { 'x-motcua': '1', origin: `${ORIGIN}.evil.example` }],
    [
      'from another site that only Sec-Fetch-Site betrays',
      { 'x-motcua': '1', 'sec-fetch-site': 'cross-site' }
    ]
  ])('A-17 refuses a change by cookie %s', async (_, headers) => {
    const { cookie } = await signIn(test.app, 'quantri')
    const body = { label: 'x' }
    const answer = await send(test.app, {
      method: 'POST',
      url: '/api/v1/tokens',
      body,
      headers: { cookie, ...(headers as Record<string, string>) }
    })
    expect(answer).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
  })

  it('gives a forgetful person a new password, and nobody takes his own rights away', async () => {
    const [administrator, officer] = [await signIn(test.app, 'quantri'), await signIn(test.app, 'tiepnhan1')]
    const reset = await administrator('PATCH', `/api/v1/accounts/${officer.user.id}`, {
      password: 'tạm thời 123'
    })
    expect(reset.status).toBe(200)
    expect((await officer('GET', '/api/v1/session')).status).toBe(401)
    expect((await attempt('tiepnhan1', 'tạm thời 123')).status).toBe(200)
    const own = `/api/v1/accounts/${administrator.user.id}`
    for (const change of [{ disabled: true }, { roles: ['reception'] }]) {
      expect(await administrator('PATCH', own, change)).toMatchObject({
        status: 409,
        body: { code: 'MOVE_NOT_ALLOWED' }
      })
    }
  })

  it('changes a password once under one key, though the old one is wrong by then', async () => {
    const officer = await signIn(test.app, 'tiepnhan1')
    const body = { current: PASSWORD, next: 'một mật khẩu khác' }
    const change = () => officer('POST', '/api/v1/session/password', body, { 'idempotency-key': 'change' })
    expect([(await change()).status, (await change()).status]).toEqual([204, 204])
  })

  it('takes a token from a program, until it is revoked', async () => {
    const administrator = await signIn(test.app, 'quantri')
    const { id, token } = (await administrator('POST', '/api/v1/tokens', { label: 'báo cáo' })).body
    const ask = () =>
      send(test.app, {
        method: 'POST',
        url: '/api/v1/tokens',
        body: { label: 'con' },
        headers: { authorization: `Bearer ${token}` }
      })
    expect((await ask()).status).toBe(201)
    expect((await administrator('DELETE', `/api/v1/tokens/${id}`)).status).toBe(204)
    expect((await ask()).status).toBe(401)
  })

  it('lets a device in once with its code, and the device stays in', async () => {
    const administrator = await signIn(test.app, 'quantri')
    const { code } = (await administrator('POST', '/api/v1/devices', { kind: 'display', name: 'Bảng sảnh' }))
      .body
    const enrol = (key: string) =>
      send(test.app, {
        method: 'POST',
        url: '/api/v1/device-session',
        body: { code },
        headers: { 'idempotency-key': key }
      })
    const first = await enrol('once')
    expect((await enrol('once')).body).toEqual(first.body)
    expect(first).toMatchObject({ status: 200, body: { user: { roles: ['display'], name: 'Bảng sảnh' } } })
    expect((await enrol('again')).status).toBe(401)

    later(test, 60 * 24 * 90)
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? ''
    const still = await send(test.app, { method: 'GET', url: '/api/v1/session', headers: { cookie } })
    expect(still.status).toBe(200)
  })

  it('keeps a kiosk, a display and a person apart in one browser', async () => {
    const administrator = await signIn(test.app, 'quantri')
    const cookies = [administrator.cookie]
    for (const kind of ['kiosk', 'display']) {
      const { code } = (await administrator('POST', '/api/v1/devices', { kind, name: kind })).body
      const { headers } = await send(test.app, {
        method: 'POST',
        url: '/api/v1/device-session',
        body: { code }
      })
      cookies.push(String(headers['set-cookie']).split(';')[0] ?? '')
    }
    const who = async (screen: string, cookie: string) => {
      const headers = { cookie, 'x-motcua-screen': screen }
      const { body } = await send(test.app, { method: 'GET', url: '/api/v1/session', headers })
      return body.user?.roles ?? body.code
    }
    expect(await who('staff', cookies.join('; '))).toEqual(['administrator'])
    expect(await who('kiosk', cookies.join('; '))).toEqual(['kiosk'])
    expect(await who('display', cookies.join('; '))).toEqual(['display'])
    expect(await who('display', administrator.cookie)).toEqual(['administrator'])
    expect(await who('staff', cookies.slice(1).join('; '))).toBe('SIGN_IN_REQUIRED')
  })

  it('does not let a device in with a code that is a quarter of an hour old', async () => {
    const administrator = await signIn(test.app, 'quantri')
    const { code } = (await administrator('POST', '/api/v1/devices', { kind: 'kiosk', name: 'Ki-ốt 1' })).body
    later(test, 15)
    const answer = await send(test.app, { method: 'POST', url: '/api/v1/device-session', body: { code } })
    expect(answer.status).toBe(401)
  })
})

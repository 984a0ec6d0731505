import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

const PEOPLE = {
  reception: 'tiepnhan1',
  specialist: 'chuyenmon1',
  supervisor: 'lanhdao',
  administrator: 'quantri'
} as const

type Someone = keyof typeof PEOPLE | 'kiosk' | 'display' | 'nobody'

const ALL: readonly Someone[] = [
  'reception',
  'specialist',
  'supervisor',
  'administrator',
  'kiosk',
  'display',
  'nobody'
]
const STAFF: readonly Someone[] = ['reception', 'specialist', 'supervisor', 'administrator']
const SIGNED_IN: readonly Someone[] = [...STAFF, 'kiosk', 'display']

/** Who may do what. The rest is refused: 401 for nobody, 403 for the others. */
const MATRIX: readonly [
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  body: object | undefined,
  may: readonly Someone[]
][] = [
  ['GET', '/api/v1/session', undefined, SIGNED_IN],
  ['GET', '/api/v1/offices', undefined, SIGNED_IN],
  ['GET', '/api/v1/offices/{office}', undefined, SIGNED_IN],
  ['POST', '/api/v1/offices/{office}/counters', { number: 77, name: 'Quầy' }, ['administrator']],
  ['POST', '/api/v1/offices/{office}/services', { letter: 'Z', name: 'Lĩnh vực' }, ['administrator']],
  ['POST', '/api/v1/counters/{counter}/open', undefined, ['reception', 'supervisor', 'administrator']],
  [
    'POST',
    '/api/v1/counters/{counter}/pause',
    { reason: 'họp' },
    ['reception', 'supervisor', 'administrator']
  ],
  ['POST', '/api/v1/counters/{counter}/close', undefined, ['reception', 'supervisor', 'administrator']],
  ['GET', '/api/v1/accounts', undefined, ['administrator']],
  [
    'POST',
    '/api/v1/accounts',
    { username: 'moi.{n}', name: 'Mới', roles: ['reception'], password: 'mật khẩu mới' },
    ['administrator']
  ],
  ['PATCH', '/api/v1/accounts/{account}', { name: 'Đổi tên' }, ['administrator']],
  ['POST', '/api/v1/devices', { kind: 'kiosk', name: 'Ki-ốt' }, ['administrator']],
  ['POST', '/api/v1/tokens', { label: 'máy' }, STAFF],
  ['GET', '/healthz', undefined, ALL],
  ['GET', '/api/openapi.json', undefined, ALL]
]

describe.each(databases)('A-27 permissions, on $name', ({ open }) => {
  let test: TestApp
  const callers = new Map<Someone, Caller>()
  const places: Record<string, string> = {}

  beforeAll(async () => {
    test = await startTestApp(open)
    for (const [role, username] of Object.entries(PEOPLE)) {
      callers.set(role as Someone, await signIn(test.app, username))
    }
    for (const kind of ['kiosk', 'display'] as const) callers.set(kind, await device(kind))
    const administrator = callers.get('administrator') as Caller
    const { officeId } = administrator.user
    const { body } = await administrator('GET', `/api/v1/offices/${officeId}`)
    Object.assign(places, {
      office: officeId,
      counter: body.counters[0].id,
      account: callers.get('specialist')?.user.id
    })
  })
  afterAll(() => test.close())

  async function device(kind: 'kiosk' | 'display'): Promise<Caller> {
    const administrator = callers.get('administrator') as Caller
    const { code } = (await administrator('POST', '/api/v1/devices', { kind, name: kind })).body
    const { headers, body } = await send(test.app, {
      method: 'POST',
      url: '/api/v1/device-session',
      body: { code }
    })
    const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
    const call: Caller = Object.assign(
      (method: string | undefined, url: string, payload?: object, more: Record<string, string> = {}) =>
        send(test.app, {
          method: method as 'GET',
          url,
          body: payload,
          headers: { cookie, 'x-motcua': '1', 'sec-fetch-site': 'same-origin', ...more }
        }),
      { user: body.user, cookie }
    )
    return call
  }

  const fill = (text: string, n: number) =>
    text.replace(/\{(\w+)\}/g, (_, name) => (name === 'n' ? String(n) : (places[name] ?? '')))

  const cases = MATRIX.flatMap(([method, url, body, may]) =>
    ALL.map((who) => ({ method, url, body, who, may: may.includes(who) }))
  )

  it.each(cases)('$who $method $url: $may', async ({ method, url, body, who, may }) => {
    const caller = callers.get(who)
    const payload = body && JSON.parse(fill(JSON.stringify(body), ALL.indexOf(who)))
    const answer = caller
      ? await caller(method, fill(url, 0), payload)
      : await send(test.app, { method, url: fill(url, 0), body: payload })

    const refused = who === 'nobody' ? [401] : [403]
    if (may) expect([401, 403]).not.toContain(answer.status)
    else expect(refused).toContain(answer.status)
  })

  it("A-28 another office's things do not exist", async () => {
    const stranger = await signIn(test.app, 'tiepnhan9')
    const foreigner = await signIn(test.app, 'quantri9')
    expect((await stranger('GET', '/api/v1/offices')).body.items).toHaveLength(1)
    for (const answer of [
      await stranger('GET', fill('/api/v1/offices/{office}', 0)),
      await stranger('POST', fill('/api/v1/counters/{counter}/open', 0)),
      await foreigner('POST', fill('/api/v1/offices/{office}/counters', 0), { number: 78, name: 'Quầy' }),
      await foreigner('PATCH', fill('/api/v1/accounts/{account}', 0), { disabled: true })
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    }
    const names = (await foreigner('GET', '/api/v1/accounts')).body.items.map(
      ({ username }: { username: string }) => username
    )
    expect(names).toEqual(expect.arrayContaining(['quantri9', 'tiepnhan9']))
    expect(names).not.toContain('tiepnhan1')
  })
})

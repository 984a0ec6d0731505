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
const COUNTER_STAFF: readonly Someone[] = ['reception', 'supervisor', 'administrator']
const SIGNED_IN: readonly Someone[] = [...STAFF, 'kiosk', 'display']

/** Who may do what. The rest is refused: 401 for nobody, 403 for the others. */
const MATRIX: readonly [
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body: object | undefined,
  may: readonly Someone[]
][] = [
  ['GET', '/api/v1/session', undefined, SIGNED_IN],
  ['GET', '/api/v1/offices', undefined, SIGNED_IN],
  ['GET', '/api/v1/offices/{office}', undefined, SIGNED_IN],
  ['PUT', '/api/v1/offices/{office}/phone', { phone: '0297 3 860 215' }, ['administrator']],
  ['POST', '/api/v1/offices/{office}/counters', { number: 77, name: 'Quầy' }, ['administrator']],
  ['POST', '/api/v1/offices/{office}/services', { letter: 'M', name: 'Lĩnh vực' }, ['administrator']],
  ['PATCH', '/api/v1/counters/{counter}', { name: 'Quầy đổi tên' }, ['administrator']],
  ['PATCH', '/api/v1/services/{service}', { name: 'Lĩnh vực đổi tên' }, ['administrator']],
  ['POST', '/api/v1/counters/{counter}/open', undefined, ['reception', 'supervisor', 'administrator']],
  [
    'POST',
    '/api/v1/counters/{counter}/pause',
    { reason: 'họp' },
    ['reception', 'supervisor', 'administrator']
  ],
  ['POST', '/api/v1/counters/{counter}/close', undefined, ['reception', 'supervisor', 'administrator']],
  [
    'POST',
    '/api/v1/offices/{office}/tickets',
    { serviceId: '{service}' },
    ['reception', 'administrator', 'kiosk']
  ],
  ['GET', '/api/v1/offices/{office}/queue', undefined, SIGNED_IN],
  ['GET', '/api/v1/appointments?day=2026-11-23', undefined, COUNTER_STAFF],
  ['GET', '/api/v1/appointments/times?day=2026-11-23&serviceId=x', undefined, COUNTER_STAFF],
  ['GET', '/api/v1/appointments/limits', undefined, COUNTER_STAFF],
  ['PUT', '/api/v1/appointments/limits/x', { most: 2 }, ['administrator']],
  ['POST', '/api/v1/appointments', {}, COUNTER_STAFF],
  ['GET', '/api/v1/appointments/x', undefined, COUNTER_STAFF],
  ['POST', '/api/v1/appointments/x/cancel', undefined, COUNTER_STAFF],
  ['POST', '/api/v1/appointments/check-in', {}, [...COUNTER_STAFF, 'kiosk']],
  ['GET', '/api/v1/hall', undefined, STAFF],
  ['PUT', '/api/v1/hall/rules', {}, ['administrator']],
  ['PUT', '/api/v1/hall/priority-groups', {}, ['administrator']],
  ['PUT', '/api/v1/hall/counters/{counter}/services', { services: [] }, ['administrator']],
  ['PUT', '/api/v1/hall/services/{service}', { mostPerDay: null }, ['administrator']],
  ['PUT', '/api/v1/hall/announcements', { announcements: [] }, ['supervisor', 'administrator']],
  ['POST', '/api/v1/hall/emergency', { text: 'Mời mọi người ra cửa' }, ['supervisor', 'administrator']],
  ['DELETE', '/api/v1/hall/emergency', undefined, ['supervisor', 'administrator']],
  ['POST', '/api/v1/counters/{counter}/calls', undefined, ['reception', 'supervisor', 'administrator']],
  ['GET', '/api/v1/tickets/{ticket}', undefined, ['reception', 'supervisor', 'administrator', 'kiosk']],
  ['POST', '/api/v1/tickets/{ticket}/recall', undefined, ['reception', 'supervisor', 'administrator']],
  ['POST', '/api/v1/tickets/{ticket}/serve', undefined, ['reception', 'supervisor', 'administrator']],
  ['POST', '/api/v1/tickets/{ticket}/finish', undefined, ['reception', 'supervisor', 'administrator']],
  ['POST', '/api/v1/tickets/{ticket}/absent', undefined, ['reception', 'supervisor', 'administrator']],
  ['POST', '/api/v1/tickets/{ticket}/park', undefined, COUNTER_STAFF],
  ['POST', '/api/v1/tickets/{ticket}/resume', undefined, COUNTER_STAFF],
  ['POST', '/api/v1/tickets/{ticket}/transfer', { serviceId: '{service}' }, COUNTER_STAFF],
  ['POST', '/api/v1/tickets/{ticket}/services', { serviceId: '{service}' }, COUNTER_STAFF],
  ['GET', '/api/v1/counters/{counter}/line', undefined, COUNTER_STAFF],
  [
    'POST',
    '/api/v1/tickets/{ticket}/cancel',
    undefined,
    ['reception', 'supervisor', 'administrator', 'kiosk']
  ],
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
  ['GET', '/api/v1/regulation', undefined, STAFF],
  ['GET', '/api/v1/regulation/open-points', undefined, STAFF],
  ['POST', '/api/v1/regulation/settings', {}, ['administrator']],
  ['GET', '/api/v1/calendar?year=2026', undefined, STAFF],
  [
    'PUT',
    '/api/v1/calendar/days/2026-12-07',
    { kind: 'holiday', name: 'Ngày thử', legalBasis: 'Quyết định thử' },
    ['administrator']
  ],
  ['DELETE', '/api/v1/calendar/days/2026-12-07', undefined, ['administrator']],
  ['POST', '/api/v1/calendar/questions/x/decision', {}, ['administrator']],
  ['POST', '/api/v1/calendar/imports', {}, ['administrator']],
  ['GET', '/api/v1/offices/{office}/hours', undefined, SIGNED_IN],
  ['POST', '/api/v1/offices/{office}/hours', {}, ['administrator']],
  ['GET', '/api/v1/procedures?q=khai', undefined, ALL],
  ['GET', '/api/v1/procedures/1.001193', undefined, ALL],
  ['GET', '/api/v1/procedures/attention', undefined, ['administrator']],
  ['POST', '/api/v1/procedures/1.001193/amendments', {}, ['administrator']],
  ['POST', '/api/v1/catalogue/imports', {}, ['administrator']],
  ['POST', '/api/v1/due-dates', { procedureCode: '1.001193', receivedAt: '2026-11-23T02:00:00.000Z' }, ALL],
  ['POST', '/api/v1/dossiers', {}, COUNTER_STAFF],
  ['GET', '/api/v1/dossiers?q=an', undefined, STAFF],
  ['GET', '/api/v1/dossiers/check', undefined, STAFF],
  ['GET', '/api/v1/dossiers/x', undefined, STAFF],
  ['GET', '/api/v1/dossiers/x/history', undefined, STAFF],
  ['GET', '/api/v1/dossiers/x/slip.pdf', undefined, STAFF],
  ['POST', '/api/v1/dossiers/x/slip', { how: 'printed' }, COUNTER_STAFF],
  ['POST', '/api/v1/dossiers/x/hand-over', {}, STAFF],
  ['POST', '/api/v1/dossiers/x/accept-hand-over', undefined, STAFF],
  ['POST', '/api/v1/dossiers/x/request-supplement', {}, STAFF],
  ['POST', '/api/v1/dossiers/x/receive-supplement', {}, COUNTER_STAFF],
  ['POST', '/api/v1/dossiers/x/request-payment', undefined, STAFF],
  ['POST', '/api/v1/dossiers/x/confirm-payment', undefined, COUNTER_STAFF],
  ['POST', '/api/v1/dossiers/x/refuse', {}, STAFF],
  ['POST', '/api/v1/dossiers/x/withdraw', undefined, COUNTER_STAFF],
  ['POST', '/api/v1/dossiers/x/stop', {}, STAFF],
  ['POST', '/api/v1/dossiers/x/record-result', {}, STAFF],
  ['POST', '/api/v1/dossiers/x/return-result', {}, COUNTER_STAFF],
  ['GET', '/api/v1/holders', undefined, STAFF],
  ['POST', '/api/v1/agencies', { name: 'Phòng thử' }, ['administrator']],
  ['GET', '/api/v1/late-reasons', undefined, STAFF],
  ['POST', '/api/v1/dossiers/x/apologies', {}, ['specialist', 'supervisor', 'administrator']],
  ['GET', '/api/v1/dossiers/x/apologies', undefined, STAFF],
  ['GET', '/api/v1/apologies/x', undefined, STAFF],
  ['GET', '/api/v1/apologies/x/letter.pdf', undefined, STAFF],
  ['GET', '/api/v1/apologies/x/letter.docx', undefined, STAFF],
  ['PATCH', '/api/v1/apologies/x', {}, ['specialist', 'supervisor', 'administrator']],
  ['POST', '/api/v1/apologies/x/issue', {}, ['supervisor', 'administrator']],
  ['POST', '/api/v1/apologies/x/send', { channel: 'phone' }, ['reception', 'supervisor', 'administrator']],
  ['GET', '/api/v1/supervision/hall', undefined, ['supervisor', 'administrator']],
  [
    'GET',
    '/api/v1/supervision/hall/history?from=2026-11-23&to=2026-11-23',
    undefined,
    ['supervisor', 'administrator']
  ],
  [
    'GET',
    '/api/v1/supervision/hall/skips?from=2026-11-23&to=2026-11-23',
    undefined,
    ['supervisor', 'administrator']
  ],
  ['GET', '/api/v1/supervision/hall/staffing?day=2026-11-23', undefined, ['supervisor', 'administrator']],
  [
    'GET',
    '/api/v1/reports/waiting?from=2026-11-23&to=2026-11-23',
    undefined,
    ['supervisor', 'administrator']
  ],
  ['GET', '/api/v1/supervision/summary', undefined, ['supervisor', 'administrator']],
  ['GET', '/api/v1/supervision/dossiers?list=late', undefined, ['supervisor', 'administrator']],
  ['POST', '/api/v1/devices/sign', { version: '1', screen: 'kiosk', clockSkewMs: 0 }, ['kiosk', 'display']],
  ['GET', '/api/v1/devices/signs', undefined, ['supervisor', 'administrator']],
  ['POST', '/api/v1/scans', { kind: 'ticket', token: 'x'.repeat(20) }, STAFF],
  ['POST', '/api/v1/self-service/help-calls', undefined, ['kiosk']],
  ['GET', '/api/v1/self-service/help-calls', undefined, [...STAFF, 'kiosk']],
  ['POST', '/api/v1/self-service/help-calls/x/answer', undefined, STAFF],
  ['POST', '/api/v1/self-service/help-calls/x/end', undefined, ['kiosk']],
  ['POST', '/api/v1/self-service/dossier', { scan: 'x' }, [...STAFF, 'kiosk']],
  ['POST', '/api/v1/self-service/pick-up-tickets', { scan: 'x' }, ['reception', 'administrator', 'kiosk']],
  ['GET', '/api/v1/self-service/result-places/x', undefined, COUNTER_STAFF],
  ['PUT', '/api/v1/self-service/result-places/x', { counterId: null }, COUNTER_STAFF],
  ['POST', '/api/v1/self-service/search-misses', { words: 'cấp sổ' }, [...STAFF, 'kiosk']],
  ['GET', '/api/v1/self-service/search-misses', undefined, ['administrator']],
  ['GET', '/api/v1/offices/{office}/kiosk-languages', undefined, SIGNED_IN],
  ['PUT', '/api/v1/kiosk-languages/km', {}, ['administrator']],
  ['DELETE', '/api/v1/kiosk-languages/km', undefined, ['administrator']],
  ['GET', '/api/v1/printers', undefined, ['administrator']],
  ['GET', '/api/v1/printers/states', undefined, [...STAFF, 'kiosk']],
  ['POST', '/api/v1/printers', {}, ['administrator']],
  ['PATCH', '/api/v1/printers/x', {}, ['administrator']],
  ['DELETE', '/api/v1/printers/x', undefined, ['administrator']],
  ['PUT', '/api/v1/printers/x/kiosks', {}, ['administrator']],
  ['POST', '/api/v1/printers/x/probe', undefined, ['administrator']],
  ['POST', '/api/v1/printers/x/test', undefined, ['administrator']],
  ['GET', '/api/v1/print-jobs?state=asked', undefined, STAFF],
  ['GET', '/api/v1/print-jobs/x', undefined, [...STAFF, 'kiosk']],
  ['POST', '/api/v1/print-jobs/x/reprint', undefined, STAFF],
  ['POST', '/api/v1/print-jobs/x/outcome', {}, STAFF],
  ['GET', '/api/v1/papers/ticket.png', undefined, STAFF],
  ['GET', '/thu-tuc', undefined, ALL],
  ['GET', '/thu-tuc/1.001193', undefined, ALL],
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
      service: body.services[0].id,
      account: callers.get('specialist')?.user.id,
      ticket: 'x'
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

  it('A-09 has no route of the interface that this table does not look at', () => {
    const { paths } = test.app.swagger() as { paths: Record<string, Record<string, { tags?: string[] }>> }
    const known = MATRIX.map(([method, url]) => `${method} ${url.split('?')[0]}`)
    const asPattern = (route: string) =>
      new RegExp(`^${route.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/ ]+')}$`)
    const unknown = Object.entries(paths).flatMap(([route, methods]) =>
      Object.keys(methods)
        .map((method) => `${method.toUpperCase()} ${route}`)
        .filter((name) => !known.some((line) => asPattern(name).test(line)))
    )
    expect(unknown.sort()).toEqual([
      'DELETE /api/v1/session',
      'DELETE /api/v1/tokens/{tokenId}',
      'POST /api/v1/device-session',
      'POST /api/v1/offices',
      'POST /api/v1/session',
      'POST /api/v1/session/password',
      'POST /api/v1/setup'
    ])
  })

  it("A-28 another office's things do not exist", async () => {
    const stranger = await signIn(test.app, 'tiepnhan9')
    const foreigner = await signIn(test.app, 'quantri9')
    expect((await stranger('GET', '/api/v1/offices')).body.items).toHaveLength(1)
    for (const answer of [
      await stranger('GET', fill('/api/v1/offices/{office}', 0)),
      await stranger('POST', fill('/api/v1/counters/{counter}/open', 0)),
      await stranger('GET', fill('/api/v1/offices/{office}/queue', 0)),
      await stranger('POST', fill('/api/v1/offices/{office}/tickets', 0), { serviceId: places.service }),
      await stranger('POST', fill('/api/v1/counters/{counter}/calls', 0)),
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

import { type Answer, type Caller, ORIGIN, send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import type { OpenTestDatabase } from '../support/databases.ts'

/** The hall of the demonstration office: an officer, its counters and services, and short ways to what happens there. */
export interface Hall extends TestApp {
  officer: Caller
  officeId: string
  counters: string[]
  services: { id: string; letter: string; name: string }[]
  issue(service?: number, body?: object, headers?: Record<string, string>): Promise<Answer>
  /** By the officer who sits there: at each counter another one, as nobody sits at two. */
  call(counter: number, headers?: Record<string, string>): Promise<Answer>
  move(ticketId: string, move: string): Promise<Answer>
  queue(): Promise<Answer['body']>
  /** Goes on at another time; the officer signs in again, as a session does not live that long. */
  at(now: string): Promise<void>
  /** Lets a kiosk or a display in. */
  device(kind: 'kiosk' | 'display'): Promise<Caller>
}

const STAFF = ['tiepnhan1', 'tiepnhan2', 'lanhdao', 'quantri']

export async function openHall(open: OpenTestDatabase, options: { now?: string } = {}): Promise<Hall> {
  const test = await startTestApp(open, options)
  let officer = await signIn(test.app, 'tiepnhan1')
  const { officeId } = officer.user
  const { body } = await officer('GET', `/api/v1/offices/${officeId}`)
  const counters = body.counters.map(({ id }: { id: string }) => id)
  const { services } = body
  const seats: number[] = []
  let colleagues = new Map<number, Promise<Caller>>()
  const officerAt = (counter: number): Caller | Promise<Caller> => {
    if (!seats.includes(counter)) seats.push(counter)
    const seat = seats.indexOf(counter)
    if (seat === 0) return officer
    const colleague = colleagues.get(seat) ?? signIn(test.app, STAFF[seat] ?? '')
    colleagues.set(seat, colleague)
    return colleague
  }
  return {
    ...test,
    officer,
    officeId,
    counters,
    services,
    issue: (service = 0, more = {}, headers = {}) =>
      officer(
        'POST',
        `/api/v1/offices/${officeId}/tickets`,
        { serviceId: services[service].id, ...more },
        headers
      ),
    call: async (counter, headers = {}) => {
      const url = `/api/v1/counters/${counters[counter]}/calls`
      const answer = await (await officerAt(counter))('POST', url, undefined, headers)
      if (answer.status !== 401) return answer
      colleagues = new Map()
      return (await officerAt(counter))('POST', url, undefined, headers)
    },
    move: (ticketId, move) => officer('POST', `/api/v1/tickets/${ticketId}/${move}`),
    at: async (now) => {
      test.clock.now = new Date(now)
      officer = await signIn(test.app, 'tiepnhan1')
      colleagues = new Map()
    },
    queue: async () => (await officer('GET', `/api/v1/offices/${officeId}/queue`)).body,
    device: (kind) => letIn(test, kind)
  }
}

async function letIn({ app }: TestApp, kind: 'kiosk' | 'display'): Promise<Caller> {
  const administrator = await signIn(app, 'quantri')
  const { code } = (await administrator('POST', '/api/v1/devices', { kind, name: kind })).body
  const { headers, body } = await send(app, { method: 'POST', url: '/api/v1/device-session', body: { code } })
  const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
  const call = (
    method: Parameters<Caller>[0],
    url: string,
    payload?: object,
    more: Record<string, string> = {}
  ) =>
    send(app, {
      method,
      url,
      body: payload,
      headers: { cookie, origin: ORIGIN, 'x-motcua': '1', ...more }
    })
  return Object.assign(call, { user: body.user, cookie })
}

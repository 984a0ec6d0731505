import { randomBytes } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { buildApp } from '../../server/app.ts'
import type { Config } from '../../server/config.ts'
import { furnishDemonstration } from '../../server/demonstration/service.ts'
import type { OpenTestDatabase, TestDatabase } from './databases.ts'
import { MORNING, ORIGIN, PASSWORD, testConfig } from './settings.ts'

export { ORIGIN, PASSWORD, testConfig }

/** A clock that stands still until a test moves it. */
interface TestClock {
  now: Date
}

export interface TestApp {
  app: FastifyInstance
  database: TestDatabase
  clock: TestClock
  close(): Promise<void>
}

/** An app on a fresh database, empty or with the demonstration offices. */
export async function startTestApp(
  open: OpenTestDatabase,
  {
    furnished = true,
    now = MORNING,
    config = testConfig
  }: { furnished?: boolean; now?: string; config?: Config } = {}
): Promise<TestApp> {
  const ready = furnished && now === MORNING
  const database = await open(ready ? 'offices' : 'empty')
  const clock = { now: new Date(now) }
  const app = await buildApp({ database, config, clock: () => new Date(clock.now), randomBytes })
  await app.ready()
  if (furnished && !ready) await furnishDemonstration(app, PASSWORD)
  const close = async () => {
    await app.close()
    await database.drop()
  }
  return { app, database, clock, close }
}

export interface Caller {
  /** Sends a request as this person, as a browser's page of ours would. */
  (
    method: InjectOptions['method'],
    url: string,
    body?: object,
    headers?: Record<string, string>
  ): Promise<Answer>
  user: { id: string; name: string; officeId: string; roles: string[] }
  cookie: string
}

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever came
  body: any
  headers: Record<string, string | string[] | number | undefined>
}

/** Signs in one of the demonstration accounts (`quantri`, `tiepnhan1` …). */
export async function signIn(app: FastifyInstance, username: string, password = PASSWORD): Promise<Caller> {
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { username, password }
  })
  if (response.statusCode !== 200) throw new Error(`${username}: ${response.statusCode} ${response.body}`)
  const [first] = response.cookies
  const cookie = `${first?.name}=${first?.value}`
  const call = (
    method: InjectOptions['method'],
    url: string,
    body?: object,
    headers: Record<string, string> = {}
  ) => send(app, { method, url, body, headers: { cookie, origin: ORIGIN, 'x-motcua': '1', ...headers } })
  return Object.assign(call, { user: response.json().user, cookie })
}

/** Sends a request as nobody in particular. */
export async function send(
  app: FastifyInstance,
  {
    method,
    url,
    body,
    headers = {}
  }: {
    method: InjectOptions['method']
    url: string
    body?: object | undefined
    headers?: Record<string, string>
  }
): Promise<Answer> {
  const response = await app.inject({
    method: method ?? 'GET',
    url,
    headers,
    ...(body === undefined ? {} : { payload: body })
  })
  const json = String(response.headers['content-type'] ?? '').includes('json')
  return {
    status: response.statusCode,
    body: json ? response.json() : response.body,
    headers: response.headers
  }
}

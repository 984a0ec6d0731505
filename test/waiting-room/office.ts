import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../server/app.ts'
import { isBeforeAllOffices, steadyClock } from '../../server/clock.ts'
import { newestInstant } from '../../server/event-log.ts'
import { createApiToken } from '../../server/identity/service.ts'
import { type Answer, ORIGIN, send, signIn, testConfig } from '../support/app.ts'
import type { OpenTestDatabase, TestDatabase } from '../support/databases.ts'
import { MORNING } from '../support/settings.ts'

export interface Person {
  id: string
  name: string
  token: string
}

/** One office on one database, whose server may be started anew, with a clock and a timer that only a test moves. */
export interface Office {
  database: TestDatabase
  app: FastifyInstance
  officeId: string
  people: Person[]
  kiosk: Person
  counters: { id: string; number: number }[]
  services: { id: string; letter: string; name: string }[]
  time: { wall: number; timer: number }
  now(): string
  ask(who: Person, request: Asked): Promise<Answer>
  /** Accounts of officers who are not among the four. */
  moreKiosks(count: number): Promise<Person[]>
  moreOfficers(count: number): Promise<Person[]>
  restart(): Promise<void>
  close(): Promise<void>
}

export interface Asked {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  url: string
  body?: object | undefined
  key?: string | undefined
}

const STAFF = ['tiepnhan1', 'tiepnhan2', 'lanhdao', 'quantri']

/** Sessions end after some minutes; tokens of programs do not, so days may pass. */
export async function openOffice(open: OpenTestDatabase): Promise<Office> {
  const database = await open('offices')
  const time = { wall: Date.parse(MORNING), timer: 0 }
  const start = async () => {
    const from = await newestInstant(database.db)
    const clock = steadyClock({ wall: () => time.wall, timer: () => time.timer, from })
    const app = await buildApp({ database, config: testConfig, clock, randomBytes })
    await app.ready()
    return app
  }
  let app = await start()
  const administrator = await signIn(app, 'quantri')
  const { officeId } = administrator.user
  const { body } = await administrator('GET', `/api/v1/offices/${officeId}`)
  const device = (await administrator('POST', '/api/v1/devices', { kind: 'kiosk', name: 'Ki-ốt' })).body
  const accounts = await database.db
    .selectFrom('account')
    .select(['id', 'name', 'username'])
    .where('officeId', '=', officeId)
    .execute()
  const person = async ({ id, name }: { id: string; name: string }): Promise<Person> => {
    const { tokens } = app
    const change = { officeId, actor: administrator.user }
    const made = await app.transact(change, (work) =>
      createApiToken(work, { accountId: id, label: 'thử', tokens })
    )
    return { id, name, token: tokens.token('api', { officeId, id: made.id }) }
  }
  const people: Person[] = []
  for (const username of STAFF) {
    const account = accounts.find((one) => one.username === username)
    if (account) people.push(await person(account))
  }
  const kiosk = await person({ id: device.id, name: 'Ki-ốt' })
  const office: Office = {
    database,
    app,
    officeId,
    people,
    kiosk,
    counters: body.counters,
    services: body.services,
    time,
    now: () => app.clock().toISOString(),
    ask: ({ token }, { method, url, body: payload, key }) =>
      send(app, {
        method,
        url: `/api/v1${url}`,
        body: payload,
        headers: {
          authorization: `Bearer ${token}`,
          origin: ORIGIN,
          ...(key === undefined ? {} : { 'idempotency-key': key })
        }
      }),
    moreKiosks: async (count) => {
      const more: Person[] = []
      for (let index = 0; index < count; index += 1) {
        const name = `Ki-ốt ${index + 2}`
        const { body: made } = await administrator('POST', '/api/v1/devices', { kind: 'kiosk', name })
        more.push(await person({ id: made.id, name }))
      }
      return more
    },
    moreOfficers: async (count) => {
      const more: Person[] = []
      const [like] = office.people
      for (let index = 0; index < count; index += 1) {
        const id = `officer-${index}`
        const name = `Cán bộ ${index}`
        await database.db.transaction().execute(async (trx) => {
          const account = await trx
            .selectFrom('account')
            .selectAll()
            .where('id', '=', like?.id ?? '')
            .executeTakeFirstOrThrow()
          await trx
            .insertInto('account')
            .values({ ...account, id, name, username: id })
            .execute()
        })
        more.push(await person({ id, name }))
      }
      return more
    },
    restart: async () => {
      await app.close()
      if (isBeforeAllOffices(time.wall)) time.wall = Date.parse(office.now())
      app = await start()
      office.app = app
    },
    close: async () => {
      await app.close()
      await database.drop()
    }
  }
  return office
}

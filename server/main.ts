import { randomBytes } from 'node:crypto'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import { configText, startText } from '../kiosk-ui/src/text/server.ts'
import { buildApp } from './app.ts'
import { isBeforeAllOffices, steadyClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { isDatabaseAway } from './database/failures.ts'
import { migrateToLatest } from './database/migrate.ts'
import { type OpenDatabase, openDatabase } from './database/open.ts'
import { newestInstant } from './event-log.ts'
import { forgetKeys } from './idempotency.ts'
import { getLeadOffice, isSetUp } from './offices/service.ts'
import { SYSTEM, takeShippedLaw } from './setup/service.ts'

/** How long a request that is under way may take when the server stops. Milliseconds. */
const GRACE = 10_000

/** Keys are kept for longer than the 7 days that the contract promises. Milliseconds. */
const KEY_TERM = 8 * 86_400_000

/** Keys that are too old are forgotten this often. Milliseconds. */
const FORGET_EVERY = 3_600_000

/** Migrates, then serves; on an empty database it prints where to set the first office up. */
export async function run(): Promise<void> {
  const { app, config } = await serve(readConfig())
  const address = await app.setupAddress()
  say(startText.listening(config.publicUrl))
  if (address) say(startText.setUp(address))
}

/** Opens the database, brings it up to date, builds the app and listens until the process is told to stop. */
export async function serve(
  config: Config,
  prepare: (app: FastifyInstance) => Promise<void> = async () => {}
): Promise<{ app: FastifyInstance; config: Config }> {
  const database = openDatabase(config.databaseUrl, (error) =>
    app?.log.error({ err: error }, 'database connection')
  )
  let app: FastifyInstance | undefined
  await migrateToLatest(database).catch(refuseStart)
  const clock = await startClock(database)
  app = await buildApp({ database, config, clock, randomBytes })
  await prepare(app)
  if (await isSetUp(app.db)) {
    const { id: officeId } = await getLeadOffice(app.db)
    await app.transact({ officeId, actor: SYSTEM }, takeShippedLaw)
  }
  await app.listen({ port: config.port, host: config.host }).catch((error) => refuseStart(error, config.port))
  stopGracefully(app, database)
  return { app, config }
}

async function startClock({ db }: OpenDatabase): Promise<() => Date> {
  if (isBeforeAllOffices(Date.now())) throw new Error(configText.clockLost(new Date().toISOString()))
  const timer = () => performance.now()
  return steadyClock({ wall: Date.now, timer, from: await newestInstant(db) })
}

/** Says in a sentence what the person at the server's window can do about it. */
function refuseStart(error: Error & { code?: string }, port = 0): never {
  if (error.code === 'EADDRINUSE') throw new Error(configText.portTaken(port))
  if (isDatabaseAway(error) || error.code === 'ENOTFOUND')
    throw new Error(configText.databaseAway(error.code ?? error.message))
  throw error
}

function stopGracefully(app: FastifyInstance, { db }: OpenDatabase) {
  const forgetOld = () => {
    const before = new Date(app.clock().getTime() - KEY_TERM).toISOString()
    db.transaction()
      .execute((trx) => forgetKeys(trx, before))
      .catch((error) => app.log.error({ err: error }, 'old idempotency keys could not be forgotten'))
  }
  forgetOld()
  const forget = setInterval(forgetOld, FORGET_EVERY)
  closeWithGrace({ delay: GRACE, logger: app.log }, async ({ err }) => {
    if (err) app.log.error({ err }, 'the server stops because of a defect')
    clearInterval(forget)
    await app.close()
    await db.destroy()
  })
}

/** Speaks to the person at the server's window; the log is for machines. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

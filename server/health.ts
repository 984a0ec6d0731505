import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { cliText } from '../kiosk-ui/src/text/cli.ts'
import type { Config } from './config.ts'
import type { Db, Engine } from './database/schema.ts'
import { DomainError } from './errors.ts'

const Health = {
  summary: 'Whether the server and its database answer',
  tags: ['operation'],
  response: {
    200: Type.Object({
      status: Type.Literal('ok'),
      database: Type.Enum(['sqlite', 'postgres']),
      version: Type.String()
    })
  }
}

export const healthRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/healthz', { schema: Health, logLevel: 'warn' }, async () => {
    const answer = await Promise.race([
      sql`select 1`.execute(app.db).catch(away),
      sleep(NO_ANSWER, NO_ANSWER, { ref: false })
    ])
    if (answer === NO_ANSWER) away(new Error('no answer in time'))
    return { status: 'ok' as const, database: app.engine.name, version: app.config.version }
  })
}

/** Whoever watches the server wants to know soon. Milliseconds. */
const NO_ANSWER = 2000

function away(cause: Error): never {
  throw Object.assign(new DomainError('DATABASE_UNAVAILABLE'), { cause })
}

interface Finding {
  fine: boolean
  words: string
}

/** What a person without a technician at hand should know about the server: one finding a line. */
export async function checkHealth({
  db,
  engine,
  config,
  now
}: {
  db: Db
  engine: Engine
  config: Config
  now: Date
}): Promise<Finding[]> {
  const { health } = cliText
  const last = await db
    .selectFrom('event')
    .select((eb) => eb.fn.max('at').as('at'))
    .executeTakeFirst()
  const clockFine = !last?.at || last.at <= now.toISOString()
  const local = /^https?:\/\/(localhost|127\.)/.test(config.publicUrl)
  return [
    { fine: true, words: health.node(process.versions.node) },
    { fine: true, words: health.database(engine.name) },
    { fine: true, words: last?.at ? '' : health.notSetUp },
    { fine: clockFine, words: clockFine ? health.clockFine : health.clockAhead(last?.at ?? '') },
    {
      fine: true,
      words: local ? health.publicUrlLocal(config.publicUrl) : health.publicUrl(config.publicUrl)
    }
  ].filter(({ words }) => words !== '')
}

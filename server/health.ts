import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { DomainError } from './errors.ts'

const Health = {
  summary: 'Whether the server and its database answer',
  tags: ['operation'],
  response: {
    200: Type.Object({ status: Type.Literal('ok'), database: Type.Enum(['sqlite', 'postgres']), version: Type.String() })
  }
}

export const healthRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/healthz', { schema: Health, logLevel: 'warn' }, async () => {
    await sql`select 1`.execute(app.db).catch((error) => {
      throw Object.assign(new DomainError('DATABASE_UNAVAILABLE'), { cause: error })
    })
    return { status: 'ok' as const, database: app.engine.name, version: app.config.version }
  })
}

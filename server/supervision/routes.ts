import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { GetSummary, ListWatched } from './schemas.ts'
import { listWatched, summarise } from './service.ts'

export const supervisionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const supervisor = app.allow('supervisor', 'administrator')
  const now = () => app.clock().toISOString()

  app.get('/supervision/summary', { schema: GetSummary, onRequest: supervisor }, async ({ actor }) =>
    summarise(app.db, { officeId: actor.officeId, now: now() })
  )

  app.get('/supervision/dossiers', { schema: ListWatched, onRequest: supervisor }, async ({ actor, query }) =>
    listWatched(app.db, { ...query, officeId: actor.officeId, now: now() })
  )
}

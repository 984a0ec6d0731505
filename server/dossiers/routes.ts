import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { withTracking } from './described.ts'
import { GetDossier, GetHistory, ListDossiers } from './schemas.ts'
import { getDossier, listDossiers, readHistory } from './service.ts'

export const dossierRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const staff = app.allow('reception', 'specialist', 'supervisor', 'administrator')

  app.get('/dossiers', { schema: ListDossiers, onRequest: staff }, async ({ actor, query }) =>
    listDossiers(app.db, { officeId: actor.officeId, now: app.clock(), query })
  )

  app.get('/dossiers/:code', { schema: GetDossier, onRequest: staff }, async ({ actor, params }) => {
    const { officeId } = actor
    const state = await getDossier(app.db, { officeId, ...params })
    return withTracking(state, { officeId, tokens: app.tokens, publicUrl: app.config.publicUrl })
  })

  app.get('/dossiers/:code/history', { schema: GetHistory, onRequest: staff }, async ({ actor, params }) => ({
    items: await readHistory(app.db, { officeId: actor.officeId, ...params }),
    nextCursor: null
  }))
}

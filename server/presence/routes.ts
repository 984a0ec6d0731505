import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { GiveSign, ListSigns } from './schemas.ts'
import { keepSign, listDevices } from './service.ts'

export const presenceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const devices = app.allow('kiosk', 'display')
  const watchers = app.allow('supervisor', 'administrator')

  app.post('/devices/sign', { schema: GiveSign, onRequest: devices }, async (request) => {
    const { officeId, actor } = app.changeBy(request)
    await app.transact({ officeId, actor }, (work) => keepSign(work, request.body))
    return { version: app.config.version }
  })

  app.get('/devices/signs', { schema: ListSigns, onRequest: watchers }, async ({ actor }) => ({
    items: await listDevices(app.db, { officeId: actor.officeId, now: app.clock().toISOString() }),
    nextCursor: null
  }))
}

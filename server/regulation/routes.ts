import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { STAFF_ROLES } from '../identity/roles.ts'
import { dayInVietnam } from './day.ts'
import { GetRegulation, ListOpenPoints, SetRule } from './schemas.ts'
import { describeOpenPoints, describeRegulation, setRule } from './service.ts'

export const regulationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const staff = app.allow(...STAFF_ROLES)
  const administrator = app.allow('administrator')
  const today = () => dayInVietnam(app.clock().toISOString())

  app.get('/regulation', { schema: GetRegulation, onRequest: staff }, async ({ query }) =>
    describeRegulation(app.db, query.on ?? today())
  )

  app.get('/regulation/open-points', { schema: ListOpenPoints, onRequest: staff }, async ({ query }) => ({
    items: await describeOpenPoints(app.db, query.on ?? today()),
    nextCursor: null
  }))

  app.post('/regulation/settings', { schema: SetRule, onRequest: administrator }, async (request, reply) => {
    reply.code(201)
    return app.transact(app.changeBy(request), (work) => setRule(work, request.body))
  })
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { CloseCounter, PauseCounter, SitDown } from './schemas.ts'
import { leaveCounter, pause, sitDown } from './service.ts'

export const seatRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const counterStaff = app.allow('reception', 'supervisor', 'administrator')

  app.post('/counters/:counterId/open', { schema: SitDown, onRequest: counterStaff }, async (request) => {
    const { params, body } = request
    return app.transact(app.changeBy(request), (work) =>
      sitDown(work, params.counterId, body?.takeOver === true)
    )
  })

  app.post('/counters/:counterId/close', { schema: CloseCounter, onRequest: counterStaff }, async (request) =>
    app.transact(app.changeBy(request), (work) => leaveCounter(work, request.params.counterId))
  )

  app.post('/counters/:counterId/pause', { schema: PauseCounter, onRequest: counterStaff }, async (request) =>
    app.transact(app.changeBy(request), (work) => pause(work, { ...request.params, ...request.body }))
  )
}

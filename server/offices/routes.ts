import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DomainError } from '../errors.ts'
import {
  AddCounter,
  AddService,
  GetOffice,
  ListOffices,
  RenameCounter,
  RenameService,
  SetPhone
} from './schemas.ts'
import {
  addCounter,
  addService,
  describeOffice,
  getOffice,
  renameCounter,
  renameService,
  setPhone
} from './service.ts'

export const officeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const anyone = app.allow()
  const administrator = app.allow('administrator')

  app.get('/offices', { schema: ListOffices, onRequest: anyone }, async ({ actor }) => ({
    items: [await getOffice(app.db, actor.officeId)],
    nextCursor: null
  }))

  app.get('/offices/:officeId', { schema: GetOffice, onRequest: anyone }, async ({ actor, params }) => {
    assertOwnOffice(actor, params)
    return describeOffice(app.db, actor.officeId, app.clock().toISOString())
  })

  app.put('/offices/:officeId/phone', { schema: SetPhone, onRequest: administrator }, async (request) => {
    assertOwnOffice(request.actor, request.params)
    return app.transact(app.changeBy(request), (work) => setPhone(work, request.body.phone))
  })

  app.post(
    '/offices/:officeId/counters',
    { schema: AddCounter, onRequest: administrator },
    async (request, reply) => {
      assertOwnOffice(request.actor, request.params)
      reply.code(201)
      return app.transact(app.changeBy(request), (work) => addCounter(work, request.body))
    }
  )

  app.post(
    '/offices/:officeId/services',
    { schema: AddService, onRequest: administrator },
    async (request, reply) => {
      assertOwnOffice(request.actor, request.params)
      reply.code(201)
      return app.transact(app.changeBy(request), (work) => addService(work, request.body))
    }
  )

  app.patch('/counters/:counterId', { schema: RenameCounter, onRequest: administrator }, async (request) =>
    app.transact(app.changeBy(request), (work) => renameCounter(work, { ...request.params, ...request.body }))
  )

  app.patch('/services/:serviceId', { schema: RenameService, onRequest: administrator }, async (request) =>
    app.transact(app.changeBy(request), (work) => renameService(work, { ...request.params, ...request.body }))
  )
}

/** Another office does not exist for the caller. @throws NOT_FOUND */
function assertOwnOffice(actor: { officeId: string }, params: { officeId: string }): void {
  if (actor.officeId !== params.officeId) throw new DomainError('NOT_FOUND')
}

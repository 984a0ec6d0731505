import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DomainError } from '../errors.ts'
import { hasRole, STAFF_ROLES } from '../identity/roles.ts'
import { localMoment, plainDate, yearOf } from './plain-date.ts'
import {
  DecideQuestion,
  GetCalendar,
  ImportCalendar,
  ListHours,
  RemoveDay,
  SetDay,
  SetHours
} from './schemas.ts'
import {
  decideQuestion,
  describeCalendar,
  describeHours,
  importCalendar,
  previewImport,
  removeDay,
  setDay,
  setHours
} from './service.ts'

export const calendarRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const anyone = app.allow()
  const staff = app.allow(...STAFF_ROLES)
  const administrator = app.allow('administrator')
  const thisYear = () => yearOf(plainDate(localMoment(app.clock().toISOString()).day))

  app.get('/calendar', { schema: GetCalendar, onRequest: staff }, async ({ actor, query }) =>
    describeCalendar(app.db, {
      year: query.year ?? thisYear(),
      officeId: actor.officeId,
      administrator: hasRole(actor, ['administrator'])
    })
  )

  app.put('/calendar/days/:day', { schema: SetDay, onRequest: administrator }, async (request) =>
    app.transact(app.changeBy(request), (work) => setDay(work, { ...request.params, ...request.body }))
  )

  app.delete(
    '/calendar/days/:day',
    { schema: RemoveDay, onRequest: administrator },
    async (request, reply) => {
      await app.transact(app.changeBy(request), (work) => removeDay(work, request.params.day))
      return reply.code(204).send(null)
    }
  )

  app.post(
    '/calendar/questions/:questionId/decision',
    { schema: DecideQuestion, onRequest: administrator },
    (request) =>
      app.transact(app.changeBy(request), (work) =>
        decideQuestion(work, { ...request.params, ...request.body })
      )
  )

  app.post('/calendar/imports', { schema: ImportCalendar, onRequest: administrator }, async (request) => {
    const { document, dryRun } = request.body
    if (dryRun) return previewImport(app.db, { officeId: request.actor.officeId, document })
    return app.transact(app.changeBy(request), (work) => importCalendar(work, document))
  })

  app.get('/offices/:officeId/hours', { schema: ListHours, onRequest: anyone }, async ({ actor, params }) => {
    assertOwnOffice(actor, params)
    return { items: await describeHours(app.db, actor.officeId), nextCursor: null }
  })

  app.post(
    '/offices/:officeId/hours',
    { schema: SetHours, onRequest: administrator },
    async (request, reply) => {
      assertOwnOffice(request.actor, request.params)
      reply.code(201)
      return app.transact(app.changeBy(request), (work) => setHours(work, request.body))
    }
  )
}

/** Another office does not exist for the caller. @throws NOT_FOUND */
function assertOwnOffice(actor: { officeId: string }, params: { officeId: string }): void {
  if (actor.officeId !== params.officeId) throw new DomainError('NOT_FOUND')
}

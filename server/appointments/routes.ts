import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { DomainError } from '../errors.ts'
import type { Actor } from '../identity/roles.ts'
import { refuseTooMany } from '../requests.ts'
import {
  CancelAppointment,
  CheckIn,
  GetAppointment,
  ListAppointments,
  ListLimits,
  ListTimes,
  MakeAppointment,
  SetLimit
} from './schemas.ts'
import {
  cancelAppointment,
  checkIn,
  describeLimits,
  getAppointment,
  listAppointments,
  listTimes,
  makeAppointment,
  setLimit
} from './service.ts'

/** Wrong tries at a kiosk: enough for a hall of people who mistype, too few to find six digits. */
const WRONG_TRIES = { points: 10, duration: 600 }

export const appointmentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const counterStaff = app.allow('reception', 'supervisor', 'administrator')
  const arrivals = app.allow('kiosk', 'reception', 'supervisor', 'administrator')
  const administrator = app.allow('administrator')
  const wrongTries = new RateLimiterMemory(WRONG_TRIES)
  const now = () => app.clock().toISOString()

  app.post('/appointments', { schema: MakeAppointment, onRequest: counterStaff }, async (request, reply) => {
    reply.code(201)
    return app.transact(app.changeBy(request), (work) => makeAppointment(work, request.body))
  })

  app.get(
    '/appointments',
    { schema: ListAppointments, onRequest: counterStaff },
    async ({ actor, query }) => ({
      items: await listAppointments(app.db, { actor, ...query, now: now() }),
      nextCursor: null
    })
  )

  app.get('/appointments/times', { schema: ListTimes, onRequest: counterStaff }, async ({ actor, query }) =>
    listTimes(app.db, { officeId: actor.officeId, ...query, now: now() })
  )

  app.get('/appointments/limits', { schema: ListLimits, onRequest: counterStaff }, async ({ actor }) =>
    describeLimits(app.db, actor.officeId)
  )

  app.put(
    '/appointments/limits/:serviceId',
    { schema: SetLimit, onRequest: administrator },
    async (request) =>
      app.transact(app.changeBy(request), async (work) => {
        await setLimit(work, { ...request.params, ...request.body })
        return describeLimits(work.db, work.officeId)
      })
  )

  app.get(
    '/appointments/:appointmentId',
    { schema: GetAppointment, onRequest: counterStaff },
    async ({ actor, params }) => getAppointment(app.db, { actor, ...params, now: now() })
  )

  app.post(
    '/appointments/:appointmentId/cancel',
    { schema: CancelAppointment, onRequest: counterStaff },
    async (request) => {
      const { actor, params } = request
      return app.transact(app.changeBy(request), (work) => cancelAppointment(work, { ...params, actor }))
    }
  )

  app.post('/appointments/check-in', { schema: CheckIn, onRequest: arrivals }, async (request, reply) => {
    const { actor, body: way } = request
    const { tokens } = app
    const { ticket, first } = await limited(actor, () =>
      app.transact(app.changeBy(request), (work) => checkIn(work, { way, tokens }))
    )
    reply.code(first ? 201 : 200)
    const token = tokens.token('ticket', { officeId: actor.officeId, id: ticket.id })
    return { ...ticket, followUrl: `${app.config.publicUrl}/q/${token}` }
  })

  /**
   * A try counts before it is made, so that many at once gain nothing, and is given back unless nothing fitted. Officers see all
   * appointments anyway: to them it would only shut the hall.
   */
  async function limited<Result>(
    { id: actorId, kind }: Pick<Actor, 'id' | 'kind'>,
    task: () => Promise<Result>
  ): Promise<Result> {
    if (kind === 'person') return task()
    await wrongTries.consume(actorId).catch(refuseTooMany)
    try {
      const result = await task()
      await wrongTries.reward(actorId)
      return result
    } catch (error) {
      const wrong = error instanceof DomainError && error.code === 'APPOINTMENT_UNKNOWN'
      if (!wrong) await wrongTries.reward(actorId)
      throw error
    }
  }
}

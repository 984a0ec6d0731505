import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DomainError } from '../errors.ts'
import { GetQueue, type Queue } from '../queue/schemas.ts'
import { GetLine } from './schemas.ts'
import { describeLine, describeQueue } from './service.ts'

export const boardRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const anyone = app.allow()
  const counterStaff = app.allow('reception', 'supervisor', 'administrator')
  const now = () => app.clock().toISOString()

  app.get('/offices/:officeId/queue', { schema: GetQueue, onRequest: anyone }, async ({ actor, params }) => {
    const { officeId } = actor
    if (officeId !== params.officeId) throw new DomainError('NOT_FOUND')
    const seq = app.tailer.position(officeId)
    const queue = await describeQueue(app.db, { officeId, at: now(), seq })
    return actor.kind === 'device' ? forTheHall(queue) : queue
  })

  app.get(
    '/counters/:counterId/line',
    { schema: GetLine, onRequest: counterStaff },
    async ({ actor, params }) => {
      const { officeId, id: officerId } = actor
      return describeLine(app.db, { officeId, ...params, officerId, at: now() })
    }
  )
}

/** What hangs in the hall says who is called, not why somebody goes first. */
function forTheHall(queue: Queue): Queue {
  const waiting = queue.waiting.map((ticket) => ({
    ...ticket,
    priorityGroup: null,
    forCounterId: null,
    appointmentAt: null
  }))
  const counters = queue.counters.map((counter) => ({ ...counter, officerId: null }))
  return { ...queue, waiting, counters }
}

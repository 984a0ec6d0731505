import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { refuseTooMany } from '../requests.ts'
import { AnswerHelpCall, CallForHelp, EndHelpCall, ListHelpCalls } from './schemas.ts'
import { answerHelp, callForHelp, describeHelpCalls, endHelp } from './service.ts'

/** Whoever plays with the button does not keep all counters from their work. Calls of one kiosk, seconds. */
const CALLS_OF_KIOSK = { points: 10, duration: 10 * 60 }

export const guidanceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const kiosk = app.allow('kiosk')
  const staff = app.allow('reception', 'specialist', 'supervisor', 'administrator')
  const hall = app.allow('kiosk', 'reception', 'specialist', 'supervisor', 'administrator')
  const byKiosk = new RateLimiterMemory(CALLS_OF_KIOSK)

  app.post('/self-service/help-calls', { schema: CallForHelp, onRequest: kiosk }, async (request, reply) => {
    const { id } = request.actor
    await byKiosk.consume(id).catch(refuseTooMany)
    const { call, first } = await app.transact(app.changeBy(request), callForHelp)
    if (!first) await byKiosk.reward(id)
    reply.code(first ? 201 : 200)
    return call
  })

  app.get('/self-service/help-calls', { schema: ListHelpCalls, onRequest: hall }, async ({ actor }) => ({
    items: await describeHelpCalls(app.db, { actor, now: app.clock().toISOString() }),
    nextCursor: null
  }))

  app.post(
    '/self-service/help-calls/:callId/answer',
    { schema: AnswerHelpCall, onRequest: staff },
    async (request) => app.transact(app.changeBy(request), (work) => answerHelp(work, request.params.callId))
  )

  app.post(
    '/self-service/help-calls/:callId/end',
    { schema: EndHelpCall, onRequest: kiosk },
    async (request, reply) => {
      await app.transact(app.changeBy(request), (work) => endHelp(work, request.params.callId))
      return reply.code(204).send(null)
    }
  )
}

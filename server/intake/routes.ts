import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { withTracking } from '../dossiers/described.ts'
import { PAPER_POLICY } from '../security.ts'
import { CheckDossier, GetSlip, ReceiveDossier } from './schemas.ts'
import { checkIntake, drawSlip, planIntake, receiveDossier } from './service.ts'

export const intakeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const counter = app.allow('reception', 'supervisor', 'administrator')
  const staff = app.allow('reception', 'specialist', 'supervisor', 'administrator')

  app.post('/dossiers', { schema: ReceiveDossier, onRequest: counter }, async (request, reply) => {
    const { actor, body: asked } = request
    const { officeId } = actor
    const [planned] = await Promise.allSettled([planIntake(app.db, { officeId, at: app.clock(), asked })])
    const state = await app.transact(app.changeBy(request), async (work) => {
      if (planned.status === 'rejected') throw planned.reason
      return receiveDossier(work, { asked, plan: planned.value, tokens: app.tokens })
    })
    reply.code(201)
    return withTracking(state, { officeId, tokens: app.tokens, publicUrl: app.config.publicUrl })
  })

  app.get('/dossiers/check', { schema: CheckDossier, onRequest: staff }, async ({ actor, query }) =>
    checkIntake(app.db, { officeId: actor.officeId, now: app.clock(), ...query })
  )

  app.get('/dossiers/:code/slip.pdf', { schema: GetSlip, onRequest: staff }, async (request, reply) => {
    const { actor, params } = request
    const { tokens, config } = app
    const slip = { officeId: actor.officeId, code: params.code, tokens, publicUrl: config.publicUrl }
    const pdf = await drawSlip(app.db, slip)
    return reply
      .type('application/pdf')
      .header('content-security-policy', PAPER_POLICY)
      .header('content-disposition', `inline; filename="${params.code}.pdf"`)
      .header('cache-control', 'private, no-store')
      .send(pdf)
  })
}

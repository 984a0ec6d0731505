import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import type { Work } from '../transact.ts'
import {
  EndEmergency,
  GetHall,
  type Hall,
  RaiseEmergency,
  SetAnnouncements,
  SetCounterServices,
  SetPriorityGroups,
  SetRules,
  SetServiceLimit
} from './schemas.ts'
import {
  describeHall,
  endEmergency,
  raiseEmergency,
  setAnnouncements,
  setCounterServices,
  setPriorityGroups,
  setRules,
  setServiceLimit
} from './service.ts'

export const hallRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const staff = app.allow('reception', 'specialist', 'supervisor', 'administrator')
  const supervisor = app.allow('supervisor', 'administrator')
  const administrator = app.allow('administrator')

  app.get('/hall', { schema: GetHall, onRequest: staff }, async ({ actor }) =>
    describeHall(app.db, actor.officeId)
  )

  app.put('/hall/rules', { schema: SetRules, onRequest: administrator }, async (request) =>
    changed(request, (work) => setRules(work, request.body, seenBy(request)))
  )

  app.put('/hall/priority-groups', { schema: SetPriorityGroups, onRequest: administrator }, async (request) =>
    changed(request, (work) => setPriorityGroups(work, request.body.groups, seenBy(request)))
  )

  app.put(
    '/hall/counters/:counterId/services',
    { schema: SetCounterServices, onRequest: administrator },
    async (request) =>
      changed(request, (work) => setCounterServices(work, { ...request.params, ...request.body }))
  )

  app.put(
    '/hall/services/:serviceId',
    { schema: SetServiceLimit, onRequest: administrator },
    async (request) =>
      changed(request, (work) => setServiceLimit(work, { ...request.params, ...request.body }))
  )

  app.put('/hall/announcements', { schema: SetAnnouncements, onRequest: supervisor }, async (request) =>
    changed(request, (work) => setAnnouncements(work, request.body.announcements, seenBy(request)))
  )

  app.post('/hall/emergency', { schema: RaiseEmergency, onRequest: supervisor }, async (request) =>
    app.transact(app.changeBy(request), (work) => raiseEmergency(work, request.body.text))
  )

  app.delete('/hall/emergency', { schema: EndEmergency, onRequest: supervisor }, async (request, reply) => {
    await app.transact(app.changeBy(request), endEmergency)
    return reply.code(204).send(null)
  })

  /** Makes a change and answers the hall as it is then. */
  async function changed(request: FastifyRequest, task: (work: Work) => Promise<void>): Promise<Hall> {
    return app.transact(app.changeBy(request), async (work) => {
      await task(work)
      return describeHall(work.db, work.officeId)
    })
  }
}

/** The version that the caller has read (`If-Match: "…"`); without one the change is made against what stands. */
function seenBy({ headers }: FastifyRequest): string | undefined {
  const header = headers['if-match']
  return header === undefined || header === '*' ? undefined : header.replace(/^(?:W\/)?"?([^"]*)"?$/, '$1')
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { drawDocx, drawPdf } from '../printing/service.ts'
import {
  DraftApology,
  GetApology,
  GetLetter,
  IssueApology,
  ListApologies,
  ListLateReasons,
  RedraftApology,
  SendApology
} from './schemas.ts'
import {
  describeApologies,
  describeLateReasons,
  draftApology,
  getApology,
  issueApology,
  letterOf,
  redraftApology,
  sendApology
} from './service.ts'

export const apologyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const staff = app.allow('reception', 'specialist', 'supervisor', 'administrator')
  const drafters = app.allow('specialist', 'supervisor', 'administrator')
  const supervisor = app.allow('supervisor', 'administrator')
  const senders = app.allow('reception', 'supervisor', 'administrator')

  app.get('/late-reasons', { schema: ListLateReasons, onRequest: staff }, async () => ({
    items: await describeLateReasons(app.db),
    nextCursor: null
  }))

  app.post(
    '/dossiers/:code/apologies',
    { schema: DraftApology, onRequest: drafters },
    async (request, reply) => {
      reply.code(201)
      const { code } = request.params
      return app.transact(app.changeBy(request), (work) => draftApology(work, { ...request.body, code }))
    }
  )

  app.get(
    '/dossiers/:code/apologies',
    { schema: ListApologies, onRequest: staff },
    async ({ actor, params }) => describeApologies(app.db, { officeId: actor.officeId, code: params.code })
  )

  app.get('/apologies/:apologyId', { schema: GetApology, onRequest: staff }, async ({ actor, params }) =>
    getApology(app.db, { officeId: actor.officeId, ...params })
  )

  app.get(
    '/apologies/:apologyId/letter.pdf',
    { schema: GetLetter, onRequest: staff },
    async ({ actor, params }, reply) => {
      const { paper, fileName, createdAt } = await letterOf(app, { officeId: actor.officeId, ...params })
      return sendFile(reply, {
        type: 'application/pdf',
        disposition: `inline; filename="${fileName}.pdf"`,
        content: await drawPdf(paper, { createdAt })
      })
    }
  )

  app.get(
    '/apologies/:apologyId/letter.docx',
    { schema: GetLetter, onRequest: staff },
    async ({ actor, params }, reply) => {
      const { paper, fileName } = await letterOf(app, { officeId: actor.officeId, ...params })
      return sendFile(reply, {
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        disposition: `attachment; filename="${fileName}.docx"`,
        content: await drawDocx(paper)
      })
    }
  )

  app.patch('/apologies/:apologyId', { schema: RedraftApology, onRequest: drafters }, async (request) =>
    app.transact(app.changeBy(request), (work) =>
      redraftApology(work, { ...request.body, ...request.params })
    )
  )

  app.post('/apologies/:apologyId/issue', { schema: IssueApology, onRequest: supervisor }, async (request) =>
    app.transact(app.changeBy(request), (work) => issueApology(work, { ...request.body, ...request.params }))
  )

  app.post('/apologies/:apologyId/send', { schema: SendApology, onRequest: senders }, async (request) =>
    app.transact(app.changeBy(request), (work) => sendApology(work, { ...request.body, ...request.params }))
  )
}

/** The name of the file is ASCII, as dossier codes are (RFC 6266). */
function sendFile(
  reply: FastifyReply,
  { type, disposition, content }: { type: string; disposition: string; content: Buffer }
) {
  return reply.type(type).header('content-disposition', disposition).send(content)
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ticketText } from '../../kiosk-ui/src/text/printers.ts'
import sample from '../../printer-templates/queue-ticket/sample.json' with { type: 'json' }
import { queueTicket } from '../../printer-templates/queue-ticket/template.ts'
import { DomainError } from '../errors.ts'
import { getOffice } from '../offices/service.ts'
import { standingOf } from './described.ts'
import {
  AddPrinter,
  AnswerOutcome,
  ChangePrinter,
  GetPrintJob,
  ListPrinterStates,
  ListPrinters,
  ListPrintJobs,
  PrintTest,
  ProbePrinter,
  RemovePrinter,
  Reprint,
  SetKiosks,
  TicketPreview
} from './schemas.ts'
import {
  addPrinter,
  answerOutcome,
  changePrinter,
  describeJob,
  describeJobs,
  describePrinters,
  keepProbe,
  queueTest,
  removePrinter,
  reprint,
  setKiosks
} from './service.ts'
import { drawTicket, pngOf } from './ticket-raster.ts'

export const printerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const administrator = app.allow('administrator')
  const staff = app.allow('reception', 'specialist', 'supervisor', 'administrator')
  const staffAndKiosks = app.allow('kiosk', 'reception', 'specialist', 'supervisor', 'administrator')
  const network = app.config.printerNetwork

  app.get('/printers', { schema: ListPrinters, onRequest: administrator }, async ({ actor }) => ({
    ...(await describePrinters(app.db, actor.officeId)),
    network: { ranges: [...network.ranges], ports: [...network.ports] },
    nextCursor: null
  }))

  app.get('/printers/states', { schema: ListPrinterStates, onRequest: staffAndKiosks }, async ({ actor }) => {
    const { items } = await describePrinters(app.db, actor.officeId)
    const seen =
      actor.kind === 'device' ? items.filter(({ kiosks }) => kiosks.some(({ id }) => id === actor.id)) : items
    return { items: seen.map(standingOf), nextCursor: null }
  })

  app.post('/printers', { schema: AddPrinter, onRequest: administrator }, async (request, reply) => {
    reply.code(201)
    return app.transact(app.changeBy(request), (work) => addPrinter(work, request.body, network))
  })

  app.patch('/printers/:printerId', { schema: ChangePrinter, onRequest: administrator }, async (request) =>
    app.transact(app.changeBy(request), (work) =>
      changePrinter(work, { ...request.body, ...request.params }, network)
    )
  )

  app.delete(
    '/printers/:printerId',
    { schema: RemovePrinter, onRequest: administrator },
    async (request, reply) => {
      await app.transact(app.changeBy(request), (work) => removePrinter(work, request.params.printerId))
      return reply.code(204).send(null)
    }
  )

  app.put('/printers/:printerId/kiosks', { schema: SetKiosks, onRequest: administrator }, async (request) =>
    app.transact(app.changeBy(request), (work) => setKiosks(work, { ...request.body, ...request.params }))
  )

  app.post(
    '/printers/:printerId/probe',
    { schema: ProbePrinter, onRequest: administrator },
    async (request) => {
      const { printerId } = request.params
      const { standing, found } = await app.printWorker.probe({ officeId: request.actor.officeId, printerId })
      return app.transact(app.changeBy(request), async (work) => {
        const printer = await keepProbe(work, { printerId, found })
        if (!standing) throw new DomainError('PRINTER_BUSY')
        return printer
      })
    }
  )

  app.post(
    '/printers/:printerId/test',
    { schema: PrintTest, onRequest: administrator },
    async (request, reply) => {
      reply.code(201)
      return app.transact(app.changeBy(request), (work) => queueTest(work, request.params.printerId))
    }
  )

  app.get('/print-jobs', { schema: ListPrintJobs, onRequest: staff }, async ({ actor, query }) => ({
    items: await describeJobs(app.db, {
      officeId: actor.officeId,
      now: app.clock().toISOString(),
      state: query.state,
      limit: query.limit
    }),
    nextCursor: null
  }))

  app.get(
    '/print-jobs/:jobId',
    { schema: GetPrintJob, onRequest: staffAndKiosks },
    async ({ actor, params }) => {
      const deviceId = actor.kind === 'device' ? actor.id : undefined
      return describeJob(app.db, { officeId: actor.officeId, ...params, deviceId })
    }
  )

  app.post('/print-jobs/:jobId/reprint', { schema: Reprint, onRequest: staff }, async (request, reply) => {
    reply.code(201)
    return app.transact(app.changeBy(request), (work) => reprint(work, request.params.jobId))
  })

  app.post('/print-jobs/:jobId/outcome', { schema: AnswerOutcome, onRequest: staff }, async (request) =>
    app.transact(app.changeBy(request), (work) => answerOutcome(work, { ...request.body, ...request.params }))
  )

  app.get(
    '/papers/ticket.png',
    { schema: TicketPreview, onRequest: staff },
    async ({ actor, query }, reply) => {
      const { name: officeName } = await getOffice(app.db, actor.officeId)
      const { reprint: again, ...given } = query
      const data = { ...sample, ...given, officeName, issuedAt: app.clock().toISOString() }
      const face = queueTicket(data, { address: app.config.publicUrl, mark: again ? 'reprint' : null })
      return reply
        .type('image/png')
        .header('content-disposition', `inline; filename="${ticketText.fileName}.png"`)
        .send(pngOf(await drawTicket(face)))
    }
  )
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Actor } from '../identity/roles.ts'
import { codesFor } from '../queue/codes-shown.ts'
import type { StoredTicket, Ticket } from '../queue/schemas.ts'
import { TICKET_MOVES } from '../queue/states.ts'
import { addServiceToTicket } from '../tickets/service.ts'
import { AddTicketService, CallNext, MoveTicket, TransferTicket } from './schemas.ts'
import { callNext, moveTicket, transferTicket } from './service.ts'

export const callRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const counterStaff = app.allow('reception', 'supervisor', 'administrator')
  const cancels = app.allow('kiosk', 'reception', 'supervisor', 'administrator')

  app.post('/counters/:counterId/calls', { schema: CallNext, onRequest: counterStaff }, async (request) => {
    const { params, body } = request
    const ticket = await app.transact(app.changeBy(request), (work) =>
      callNext(work, params.counterId, body ?? {})
    )
    return followed(request.actor, ticket)
  })

  for (const move of TICKET_MOVES) {
    const onRequest = move === 'cancel' ? cancels : counterStaff
    app.post(`/tickets/:ticketId/${move}`, { schema: MoveTicket[move], onRequest }, async (request) => {
      const { actor, params } = request
      const ticket = await app.transact(app.changeBy(request), (work) =>
        moveTicket(work, { ...params, move, actor })
      )
      return followed(actor, ticket)
    })
  }

  app.post(
    '/tickets/:ticketId/transfer',
    { schema: TransferTicket, onRequest: counterStaff },
    async (request) => {
      const { actor, params, body } = request
      const ticket = await app.transact(app.changeBy(request), (work) =>
        transferTicket(work, { ...params, transfer: body ?? {} })
      )
      return followed(actor, ticket)
    }
  )

  app.post(
    '/tickets/:ticketId/services',
    { schema: AddTicketService, onRequest: counterStaff },
    async (request) => {
      const { actor, params, body } = request
      const ticket = await app.transact(app.changeBy(request), (work) =>
        addServiceToTicket(work, { ...params, ...body })
      )
      return followed(actor, ticket)
    }
  )

  /** Adds the ticket's address, which only the server's key can make and the database does not hold. */
  function followed(actor: Actor, ticket: StoredTicket): Ticket {
    const token = app.tokens.token('ticket', { officeId: actor.officeId, id: ticket.id })
    return {
      ...ticket,
      dossierCodes: codesFor(actor, ticket),
      followUrl: `${app.config.publicUrl}/q/${token}`
    }
  }
}

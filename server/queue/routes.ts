import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ticketPageText } from '../../kiosk-ui/src/text/queue.ts'
import { DomainError } from '../errors.ts'
import { getLeadOffice, getOffice } from '../offices/service.ts'
import { publicPage } from '../page.ts'
import { mayChange, missingTicketPage, ticketPage } from './pages.ts'
import { GetTicket, IssueTicket, TicketPage } from './schemas.ts'
import { describeTicket, findTicketOfToken, issueTicket } from './service.ts'

/** How often the page on the phone asks for itself anew. Seconds. */
const REFRESH = 10

export const queueRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/offices/:officeId/tickets',
    { schema: IssueTicket, onRequest: app.allow('kiosk', 'reception', 'administrator') },
    async (request, reply) => {
      const { actor, params, body } = request
      if (actor.officeId !== params.officeId) throw new DomainError('NOT_FOUND')
      const { tokens } = app
      const ticket = await app.transact(app.changeBy(request), (work) =>
        issueTicket(work, { ...body, tokens })
      )
      reply.code(201)
      return { ...ticket, followUrl: addressOf(actor.officeId, ticket.id) }
    }
  )

  app.get(
    '/tickets/:ticketId',
    { schema: GetTicket, onRequest: app.allow('reception', 'supervisor', 'administrator') },
    async ({ actor: { officeId }, params }) => {
      const ticket = await describeTicket(app.db, { officeId, ...params })
      return { ...ticket, followUrl: addressOf(officeId, ticket.id) }
    }
  )

  /** The ticket's address, which only the server's key can make and the database does not hold. */
  function addressOf(officeId: string, id: string): string {
    return `${app.config.publicUrl}/q/${app.tokens.token('ticket', { officeId, id })}`
  }
}

/** The ticket's own page, for whoever holds its address. */
export const ticketPages: FastifyPluginAsyncTypebox = async (app) => {
  const { host } = new URL(app.config.publicUrl)

  app.get('/q/:token', { schema: TicketPage }, async ({ params }, reply) => {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
    const found = await findTicketOfToken(app.db, params.token)
    if (!found) {
      const office = await getLeadOffice(app.db)
      const page = { title: ticketPageText.missingTitle, body: missingTicketPage() }
      return reply.code(404).send(publicPage({ ...page, officeName: office.name, host }))
    }
    const view = { ...found, now: app.clock().toISOString() }
    const office = await getOffice(app.db, found.officeId)
    const page = { title: ticketPageText.title(found.ticket.number), body: ticketPage(view) }
    if (mayChange(view)) reply.header('refresh', String(REFRESH))
    return publicPage({ ...page, officeName: office.name, host })
  })
}

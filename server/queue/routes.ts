import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ticketPageText } from '../../kiosk-ui/src/text/queue.ts'
import { DomainError } from '../errors.ts'
import { CloseCounter } from '../offices/schemas.ts'
import { getLeadOffice, getOffice } from '../offices/service.ts'
import { publicPage } from '../page.ts'
import { mayChange, missingTicketPage, ticketPage } from './pages.ts'
import {
  CallNext,
  GetQueue,
  GetTicket,
  IssueTicket,
  MoveTicket,
  type Queue,
  type StoredTicket,
  type Ticket,
  TicketPage
} from './schemas.ts'
import {
  callNext,
  describeQueue,
  describeTicket,
  findTicketOfToken,
  issueTicket,
  leaveCounter,
  moveTicket
} from './service.ts'
import { TICKET_MOVES } from './states.ts'

/** How often the page on the phone asks for itself anew. Seconds. */
const REFRESH = 10

export const queueRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const counterStaff = app.allow('reception', 'supervisor', 'administrator')
  const cancels = app.allow('kiosk', 'reception', 'supervisor', 'administrator')
  const anyone = app.allow()

  app.post(
    '/offices/:officeId/tickets',
    { schema: IssueTicket, onRequest: app.allow('kiosk', 'reception', 'administrator') },
    async (request, reply) => {
      assertOwnOffice(request.actor, request.params)
      const { body } = request
      const { tokens } = app
      const ticket = await app.transact(app.changeBy(request), (work) =>
        issueTicket(work, { ...body, tokens })
      )
      reply.code(201)
      return followed(request.actor.officeId, ticket)
    }
  )

  app.post('/counters/:counterId/close', { schema: CloseCounter, onRequest: counterStaff }, async (request) =>
    app.transact(app.changeBy(request), (work) => leaveCounter(work, request.params.counterId))
  )

  app.get('/offices/:officeId/queue', { schema: GetQueue, onRequest: anyone }, async ({ actor, params }) => {
    assertOwnOffice(actor, params)
    const { officeId } = actor
    const seq = app.tailer.position(officeId)
    const queue = await describeQueue(app.db, { officeId, at: app.clock().toISOString(), seq })
    return actor.kind === 'device' ? forTheHall(queue) : queue
  })

  app.get('/tickets/:ticketId', { schema: GetTicket, onRequest: counterStaff }, async ({ actor, params }) => {
    const { officeId } = actor
    return followed(officeId, await describeTicket(app.db, { officeId, ...params }))
  })

  app.post('/counters/:counterId/calls', { schema: CallNext, onRequest: counterStaff }, async (request) => {
    const { counterId } = request.params
    const ticket = await app.transact(app.changeBy(request), (work) => callNext(work, counterId))
    return followed(request.actor.officeId, ticket)
  })

  for (const move of TICKET_MOVES) {
    const onRequest = move === 'cancel' ? cancels : counterStaff
    app.post(`/tickets/:ticketId/${move}`, { schema: MoveTicket[move], onRequest }, async (request) => {
      const { actor, params } = request
      const ticket = await app.transact(app.changeBy(request), (work) =>
        moveTicket(work, { ...params, move, actor })
      )
      return followed(actor.officeId, ticket)
    })
  }

  /** Adds the ticket's address, which only the server's key can make and the database does not hold. */
  function followed(officeId: string, ticket: StoredTicket): Ticket {
    const token = app.tokens.token('ticket', { officeId, id: ticket.id })
    return { ...ticket, followUrl: `${app.config.publicUrl}/q/${token}` }
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

/** What hangs in the hall says who is called, not why somebody goes first. */
function forTheHall(queue: Queue): Queue {
  return { ...queue, waiting: queue.waiting.map((ticket) => ({ ...ticket, priorityGroup: null })) }
}

/** Another office does not exist for the caller. @throws NOT_FOUND */
function assertOwnOffice(actor: { officeId: string }, params: { officeId: string }): void {
  if (actor.officeId !== params.officeId) throw new DomainError('NOT_FOUND')
}

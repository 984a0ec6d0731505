import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { commonText } from '../../kiosk-ui/src/text/common.ts'
import { ticketPageText } from '../../kiosk-ui/src/text/ticket.ts'
import { findOpening } from '../calendar/service.ts'
import { DomainError, unlessMissing } from '../errors.ts'
import { findEmergency, hallRules } from '../hall/service.ts'
import { getLeadOffice, getOffice } from '../offices/service.ts'
import { type PublicPage, publicPage } from '../page.ts'
import { readPageScript } from '../page-script.ts'
import { codesFor } from '../queue/codes-shown.ts'
import { GetTicket, IssueTicket, TicketNow, TicketPage } from '../queue/schemas.ts'
import { getTicket } from '../queue/service.ts'
import { followedTicket } from './followed.ts'
import { missingTicketPage, ticketPage } from './pages.ts'
import { describeTicket, findTicketOfToken, issueTicket } from './service.ts'

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
    { schema: GetTicket, onRequest: app.allow('kiosk', 'reception', 'supervisor', 'administrator') },
    async ({ actor, params }) => {
      const { officeId, kind, id } = actor
      const { issuedBy } = await getTicket(app.db, { officeId, ...params })
      // A kiosk follows what it gave as long as it shows it, and no other.
      if (kind === 'device' && issuedBy !== id) throw new DomainError('NOT_FOUND')
      const ticket = await describeTicket(app.db, { officeId, ...params, now: app.clock().toISOString() })
      return { ...ticket, dossierCodes: codesFor(actor, ticket), followUrl: addressOf(officeId, ticket.id) }
    }
  )

  /** The ticket's address, which only the server's key can make and the database does not hold. */
  function addressOf(officeId: string, id: string): string {
    return `${app.config.publicUrl}/q/${app.tokens.token('ticket', { officeId, id })}`
  }
}

/** So many wrong addresses from one place make no honest phone; right ones are never counted. Seconds. */
const WRONG_ADDRESSES = { points: 120, duration: 60 }

/** The ticket's own page, for whoever holds its address. */
export const ticketPages: FastifyPluginAsyncTypebox = async (app) => {
  const { host } = new URL(app.config.publicUrl)
  const script = readPageScript('ticket.js')
  const wrong = new RateLimiterMemory(WRONG_ADDRESSES)

  app.get('/q/:token', { schema: TicketPage }, async ({ params, ip }, reply) => {
    const found = await findFollowed(params.token)
    if (!found) return missing(reply, ip)
    const { followed } = found
    const { tone, title } = followed.words
    const office = await getOffice(app.db, found.officeId)
    return sendPage(reply, {
      title,
      officeName: office.name,
      body: ticketPage(found),
      tone,
      reload: followed.askAgainSeconds,
      script: script?.address
    })
  })

  app.get('/q/:token/state', { schema: TicketNow }, async ({ params, ip }, reply) => {
    const found = await findFollowed(params.token)
    if (!found) return missing(reply, ip)
    reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex, nofollow')
    return found.followed
  })

  app.get('/ticket.js', { schema: { hide: true } }, async (_request, reply) => {
    if (!script) throw new DomainError('NOT_FOUND')
    reply.header('cache-control', 'public, max-age=31536000, immutable')
    return reply.type('text/javascript; charset=utf-8').send(script.body)
  })

  async function findFollowed(token: string) {
    const now = app.clock().toISOString()
    const found = await findTicketOfToken(app.db, token, now)
    if (!found) return undefined
    const { officeId, ticket } = found
    const { alwaysOpen } = await hallRules(app.db, officeId)
    const opening = await findOpening(app.db, { officeId, at: now })
    const emergencyText = await findEmergency(app.db, officeId)
    const followed = followedTicket({ ...found, opening, alwaysOpen, emergencyText, now })
    return { officeId, ticket, followed }
  }

  async function missing(reply: FastifyReply, ip: string) {
    const spent = await wrong.consume(ip).catch((refused: { msBeforeNext: number }) => refused)
    const tooMany = !('consumedPoints' in spent) || spent.consumedPoints > WRONG_ADDRESSES.points
    if (tooMany) reply.header('retry-after', Math.ceil(spent.msBeforeNext / 1000))
    const office = await getLeadOffice(app.db).catch(unlessMissing)
    return sendPage(reply.code(tooMany ? 429 : 404), {
      title: ticketPageText.missingTitle,
      officeName: office?.name ?? commonText.program,
      body: missingTicketPage(office?.phone ?? null)
    })
  }

  function sendPage(reply: FastifyReply, page: Omit<PublicPage, 'host'>) {
    reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex, nofollow')
    // As bytes: a socket takes a text with Vietnamese letters several times slower.
    return reply.type('text/html; charset=utf-8').send(Buffer.from(publicPage({ ...page, host })))
  }
}

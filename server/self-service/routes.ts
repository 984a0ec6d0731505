import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { DomainError } from '../errors.ts'
import { refuseTooMany } from '../requests.ts'
import { searchKey } from '../text-key.ts'
import {
  GetResultPlace,
  ListLanguages,
  ListMisses,
  LookUpDossier,
  NoteMiss,
  RemoveLanguage,
  SetLanguage,
  SetResultPlace,
  type SlipAsked,
  TakePickUpTicket
} from './schemas.ts'
import {
  describeMisses,
  describePlace,
  findPickUpService,
  listLanguages,
  lookUpDossier,
  noteMiss,
  placeResult,
  removeLanguage,
  setLanguage,
  takePickUpTicket
} from './service.ts'

/** Codes can be counted up and four digits tried out. A kiosk is used by a whole hall, so right tries are given back. Seconds. */
const WRONG_TRIES_OF_CODE = { points: 5, duration: 15 * 60 }
const WRONG_TRIES_OF_CALLER = { points: 30, duration: 3600 }

/** Whoever plays with the keyboard does not fill the list: a hall full of people misses less often. Misses of a kiosk, seconds. */
const MISSES_OF_KIOSK = { points: 60, duration: 10 * 60 }

export const selfServiceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const hall = app.allow('kiosk', 'reception', 'specialist', 'supervisor', 'administrator')
  const givers = app.allow('kiosk', 'reception', 'administrator')
  const counterStaff = app.allow('reception', 'supervisor', 'administrator')
  const administrator = app.allow('administrator')
  const anyone = app.allow()
  const byCode = new RateLimiterMemory(WRONG_TRIES_OF_CODE)
  const byCaller = new RateLimiterMemory(WRONG_TRIES_OF_CALLER)
  const misses = new RateLimiterMemory(MISSES_OF_KIOSK)
  const { tokens } = app
  const { publicUrl } = app.config

  /** A try counts before it is made, so that many at once gain nothing. What is on a slip in full cannot be guessed. */
  async function limited<Result>(asked: SlipAsked, caller: string, look: () => Promise<Result>) {
    if ('scan' in asked) return look()
    const tries = [
      { limiter: byCode, key: searchKey(asked.code) },
      { limiter: byCaller, key: caller }
    ]
    for (const { limiter, key } of tries) await limiter.consume(key).catch(refuseTooMany)
    const giveBack = () => Promise.all(tries.map(({ limiter, key }) => limiter.reward(key)))
    try {
      const result = await look()
      await giveBack()
      return result
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) await giveBack()
      throw error
    }
  }

  app.post('/self-service/dossier', { schema: LookUpDossier, onRequest: hall }, async ({ actor, body }) => {
    const { officeId } = actor
    const now = app.clock().toISOString()
    return limited(body, actor.id, () =>
      lookUpDossier(app.db, { officeId, asked: body, tokens, publicUrl, now })
    )
  })

  app.post(
    '/self-service/pick-up-tickets',
    { schema: TakePickUpTicket, onRequest: givers },
    async (request, reply) => {
      const { actor, body } = request
      const { ticket, first } = await limited(body, actor.id, () =>
        app.transact(app.changeBy(request), (work) =>
          takePickUpTicket(work, { asked: body, tokens, publicUrl })
        )
      )
      reply.code(first ? 201 : 200)
      const token = tokens.token('ticket', { officeId: actor.officeId, id: ticket.id })
      return { ...ticket, followUrl: `${app.config.publicUrl}/q/${token}` }
    }
  )

  app.get(
    '/self-service/result-places/:dossierCode',
    { schema: GetResultPlace, onRequest: counterStaff },
    async ({ actor, params }) => describePlace(app.db, { officeId: actor.officeId, ...params })
  )

  app.put(
    '/self-service/result-places/:dossierCode',
    { schema: SetResultPlace, onRequest: counterStaff },
    async (request) =>
      app.transact(app.changeBy(request), (work) => placeResult(work, { ...request.params, ...request.body }))
  )

  app.post('/self-service/search-misses', { schema: NoteMiss, onRequest: hall }, async (request, reply) => {
    await misses.consume(request.actor.id).catch(refuseTooMany)
    await app.transact(app.changeBy(request), (work) => noteMiss(work, request.body.words))
    return reply.code(204).send(null)
  })

  app.get(
    '/self-service/search-misses',
    { schema: ListMisses, onRequest: administrator },
    async ({ actor }) => ({ items: await describeMisses(app.db, actor.officeId), nextCursor: null })
  )

  app.get(
    '/offices/:officeId/kiosk-languages',
    { schema: ListLanguages, onRequest: anyone },
    async ({ actor, params }) => {
      if (actor.officeId !== params.officeId) throw new DomainError('NOT_FOUND')
      const { officeId } = actor
      return {
        items: await listLanguages(app.db, officeId),
        publicUrl: app.config.publicUrl,
        pickUpServiceId: (await findPickUpService(app.db, officeId)) ?? null,
        nextCursor: null
      }
    }
  )

  app.put('/kiosk-languages/:code', { schema: SetLanguage, onRequest: administrator }, async (request) =>
    app.transact(app.changeBy(request), (work) => setLanguage(work, { ...request.params, ...request.body }))
  )

  app.delete(
    '/kiosk-languages/:code',
    { schema: RemoveLanguage, onRequest: administrator },
    async (request, reply) => {
      await app.transact(app.changeBy(request), (work) => removeLanguage(work, request.params.code))
      return reply.code(204).send(null)
    }
  )
}

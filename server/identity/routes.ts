import { hash } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { DomainError } from '../errors.ts'
import { wasAnswered } from '../idempotency.ts'
import { refuseTooMany, sentOf } from '../requests.ts'
import type { Change } from '../transact.ts'
import {
  ChangeAccount,
  ChangePassword,
  CreateAccount,
  CreateToken,
  EnrolDevice,
  GetSession,
  ListAccounts,
  RegisterDevice,
  RevokeToken,
  SignIn,
  SignOut
} from './schemas.ts'
import {
  asUser,
  changeAccount,
  changePassword,
  checkCredentials,
  checkEnrolment,
  createAccount,
  createApiToken,
  describeAccounts,
  enrolDevice,
  hashOfPassword,
  registerDevice,
  revokeToken,
  signOut,
  startSession
} from './service.ts'

/** Wrong tries that one address may make for one name in a quarter of an hour; other addresses are not locked out. */
const WRONG_TRIES = { points: 10, duration: 15 * 60 }

/** Wrong tries of one address for all names together. */
const WRONG_TRIES_OF_ADDRESS = { points: 60, duration: 15 * 60 }

export const identityRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const limits = [
    {
      limiter: new RateLimiterMemory(WRONG_TRIES),
      key: (ip: string, name: string) => `${ip} ${hash('sha256', name)}`
    },
    { limiter: new RateLimiterMemory(WRONG_TRIES_OF_ADDRESS), key: (ip: string) => ip }
  ]

  /**
   * Runs a check of something secret. A try counts before it is made, so that many at once gain nothing, and is given
   * back unless it was wrong.
   */
  async function limited<Result>(ip: string, name: string, check: () => Promise<Result>): Promise<Result> {
    const asked = limits.map(({ limiter, key }) => ({ limiter, key: key(ip, name.trim().toLowerCase()) }))
    for (const { limiter, key } of asked) await limiter.consume(key).catch(refuseTooMany)
    try {
      const result = await check()
      await giveBack(asked)
      return result
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'WRONG_CREDENTIALS')) await giveBack(asked)
      throw error
    }
  }

  /** Whether a change was answered before, though what has to be looked at first looks different by now. */
  async function isRepeat({ officeId, actor, sent }: Change): Promise<boolean> {
    return sent !== undefined && wasAnswered(app.db, { ...sent, officeId, actorId: actor.id })
  }

  app.post('/session', { schema: SignIn }, async (request, reply) => {
    const actor = await limited(request.ip, request.body.username, () =>
      checkCredentials(app.db, request.body)
    )
    const { officeId } = actor
    const id = await app.transact({ officeId, actor, sent: sentOf(request) }, (work) =>
      startSession(work, { actor, tokens: app.tokens })
    )
    app.setSessionCookie(reply, app.tokens.token('session', { officeId, id }), actor)
    return { user: asUser(actor) }
  })

  app.get('/session', { schema: GetSession, onRequest: app.allow() }, async ({ actor }) => ({
    user: asUser(actor)
  }))

  app.delete('/session', { schema: SignOut, onRequest: app.allow() }, async (request, reply) => {
    const token = app.sessionTokenOf(request)
    if (token !== undefined) await app.transact(app.changeBy(request), (work) => signOut(work, token))
    app.clearSessionCookie(reply)
    return reply.code(204).send(null)
  })

  app.post(
    '/session/password',
    { schema: ChangePassword, onRequest: app.allow() },
    async (request, reply) => {
      const { actor, body } = request
      const change = app.changeBy(request)
      if (await isRepeat(change)) return reply.code(204).send(null)
      const username = actor.username ?? ''
      await limited(request.ip, username, () =>
        checkCredentials(app.db, { username, password: body.current })
      )
      const passwordHash = await hashOfPassword(body.next)
      const but = app.sessionTokenOf(request)
      await app.transact(change, (work) => changePassword(work, { passwordHash, but }))
      return reply.code(204).send(null)
    }
  )

  app.post('/device-session', { schema: EnrolDevice }, async (request, reply) => {
    const { code } = request.body
    const { tokens } = app
    const device = await limited(request.ip, 'device', () =>
      checkEnrolment(app.db, code, app.clock().toISOString())
    )
    const { officeId } = device
    const id = await app.transact({ officeId, actor: device, sent: sentOf(request) }, (work) =>
      enrolDevice(work, { device, code, tokens })
    )
    app.setSessionCookie(reply, tokens.token('session', { officeId, id }), device)
    return { user: asUser(device) }
  })

  const administrator = app.allow('administrator')

  app.get('/accounts', { schema: ListAccounts, onRequest: administrator }, async ({ actor, query }) =>
    describeAccounts(app.db, { officeId: actor.officeId, ...query })
  )

  app.post('/accounts', { schema: CreateAccount, onRequest: administrator }, async (request, reply) => {
    const { password, ...person } = request.body
    const passwordHash = await hashOfPassword(password)
    reply.code(201)
    return app.transact(app.changeBy(request), (work) => createAccount(work, { ...person, passwordHash }))
  })

  app.patch('/accounts/:accountId', { schema: ChangeAccount, onRequest: administrator }, async (request) => {
    const { password, ...change } = request.body
    const passwordHash = password === undefined ? undefined : await hashOfPassword(password)
    return app.transact(app.changeBy(request), (work) =>
      changeAccount(work, { ...request.params, ...change, passwordHash })
    )
  })

  app.post('/devices', { schema: RegisterDevice, onRequest: administrator }, async (request, reply) => {
    const { kind, name } = request.body
    const { tokens } = app
    const device = await app.transact(app.changeBy(request), (work) =>
      registerDevice(work, { role: kind, name, tokens })
    )
    reply.code(201)
    return { ...device, code: tokens.code('enrolment', { officeId: request.actor.officeId, id: device.id }) }
  })

  const staff = app.allow('reception', 'specialist', 'supervisor', 'administrator')

  app.post('/tokens', { schema: CreateToken, onRequest: staff }, async (request, reply) => {
    const { actor, body } = request
    const { tokens } = app
    const made = await app.transact(app.changeBy(request), (work) =>
      createApiToken(work, { accountId: actor.id, label: body.label, tokens })
    )
    reply.code(201)
    return { ...made, token: tokens.token('api', { officeId: actor.officeId, id: made.id }) }
  })

  app.delete('/tokens/:tokenId', { schema: RevokeToken, onRequest: staff }, async (request, reply) => {
    const { actor, params } = request
    await app.transact(app.changeBy(request), (work) => revokeToken(work, { ...params, actor }))
    return reply.code(204).send(null)
  })
}

async function giveBack(asked: readonly { limiter: RateLimiterMemory; key: string }[]): Promise<void> {
  for (const { limiter, key } of asked) await limiter.reward(key)
}

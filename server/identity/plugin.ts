import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import fp from 'fastify-plugin'
import { DomainError } from '../errors.ts'
import { sentOf } from '../requests.ts'
import { isSameOrigin } from '../security.ts'
import type { Change } from '../transact.ts'
import { type Actor, type DeviceRole, hasRole, type Role } from './roles.ts'
import { findActorOfApiToken, findActorOfSession, giveSignOfLife } from './service.ts'
import { LONGEST_SESSION } from './session-limits.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** A hook that lets in whoever holds one of these roles; without roles, whoever is signed in. */
    allow(...roles: Role[]): onRequestAsyncHookHandler
    /** Who is asking, if anyone is signed in. */
    findActor(request: FastifyRequest, how?: Looking): Promise<Actor | undefined>
    /** The change that a signed-in caller makes to his own office. */
    changeBy(request: FastifyRequest): Change
    setSessionCookie(reply: FastifyReply, token: string, actor: Actor): void
    clearSessionCookie(reply: FastifyReply): void
    sessionTokenOf(request: FastifyRequest): string | undefined
  }
  interface FastifyRequest {
    /** Set by `allow`. */
    actor: Actor
    /** Whether a change that it asked for is durable, so that a later defect must not say otherwise. */
    hasWritten: boolean
  }
}

/** `unnoticed`: looking who it is, without taking it for a sign of life. */
type Looking = 'noticed' | 'unnoticed'

/** A device stands in the hall for years. Seconds. */
const DEVICE_COOKIE_AGE = 400 * 86_400

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Sessions of people; those of devices stand under their role, so that trying a kiosk out signs nobody out. */
const PERSON_COOKIE = 'sid'

const DEVICE_COOKIES = ['kiosk', 'display'] as const satisfies readonly DeviceRole[]

/** Tells who is asking, and lets in only whom a route allows. */
export const identity = fp(
  async (app: FastifyInstance) => {
    await app.register(cookie)
    const secure = app.config.publicUrl.startsWith('https:')
    const cookieName = (name: string) => (secure ? `__Host-${name}` : name)
    const options = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const

    app.decorateRequest('actor', null as never)
    app.decorateRequest('hasWritten', false)
    const cookieOf = (request: FastifyRequest) =>
      cookiesFor(screenOf(request))
        .map(cookieName)
        .find((name) => request.cookies[name] !== undefined)
    const tokenOf = (request: FastifyRequest) => request.cookies[cookieOf(request) ?? '']
    app.decorate('sessionTokenOf', tokenOf)
    app.decorate('setSessionCookie', (reply, token, { kind, roles }) => {
      const maxAge = kind === 'device' ? DEVICE_COOKIE_AGE : LONGEST_SESSION / 1000
      const name = (kind === 'device' && roles[0]) || PERSON_COOKIE
      reply.setCookie(cookieName(name), token, { ...options, maxAge })
    })
    app.decorate('clearSessionCookie', (reply) => {
      reply.clearCookie(cookieOf(reply.request) ?? cookieName(PERSON_COOKIE), options)
    })
    app.decorate('findActor', findActor)
    app.decorate('allow', (...roles) => async (request) => {
      const actor = await findActor(request)
      if (!actor) throw new DomainError('SIGN_IN_REQUIRED')
      if (roles.length > 0 && !hasRole(actor, roles)) {
        request.log.warn({ actorId: actor.id, route: request.routeOptions.url }, 'not allowed')
        throw new DomainError('FORBIDDEN')
      }
      request.actor = actor
    })
    app.decorate('changeBy', (request) => {
      const { actor } = request
      const committed = () => {
        request.hasWritten = true
      }
      return { officeId: actor.officeId, actor, sent: sentOf(request), committed }
    })

    async function findActor(request: FastifyRequest, how: Looking = 'noticed'): Promise<Actor | undefined> {
      const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
      if (bearer !== undefined) return findActorOfApiToken(app.db, bearer)
      const token = tokenOf(request)
      return token === undefined ? undefined : actorOfCookie(request, { token, how })
    }

    /** A cookie comes along with whatever a browser sends, so a change needs proof that a page of ours sent it. */
    async function actorOfCookie(
      request: FastifyRequest,
      { token, how }: { token: string; how: Looking }
    ): Promise<Actor | undefined> {
      const session = await findActorOfSession(app.db, token, app.clock())
      if (!session) return undefined
      const proven = request.headers['x-motcua'] === '1' && isSameOrigin(request)
      if (!SAFE_METHODS.has(request.method) && !proven) throw new DomainError('FORBIDDEN')
      const { actor, stale } = session
      if (stale && how === 'noticed') noteSignOfLife(request, { actor, token })
      return actor
    }

    /** Nobody waits for it, and a full disk must not keep anyone from reading. */
    function noteSignOfLife({ log }: FastifyRequest, { actor, token }: { actor: Actor; token: string }) {
      app
        .transact({ officeId: actor.officeId, actor }, (work) => giveSignOfLife(work, token))
        .catch((error) => log.warn({ err: error }, 'a sign of life could not be kept'))
    }
  },
  { name: 'identity' }
)

/** Which screen asks, where it says so: in a header, or opening its live line in the address. */
function screenOf({ headers, query }: FastifyRequest): unknown {
  return headers['x-motcua-screen'] ?? (query as { screen?: unknown } | undefined)?.screen
}

/** The cookies that may tell who asks, the most fitting first. A page for people knows no devices; a program says nothing. */
function cookiesFor(screen: unknown): readonly string[] {
  if (screen === undefined) return [PERSON_COOKIE, ...DEVICE_COOKIES]
  return [...DEVICE_COOKIES.filter((device) => device === screen), PERSON_COOKIE]
}

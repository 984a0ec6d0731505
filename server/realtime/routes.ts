import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { WebSocket } from '@fastify/websocket'
import { DomainError } from '../errors.ts'
import { hasRole } from '../identity/roles.ts'
import { isOurOrigin } from '../security.ts'
import { createHub } from './hub.ts'
import { Live } from './schemas.ts'
import { SCREEN_ROLES, type Screen } from './screens.ts'

/** How often a screen hears that it is still connected: whoever stands at a kiosk learns within 3 s that it is not. Milliseconds. */
const PING_EVERY: Record<Screen, number> = { kiosk: 1000, display: 5000, counter: 5000, supervisor: 5000 }

/** How often it is looked whether the caller may still listen. Milliseconds. */
const CHECK_EVERY = 60_000

/** A screen that takes nothing off its line for so long that this much waits is cut and comes back by itself. Bytes. */
const MOST_UNSENT = 1_000_000

/** Close codes of our own: sign in again; come back. */
const NO_LONGER_ALLOWED = 4401
const TOO_SLOW = 4408

export const realtimeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const hub = createHub(app)

  app.get(
    '/live',
    {
      schema: Live,
      websocket: true,
      // A refused upgrade leaves a line that nobody can use for anything else.
      onRequest: async (_request, reply) => {
        reply.header('connection', 'close')
      },
      preValidation: async (request) => {
        const { origin } = request.headers
        if (origin !== undefined && !isOurOrigin(request, origin)) throw new DomainError('FORBIDDEN')
      },
      preHandler: async (request) => {
        const { officeId, screen } = request.query
        const actor = await app.findActor(request)
        const forDevices = screen === 'display' || screen === 'kiosk'
        if (!actor) throw new DomainError(forDevices ? 'FORBIDDEN' : 'SIGN_IN_REQUIRED')
        if (actor.officeId !== officeId) throw new DomainError('NOT_FOUND')
        if (!hasRole(actor, SCREEN_ROLES[screen])) throw new DomainError('FORBIDDEN')
      }
    },
    (socket, request) => {
      const { officeId, screen, after } = request.query
      const ear = { officeId, screen, send: (message: string) => sendTo(socket, message) }
      const joined = hub.join(ear, after)
      joined.catch((error) => {
        request.log.error({ err: error }, 'a screen could not be joined')
        socket.close()
      })

      const ping = setInterval(() => sendTo(socket, '{"type":"ping"}'), PING_EVERY[screen])
      const check = setInterval(async () => {
        try {
          const actor = await app.findActor(request, 'unnoticed')
          if (!actor || !hasRole(actor, SCREEN_ROLES[screen])) socket.close(NO_LONGER_ALLOWED)
        } catch (error) {
          request.log.warn({ err: error }, 'it could not be looked whether a screen may still listen')
        }
      }, CHECK_EVERY)

      socket.on('error', () => {})
      socket.on('close', () => {
        clearInterval(ping)
        clearInterval(check)
        void joined.then((leave) => leave()).catch(() => {})
      })
    }
  )
}

function sendTo(socket: WebSocket, message: string) {
  if (socket.readyState !== socket.OPEN) return
  if (socket.bufferedAmount > MOST_UNSENT) socket.close(TOO_SLOW)
  else socket.send(message)
}

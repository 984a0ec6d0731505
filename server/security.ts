import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DomainError } from './errors.ts'
import { styleHash } from './page.ts'

/** A paper is printed from a frame of the page that asks for it; it brings nothing of its own to run. */
const PAPER_POLICY = "frame-ancestors 'self'"

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Headers of every answer, and the refusal of changes that another site's page asks for. */
export async function secure(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'style-src': ["'self'", styleHash],
        'img-src': ["'self'", 'data:', 'blob:'],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"]
      }
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: app.config.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false
  })
  app.addHook('onRequest', async (request, reply) => {
    if (!SAFE_METHODS.has(request.method) && isCrossSite(request)) throw new DomainError('FORBIDDEN')
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onSend', async (_request, reply, payload) => {
    const isPaper = String(reply.getHeader('content-type')).startsWith('application/pdf')
    if (isPaper) reply.header('content-security-policy', PAPER_POLICY)
    return payload
  })
}

/** Whether a browser says that the request comes from another site. Programs that are no browsers say nothing. */
function isCrossSite(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (origin !== undefined && !isOurOrigin(request, origin)) return true
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

/** Whether the browser vouches that the request comes from a page of ours; needed where a cookie signs in. */
export function isSameOrigin(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  return site === 'same-origin' || (origin !== undefined && isOurOrigin(request, origin))
}

/** Scheme, host and port, compared whole: `https://motcua.vn.example.com` is not ours. */
export function isOurOrigin(request: FastifyRequest, origin: string): boolean {
  if (origin === request.server.config.publicOrigin) return true
  const { host } = request.headers
  return host !== undefined && origin === `${request.protocol}://${host}`
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DomainError } from './errors.ts'
import { styleHash } from './page.ts'

/** What a page of ours may load and who may frame it: nothing from elsewhere, and nobody. */
const PAGE_POLICY = [
  "default-src 'self'",
  `style-src 'self' ${styleHash}`,
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'"
].join(';')

/** A paper is printed from a frame of the page that asks for it; it brings nothing of its own to run. */
export const PAPER_POLICY = "frame-ancestors 'self'"

/** A year, as browsers want it. */
const ONLY_HTTPS = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }

/** Headers of every answer (OWASP Secure Headers). They are the same each time, so they are made once. */
const HEADERS = {
  'content-security-policy': PAGE_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none'
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Headers of every answer, and the refusal of changes that another site's page asks for. */
export function secure(app: FastifyInstance): void {
  const headers = app.config.publicUrl.startsWith('https:') ? { ...HEADERS, ...ONLY_HTTPS } : HEADERS
  const apiHeaders = { ...headers, 'cache-control': 'no-store' }
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.url.startsWith('/api/') ? apiHeaders : headers)
    const refused = !SAFE_METHODS.has(request.method) && isCrossSite(request)
    done(refused ? new DomainError('FORBIDDEN') : undefined)
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

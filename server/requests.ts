import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RateLimiterRes } from 'rate-limiter-flexible'
import { validationText } from '../kiosk-ui/src/text/validation.ts'
import { DomainError } from './errors.ts'
import type { Sent } from './idempotency.ts'
import { cleanText } from './text-key.ts'

/** Checked exactly as typed (ASVS 6.2.8). */
const AS_TYPED = new Set(['password', 'current', 'next'])

/**
 * All text that a request brings, made NFC and clean before anything looks at it, so that a name that looks the same
 * is the same everywhere. Passwords stay as typed.
 */
export function cleanRequest(
  request: FastifyRequest,
  _reply: FastifyReply,
  done: (error?: Error) => void
): void {
  try {
    request.body = cleaned(request.body)
    request.query = cleaned(request.query)
    request.params = cleaned(request.params)
    done()
  } catch (error) {
    done(error as Error)
  }
}

/** Nothing that is asked here lies deeper. */
const DEEPEST = 20

function cleaned(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEEPEST) throw new DomainError('BAD_REQUEST')
  if (Array.isArray(value)) return value.map((part) => cleaned(part, depth + 1))
  const parts = Object.entries(value).map(([name, part]) => [
    name,
    AS_TYPED.has(name) ? part : cleaned(part, depth + 1)
  ])
  return Object.fromEntries(parts)
}

/**
 * The name that the client gave to its request (`Idempotency-Key`) with a fingerprint of what it asks: method,
 * path and body. `undefined` when it gave none. The fingerprint is made under the server's key, as a body may hold
 * a password and the database must not give away a quick hash of it.
 *
 * @throws VALIDATION when the key is not 1–64 visible ASCII characters
 */
export function sentOf(request: FastifyRequest): Sent | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,64}$/.test(key)) {
    const errors = [{ path: '/headers/idempotency-key', message: validationText.idempotencyKey }]
    throw new DomainError('VALIDATION').withErrors(errors)
  }
  const asked = JSON.stringify([request.method, request.url, inOrder(request.body ?? null)])
  return { key, fingerprint: request.server.tokens.fingerprint(asked) }
}

/** The same content in the same order, however the client wrote it down. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, inOrder(part)])
  )
}

/** Refuses what a limit no longer lets through. @throws TOO_MANY_REQUESTS */
export function refuseTooMany({ msBeforeNext }: RateLimiterRes): never {
  throw new DomainError('TOO_MANY_REQUESTS', { seconds: Math.ceil(msBeforeNext / 1000) })
}

import type { FastifyRequest, FastifyServerOptions } from 'fastify'
import type { Config } from './config.ts'

/**
 * Structured logs without personal data: of a request the route's pattern and never its address (which may hold a
 * token or a name that was searched), no headers, no body, no address of the caller.
 */
export function logOptions({ logLevel }: Config): Pick<FastifyServerOptions, 'logger'> {
  if (logLevel === 'silent') return { logger: false }
  return {
    logger: {
      level: logLevel,
      redact: {
        paths: [
          '*.password',
          '*.passwordHash',
          '*.token',
          '*.idNumber',
          '*.phone',
          '*.address',
          '*.name',
          '*.email'
        ],
        censor: '[giấu]'
      },
      serializers: {
        req: (request: FastifyRequest) => ({
          method: request.method,
          route: request.routeOptions?.url ?? 'unknown'
        }),
        err: describeError
      }
    }
  }
}

interface DescribedError {
  [field: string]: unknown
  type: string
  message: string
  stack: string
  code?: unknown
  cause?: DescribedError
}

/**
 * The kind of error, its code, where it was thrown and what caused it. Never its other fields: PostgreSQL puts the
 * values of a row into `detail`. A message may quote what someone typed, so it stays short.
 */
function describeError(error: Error & { code?: unknown }): DescribedError {
  const { name, message, stack = '', code, cause } = error
  return {
    type: name,
    message: message.slice(0, 300),
    stack,
    ...(code === undefined ? {} : { code }),
    ...(cause instanceof Error ? { cause: describeError(cause) } : {})
  }
}

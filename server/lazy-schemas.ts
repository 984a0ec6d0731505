import { AjvCompiler, type BuildCompilerFromPool } from '@fastify/ajv-compiler'
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import type { FastifyServerOptions } from 'fastify'

type Compilers = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>

type Check = ((data: unknown) => unknown) & { errors?: unknown }

/**
 * Compiles the schema of a route when the route is first asked, and keeps it. All together at the start would cost
 * a large part of the time until the first answer, for routes that nobody may ask that day.
 */
export const lazyCompilers = {
  buildValidator: (externalSchemas: never, options: never) => {
    const pool = AjvCompiler() as BuildCompilerFromPool
    const { customOptions } = options as { customOptions: object }
    // What stands in an address is text; what comes as JSON says itself what it is.
    const forAddress = pool(externalSchemas, options)
    const forBody = pool(externalSchemas, {
      customOptions: { ...customOptions, coerceTypes: false }
    } as never)
    return (route: { httpPart?: string }): Check => {
      let check: Check | undefined
      const lazy: Check = (data) => {
        check ??= (route.httpPart === 'body' ? forBody : forAddress)(route as never) as Check
        const result = check(data)
        lazy.errors = check.errors
        return result
      }
      return lazy
    }
  },
  buildSerializer: (externalSchemas: never, options: never) => {
    const build = SerializerSelector()(externalSchemas, options)
    return (route: never) => {
      let write: ((data: unknown) => string) | undefined
      return (data: unknown) => {
        write ??= build(route)
        return write(data)
      }
    }
  }
} as unknown as Compilers

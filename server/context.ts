import type { Config } from './config.ts'
import type { Db, Engine } from './database/schema.ts'
import type { RandomBytes } from './ids.ts'
import type { Tailer } from './tailer.ts'
import type { Tokens } from './tokens.ts'
import type { Transact } from './transact.ts'

/** What routes have at hand, as decorations of the app. `db` reads only: a change goes through `transact`. */
export interface Context {
  db: Db
  engine: Engine
  config: Config
  clock: () => Date
  tokens: Tokens
  randomBytes: RandomBytes
  transact: Transact
  tailer: Tailer
}

declare module 'fastify' {
  interface FastifyInstance extends Context {}
}

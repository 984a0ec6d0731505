import { closeSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { CamelCasePlugin, type Dialect, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Hints, noHints, postgresHints } from './hints.ts'
import type { Database, Engine } from './schema.ts'
import { sqliteDialect } from './sqlite.ts'

/** Connections to PostgreSQL: a transaction of an office holds one, and each process lets few of an office in. */
const POOL_SIZE = 16

/** How long a request waits for a connection, and for an answer on it, before it is told to come back. Milliseconds. */
const NO_CONNECTION = 5000
const NO_ANSWER = 12_000

export interface OpenDatabase {
  db: Kysely<Database>
  engine: Engine
  hints: Hints
}

/**
 * Opens `sqlite:<file>` or `postgres://…`. Nothing else in the server knows which one it got.
 *
 * `failed` hears of connections that break while nobody uses them; without it they would end the process.
 */
export function openDatabase(url: string, failed: (error: Error) => void = () => {}): OpenDatabase {
  const sqlite = url.startsWith('sqlite:')
  const dialect = sqlite ? sqliteDialect(fileOf(url)) : postgres(url, failed)
  return {
    db: new Kysely<Database>({ dialect, plugins: [new CamelCasePlugin()] }),
    engine: sqlite ? { name: 'sqlite', rowLocks: false } : { name: 'postgres', rowLocks: true },
    hints: sqlite ? noHints : postgresHints(url, failed)
  }
}

function fileOf(url: string): string {
  const file = path.resolve(url.slice('sqlite:'.length))
  mkdirSync(path.dirname(file), { recursive: true })
  // It holds personal data, so nobody else on the machine reads it; its side files follow.
  closeSync(openSync(file, 'a', 0o600))
  return file
}

function postgres(connectionString: string, failed: (error: Error) => void): Dialect {
  // count(*) and seq are int8, which pg hands over as a string; SQLite gives a number.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({
    connectionString,
    max: POOL_SIZE,
    keepAlive: true,
    connectionTimeoutMillis: NO_CONNECTION,
    query_timeout: NO_ANSWER,
    options: '-c lock_timeout=5000 -c statement_timeout=10000 -c idle_in_transaction_session_timeout=10000'
  })
  pool.on('error', failed)
  // The pool stops listening to a connection while somebody uses it, and an error nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', failed))
  return new PostgresDialect({ pool })
}

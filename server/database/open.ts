import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { CamelCasePlugin, type Dialect, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Hints, noHints, postgresHints } from './hints.ts'
import type { Database, Engine } from './schema.ts'
import { sqliteDialect } from './sqlite.ts'

/** Connections to PostgreSQL: a transaction of an office holds one, and each process lets few of an office in. */
const POOL_SIZE = 16

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
  return file
}

function postgres(connectionString: string, failed: (error: Error) => void): Dialect {
  // count(*) and seq are int8, which pg hands over as a string; SQLite gives a number.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({
    connectionString,
    max: POOL_SIZE,
    options: '-c lock_timeout=5000 -c statement_timeout=10000 -c idle_in_transaction_session_timeout=10000'
  })
  pool.on('error', failed)
  return new PostgresDialect({ pool })
}

import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { migrateToLatest } from '../../server/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../server/database/open.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

export interface TestDatabase extends OpenDatabase {
  url: string
  /** Closes it and takes it away. */
  drop(): Promise<void>
}

/** Both engines: each use case is tested on each. */
export const databases = [
  { name: 'SQLite', open: openSqlite },
  { name: 'PostgreSQL', open: openPostgres }
]

export type OpenTestDatabase = () => Promise<TestDatabase>

async function openSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-test-'))
  return opened(`sqlite:${path.join(folder, 'test.sqlite')}`, async () =>
    rmSync(folder, { recursive: true, force: true })
  )
}

/** A database of its own on the server that the test run started. */
async function openPostgres(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name}`)
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  return opened(url, () => onServer(server, `drop database ${name} with (force)`))
}

async function opened(url: string, remove: () => Promise<void>): Promise<TestDatabase> {
  const database = openDatabase(url)
  await migrateToLatest(database)
  const drop = async () => {
    await database.db.destroy()
    await remove()
  }
  return { ...database, url, drop }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

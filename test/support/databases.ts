import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { migrateToLatest } from '../../server/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../server/database/open.ts'
import { onServer, type Templates } from './templates.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
    templates: Templates
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

/** What is in a database that a test opens: no table, no row, or the demonstration offices as they stand on the morning. */
export type Content = 'bare' | 'empty' | 'offices'

export type OpenTestDatabase = (content?: Content) => Promise<TestDatabase>

async function openSqlite(content: Content = 'empty'): Promise<TestDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-test-'))
  const file = path.join(folder, 'test.sqlite')
  if (content === 'offices') copyFileSync(inject('templates').sqliteFile, file)
  return opened(`sqlite:${file}`, content, async () => rmSync(folder, { recursive: true, force: true }))
}

/** A database of its own on the server that the test run started. */
async function openPostgres(content: Content = 'empty'): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const template = content === 'offices' ? `template ${inject('templates').postgresName}` : ''
  await onServer(server, `create database ${name} ${template}`)
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  return opened(url, content, () => onServer(server, `drop database ${name} with (force)`))
}

async function opened(url: string, content: Content, remove: () => Promise<void>): Promise<TestDatabase> {
  const database = openDatabase(url)
  if (content !== 'bare') await migrateToLatest(database)
  const drop = async () => {
    await database.db.destroy()
    await remove()
  }
  return { ...database, url, drop }
}

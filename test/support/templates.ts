import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { buildApp } from '../../server/app.ts'
import { migrateToLatest } from '../../server/database/migrate.ts'
import { openDatabase } from '../../server/database/open.ts'
import { furnishDemonstration } from '../../server/demonstration/service.ts'
import { MORNING, PASSWORD, testConfig } from './settings.ts'

/** Databases with the demonstration offices, made once in a run and copied for each test that wants them. */
export interface Templates {
  sqliteFile: string
  postgresName: string
}

export async function makeTemplates(postgresUrl: string): Promise<Templates> {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-template-'))
  const templates = { sqliteFile: path.join(folder, 'office.sqlite'), postgresName: `office_${process.pid}` }
  await furnish(`sqlite:${templates.sqliteFile}`)
  await onServer(postgresUrl, `create database ${templates.postgresName}`)
  await furnish(Object.assign(new URL(postgresUrl), { pathname: `/${templates.postgresName}` }).href)
  return templates
}

async function furnish(url: string): Promise<void> {
  const database = openDatabase(url)
  await migrateToLatest(database)
  const app = await buildApp({ database, config: testConfig, clock: () => new Date(MORNING), randomBytes })
  await app.ready()
  await furnishDemonstration(app, PASSWORD)
  await app.close()
  await database.db.destroy()
}

export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from '../../migrations/index.ts'
import type { Database, Engine } from './schema.ts'

/**
 * Brings the database to the newest schema, or leaves it as it was.
 *
 * PostgreSQL gets the plain database, as Kysely then locks out a second process that starts at the same time.
 * SQLite gets a transaction, as our driver writes in transactions only.
 */
export async function migrateToLatest({
  db,
  engine
}: {
  db: Kysely<Database>
  engine: Engine
}): Promise<void> {
  if (engine.rowLocks) await migrate(db)
  else await db.transaction().execute(migrate)
}

async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

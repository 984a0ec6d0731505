import type { Kysely } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and knows no code of today
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('office').addColumn('phone', 'text').execute()
}

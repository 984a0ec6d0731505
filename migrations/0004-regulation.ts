import { type Kysely, PostgresAdapter, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and knows no code of today
type AnyDatabase = Kysely<any>

export async function up(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('rule_set')
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('decree', 'forms')`))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('effective_from', 'text', (column) => column.notNull())
    .addColumn('inherits', 'text')
    .addColumn('replaces', 'integer')
    .addColumn('basis', 'text')
    .addColumn('parameters', 'text', (column) => column.notNull())
    .addColumn('forms', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('rule_set_pk', ['kind', 'id', 'version'])
    .execute()
  await refuseChanges(db)
}

async function refuseChanges(db: AnyDatabase) {
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    await sql`create function refuse_change_of_rule_set() returns trigger language plpgsql as $$
      begin raise exception 'rule sets are only ever added'; end $$`.execute(db)
    await sql`create trigger rule_set_is_append_only before update or delete on rule_set
      for each row execute function refuse_change_of_rule_set()`.execute(db)
    return
  }
  await sql`create trigger rule_set_refuses_update before update on rule_set
    begin select raise(abort, 'rule sets are only ever added'); end`.execute(db)
  await sql`create trigger rule_set_refuses_delete before delete on rule_set
    begin select raise(abort, 'rule sets are only ever added'); end`.execute(db)
}

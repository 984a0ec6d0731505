import { type Kysely, PostgresAdapter, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and knows no code of today
type AnyDatabase = Kysely<any>

export async function up(db: AnyDatabase): Promise<void> {
  await createOffices(db)
  await createLog(db)
  await createIdentity(db)
}

async function createOffices(db: AnyDatabase) {
  await db.schema
    .createTable('office')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('lead', 'integer', (column) => column.notNull().check(sql`lead in (0, 1)`))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await sql`create unique index one_lead_office on office (lead) where lead = 1`.execute(db)

  await db.schema
    .createTable('counter')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('closed', 'open', 'paused')`)
    )
    .addColumn('pause_reason', 'text')
    .addColumn('officer_id', 'text')
    .addPrimaryKeyConstraint('counter_pk', ['office_id', 'id'])
    .addUniqueConstraint('counter_number', ['office_id', 'number'])
    .execute()

  await db.schema
    .createTable('service')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('letter', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('service_pk', ['office_id', 'id'])
    .addUniqueConstraint('service_letter', ['office_id', 'letter'])
    .execute()
}

async function createLog(db: AnyDatabase) {
  await db.schema
    .createTable('office_log')
    .addColumn('office_id', 'text', (column) => column.primaryKey().references('office.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('head', 'text', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('event')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('v', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('private_hash', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_pk', ['office_id', 'seq'])
    .execute()

  await db.schema
    .createTable('event_private')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('private', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_private_pk', ['office_id', 'seq'])
    .execute()

  await db.schema
    .createTable('idempotency_key')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('actor_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('response', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_key_pk', ['office_id', 'actor_id', 'key'])
    .execute()
  await db.schema.createIndex('idempotency_key_age').on('idempotency_key').column('created_at').execute()

  await refuseChangesOfEvents(db)
}

async function refuseChangesOfEvents(db: AnyDatabase) {
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    await sql`alter table office_log set (fillfactor = 50)`.execute(db)
    await sql`create function refuse_change_of_event() returns trigger language plpgsql as $$
      begin raise exception 'events are only ever added'; end $$`.execute(db)
    await sql`create trigger event_is_append_only before update or delete on event
      for each row execute function refuse_change_of_event()`.execute(db)
    await sql`create trigger office_log_stays before delete on office_log
      for each row execute function refuse_change_of_event()`.execute(db)
    await sql`create trigger event_is_not_emptied before truncate on event
      for each statement execute function refuse_change_of_event()`.execute(db)
    return
  }
  await sql`create trigger event_refuses_update before update on event
    begin select raise(abort, 'events are only ever added'); end`.execute(db)
  await sql`create trigger event_refuses_replace before insert on event
    when exists (select 1 from event where office_id = new.office_id and seq = new.seq)
    begin select raise(abort, 'events are only ever added'); end`.execute(db)
  await sql`create trigger office_log_refuses_delete before delete on office_log
    begin select raise(abort, 'the log of an office stays'); end`.execute(db)
  await sql`create trigger event_refuses_delete before delete on event
    begin select raise(abort, 'events are only ever added'); end`.execute(db)
}

async function createIdentity(db: AnyDatabase) {
  await db.schema
    .createTable('account')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('person', 'device')`))
    .addColumn('username', 'text', (column) => column.unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('roles', 'text', (column) => column.notNull())
    .addColumn('password_hash', 'text')
    .addColumn('disabled_at', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('account_pk', ['office_id', 'id'])
    .execute()

  await db.schema
    .createTable('session')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('last_seen_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addPrimaryKeyConstraint('session_pk', ['office_id', 'token_hash'])
    .addForeignKeyConstraint('session_account', ['office_id', 'account_id'], 'account', ['office_id', 'id'])
    .execute()
  await db.schema
    .createIndex('session_of_account')
    .on('session')
    .columns(['office_id', 'account_id'])
    .execute()

  await db.schema
    .createTable('api_token')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'text')
    .addPrimaryKeyConstraint('api_token_pk', ['office_id', 'token_hash'])
    .addUniqueConstraint('api_token_id', ['office_id', 'id'])
    .addForeignKeyConstraint('api_token_account', ['office_id', 'account_id'], 'account', ['office_id', 'id'])
    .execute()

  await db.schema
    .createTable('enrolment')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .addPrimaryKeyConstraint('enrolment_pk', ['office_id', 'code_hash'])
    .addForeignKeyConstraint('enrolment_account', ['office_id', 'account_id'], 'account', ['office_id', 'id'])
    .execute()
}

import { type Kysely, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and knows no code of today
type AnyDatabase = Kysely<any>

export async function up(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('queue_setting')
    .addColumn('office_id', 'text', (column) => column.primaryKey().references('office.id'))
    .addColumn('always_open', 'integer', (column) => column.notNull().check(sql`always_open in (0, 1)`))
    .execute()

  await db.schema
    .createTable('ticket_series')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('last', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('ticket_series_pk', ['office_id', 'service_id', 'day'])
    .execute()

  await createTickets(db)
}

async function createTickets(db: AnyDatabase) {
  await db.schema
    .createTable('ticket')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('service_name', 'text', (column) => column.notNull())
    .addColumn('letter', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) =>
      column
        .notNull()
        .check(sql`status in ('waiting', 'called', 'serving', 'finished', 'absent', 'cancelled')`)
    )
    .addColumn('priority_group', 'text')
    .addColumn('issued_at', 'text', (column) => column.notNull())
    .addColumn('issued_by', 'text', (column) => column.notNull())
    .addColumn('turn_at', 'text', (column) => column.notNull())
    .addColumn('counter_id', 'text')
    .addColumn('counter_number', 'integer')
    .addColumn('called_at', 'text')
    .addColumn('calls', 'integer', (column) => column.notNull())
    .addColumn('serving_at', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('slips_due', 'integer', (column) => column.notNull().check(sql`slips_due >= 0`))
    .addColumn('dossier_codes', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ticket_pk', ['office_id', 'id'])
    .addUniqueConstraint('ticket_number', ['office_id', 'day', 'number'])
    .addUniqueConstraint('ticket_token', ['office_id', 'token_hash'])
    .addForeignKeyConstraint('ticket_service', ['office_id', 'service_id'], 'service', ['office_id', 'id'])
    .execute()
  await db.schema
    .createIndex('ticket_in_line')
    .on('ticket')
    .columns(['office_id', 'day', 'status', 'turn_at'])
    .execute()
}

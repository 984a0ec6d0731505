import { type Kysely, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and knows no code of today
type AnyDatabase = Kysely<any>

export async function up(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('appointment')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('service_name', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('phone', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('made_by_name', 'text', (column) => column.notNull())
    .addColumn('cancelled_at', 'text')
    .addColumn('arrived_at', 'text')
    .addColumn('ticket_id', 'text')
    .addColumn('ticket_number', 'text')
    .addPrimaryKeyConstraint('appointment_pk', ['office_id', 'id'])
    .addUniqueConstraint('appointment_code', ['office_id', 'code', 'day'])
    .addForeignKeyConstraint('appointment_service', ['office_id', 'service_id'], 'service', [
      'office_id',
      'id'
    ])
    .execute()
  await db.schema
    .createIndex('appointment_by_day')
    .on('appointment')
    .columns(['office_id', 'day', 'at'])
    .execute()

  await db.schema
    .createTable('appointment_limit')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('most', 'integer', (column) => column.notNull().check(sql`most >= 0`))
    .addPrimaryKeyConstraint('appointment_limit_pk', ['office_id', 'service_id'])
    .addForeignKeyConstraint('appointment_limit_service', ['office_id', 'service_id'], 'service', [
      'office_id',
      'id'
    ])
    .execute()
}

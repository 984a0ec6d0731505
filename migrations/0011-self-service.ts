import type { Kysely } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and knows no code of today
type AnyDatabase = Kysely<any>

/** Last signs of life of devices, and what people do themselves at the kiosk. */
export async function up(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('device_sign')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addColumn('screen', 'text', (column) => column.notNull())
    .addColumn('last_seen_at', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('clock_skew_ms', 'integer', (column) => column.notNull())
    .addColumn('sound', 'text')
    .addColumn('printer', 'text')
    .addColumn('unprinted', 'integer')
    .addPrimaryKeyConstraint('device_sign_pk', ['office_id', 'device_id'])
    .execute()

  await db.schema
    .createTable('kiosk_language')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('texts', 'text', (column) => column.notNull())
    .addColumn('service_names', 'text', (column) => column.notNull())
    .addColumn('group_names', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('kiosk_language_pk', ['office_id', 'code'])
    .execute()

  await db.schema
    .createTable('result_place')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('dossier_code', 'text', (column) => column.notNull())
    .addColumn('counter_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('result_place_pk', ['office_id', 'dossier_code'])
    .execute()

  await db.schema
    .createTable('search_miss')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addColumn('last_day', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('search_miss_pk', ['office_id', 'words'])
    .execute()

  await db.schema
    .createIndex('search_miss_age')
    .on('search_miss')
    .columns(['office_id', 'last_day'])
    .execute()

  await db.schema
    .createTable('help_call')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addColumn('device_name', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('answered_at', 'text')
    .addColumn('answered_by', 'text')
    .addColumn('answered_by_name', 'text')
    .addColumn('ends_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('help_call_pk', ['office_id', 'id'])
    .execute()

  await db.schema.createIndex('help_call_open').on('help_call').columns(['office_id', 'ends_at']).execute()
}

import { type CreateTableBuilder, type Kysely, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and knows no code of today
type AnyDatabase = Kysely<any>

export async function up(db: AnyDatabase): Promise<void> {
  await createReasons(db)
  await createApologies(db)
}

async function createReasons(db: AnyDatabase) {
  await db.schema
    .createTable('late_reason')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .execute()
}

const TEXTS = `dossier_id dossier_code reason_code reason_name reason agency_name previous_due_at previous_due_day new_due_at
  new_due_day send_by created_at created_by_name`

const MAYBE_TEXTS = 'number signer signer_title signed_on issued_at sent_at channel'

async function createApologies(db: AnyDatabase) {
  const table = db.schema
    .createTable('apology')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) =>
      column.notNull().check(sql`status in ('draft', 'issued', 'sent')`)
    )
  const texts = TEXTS.split(/\s+/).reduce(
    (grown, name) => grown.addColumn(name, 'text', (column) => column.notNull()),
    table as CreateTableBuilder<string, string>
  )
  await MAYBE_TEXTS.split(' ')
    .reduce((grown, name) => grown.addColumn(name, 'text'), texts)
    .addColumn('number_year', 'integer')
    .addPrimaryKeyConstraint('apology_pk', ['office_id', 'id'])
    .addUniqueConstraint('apology_number_once', ['office_id', 'number_year', 'number'])
    .addForeignKeyConstraint('apology_dossier', ['office_id', 'dossier_id'], 'dossier', ['office_id', 'id'])
    .execute()
  await db.schema
    .createIndex('apology_of_dossier')
    .on('apology')
    .columns(['office_id', 'dossier_id'])
    .execute()
  await db.schema
    .createIndex('apology_new_due_day')
    .on('apology')
    .columns(['office_id', 'new_due_day'])
    .execute()
  await db.schema
    .createTable('apology_number')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('last', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('apology_number_pk', ['office_id', 'year'])
    .execute()
}

import { type CreateTableBuilder, type Kysely, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and knows no code of today
type AnyDatabase = Kysely<any>

export async function up(db: AnyDatabase): Promise<void> {
  await createDossiers(db)
  await createIndexes(db)
  await createComponents(db)
  await createSides(db)
}

const TEXTS = `code status procedure_code procedure_name field_name procedure_edition decree_id forms_id applicant_kind
  applicant_name address channel result_delivery received_at received_by received_by_name term_unit term_text due_at due_day
  due_steps original_due_at original_due_day holder_kind holder_id holder_name token_hash applicant_name_key code_key`

const MAYBE_TEXTS = `id_number birth_date sex phone email submitter result_address ticket_id summary cut_off holder_due_at
  holder_accepted_at slip_handed_at slip_how slip_reason supplement_asked_at supplement_items supplement_reason
  closing_reason result_outcome result_number result_signer result_signed_on processed_at returned_at returned_to
  closed_at apology_id id_number_key phone_key`

const NUMBERS = `version decree_version forms_version sets term_amount provisional slip_required supplement_times`

async function createDossiers(db: AnyDatabase) {
  let table: CreateTableBuilder<string, string> = db.schema
    .createTable('dossier')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('id', 'text', (column) => column.notNull())
  for (const name of TEXTS.split(/\s+/)) table = table.addColumn(name, 'text', (column) => column.notNull())
  for (const name of MAYBE_TEXTS.split(/\s+/)) table = table.addColumn(name, 'text')
  for (const name of NUMBERS.split(/\s+/))
    table = table.addColumn(name, 'integer', (column) => column.notNull())
  await table
    .addColumn('payment_amount', 'integer')
    .addPrimaryKeyConstraint('dossier_pk', ['office_id', 'id'])
    .addUniqueConstraint('dossier_code', ['office_id', 'code'])
    .addUniqueConstraint('dossier_token', ['office_id', 'token_hash'])
    .execute()
}

async function createIndexes(db: AnyDatabase) {
  const index = (name: string, columns: string[]) =>
    db.schema.createIndex(name).on('dossier').columns(columns).execute()
  await index('dossier_received', ['office_id', 'received_at', 'id', 'applicant_name_key'])
  await index('dossier_status', ['office_id', 'status', 'received_at', 'id'])
  await index('dossier_person', ['office_id', 'id_number_key'])
  await index('dossier_phone', ['office_id', 'phone_key'])
  await index('dossier_code_tail', ['office_id', 'code_key'])
  await sql`create index dossier_open_due on dossier (office_id, due_at, id)
    where closed_at is null and processed_at is null`.execute(db)
}

async function createComponents(db: AnyDatabase) {
  await db.schema
    .createTable('dossier_component')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('dossier_id', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('originals', 'integer', (column) => column.notNull())
    .addColumn('copies', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('dossier_component_pk', ['office_id', 'dossier_id', 'ordinal'])
    .addForeignKeyConstraint('dossier_component_dossier', ['office_id', 'dossier_id'], 'dossier', [
      'office_id',
      'id'
    ])
    .execute()
}

async function createSides(db: AnyDatabase) {
  await db.schema
    .createTable('dossier_event')
    .addColumn('office_id', 'text', (column) => column.notNull())
    .addColumn('dossier_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('dossier_event_pk', ['office_id', 'dossier_id', 'seq'])
    .execute()
  await db.schema
    .createTable('dossier_number')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('last', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('dossier_number_pk', ['office_id', 'day'])
    .execute()
  await db.schema
    .createTable('agency')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('agency_pk', ['office_id', 'id'])
    .addUniqueConstraint('agency_name', ['office_id', 'name'])
    .execute()
}

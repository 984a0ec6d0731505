import { type Kysely, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and knows no code of today
type AnyDatabase = Kysely<any>

export async function up(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('procedure_catalogue')
    .addColumn('id', 'text', (column) => column.primaryKey().check(sql`id = 'catalogue'`))
    .addColumn('version', 'text', (column) => column.notNull())
    .execute()
  await createEditions(db)
  await createComponents(db)
}

async function createEditions(db: AnyDatabase) {
  await db.schema
    .createTable('procedure_edition')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('effective_from', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull().check(sql`level in ('commune', 'province')`))
    .addColumn('agency', 'text')
    .addColumn('term_amount', 'integer', (column) => column.check(sql`term_amount > 0`))
    .addColumn('term_unit', 'text')
    .addColumn('term_source', 'text')
    .addColumn('fee', 'integer', (column) => column.check(sql`fee >= 0`))
    .addColumn('fee_text', 'text')
    .addColumn('result', 'text')
    .addColumn('immediate', 'integer', (column) => column.notNull().check(sql`immediate in (0, 1)`))
    .addColumn('abolished', 'integer', (column) => column.notNull().check(sql`abolished in (0, 1)`))
    .addColumn('cut_off', 'text', (column) => column.notNull())
    .addColumn('variants', 'text', (column) => column.notNull())
    .addColumn('notes', 'text', (column) => column.notNull())
    .addColumn('channels', 'text', (column) => column.notNull())
    .addColumn('legal_basis', 'text', (column) => column.notNull())
    .addColumn('attention', 'text', (column) => column.notNull())
    .addColumn('settled', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('procedure_edition_pk', ['code', 'effective_from'])
    .addCheckConstraint('procedure_term_whole', sql`(term_amount is null) = (term_unit is null)`)
    .execute()
}

async function createComponents(db: AnyDatabase) {
  await db.schema
    .createTable('procedure_component')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('effective_from', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('originals', 'integer', (column) => column.notNull())
    .addColumn('copies', 'integer', (column) => column.notNull())
    .addColumn('group_name', 'text')
    .addColumn('presented', 'integer', (column) => column.notNull().check(sql`presented in (0, 1)`))
    .addColumn('detail', 'text')
    .addPrimaryKeyConstraint('procedure_component_pk', ['code', 'effective_from', 'position'])
    .addForeignKeyConstraint('procedure_component_edition', ['code', 'effective_from'], 'procedure_edition', [
      'code',
      'effective_from'
    ])
    .execute()
}

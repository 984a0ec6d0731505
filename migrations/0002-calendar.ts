import { type Kysely, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and knows no code of today
type AnyDatabase = Kysely<any>

export async function up(db: AnyDatabase): Promise<void> {
  await createCalendar(db)
  await createOfficeWeeks(db)
}

async function createCalendar(db: AnyDatabase) {
  await db.schema
    .createTable('calendar_version')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('stamp', 'text', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('calendar_year')
    .addColumn('year', 'integer', (column) => column.primaryKey())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('calendar_question')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('resolved_at', 'text')
    .execute()

  await db.schema
    .createTable('calendar_day')
    .addColumn('day', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) =>
      column
        .notNull()
        .check(sql`kind in ('holiday', 'compensation', 'swapped_off', 'make_up', 'working', 'undecided')`)
    )
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('legal_basis', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull().check(sql`scope in ('everyone', 'officials')`))
    .addColumn('stands_for', 'text')
    .addColumn('assumed', 'text', (column) => column.check(sql`assumed in ('off', 'working')`))
    .addColumn('question_id', 'text', (column) => column.references('calendar_question.id'))
    .addCheckConstraint('calendar_day_assumed', sql`(kind = 'undecided') = (assumed is not null)`)
    .execute()
}

async function createOfficeWeeks(db: AnyDatabase) {
  await db.schema
    .createTable('office_week')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('effective_from', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn('return_minute', 'integer', (column) => column.notNull())
    .addColumn('saturday_counts', 'integer', (column) =>
      column.notNull().check(sql`saturday_counts in (0, 1)`)
    )
    .addColumn('note', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('office_week_pk', ['office_id', 'effective_from'])
    .addUniqueConstraint('office_week_version', ['office_id', 'version'])
    .execute()
}

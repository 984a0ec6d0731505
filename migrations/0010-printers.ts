import { type Kysely, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and knows no code of today
type AnyDatabase = Kysely<any>

/** Ticket printers, which kiosk prints where, and every paper that was asked for. */
export async function up(db: AnyDatabase): Promise<void> {
  await createPrinters(db)
  await createJobs(db)
}

async function createPrinters(db: AnyDatabase) {
  await db.schema
    .createTable('printer')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('port', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('paper', 'text', (column) => column.notNull())
    .addColumn('tells_status', 'integer', (column) => column.notNull().check(sql`tells_status in (0, 1)`))
    .addColumn('confirms', 'text', (column) => column.notNull())
    .addColumn('probed_at', 'text')
    .addColumn('last_asked_at', 'text')
    .addColumn('last_answer_at', 'text')
    .addColumn('state_since', 'text')
    .addColumn('papers_on_near_end', 'integer', (column) => column.notNull())
    .addColumn('papers_since_near_end', 'integer', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('owned_until', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('removed_at', 'text')
    .addPrimaryKeyConstraint('printer_pk', ['office_id', 'id'])
    .execute()

  await db.schema
    .createTable('kiosk_printer')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addColumn('printer_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('kiosk_printer_pk', ['office_id', 'device_id'])
    .addForeignKeyConstraint('kiosk_printer_device', ['office_id', 'device_id'], 'account', [
      'office_id',
      'id'
    ])
    .addForeignKeyConstraint('kiosk_printer_printer', ['office_id', 'printer_id'], 'printer', [
      'office_id',
      'id'
    ])
    .execute()
}

async function createJobs(db: AnyDatabase) {
  await db.schema
    .createTable('print_job')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('printer_id', 'text', (column) => column.notNull())
    .addColumn('device_id', 'text')
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text', (column) => column.notNull())
    .addColumn('paper', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('cause', 'text')
    .addColumn('reprint_of', 'text')
    .addColumn('requested_by', 'text', (column) => column.notNull())
    .addColumn('requested_by_name', 'text', (column) => column.notNull())
    .addColumn('requested_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_try_at', 'text')
    .addColumn('sender', 'text')
    .addColumn('sending_at', 'text')
    .addColumn('sent_at', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('confirmed_by', 'text')
    .addColumn('asked_since', 'text')
    .addColumn('answered_at', 'text')
    .addColumn('answered_by_name', 'text')
    .addPrimaryKeyConstraint('print_job_pk', ['office_id', 'id'])
    .addForeignKeyConstraint('print_job_printer', ['office_id', 'printer_id'], 'printer', ['office_id', 'id'])
    .execute()
  const index = (name: string) => db.schema.createIndex(name).on('print_job')
  await index('print_job_subject').columns(['office_id', 'subject_id']).execute()
  await index('print_job_latest').columns(['office_id', 'requested_at']).execute()
  await index('print_job_due')
    .columns(['office_id', 'printer_id', 'next_try_at'])
    .where(sql.ref('next_try_at'), 'is not', null)
    .execute()
  await index('print_job_in_flight')
    .columns(['office_id', 'printer_id'])
    .where(sql.ref('sender'), 'is not', null)
    .execute()
  await index('print_job_asked')
    .columns(['office_id', 'asked_since'])
    .where(sql.ref('asked_since'), 'is not', null)
    .execute()
}

import { type Kysely, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen in time and knows no code of today
type AnyDatabase = Kysely<any>

/** The waiting room: its rules, which counter serves what, and all that a number may go through. */
export async function up(db: AnyDatabase): Promise<void> {
  await extendSettings(db)
  await createRules(db)
  await rebuildTickets(db)
  await createTicketHistory(db)
  await createPace(db)
}

async function extendSettings(db: AnyDatabase) {
  await db.schema.alterTable('queue_setting').renameTo('hall_setting').execute()
  const settings = [
    ['priority_mode', 'text', 'interleaved'],
    ['ordinary_per_priority', 'integer', 2],
    ['most_ordinary_wait', 'integer', 60],
    ['most_absences', 'integer', 2],
    ['promised_wait', 'integer', 15],
    ['promised_share', 'integer', 80],
    ['appointment_grace', 'integer', 15]
  ] as const
  for (const [name, type, value] of settings) {
    await db.schema
      .alterTable('hall_setting')
      .addColumn(name, type, (column) => column.notNull().defaultTo(value))
      .execute()
  }
  await db.schema
    .alterTable('hall_setting')
    .addColumn('absent_returns_after', 'integer', (column) => column.defaultTo(3))
    .execute()
  for (const name of ['pick_up_service_id', 'emergency_text', 'emergency_at']) {
    await db.schema.alterTable('hall_setting').addColumn(name, 'text').execute()
  }
  await db.schema.alterTable('service').addColumn('most_per_day', 'integer').execute()
  await db.schema.alterTable('counter').addColumn('open_until', 'text').execute()
}

async function createRules(db: AnyDatabase) {
  await db.schema
    .createTable('priority_group')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('active', 'integer', (column) => column.notNull().check(sql`active in (0, 1)`))
    .addPrimaryKeyConstraint('priority_group_pk', ['office_id', 'code'])
    .execute()

  await db.schema
    .createTable('counter_service')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('counter_id', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('helps', 'integer', (column) => column.notNull().check(sql`helps in (0, 1)`))
    .addPrimaryKeyConstraint('counter_service_pk', ['office_id', 'counter_id', 'service_id'])
    .addForeignKeyConstraint('counter_service_counter', ['office_id', 'counter_id'], 'counter', [
      'office_id',
      'id'
    ])
    .addForeignKeyConstraint('counter_service_service', ['office_id', 'service_id'], 'service', [
      'office_id',
      'id'
    ])
    .execute()

  await db.schema
    .createTable('announcement')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('from_day', 'text')
    .addColumn('until_day', 'text')
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('announcement_pk', ['office_id', 'id'])
    .execute()
}

const KEPT = [
  'office_id',
  'id',
  'day',
  'service_id',
  'service_name',
  'letter',
  'ordinal',
  'number',
  'status',
  'priority_group',
  'issued_at',
  'issued_by',
  'counter_id',
  'counter_number',
  'called_at',
  'calls',
  'serving_at',
  'ended_at',
  'slips_due',
  'dossier_codes',
  'token_hash'
] as const

/** SQLite cannot change what a column may hold, so the table is made anew and filled from the old one. */
async function rebuildTickets(db: AnyDatabase) {
  await db.schema
    .alterTable('ticket_series')
    .addColumn('calls', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()

  await db.schema
    .createTable('queue_ticket')
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
        .check(
          sql`status in ('waiting', 'called', 'serving', 'parked', 'finished', 'absent', 'cancelled', 'unfinished')`
        )
    )
    .addColumn('purpose', 'text', (column) => column.notNull().check(sql`purpose in ('service', 'pick_up')`))
    .addColumn('priority_group', 'text')
    .addColumn('priority_group_name', 'text')
    .addColumn('goes_first', 'integer', (column) => column.notNull().check(sql`goes_first in (0, 1)`))
    .addColumn('issued_at', 'text', (column) => column.notNull())
    .addColumn('issued_by', 'text', (column) => column.notNull())
    .addColumn('turn_at', 'text', (column) => column.notNull())
    .addColumn('not_before', 'text')
    .addColumn('waiting_since', 'text', (column) => column.notNull())
    .addColumn('comes_back', 'integer', (column) => column.notNull().check(sql`comes_back in (0, 1)`))
    .addColumn('for_counter_id', 'text')
    .addColumn('for_officer_id', 'text')
    .addColumn('appointment_id', 'text')
    .addColumn('absences', 'integer', (column) => column.notNull())
    .addColumn('returns_after', 'integer')
    .addColumn('returns_after_there', 'integer')
    .addColumn('counter_id', 'text')
    .addColumn('counter_number', 'integer')
    .addColumn('officer_id', 'text')
    .addColumn('officer_name', 'text')
    .addColumn('first_called_at', 'text')
    .addColumn('called_at', 'text')
    .addColumn('calls', 'integer', (column) => column.notNull())
    .addColumn('serving_at', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('skipped_over', 'integer', (column) => column.notNull())
    .addColumn('skip_reason', 'text')
    .addColumn('note', 'text')
    .addColumn('estimate_low', 'integer')
    .addColumn('estimate_high', 'integer')
    .addColumn('plain_low', 'integer')
    .addColumn('plain_high', 'integer')
    .addColumn('slips_due', 'integer', (column) => column.notNull().check(sql`slips_due >= 0`))
    .addColumn('dossier_codes', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('queue_ticket_pk', ['office_id', 'id'])
    .addUniqueConstraint('queue_ticket_number', ['office_id', 'day', 'number'])
    .addUniqueConstraint('queue_ticket_token', ['office_id', 'token_hash'])
    .addForeignKeyConstraint('queue_ticket_service', ['office_id', 'service_id'], 'service', [
      'office_id',
      'id'
    ])
    .execute()

  await db
    .insertInto('queue_ticket')
    .columns([
      ...KEPT,
      'purpose',
      'goes_first',
      'turn_at',
      'waiting_since',
      'comes_back',
      'absences',
      'first_called_at',
      'skipped_over'
    ])
    .expression((eb) =>
      eb
        .selectFrom('ticket')
        .select([...KEPT])
        .select([
          sql<string>`'service'`.as('purpose'),
          sql<number>`case when priority_group is null then 0 else 1 end`.as('goes_first'),
          'issued_at as turn_at',
          'issued_at as waiting_since',
          sql<number>`0`.as('comes_back'),
          sql<number>`0`.as('absences'),
          'called_at as first_called_at',
          sql<number>`0`.as('skipped_over')
        ])
    )
    .execute()
  await db.schema.dropTable('ticket').execute()
  await db.schema.alterTable('queue_ticket').renameTo('ticket').execute()
  await db.schema
    .createIndex('ticket_by_turn')
    .on('ticket')
    .columns([
      'office_id',
      'day',
      'status',
      'comes_back',
      'goes_first',
      'turn_at',
      'ordinal',
      'letter',
      'service_id'
    ])
    .execute()

  await db.schema
    .createTable('ticket_service')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('ticket_id', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('service_name', 'text', (column) => column.notNull())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addColumn('added_by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ticket_service_pk', ['office_id', 'ticket_id', 'service_id'])
    .addForeignKeyConstraint('ticket_service_ticket', ['office_id', 'ticket_id'], 'ticket', [
      'office_id',
      'id'
    ])
    .execute()
}

async function createTicketHistory(db: AnyDatabase) {
  await db.schema
    .createTable('counter_turn')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('counter_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('since_priority', 'integer', (column) => column.notNull())
    .addColumn('calls', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('counter_turn_pk', ['office_id', 'counter_id', 'day'])
    .execute()

  await db.schema
    .createTable('counter_visit')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('ticket_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('service_name', 'text', (column) => column.notNull())
    .addColumn('priority_group', 'text')
    .addColumn('counter_id', 'text', (column) => column.notNull())
    .addColumn('counter_number', 'integer', (column) => column.notNull())
    .addColumn('officer_id', 'text', (column) => column.notNull())
    .addColumn('officer_name', 'text', (column) => column.notNull())
    .addColumn('waiting_since', 'text', (column) => column.notNull())
    .addColumn('called_at', 'text', (column) => column.notNull())
    .addColumn('serving_at', 'text')
    .addColumn('ended_at', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) =>
      column
        .notNull()
        .check(sql`outcome in ('finished', 'absent', 'parked', 'transferred', 'cancelled', 'unfinished')`)
    )
    .addColumn('calls', 'integer', (column) => column.notNull())
    .addColumn('skipped_over', 'integer', (column) => column.notNull())
    .addColumn('skip_reason', 'text')
    .addPrimaryKeyConstraint('counter_visit_pk', ['office_id', 'id'])
    .addForeignKeyConstraint('counter_visit_ticket', ['office_id', 'ticket_id'], 'ticket', [
      'office_id',
      'id'
    ])
    .execute()
  await db.schema
    .createIndex('counter_visit_by_day')
    .on('counter_visit')
    .columns(['office_id', 'day', 'called_at'])
    .execute()
  await db.schema
    .createTable('counter_day')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('counter_id', 'text', (column) => column.notNull())
    .addColumn('free_since', 'text')
    .addPrimaryKeyConstraint('counter_day_pk', ['office_id', 'day', 'counter_id'])
    .execute()
  await createLineMoves(db)
}

async function createLineMoves(db: AnyDatabase) {
  await db.schema
    .createTable('line_move')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('ticket_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('service_name', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull().check(sql`what in ('cancelled', 'transferred')`))
    .addColumn('destination', 'text')
    .addColumn('reason', 'text')
    .addColumn('skipped_over', 'integer', (column) => column.notNull())
    .addColumn('officer_id', 'text', (column) => column.notNull())
    .addColumn('officer_name', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('line_move_pk', ['office_id', 'id'])
    .addForeignKeyConstraint('line_move_ticket', ['office_id', 'ticket_id'], 'ticket', ['office_id', 'id'])
    .execute()
  await db.schema
    .createIndex('line_move_by_day')
    .on('line_move')
    .columns(['office_id', 'day', 'at'])
    .execute()
}

async function createPace(db: AnyDatabase) {
  await db.schema
    .createTable('service_pace')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('sum_ms', 'bigint', (column) => column.notNull())
    .addColumn('sum_sq', 'bigint', (column) => column.notNull())
    .addColumn('waits', 'integer', (column) => column.notNull())
    .addColumn('sum_expected', 'integer', (column) => column.notNull())
    .addColumn('sum_waited', 'integer', (column) => column.notNull())
    .addColumn('sum_half_width', 'integer', (column) => column.notNull())
    .addColumn('sum_error', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('service_pace_pk', ['office_id', 'service_id', 'day'])
    .execute()

  await db.schema
    .createTable('estimate_score')
    .addColumn('office_id', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('made', 'integer', (column) => column.notNull())
    .addColumn('within', 'integer', (column) => column.notNull())
    .addColumn('below', 'integer', (column) => column.notNull())
    .addColumn('above', 'integer', (column) => column.notNull())
    .addColumn('sum_error', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('estimate_score_pk', ['office_id', 'day', 'service_id'])
    .execute()
}

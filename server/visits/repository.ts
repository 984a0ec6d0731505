import { sql } from 'kysely'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import type { CounterDayTable, CounterVisitTable, LineMoveTable } from './tables.ts'
import type { Outcome } from './visit.ts'

interface Period {
  officeId: string
  from: string
  to: string
}

/** A period, narrowed to one service or not. */
type Narrowed = Period & { serviceId?: string | undefined }

export async function insertVisit(db: Db, visit: CounterVisitTable): Promise<void> {
  await db.insertInto('counterVisit').values(visit).execute()
}

/** When the latest visit to a counter was over; nothing when it has been opened since. */
export async function findFreeSince(db: Db, key: Omit<CounterDayTable, 'freeSince'>): Promise<string | null> {
  const { rows } = await freeSince(db, { ...key })
  return rows[0]?.freeSince ?? null
}

const freeSince = compiled<
  Omit<CounterDayTable, 'freeSince'> & Record<never, never>,
  { freeSince: string | null }
>((db, slot) =>
  db
    .selectFrom('counterDay')
    .select('freeSince')
    .where('officeId', '=', slot('officeId'))
    .where('day', '=', slot('day'))
    .where('counterId', '=', slot('counterId'))
)

export async function keepCounterDay(db: Db, row: CounterDayTable): Promise<void> {
  await putCounterDay(db, { ...row })
}

const putCounterDay = compiled<CounterDayTable & Record<never, never>, unknown>((db, slot) =>
  db
    .insertInto('counterDay')
    .values({
      officeId: slot('officeId'),
      day: slot('day'),
      counterId: slot('counterId'),
      freeSince: slot('freeSince')
    })
    .onConflict((conflict) =>
      conflict
        .columns(['officeId', 'day', 'counterId'])
        .doUpdateSet((eb) => ({ freeSince: eb.ref('excluded.freeSince') }))
    )
)

export async function listCountersOpen(db: Db, { officeId, from, to }: Period): Promise<string[]> {
  const rows = await db
    .selectFrom('counterDay')
    .select('counterId')
    .distinct()
    .where('officeId', '=', officeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
  return rows.map(({ counterId }) => counterId)
}

export async function insertLineMove(db: Db, move: LineMoveTable): Promise<void> {
  await db.insertInto('lineMove').values(move).execute()
}

/** Moves in line in a period, the latest first; `before` is the last one of the page before. */
export async function listLineMoves(
  db: Db,
  { most, before, ...period }: Narrowed & { most: number; before: { at: string; id: string } | undefined }
): Promise<LineMoveTable[]> {
  const query = movesIn(db, period).selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(most)
  return (before ? query.where(comesAfter('at', before.at, before.id)) : query).execute()
}

export async function countLineMoves(db: Db, period: Narrowed): Promise<number> {
  const { count } = await movesIn(db, period)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function movesIn(db: Db, { officeId, from, to, serviceId }: Narrowed) {
  const query = db
    .selectFrom('lineMove')
    .where('officeId', '=', officeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
  return serviceId === undefined ? query : query.where('serviceId', '=', serviceId)
}

/** What figures are made of, of each visit of a period, in no order. */
export async function readVisits(
  db: Db,
  { officeId, from, to, serviceId }: Narrowed
): Promise<Pick<CounterVisitTable, (typeof MEASURED)[number]>[]> {
  const query = db
    .selectFrom('counterVisit')
    .select([...MEASURED])
    .where('officeId', '=', officeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
  return (serviceId === undefined ? query : query.where('serviceId', '=', serviceId)).execute()
}

const MEASURED = [
  'day',
  'serviceId',
  'serviceName',
  'counterId',
  'counterNumber',
  'officerId',
  'officerName',
  'waitingSince',
  'calledAt',
  'servingAt',
  'endedAt',
  'outcome',
  'skippedOver'
] as const satisfies (keyof CounterVisitTable)[]

/** How many waits that ended with a call began in each hour (UTC) of each day. */
export async function countWaits(
  db: Db,
  { officeId, from, to }: Period
): Promise<{ day: string; hour: string; count: number }[]> {
  return db
    .selectFrom('counterVisit')
    .select((eb) => [
      'day',
      sql<string>`substr(waiting_since, 12, 2)`.as('hour'),
      eb.fn.countAll<number>().as('count')
    ])
    .where('officeId', '=', officeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['day', 'hour'])
    .execute()
}

/** The latest visits of a period that ended in certain ways, of one service or of all. */
export async function readLatestTimes(
  db: Db,
  {
    officeId,
    serviceId,
    from,
    to,
    most,
    outcomes
  }: Period & { serviceId?: string; most: number; outcomes: readonly Outcome[] }
): Promise<Pick<CounterVisitTable, 'calledAt' | 'servingAt' | 'endedAt'>[]> {
  const query = db
    .selectFrom('counterVisit')
    .select(['calledAt', 'servingAt', 'endedAt'])
    .where('officeId', '=', officeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('outcome', 'in', outcomes)
    .orderBy('day', 'desc')
    .orderBy('calledAt', 'desc')
    .limit(most)
  return (serviceId === undefined ? query : query.where('serviceId', '=', serviceId)).execute()
}

/** Calls out of turn in a period, the latest first; `before` is the last one of the page before. */
export async function listSkips(
  db: Db,
  {
    most,
    before,
    ...period
  }: Narrowed & { most: number; before: { calledAt: string; id: string } | undefined }
): Promise<CounterVisitTable[]> {
  const query = skipsIn(db, period).selectAll().orderBy('calledAt', 'desc').orderBy('id', 'desc').limit(most)
  return (before ? query.where(comesAfter('calledAt', before.calledAt, before.id)) : query).execute()
}

export async function countSkips(db: Db, period: Narrowed): Promise<number> {
  const { count } = await skipsIn(db, period)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function skipsIn(db: Db, { officeId, from, to, serviceId }: Narrowed) {
  const query = db
    .selectFrom('counterVisit')
    .where('officeId', '=', officeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('skippedOver', '>', 0)
  return serviceId === undefined ? query : query.where('serviceId', '=', serviceId)
}

/** What follows a row in a list whose latest comes first. */
function comesAfter(column: string, instant: string, id: string) {
  return sql<boolean>`(${sql.ref(column)}, id) < (${instant}, ${id})`
}

import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import type { CounterVisitTable, LineMoveTable } from './tables.ts'

interface Period {
  officeId: string
  from: string
  to: string
}

interface TurnKey {
  officeId: string
  counterId: string
  day: string
}

/**
 * How many ordinary calls a counter has made since the last with priority, and how many in all; nothing when it has called
 * nobody on that day.
 */
export async function findCounterTurn(
  db: Db,
  key: TurnKey
): Promise<{ sincePriority: number; calls: number } | undefined> {
  const { rows } = await counterTurn(db, { ...key })
  return rows[0]
}

/** Counts one more call of a counter. */
export async function countTurn(db: Db, turn: TurnKey & { sincePriority: number }): Promise<void> {
  await raiseTurn(db, { ...turn })
}

export async function insertVisit(db: Db, visit: CounterVisitTable): Promise<void> {
  await db.insertInto('counterVisit').values(visit).execute()
}

export async function insertLineMove(db: Db, move: LineMoveTable): Promise<void> {
  await db.insertInto('lineMove').values(move).execute()
}

/** Moves in line in a period, the latest first; `before` is the last one of the page before. */
export async function listLineMoves(
  db: Db,
  {
    officeId,
    from,
    to,
    most,
    before
  }: Period & { most: number; before: { at: string; id: string } | undefined }
): Promise<LineMoveTable[]> {
  const query = db
    .selectFrom('lineMove')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
  if (!before) return query.execute()
  const { at, id } = before
  return query
    .where((eb) => eb.or([eb('at', '<', at), eb.and([eb('at', '=', at), eb('id', '<', id)])]))
    .execute()
}

/** What figures are made of, of each visit of a period, in no order. */
export async function readVisits(
  db: Db,
  { officeId, from, to, serviceId }: Period & { serviceId?: string | undefined }
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

/** The latest visits of a period to which somebody came, of one service or of all. */
export async function readLatestTimes(
  db: Db,
  { officeId, serviceId, from, to, most }: Period & { serviceId?: string; most: number }
): Promise<Pick<CounterVisitTable, 'calledAt' | 'servingAt' | 'endedAt'>[]> {
  const query = db
    .selectFrom('counterVisit')
    .select(['calledAt', 'servingAt', 'endedAt'])
    .where('officeId', '=', officeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('outcome', 'in', ['finished', 'parked', 'transferred'])
    .orderBy('day', 'desc')
    .orderBy('calledAt', 'desc')
    .limit(most)
  return (serviceId === undefined ? query : query.where('serviceId', '=', serviceId)).execute()
}

/** Calls out of turn in a period, the latest first; `before` is the last one of the page before. */
export async function listSkips(
  db: Db,
  {
    officeId,
    from,
    to,
    most,
    before
  }: Period & { most: number; before: { calledAt: string; id: string } | undefined }
): Promise<CounterVisitTable[]> {
  const query = db
    .selectFrom('counterVisit')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('skippedOver', '>', 0)
    .orderBy('calledAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
  if (!before) return query.execute()
  const { calledAt, id } = before
  return query
    .where((eb) =>
      eb.or([eb('calledAt', '<', calledAt), eb.and([eb('calledAt', '=', calledAt), eb('id', '<', id)])])
    )
    .execute()
}

const counterTurn = compiled<TurnKey & Record<never, never>, { sincePriority: number; calls: number }>(
  (db, slot) =>
    db
      .selectFrom('counterTurn')
      .select(['sincePriority', 'calls'])
      .where('officeId', '=', slot('officeId'))
      .where('counterId', '=', slot('counterId'))
      .where('day', '=', slot('day'))
)

const raiseTurn = compiled<TurnKey & { sincePriority: number }, unknown>((db, slot) =>
  db
    .insertInto('counterTurn')
    .values({
      officeId: slot('officeId'),
      counterId: slot('counterId'),
      day: slot('day'),
      sincePriority: slot('sincePriority'),
      calls: 1
    })
    .onConflict((conflict) =>
      conflict.columns(['officeId', 'counterId', 'day']).doUpdateSet((eb) => ({
        sincePriority: eb.ref('excluded.sincePriority'),
        calls: eb('counterTurn.calls', '+', 1)
      }))
    )
)

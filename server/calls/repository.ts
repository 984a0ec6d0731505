import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import type { CounterVisitTable } from './tables.ts'

interface TurnKey {
  officeId: string
  counterId: string
  day: string
}

/** How many ordinary calls a counter has made since the last with priority; nothing when it has called nobody on that day. */
export async function findSincePriority(db: Db, key: TurnKey): Promise<number | undefined> {
  const { rows } = await sincePriorityOf(db, { ...key })
  return rows[0]?.sincePriority
}

export async function saveSincePriority(db: Db, turn: TurnKey & { sincePriority: number }): Promise<void> {
  await keepSincePriority(db, { ...turn })
}

export async function insertVisit(db: Db, visit: CounterVisitTable): Promise<void> {
  await db.insertInto('counterVisit').values(visit).execute()
}

/** Visits of a period by the instant of the call, earliest first; `after` is the last one of the page before. */
export async function listVisits(
  db: Db,
  {
    officeId,
    from,
    to,
    limit,
    after
  }: { officeId: string; from: string; to: string; limit: number; after?: { calledAt: string; id: string } }
): Promise<CounterVisitTable[]> {
  let query = db
    .selectFrom('counterVisit')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
  if (after)
    query = query.where((eb) =>
      eb.or([
        eb('calledAt', '>', after.calledAt),
        eb.and([eb('calledAt', '=', after.calledAt), eb('id', '>', after.id)])
      ])
    )
  return query.orderBy('calledAt').orderBy('id').limit(limit).execute()
}

const sincePriorityOf = compiled<TurnKey & Record<never, never>, { sincePriority: number }>((db, slot) =>
  db
    .selectFrom('counterTurn')
    .select('sincePriority')
    .where('officeId', '=', slot('officeId'))
    .where('counterId', '=', slot('counterId'))
    .where('day', '=', slot('day'))
)

const keepSincePriority = compiled<TurnKey & { sincePriority: number }, unknown>((db, slot) =>
  db
    .insertInto('counterTurn')
    .values({
      officeId: slot('officeId'),
      counterId: slot('counterId'),
      day: slot('day'),
      sincePriority: slot('sincePriority')
    })
    .onConflict((conflict) =>
      conflict
        .columns(['officeId', 'counterId', 'day'])
        .doUpdateSet((eb) => ({ sincePriority: eb.ref('excluded.sincePriority') }))
    )
)

import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'

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

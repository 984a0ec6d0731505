import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import type { ApologyTable, LateReasonTable } from './tables.ts'

interface Key {
  officeId: string
  id: string
}

export async function insertApology(db: Db, apology: ApologyTable): Promise<void> {
  await db.insertInto('apology').values(apology).execute()
}

export async function updateApology(db: Db, { officeId, id, ...change }: ApologyTable): Promise<void> {
  await db.updateTable('apology').set(change).where('officeId', '=', officeId).where('id', '=', id).execute()
}

export async function findApology(db: Db, { officeId, id }: Key): Promise<ApologyTable | undefined> {
  const { rows } = await apologyById(db, { officeId, id })
  return rows[0]
}

/** The apologies for one dossier or for many, oldest first. */
export async function listApologies(
  db: Db,
  { officeId, dossierIds }: { officeId: string; dossierIds: readonly string[] }
): Promise<ApologyTable[]> {
  if (dossierIds.length === 0) return []
  return db
    .selectFrom('apology')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('dossierId', 'in', dossierIds)
    .orderBy('id')
    .execute()
}

/** The last new due day of the office's letters, when it is not before `from`; empty when there is none. */
export async function findLastNewDueDay(
  db: Db,
  { officeId, from }: { officeId: string; from: string }
): Promise<string> {
  const row = await db
    .selectFrom('apology')
    .select('newDueDay')
    .where('officeId', '=', officeId)
    .where('newDueDay', '>=', from)
    .orderBy('newDueDay', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.newDueDay ?? ''
}

export async function isNumberTaken(
  db: Db,
  { officeId, year, number }: { officeId: string; year: number; number: string }
): Promise<boolean> {
  const row = await db
    .selectFrom('apology')
    .select('id')
    .where('officeId', '=', officeId)
    .where('numberYear', '=', year)
    .where('number', '=', number)
    .executeTakeFirst()
  return row !== undefined
}

/** Counts on and gives the new number; the office's lock keeps two from getting the same. */
export async function takeOrdinal(
  db: Db,
  { officeId, year }: { officeId: string; year: number }
): Promise<number> {
  const { last } = await db
    .insertInto('apologyNumber')
    .values({ officeId, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['officeId', 'year']).doUpdateSet((eb) => ({ last: eb('apologyNumber.last', '+', 1) }))
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

export async function listReasons(db: Db): Promise<LateReasonTable[]> {
  return db.selectFrom('lateReason').selectAll().orderBy('position').execute()
}

export async function insertReasons(db: Db, reasons: readonly LateReasonTable[]): Promise<void> {
  if (reasons.length > 0) await db.insertInto('lateReason').values(reasons).execute()
}

/** Each look at the page of a dossier with a new date asks for its letter. */
const apologyById = compiled<{ officeId: string; id: string }, ApologyTable>((db, slot) =>
  db.selectFrom('apology').selectAll().where('officeId', '=', slot('officeId')).where('id', '=', slot('id'))
)

import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import type { DossierTable } from '../dossiers/tables.ts'

/** The next ordinal of an office and day. The office's lock makes it gapless: an intake that fails gives it back. */
export async function nextOrdinal(db: Db, key: { officeId: string; day: string }): Promise<number> {
  const { rows } = await raiseNumber(db, key)
  return rows[0]?.last ?? 1
}

/** Dossiers of a person that are not finished, for one procedure. */
export async function listOpenOfPerson(
  db: Db,
  { officeId, idNumberKey, procedureCode }: { officeId: string; idNumberKey: string; procedureCode: string }
): Promise<DossierTable[]> {
  return db
    .selectFrom('dossier')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('idNumberKey', '=', idNumberKey)
    .where('procedureCode', '=', procedureCode)
    .where('closedAt', 'is', null)
    .orderBy('receivedAt', 'desc')
    .limit(20)
    .execute()
}

const raiseNumber = compiled<{ officeId: string; day: string }, { last: number }>((db, slot) =>
  db
    .insertInto('dossierNumber')
    .values({ officeId: slot('officeId'), day: slot('day'), last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['officeId', 'day']).doUpdateSet((eb) => ({ last: eb('dossierNumber.last', '+', 1) }))
    )
    .returning('last')
)

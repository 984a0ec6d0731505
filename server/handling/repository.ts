import type { Db } from '../database/schema.ts'
import type { AgencyTable } from './tables.ts'

export async function listAgencies(db: Db, officeId: string): Promise<AgencyTable[]> {
  return db.selectFrom('agency').selectAll().where('officeId', '=', officeId).orderBy('name').execute()
}

export async function insertAgency(db: Db, agency: AgencyTable): Promise<void> {
  await db.insertInto('agency').values(agency).execute()
}

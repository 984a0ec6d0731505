import type { Db } from '../database/schema.ts'
import type { HelpCallTable } from './tables.ts'

export async function insertCall(db: Db, call: HelpCallTable): Promise<void> {
  await db.insertInto('helpCall').values(call).execute()
}

export async function findCall(
  db: Db,
  { officeId, callId }: { officeId: string; callId: string }
): Promise<HelpCallTable | undefined> {
  return db
    .selectFrom('helpCall')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('id', '=', callId)
    .executeTakeFirst()
}

/** Those that are not over at an instant, the oldest first. */
export async function listOpenCalls(
  db: Db,
  { officeId, now, deviceId }: { officeId: string; now: string; deviceId?: string | undefined }
): Promise<HelpCallTable[]> {
  return db
    .selectFrom('helpCall')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('endsAt', '>', now)
    .$if(deviceId !== undefined, (query) => query.where('deviceId', '=', deviceId ?? ''))
    .orderBy('askedAt')
    .orderBy('id')
    .execute()
}

/** Forgets calls that were over before an instant. */
export async function forgetCalls(
  db: Db,
  { officeId, before }: { officeId: string; before: string }
): Promise<void> {
  await db.deleteFrom('helpCall').where('officeId', '=', officeId).where('endsAt', '<', before).execute()
}

export async function saveCall(db: Db, call: HelpCallTable): Promise<void> {
  const { officeId, id, answeredAt, answeredBy, answeredByName, endsAt } = call
  await db
    .updateTable('helpCall')
    .set({ answeredAt, answeredBy, answeredByName, endsAt })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .execute()
}

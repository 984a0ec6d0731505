import type { Db } from '../database/schema.ts'
import type { AppointmentLimitTable, AppointmentTable } from './tables.ts'

interface Key {
  officeId: string
  id: string
}

export async function insertAppointment(db: Db, appointment: AppointmentTable): Promise<void> {
  await db.insertInto('appointment').values(appointment).execute()
}

export async function findAppointment(db: Db, { officeId, id }: Key): Promise<AppointmentTable | undefined> {
  return db
    .selectFrom('appointment')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Those that have a code, the latest day first. */
export async function listByCode(
  db: Db,
  { officeId, code }: { officeId: string; code: string }
): Promise<AppointmentTable[]> {
  return db
    .selectFrom('appointment')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('code', '=', code)
    .orderBy('day', 'desc')
    .execute()
}

/** Those of a day, in the order of their times. */
export async function listOnDay(
  db: Db,
  { officeId, day }: { officeId: string; day: string }
): Promise<AppointmentTable[]> {
  return db
    .selectFrom('appointment')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('day', '=', day)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function updateAppointment(
  db: Db,
  { officeId, id }: Key,
  change: Partial<Pick<AppointmentTable, 'cancelledAt' | 'arrivedAt' | 'ticketId' | 'ticketNumber'>>
): Promise<void> {
  await db
    .updateTable('appointment')
    .set(change)
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .execute()
}

export async function listLimits(db: Db, officeId: string): Promise<AppointmentLimitTable[]> {
  return db.selectFrom('appointmentLimit').selectAll().where('officeId', '=', officeId).execute()
}

export async function saveLimit(db: Db, { officeId, serviceId, most }: AppointmentLimitTable): Promise<void> {
  await db
    .insertInto('appointmentLimit')
    .values({ officeId, serviceId, most })
    .onConflict((conflict) => conflict.columns(['officeId', 'serviceId']).doUpdateSet({ most }))
    .execute()
}

export async function deleteLimit(
  db: Db,
  { officeId, serviceId }: { officeId: string; serviceId: string }
): Promise<void> {
  await db
    .deleteFrom('appointmentLimit')
    .where('officeId', '=', officeId)
    .where('serviceId', '=', serviceId)
    .execute()
}

import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import type {
  AnnouncementTable,
  CounterServiceTable,
  HallSettingTable,
  PriorityGroupTable
} from './tables.ts'

export async function findSetting(db: Db, officeId: string): Promise<HallSettingTable | undefined> {
  const { rows } = await setting(db, { officeId })
  return rows[0]
}

export async function saveSetting(db: Db, { officeId, ...values }: HallSettingTable): Promise<void> {
  await db
    .insertInto('hallSetting')
    .values({ officeId, ...values })
    .onConflict((conflict) => conflict.column('officeId').doUpdateSet(values))
    .execute()
}

export async function listGroups(db: Db, officeId: string): Promise<PriorityGroupTable[]> {
  const { rows } = await groups(db, { officeId })
  return rows
}

export async function listCounterServices(db: Db, officeId: string): Promise<CounterServiceTable[]> {
  const { rows } = await counterServices(db, { officeId })
  return rows
}

/** Puts these groups in place of all there were. */
export async function replaceGroups(
  db: Db,
  officeId: string,
  rows: readonly PriorityGroupTable[]
): Promise<void> {
  await db.deleteFrom('priorityGroup').where('officeId', '=', officeId).execute()
  if (rows.length > 0) await db.insertInto('priorityGroup').values(rows).execute()
}

/** Puts these services in place of all that the counter had. */
export async function replaceCounterServices(
  db: Db,
  { officeId, counterId }: { officeId: string; counterId: string },
  rows: readonly CounterServiceTable[]
): Promise<void> {
  await db
    .deleteFrom('counterService')
    .where('officeId', '=', officeId)
    .where('counterId', '=', counterId)
    .execute()
  if (rows.length > 0) await db.insertInto('counterService').values(rows).execute()
}

/** All that is kept for announcing, whatever its days. */
export async function listTexts(db: Db, officeId: string): Promise<AnnouncementTable[]> {
  return db
    .selectFrom('announcement')
    .selectAll()
    .where('officeId', '=', officeId)
    .orderBy('position')
    .execute()
}

/** Puts these texts in place of all there were. */
export async function replaceTexts(
  db: Db,
  officeId: string,
  rows: readonly AnnouncementTable[]
): Promise<void> {
  await db.deleteFrom('announcement').where('officeId', '=', officeId).execute()
  if (rows.length > 0) await db.insertInto('announcement').values(rows).execute()
}

/** What is announced on a day, in its order. */
export async function listTextsOn(
  db: Db,
  { officeId, day }: { officeId: string; day: string }
): Promise<string[]> {
  const { rows } = await textsOn(db, { officeId, day })
  return rows.map(({ text }) => text)
}

const setting = compiled<{ officeId: string }, HallSettingTable>((db, slot) =>
  db.selectFrom('hallSetting').selectAll().where('officeId', '=', slot('officeId'))
)

const groups = compiled<{ officeId: string }, PriorityGroupTable>((db, slot) =>
  db.selectFrom('priorityGroup').selectAll().where('officeId', '=', slot('officeId')).orderBy('position')
)

const counterServices = compiled<{ officeId: string }, CounterServiceTable>((db, slot) =>
  db
    .selectFrom('counterService')
    .selectAll()
    .where('officeId', '=', slot('officeId'))
    .orderBy('counterId')
    .orderBy('serviceId')
)

const textsOn = compiled<{ officeId: string; day: string }, { text: string }>((db, slot) =>
  db
    .selectFrom('announcement')
    .select('text')
    .where('officeId', '=', slot('officeId'))
    .where((eb) => eb.or([eb('fromDay', 'is', null), eb('fromDay', '<=', slot('day'))]))
    .where((eb) => eb.or([eb('untilDay', 'is', null), eb('untilDay', '>=', slot('day'))]))
    .orderBy('position')
)

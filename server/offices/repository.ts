import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import { CHAIN_START } from '../events.ts'
import type { CounterTable, OfficeTable, ServiceTable } from './tables.ts'

type StateOfCounter = Pick<
  CounterTable,
  'officeId' | 'id' | 'state' | 'pauseReason' | 'officerId' | 'openUntil'
>

export async function insertOffice(db: Db, office: OfficeTable): Promise<void> {
  await db.insertInto('office').values(office).execute()
  await db.insertInto('officeLog').values({ officeId: office.id, seq: 0, head: CHAIN_START }).execute()
}

export async function findOffice(db: Db, officeId: string): Promise<OfficeTable | undefined> {
  const { rows } = await officeById(db, { officeId })
  return rows[0]
}

export async function setOfficePhone(
  db: Db,
  { officeId, phone }: { officeId: string; phone: string | null }
): Promise<void> {
  await db.updateTable('office').set({ phone }).where('id', '=', officeId).execute()
}

export async function findOfficeByCode(db: Db, code: string): Promise<OfficeTable | undefined> {
  return db.selectFrom('office').selectAll().where('code', '=', code).executeTakeFirst()
}

export async function findLeadOffice(db: Db): Promise<OfficeTable | undefined> {
  const { rows } = await leadOffice(db, {})
  return rows[0]
}

export async function insertCounter(db: Db, counter: CounterTable): Promise<void> {
  await db.insertInto('counter').values(counter).execute()
}

export async function listCounters(db: Db, officeId: string): Promise<CounterTable[]> {
  return db.selectFrom('counter').selectAll().where('officeId', '=', officeId).orderBy('number').execute()
}

export async function findCounter(
  db: Db,
  key: { officeId: string; counterId: string }
): Promise<CounterTable | undefined> {
  const { rows } = await counterById(db, key)
  return rows[0]
}

export async function setCounterState(db: Db, change: StateOfCounter): Promise<void> {
  const { officeId, id, state, pauseReason, officerId, openUntil } = change
  await updateCounterState(db, { officeId, id, state, pauseReason, officerId, openUntil })
}

/** Counters that nobody has closed though their day is over. */
export async function listLeftOpen(db: Db, key: { officeId: string; now: string }): Promise<CounterTable[]> {
  const { rows } = await leftOpen(db, key)
  return rows
}

export async function setCounterName(
  db: Db,
  { officeId, id, name }: Pick<CounterTable, 'officeId' | 'id' | 'name'>
): Promise<void> {
  await db
    .updateTable('counter')
    .set({ name })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .execute()
}

export async function insertService(db: Db, service: ServiceTable): Promise<void> {
  await db.insertInto('service').values(service).execute()
}

export async function setMostPerDay(
  db: Db,
  { officeId, id, mostPerDay }: Pick<ServiceTable, 'officeId' | 'id' | 'mostPerDay'>
): Promise<void> {
  await db
    .updateTable('service')
    .set({ mostPerDay })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .execute()
}

export async function setServiceName(
  db: Db,
  { officeId, id, name }: Pick<ServiceTable, 'officeId' | 'id' | 'name'>
): Promise<void> {
  await db
    .updateTable('service')
    .set({ name })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .execute()
}

export async function listServices(db: Db, officeId: string): Promise<ServiceTable[]> {
  return db.selectFrom('service').selectAll().where('officeId', '=', officeId).orderBy('letter').execute()
}

const officeById = compiled<{ officeId: string }, OfficeTable>((db, slot) =>
  db.selectFrom('office').selectAll().where('id', '=', slot('officeId'))
)

const leadOffice = compiled<Record<never, never>, OfficeTable>((db) =>
  db.selectFrom('office').selectAll().where('lead', '=', 1)
)

const counterById = compiled<{ officeId: string; counterId: string }, CounterTable>((db, slot) =>
  db
    .selectFrom('counter')
    .selectAll()
    .where('officeId', '=', slot('officeId'))
    .where('id', '=', slot('counterId'))
)

const updateCounterState = compiled<StateOfCounter & Record<never, never>, unknown>((db, slot) =>
  db
    .updateTable('counter')
    .set({
      state: slot('state'),
      pauseReason: slot('pauseReason'),
      officerId: slot('officerId'),
      openUntil: slot('openUntil')
    })
    .where('officeId', '=', slot('officeId'))
    .where('id', '=', slot('id'))
)

const leftOpen = compiled<{ officeId: string; now: string }, CounterTable>((db, slot) =>
  db
    .selectFrom('counter')
    .selectAll()
    .where('officeId', '=', slot('officeId'))
    .where('state', '<>', 'closed')
    .where((eb) => eb.or([eb('openUntil', 'is', null), eb('openUntil', '<=', slot('now'))]))
    .orderBy('number')
)

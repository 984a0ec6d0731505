import { compiled } from './database/compiled.ts'
import type { Db, Engine } from './database/schema.ts'
import { chainHash, type Doer, digestOf, privateHashOf } from './events.ts'
import type { EventTable, OfficeLogTable } from './tables.ts'

/** An event of a transaction that has not been numbered yet. */
export interface NewEvent {
  id: string
  name: string
  data: string
  secret: string | undefined
}

export interface LogPosition {
  seq: number
  head: string
}

/**
 * Locks the office's log for the rest of the transaction and tells where it stands: nobody else changes this
 * office meanwhile. `undefined` when there is no such office.
 */
export async function lockOfficeLog(
  db: Db,
  engine: Engine,
  officeId: string
): Promise<LogPosition | undefined> {
  const { rows } = await (engine.rowLocks ? lockPosition : readPosition)(db, { officeId })
  return rows[0]
}

/** Numbers the events of a transaction without a gap, chains them, and moves the office's head. */
export async function appendEvents(
  db: Db,
  position: LogPosition & { officeId: string },
  { events, at, by }: { events: readonly NewEvent[]; at: string; by: Doer }
): Promise<void> {
  const { officeId } = position
  const doer = JSON.stringify({ id: by.id, name: by.name })
  let { seq, head } = position
  const rows = events.map(({ secret, ...event }) => {
    seq += 1
    const said = { officeId, seq, ...event, v: 1, at, by: doer, privateHash: privateHashOf(secret) }
    const digest = digestOf(said)
    head = chainHash(head, digest)
    return { ...said, digest, hash: head }
  })
  await insertEvents(db, rows)
  await insertSecrets(db, position, events)
  await moveHead(db, { officeId, seq, head })
}

async function insertEvents(db: Db, rows: EventTable[]): Promise<void> {
  const [only] = rows
  if (rows.length === 1 && only) await insertEvent(db, { ...only })
  else await db.insertInto('event').values(rows).execute()
}

async function insertSecrets(
  db: Db,
  { officeId, seq }: LogPosition & { officeId: string },
  events: readonly NewEvent[]
) {
  const secrets = events.flatMap(({ secret }, index) =>
    secret === undefined ? [] : [{ officeId, seq: seq + index + 1, private: secret }]
  )
  const [only] = secrets
  if (secrets.length === 1 && only) await insertSecret(db, only)
  else if (secrets.length > 0) await db.insertInto('eventPrivate').values(secrets).execute()
}

/** The events of an office after `seq`, oldest first, at most `limit`. */
export async function readEvents(
  db: Db,
  { officeId, after, limit }: { officeId: string; after: number; limit: number }
): Promise<EventTable[]> {
  return db
    .selectFrom('event')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

/** Some events of an office by their numbers, oldest first, with their private parts unless those were erased. */
export async function eventsByNumber(
  db: Db,
  { officeId, numbers }: { officeId: string; numbers: readonly number[] }
): Promise<(EventTable & { private: string | null })[]> {
  if (numbers.length === 0) return []
  return db
    .selectFrom('event')
    .leftJoin('eventPrivate', (join) =>
      join.onRef('eventPrivate.officeId', '=', 'event.officeId').onRef('eventPrivate.seq', '=', 'event.seq')
    )
    .selectAll('event')
    .select('eventPrivate.private')
    .where('event.officeId', '=', officeId)
    .where('event.seq', 'in', numbers)
    .orderBy('event.seq')
    .execute()
}

/** Where the log of each office stands. */
export async function logPositions(db: Db): Promise<OfficeLogTable[]> {
  return db.selectFrom('officeLog').selectAll().orderBy('officeId').execute()
}

/** When the newest event of all offices was recorded; nothing while there is none. */
export async function newestInstant(db: Db): Promise<string | undefined> {
  const heads = await db
    .selectFrom('officeLog')
    .innerJoin('event', (join) =>
      join.onRef('event.officeId', '=', 'officeLog.officeId').onRef('event.seq', '=', 'officeLog.seq')
    )
    .select('event.at')
    .execute()
  return heads
    .map(({ at }) => at)
    .toSorted()
    .at(-1)
}

const readPosition = compiled<{ officeId: string }, LogPosition>((db, slot) =>
  db.selectFrom('officeLog').select(['seq', 'head']).where('officeId', '=', slot('officeId'))
)

const lockPosition = compiled<{ officeId: string }, LogPosition>((db, slot) =>
  db.selectFrom('officeLog').select(['seq', 'head']).where('officeId', '=', slot('officeId')).forUpdate()
)

const insertEvent = compiled<EventTable & Record<never, never>, unknown>((db, slot) =>
  db.insertInto('event').values({
    officeId: slot('officeId'),
    seq: slot('seq'),
    id: slot('id'),
    name: slot('name'),
    v: slot('v'),
    at: slot('at'),
    by: slot('by'),
    data: slot('data'),
    privateHash: slot('privateHash'),
    digest: slot('digest'),
    hash: slot('hash')
  })
)

const insertSecret = compiled<{ officeId: string; seq: number; private: string }, unknown>((db, slot) =>
  db
    .insertInto('eventPrivate')
    .values({ officeId: slot('officeId'), seq: slot('seq'), private: slot('private') })
)

const moveHead = compiled<{ officeId: string; seq: number; head: string }, unknown>((db, slot) =>
  db
    .updateTable('officeLog')
    .set({ seq: slot('seq'), head: slot('head') })
    .where('officeId', '=', slot('officeId'))
)

import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import type { TicketStatus } from './states.ts'
import type { TicketTable } from './tables.ts'

/** The next ordinal of a service on a day. Called under the office's lock, so there is no gap and no double. */
export async function takeOrdinal(
  db: Db,
  key: { officeId: string; serviceId: string; day: string }
): Promise<number> {
  const { rows } = await raiseOrdinal(db, key)
  return rows[0]?.last ?? 1
}

export async function insertTicket(db: Db, ticket: TicketTable): Promise<void> {
  await insertRow(db, { ...ticket })
}

export async function findTicket(
  db: Db,
  key: { officeId: string; id: string }
): Promise<TicketTable | undefined> {
  const { rows } = await ticketById(db, key)
  return rows[0]
}

export async function findTicketByToken(
  db: Db,
  key: { officeId: string; tokenHash: string }
): Promise<TicketTable | undefined> {
  const { rows } = await ticketByToken(db, key)
  return rows[0]
}

/** Who is called next on a day. */
export async function findNextWaiting(
  db: Db,
  key: { officeId: string; day: string }
): Promise<TicketTable | undefined> {
  const { rows } = await nextWaiting(db, key)
  return rows[0]
}

/** Who stands or sits at a counter now. */
export async function findTicketAtCounter(
  db: Db,
  key: { officeId: string; day: string; counterId: string }
): Promise<{ number: string } | undefined> {
  const { rows } = await ticketAtCounter(db, key)
  return rows[0]
}

/** How many of the same service are called before. */
export async function countWaitingBefore(db: Db, ticket: TicketTable): Promise<number> {
  const { officeId, day, serviceId, turnAt, ordinal } = ticket
  const { rows } = await waitingBefore(db, { officeId, day, serviceId, turnAt, ordinal })
  return rows[0]?.count ?? 0
}

export async function saveTicket(db: Db, ticket: TicketTable): Promise<void> {
  const { officeId, id, status, counterId, counterNumber, calledAt, calls } = ticket
  const { servingAt, endedAt, slipsDue, dossierCodes } = ticket
  await updateRow(db, {
    officeId,
    id,
    status,
    counterId,
    counterNumber,
    calledAt,
    calls,
    servingAt,
    endedAt,
    slipsDue,
    dossierCodes
  })
}

/** Everyone who waits or is at a counter on a day, in the order in which they are called. */
export async function listOpenTickets(
  db: Db,
  { officeId, day }: { officeId: string; day: string }
): Promise<TicketTable[]> {
  return db
    .selectFrom('ticket')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('day', '=', day)
    .where('status', 'in', ['waiting', 'called', 'serving'])
    .orderBy('turnAt')
    .orderBy('ordinal')
    .orderBy('letter')
    .execute()
}

export async function isAlwaysOpen(db: Db, officeId: string): Promise<boolean> {
  const { rows } = await queueSetting(db, { officeId })
  return rows[0]?.alwaysOpen === 1
}

export async function saveQueueSetting(db: Db, officeId: string, alwaysOpen: boolean): Promise<void> {
  const value = alwaysOpen ? 1 : 0
  await db
    .insertInto('queueSetting')
    .values({ officeId, alwaysOpen: value })
    .onConflict((conflict) => conflict.column('officeId').doUpdateSet({ alwaysOpen: value }))
    .execute()
}

const raiseOrdinal = compiled<{ officeId: string; serviceId: string; day: string }, { last: number }>(
  (db, slot) =>
    db
      .insertInto('ticketSeries')
      .values({ officeId: slot('officeId'), serviceId: slot('serviceId'), day: slot('day'), last: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['officeId', 'serviceId', 'day'])
          .doUpdateSet((eb) => ({ last: eb('ticketSeries.last', '+', 1) }))
      )
      .returning('last')
)

const insertRow = compiled<TicketTable & Record<never, never>, unknown>((db, slot) =>
  db.insertInto('ticket').values({
    officeId: slot('officeId'),
    id: slot('id'),
    day: slot('day'),
    serviceId: slot('serviceId'),
    serviceName: slot('serviceName'),
    letter: slot('letter'),
    ordinal: slot('ordinal'),
    number: slot('number'),
    status: slot('status'),
    priorityGroup: slot('priorityGroup'),
    issuedAt: slot('issuedAt'),
    issuedBy: slot('issuedBy'),
    turnAt: slot('turnAt'),
    counterId: slot('counterId'),
    counterNumber: slot('counterNumber'),
    calledAt: slot('calledAt'),
    calls: slot('calls'),
    servingAt: slot('servingAt'),
    endedAt: slot('endedAt'),
    slipsDue: slot('slipsDue'),
    dossierCodes: slot('dossierCodes'),
    tokenHash: slot('tokenHash')
  })
)

const ticketById = compiled<{ officeId: string; id: string }, TicketTable>((db, slot) =>
  db.selectFrom('ticket').selectAll().where('officeId', '=', slot('officeId')).where('id', '=', slot('id'))
)

const ticketByToken = compiled<{ officeId: string; tokenHash: string }, TicketTable>((db, slot) =>
  db
    .selectFrom('ticket')
    .selectAll()
    .where('officeId', '=', slot('officeId'))
    .where('tokenHash', '=', slot('tokenHash'))
)

const nextWaiting = compiled<{ officeId: string; day: string }, TicketTable>((db, slot) =>
  db
    .selectFrom('ticket')
    .selectAll()
    .where('officeId', '=', slot('officeId'))
    .where('day', '=', slot('day'))
    .where('status', '=', 'waiting')
    .orderBy('turnAt')
    .orderBy('ordinal')
    .orderBy('letter')
    .limit(1)
)

const ticketAtCounter = compiled<{ officeId: string; day: string; counterId: string }, { number: string }>(
  (db, slot) =>
    db
      .selectFrom('ticket')
      .select('number')
      .where('officeId', '=', slot('officeId'))
      .where('day', '=', slot('day'))
      .where('status', 'in', ['called', 'serving'])
      .where('counterId', '=', slot('counterId'))
)

type PlaceInLine = Pick<TicketTable, 'officeId' | 'day' | 'serviceId' | 'turnAt' | 'ordinal'>

const waitingBefore = compiled<PlaceInLine & Record<never, never>, { count: number }>((db, slot) =>
  db
    .selectFrom('ticket')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('officeId', '=', slot('officeId'))
    .where('day', '=', slot('day'))
    .where('status', '=', 'waiting')
    .where('serviceId', '=', slot('serviceId'))
    .where((eb) =>
      eb.or([
        eb('turnAt', '<', slot('turnAt')),
        eb.and([eb('turnAt', '=', slot('turnAt')), eb('ordinal', '<', slot('ordinal'))])
      ])
    )
)

interface TicketChange {
  officeId: string
  id: string
  status: TicketStatus
  counterId: string | null
  counterNumber: number | null
  calledAt: string | null
  calls: number
  servingAt: string | null
  endedAt: string | null
  slipsDue: number
  dossierCodes: string
}

const updateRow = compiled<TicketChange & Record<never, never>, unknown>((db, slot) =>
  db
    .updateTable('ticket')
    .set({
      status: slot('status'),
      counterId: slot('counterId'),
      counterNumber: slot('counterNumber'),
      calledAt: slot('calledAt'),
      calls: slot('calls'),
      servingAt: slot('servingAt'),
      endedAt: slot('endedAt'),
      slipsDue: slot('slipsDue'),
      dossierCodes: slot('dossierCodes')
    })
    .where('officeId', '=', slot('officeId'))
    .where('id', '=', slot('id'))
)

const queueSetting = compiled<{ officeId: string }, { alwaysOpen: number }>((db, slot) =>
  db.selectFrom('queueSetting').select('alwaysOpen').where('officeId', '=', slot('officeId'))
)

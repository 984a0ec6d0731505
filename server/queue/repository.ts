import { type ExpressionBuilder, sql } from 'kysely'

import { compiled } from '../database/compiled.ts'
import type { Database, Db } from '../database/schema.ts'
import type { Line, Waiting } from './line.ts'
import type { Reach } from './reach.ts'
import type { LastCall } from './schemas.ts'
import type { Fate } from './states.ts'
import type { TicketServiceTable, TicketTable } from './tables.ts'

interface SeriesKey {
  officeId: string
  serviceId: string
  day: string
}

/** How often a counter has called on a day, whomever. */
export interface CallsOfCounter {
  officeId: string
  day: string
  counterId: string
  calls: number
}

/** The next ordinal of a service on a day. Called under the office's lock, so there is no gap and no double. */
export async function takeOrdinal(db: Db, key: SeriesKey): Promise<number> {
  const { rows } = await raiseOrdinal(db, { ...key })
  return rows[0]?.last ?? 1
}

/** How often tickets of a service were called on a day, this call included. */
export async function countCall(db: Db, key: SeriesKey): Promise<number> {
  const { rows } = await raiseCalls(db, { ...key })
  return rows[0]?.calls ?? 1
}

export async function findCalls(db: Db, key: SeriesKey): Promise<number> {
  const { rows } = await callsOf(db, { ...key })
  return rows[0]?.calls ?? 0
}

/** How many numbers each service has given on a day. */
export async function listGiven(
  db: Db,
  { officeId, day }: { officeId: string; day: string }
): Promise<{ serviceId: string; last: number }[]> {
  return db
    .selectFrom('ticketSeries')
    .select(['serviceId', 'last'])
    .where('officeId', '=', officeId)
    .where('day', '=', day)
    .execute()
}

export async function insertTicket(db: Db, ticket: TicketTable): Promise<void> {
  await db.insertInto('ticket').values(ticket).execute()
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

/** Who stands or sits at a counter now. */
export async function findTicketAtCounter(
  db: Db,
  key: { officeId: string; day: string; counterId: string }
): Promise<{ number: string } | undefined> {
  const { rows } = await ticketAtCounter(db, key)
  return rows[0]
}

/** Those who stand or sit at a counter, of a day that is over. */
export async function listAtCounters(
  db: Db,
  { officeId, day }: { officeId: string; day: string }
): Promise<TicketTable[]> {
  return db
    .selectFrom('ticket')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('day', '=', day)
    .where('status', 'in', ['called', 'serving'])
    .orderBy('counterNumber')
    .execute()
}

/** The counters at which somebody stands or sits. */
export async function listBusyCounters(db: Db, key: { officeId: string; day: string }): Promise<string[]> {
  const { rows } = await busyCounters(db, key)
  return rows.flatMap(({ counterId }) => (counterId === null ? [] : [counterId]))
}

/** Those whom a counter may call, by kind, the first of each kind. */
export async function readLine(
  db: Db,
  { reach, now, most }: { reach: Reach; now: string; most: number }
): Promise<Line<TicketTable>> {
  const kind = (goesFirst: number) =>
    within(db, reach)
      .where('comesBack', '=', 0)
      .where('goesFirst', '=', goesFirst)
      .where((eb) => eb.or([eb('notBefore', 'is', null), eb('notBefore', '<=', now)]))
      .orderBy('turnAt')
      .orderBy('ordinal')
      .orderBy('letter')
      .limit(most)
      .execute()
  return {
    returning: await within(db, reach)
      .where('comesBack', '=', 1)
      .orderBy('turnAt')
      .orderBy('ordinal')
      .orderBy('letter')
      .limit(most)
      .execute(),
    first: await kind(1),
    ordinary: await kind(0),
    later: await within(db, reach)
      .where('comesBack', '=', 0)
      .where('goesFirst', '=', 1)
      .where('notBefore', '>', now)
      .orderBy('notBefore')
      .orderBy('ordinal')
      .orderBy('letter')
      .limit(most)
      .execute()
  }
}

/** How many a counter may call, since when the first of them waits, and how many came before an instant. */
export async function measureLine(
  db: Db,
  reach: Reach,
  before: string
): Promise<{ waiting: number; longestSince: string | null; earlier: number }> {
  const measured = await withinReach(db, reach)
    .select((eb) => [
      eb.fn.countAll<number>().as('waiting'),
      eb.fn
        .min(
          eb
            .case()
            .when('notBefore', '>', eb.ref('issuedAt'))
            .then(eb.ref('notBefore'))
            .else(eb.ref('issuedAt'))
            .end()
        )
        .as('longestSince'),
      eb.fn.countAll<number>().filterWhere('turnAt', '<', before).as('earlier')
    ])
    .executeTakeFirst()
  return {
    waiting: measured?.waiting ?? 0,
    longestSince: measured?.longestSince ?? null,
    earlier: measured?.earlier ?? 0
  }
}

/** Who waits on a day, counted by service and kind, before a turn and in all. */
export async function countWaiting(
  db: Db,
  place: Pick<TicketTable, 'officeId' | 'day' | 'turnAt' | 'ordinal'>
): Promise<Waiting[]> {
  const { rows } = await waitingByKind(db, {
    officeId: place.officeId,
    day: place.day,
    turnAt: place.turnAt,
    ordinal: place.ordinal
  })
  return rows
}

/** Absent people who are in line again when the calls of their service, or of the counter, have come so far. */
export async function listReturning(db: Db, key: CallsOfCounter): Promise<TicketTable[]> {
  return db
    .selectFrom('ticket')
    .selectAll('ticket')
    .innerJoin('ticketSeries as series', (join) =>
      join
        .onRef('series.officeId', '=', 'ticket.officeId')
        .onRef('series.serviceId', '=', 'ticket.serviceId')
        .onRef('series.day', '=', 'ticket.day')
    )
    .where('ticket.officeId', '=', key.officeId)
    .where('ticket.day', '=', key.day)
    .where('status', '=', 'absent')
    .where((eb) =>
      eb.or([
        eb('returnsAfter', '<=', eb.ref('series.calls')),
        eb.and([eb('counterId', '=', key.counterId), eb('returnsAfterThere', '<=', key.calls)])
      ])
    )
    .execute()
}

/** The absent person whose turn is first among those who come back by themselves and whom a counter may call. */
export async function findFirstAbsent(db: Db, reach: Reach): Promise<TicketTable | undefined> {
  return withinReach(db, reach, 'absent')
    .selectAll()
    .where('returnsAfter', 'is not', null)
    .orderBy('turnAt')
    .orderBy('ordinal')
    .limit(1)
    .executeTakeFirst()
}

export async function saveTicket(db: Db, ticket: TicketTable): Promise<void> {
  const { officeId, id, ...values } = ticket
  await db.updateTable('ticket').set(values).where('officeId', '=', officeId).where('id', '=', id).execute()
}

/** How many numbers one person or device has given on a day since an instant and nobody has taken back, without appointments. */
export async function countIssued(
  db: Db,
  { officeId, day, issuedBy, since }: { officeId: string; day: string; issuedBy: string; since: string }
): Promise<number> {
  const counted = await db
    .selectFrom('ticket')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('officeId', '=', officeId)
    .where('day', '=', day)
    .where('issuedBy', '=', issuedBy)
    .where('issuedAt', '>', since)
    .where('status', '!=', 'cancelled')
    .where('appointmentId', 'is', null)
    .executeTakeFirst()
  return counted?.count ?? 0
}

/** The numbers that were called last on a day and are not in line again, newest first. */
export async function listLastCalls(
  db: Db,
  { officeId, day, most }: { officeId: string; day: string; most: number }
): Promise<LastCall[]> {
  return db
    .selectFrom('ticket')
    .select(['number', 'counterId', 'counterNumber', 'calledAt'])
    .where('officeId', '=', officeId)
    .where('day', '=', day)
    .where('status', 'not in', ['waiting', 'cancelled'])
    .where('calledAt', 'is not', null)
    .orderBy('calledAt', 'desc')
    .limit(most)
    .$narrowType<LastCall>()
    .execute()
}

/** Everyone who waits, is at a counter, or may come back on a day, in the order of their turns. */
export async function listOpenTickets(
  db: Db,
  { officeId, day }: { officeId: string; day: string }
): Promise<TicketTable[]> {
  return db
    .selectFrom('ticket')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('day', '=', day)
    .where('status', 'in', ['waiting', 'called', 'serving', 'parked', 'absent'])
    .orderBy('turnAt')
    .orderBy('ordinal')
    .orderBy('letter')
    .execute()
}

/** The numbers of a day for fetching results whose people are still to be served, or are served now. */
export async function listOpenPickUps(
  db: Db,
  { officeId, day }: { officeId: string; day: string }
): Promise<{ id: string; dossierCodes: string }[]> {
  return db
    .selectFrom('ticket')
    .select(['id', 'dossierCodes'])
    .where('officeId', '=', officeId)
    .where('day', '=', day)
    .where('purpose', '=', 'pick_up')
    .where((eb) =>
      eb.or([
        eb('status', 'in', ['waiting', 'called', 'serving', 'parked']),
        eb.and([eb('status', '=', 'absent'), eb('returnsAfter', 'is not', null)])
      ])
    )
    .orderBy('issuedAt')
    .execute()
}

export async function insertTicketService(db: Db, service: TicketServiceTable): Promise<void> {
  await db
    .insertInto('ticketService')
    .values(service)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function listTicketServices(
  db: Db,
  key: { officeId: string; ticketId: string }
): Promise<{ serviceId: string; serviceName: string }[]> {
  const { rows } = await servicesOfTicket(db, key)
  return rows
}

/** Numbers taken in a period by day, service, hour in UTC and what has become of them. */
export async function countTaken(
  db: Db,
  {
    officeId,
    from,
    to,
    serviceId
  }: { officeId: string; from: string; to: string; serviceId?: string | undefined }
): Promise<{ day: string; serviceId: string; hour: string; fate: Fate; count: number }[]> {
  const query = db
    .selectFrom('ticket')
    .select((eb) => [
      'day',
      'serviceId',
      sql<string>`substr(issued_at, 12, 2)`.as('hour'),
      sql<Fate>`case when status = 'absent' and returns_after is not null then 'returning' else status end`.as(
        'fate'
      ),
      eb.fn.countAll<number>().as('count')
    ])
    .where('officeId', '=', officeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['day', 'serviceId', 'hour', 'fate'])
  return (serviceId === undefined ? query : query.where('serviceId', '=', serviceId)).execute()
}

function within(db: Db, reach: Reach) {
  return withinReach(db, reach).selectAll()
}

function withinReach(db: Db, reach: Reach, status: 'waiting' | 'absent' = 'waiting') {
  const { officeId, day, counterId, officerId } = reach
  return db
    .selectFrom('ticket')
    .where('officeId', '=', officeId)
    .where('day', '=', day)
    .where('status', '=', status)
    .where((eb) =>
      eb.or([
        eb('forCounterId', '=', counterId),
        eb('forOfficerId', '=', officerId),
        eb.and([
          isFree(eb, 'forCounterId', reach.counterIdsThere),
          isFree(eb, 'forOfficerId', reach.officerIdsThere),
          servedBy(eb, reach)
        ])
      ])
    )
}

/** Whoever waits for somebody who has gone is anyone's. */
function isFree(
  eb: ExpressionBuilder<Database, 'ticket'>,
  column: 'forCounterId' | 'forOfficerId',
  there: readonly string[]
) {
  if (there.length === 0) return eb.lit(true)
  return eb.or([eb(column, 'is', null), eb(column, 'not in', there)])
}

function servedBy(eb: ExpressionBuilder<Database, 'ticket'>, { serviceIds }: Reach) {
  return serviceIds.length === 0 ? eb.lit(false) : eb('serviceId', 'in', serviceIds)
}

const raiseOrdinal = compiled<SeriesKey & Record<never, never>, { last: number }>((db, slot) =>
  db
    .insertInto('ticketSeries')
    .values({ officeId: slot('officeId'), serviceId: slot('serviceId'), day: slot('day'), last: 1, calls: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(['officeId', 'serviceId', 'day'])
        .doUpdateSet((eb) => ({ last: eb('ticketSeries.last', '+', 1) }))
    )
    .returning('last')
)

const raiseCalls = compiled<SeriesKey & Record<never, never>, { calls: number }>((db, slot) =>
  db
    .insertInto('ticketSeries')
    .values({ officeId: slot('officeId'), serviceId: slot('serviceId'), day: slot('day'), last: 0, calls: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['officeId', 'serviceId', 'day'])
        .doUpdateSet((eb) => ({ calls: eb('ticketSeries.calls', '+', 1) }))
    )
    .returning('calls')
)

const callsOf = compiled<SeriesKey & Record<never, never>, { calls: number }>((db, slot) =>
  db
    .selectFrom('ticketSeries')
    .select('calls')
    .where('officeId', '=', slot('officeId'))
    .where('serviceId', '=', slot('serviceId'))
    .where('day', '=', slot('day'))
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

const busyCounters = compiled<{ officeId: string; day: string }, { counterId: string | null }>((db, slot) =>
  db
    .selectFrom('ticket')
    .select('counterId')
    .where('officeId', '=', slot('officeId'))
    .where('day', '=', slot('day'))
    .where('status', 'in', ['called', 'serving'])
)

const waitingByKind = compiled<{ officeId: string; day: string; turnAt: string; ordinal: number }, Waiting>(
  (db, slot) =>
    db
      .selectFrom('ticket')
      .select((eb) => [
        'serviceId',
        'goesFirst',
        eb.fn.countAll<number>().as('all'),
        eb.fn
          .countAll<number>()
          .filterWhere((when) =>
            when.or([
              when('turnAt', '<', slot('turnAt')),
              when.and([when('turnAt', '=', slot('turnAt')), when('ordinal', '<', slot('ordinal'))])
            ])
          )
          .as('before')
      ])
      .where('officeId', '=', slot('officeId'))
      .where('day', '=', slot('day'))
      .where('status', '=', 'waiting')
      .groupBy(['serviceId', 'goesFirst'])
)

const servicesOfTicket = compiled<
  { officeId: string; ticketId: string },
  { serviceId: string; serviceName: string }
>((db, slot) =>
  db
    .selectFrom('ticketService')
    .select(['serviceId', 'serviceName'])
    .where('officeId', '=', slot('officeId'))
    .where('ticketId', '=', slot('ticketId'))
    .orderBy('addedAt')
)

import assert from 'node:assert/strict'
import type { Db } from '../../server/database/schema.ts'
import { type LoggedTicketEvent, ticketFromEvents } from '../../server/queue/log.ts'

/** The events of each ticket of an office with their private parts, oldest first. */
export async function ticketEvents(db: Db, officeId: string): Promise<Map<string, LoggedTicketEvent[]>> {
  const events = await db
    .selectFrom('event')
    .leftJoin('eventPrivate as secret', (join) =>
      join.onRef('secret.officeId', '=', 'event.officeId').onRef('secret.seq', '=', 'event.seq')
    )
    .select(['event.name', 'event.at', 'event.by', 'event.data', 'secret.private'])
    .where('event.officeId', '=', officeId)
    .where('event.name', 'like', 'ticket.%')
    .orderBy('event.seq')
    .execute()
  return Map.groupBy(events, ({ data }) => JSON.parse(data).ticketId as string)
}

/** Every column of every ticket follows from its events alone, but the hash of its address. */
export async function assertBuiltAgain(db: Db, officeId: string): Promise<void> {
  const built = [...(await ticketEvents(db, officeId)).values()].map((events) =>
    ticketFromEvents(officeId, events)
  )
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
  const rows = await db.selectFrom('ticket').selectAll().where('officeId', '=', officeId).execute()
  assert.deepEqual(
    built.map(({ ticket }) => ticket).sort(byId),
    rows.map(({ tokenHash: _, ...row }) => row).sort(byId)
  )
  const key = (service: object) => JSON.stringify(Object.entries(service).sort())
  const services = await db.selectFrom('ticketService').selectAll().where('officeId', '=', officeId).execute()
  assert.deepEqual(built.flatMap((one) => one.services.map(key)).sort(), services.map(key).sort())
}

import { Migrator } from 'kysely/migration'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { migrateToLatest } from '../../server/database/migrate.ts'
import { findTicket } from '../../server/queue/repository.ts'
import { databases, type TestDatabase } from '../support/databases.ts'

const OFFICE = 'o1'

describe.each(databases)('upgrading a database that is in use, on $name', ({ open }) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await open('bare')
  })
  afterEach(() => database.drop())

  /** The schema as it was shipped with the first numbers, and a morning's tickets in it. */
  async function asBeforeTheWaitingRoom() {
    const { db, engine } = database
    const to = async (target: typeof db) => {
      const provider = { getMigrations: async () => migrations }
      const { error } = await new Migrator({ db: target, provider }).migrateTo('0008-office-phone')
      if (error) throw error
    }
    if (engine.rowLocks) await to(db)
    else await db.transaction().execute(to)
    await db.transaction().execute(fill)
  }

  // biome-ignore lint/suspicious/noExplicitAny: the tables of that time are not those of today
  async function fill(old: any) {
    await old
      .insertInto('office')
      .values({
        id: OFFICE,
        code: 'H01.31',
        name: 'Rạch Giá',
        lead: 1,
        createdAt: '2026-11-01T00:00:00.000Z'
      })
      .execute()
    await old
      .insertInto('service')
      .values({ officeId: OFFICE, id: 's1', letter: 'A', name: 'Hộ tịch' })
      .execute()
    await old.insertInto('queueSetting').values({ officeId: OFFICE, alwaysOpen: 1 }).execute()
    await old
      .insertInto('ticketSeries')
      .values({ officeId: OFFICE, serviceId: 's1', day: '2026-11-23', last: 2 })
      .execute()
    const ticket = {
      officeId: OFFICE,
      day: '2026-11-23',
      serviceId: 's1',
      serviceName: 'Hộ tịch',
      letter: 'A',
      issuedAt: '2026-11-23T01:00:00.000Z',
      issuedBy: 'k1',
      turnAt: '2026-11-23T00:30:00.000Z',
      calls: 0,
      slipsDue: 0,
      dossierCodes: '[]'
    }
    await old
      .insertInto('ticket')
      .values([
        {
          ...ticket,
          id: 't1',
          ordinal: 1,
          number: 'A001',
          status: 'waiting',
          priorityGroup: 'elderly',
          tokenHash: 'x'
        },
        {
          ...ticket,
          id: 't2',
          ordinal: 2,
          number: 'A002',
          status: 'serving',
          counterId: 'c1',
          counterNumber: 3,
          calledAt: '2026-11-23T01:10:00.000Z',
          calls: 1,
          servingAt: '2026-11-23T01:11:00.000Z',
          slipsDue: 1,
          dossierCodes: '["H01.31-261123-0001"]',
          tokenHash: 'y'
        }
      ])
      .execute()
  }

  it('keeps every number with where it stands', async () => {
    await asBeforeTheWaitingRoom()
    await migrateToLatest(database)
    const { db } = database
    expect(await findTicket(db, { officeId: OFFICE, id: 't1' })).toMatchObject({
      number: 'A001',
      status: 'waiting',
      goesFirst: 1,
      turnAt: '2026-11-23T01:00:00.000Z',
      waitingSince: '2026-11-23T01:00:00.000Z',
      purpose: 'service'
    })
    expect(await findTicket(db, { officeId: OFFICE, id: 't2' })).toMatchObject({
      status: 'serving',
      counterId: 'c1',
      slipsDue: 1,
      dossierCodes: '["H01.31-261123-0001"]',
      firstCalledAt: '2026-11-23T01:10:00.000Z'
    })
    const settings = await db.selectFrom('hallSetting').selectAll().execute()
    expect(settings).toMatchObject([{ alwaysOpen: 1, priorityMode: 'interleaved', absentReturnsAfter: 3 }])
    const series = await db.selectFrom('ticketSeries').selectAll().execute()
    expect(series).toMatchObject([{ last: 2, calls: 0 }])
  })

  it('changes nothing when it is upgraded twice', async () => {
    await asBeforeTheWaitingRoom()
    await migrateToLatest(database)
    await migrateToLatest(database)
    expect(await database.db.selectFrom('ticket').select('id').execute()).toHaveLength(2)
  })
})

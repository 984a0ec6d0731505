import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findOpening } from '../../server/calendar/service.ts'
import { hallRules, setAlwaysOpen } from '../../server/hall/service.ts'
import { clockAt } from '../../server/pace/office-clock.ts'
import { addPace, describeScore, forecastWait, readPace, scoreEstimate } from '../../server/pace/service.ts'
import type { Work } from '../../server/transact.ts'
import { type Hall, openHall } from '../queue/hall.ts'
import { databases } from '../support/databases.ts'

const TODAY = '2026-11-23'

describe.each(databases)('the pace of an office, on $name', ({ open }) => {
  let hall: Hall
  beforeEach(async () => {
    hall = await openHall(open)
  })
  afterEach(() => hall.close())

  const serviceId = 'service-a'
  const change = (task: (work: Work) => Promise<unknown>) =>
    hall.app.transact({ officeId: hall.officeId, actor: hall.officer.user }, async (work) => {
      await task(work)
    })
  const serve = (day: string, minutes: readonly number[], service = serviceId) =>
    change(async (work) => {
      for (const one of minutes) await addPace(work, { serviceId: service, day, milliseconds: one * 60_000 })
    })
  const forgetBefore = (day: string) =>
    change(({ db }) => db.deleteFrom('servicePace').where('day', '<', day).execute())
  interface Asked {
    officeId?: string
    day?: string
    at?: string
    services?: { serviceId: string; people: number }[]
    ahead?: number
    counters?: number
    free?: number
  }
  const clockOf = async (at: string) => {
    const { officeId, database } = hall
    const { alwaysOpen } = await hallRules(database.db, officeId)
    return clockAt(at, { alwaysOpen, hours: (await findOpening(database.db, { officeId, at })).hours })
  }
  const estimate = async ({ officeId = hall.officeId, day = TODAY, at, ...more }: Asked = {}) => {
    const { services = [] } = more
    const serviceIds = [serviceId, ...services.map((one) => one.serviceId)]
    const clock = at === undefined ? undefined : await clockOf(at)
    const facts = await readPace(hall.database.db, { officeId, serviceIds, day, clock })
    const line = { ahead: 4, counters: 1, free: 0 }
    return forecastWait(facts, { serviceId, ...line, ...more })?.told ?? null
  }

  it('K-02 says nothing until five people have been served, then a range in whole minutes', async () => {
    await serve(TODAY, [5, 6, 4, 5])
    expect(await estimate()).toBeNull()
    await serve(TODAY, [5])
    const range = await estimate()
    expect(range?.lowMinutes).toBeGreaterThan(12)
    expect(range?.highMinutes).toBeLessThan(32)
    expect(await estimate({ counters: 0 })).toBeNull()
    expect(await estimate({ ahead: 0, counters: 2, free: 1 })).toEqual({ lowMinutes: 0, highMinutes: 1 })
  })

  it('learns from the fortnight before, and from nothing else: not older, not other services, not other offices', async () => {
    await serve('2026-11-08', [5, 5, 5, 5, 5])
    await serve(TODAY, [5, 5, 5, 5, 5], 'service-b')
    expect(await estimate()).toBeNull()
    await serve('2026-11-09', [5, 5, 5, 5, 5])
    expect(await estimate()).not.toBeNull()
    expect(await estimate({ officeId: 'another' })).toBeNull()
    expect(await estimate({ day: '2026-11-24' })).toBeNull()
  })

  it('knows who stands before: the longer their service takes, the later it is', async () => {
    await serve(TODAY, [5, 5, 5, 5, 5])
    await serve(TODAY, [30, 30, 30, 30, 30], 'service-b')
    const alike = await estimate({ services: [{ serviceId, people: 4 }] })
    const others = await estimate({
      services: [
        { serviceId, people: 0 },
        { serviceId: 'service-b', people: 4 }
      ]
    })
    expect(alike?.highMinutes).toBeLessThan(50)
    expect(others?.lowMinutes).toBeGreaterThan(70)
  })

  it('lets whoever was forgotten at a counter teach nothing', async () => {
    await serve(TODAY, [5, 6, 4, 5, 5])
    const before = await estimate()
    await serve(TODAY, [180, 0, -3])
    expect(await estimate()).toEqual(before)
  })

  it('counts all the time that somebody takes who is called more than once, and him once', async () => {
    await serve(TODAY, [5, 6, 4, 5])
    const visit = { serviceId, day: TODAY, milliseconds: 300_000 }
    await change((work) => addPace(work, { ...visit, leaves: false }))
    expect(await estimate()).toBeNull()
    await serve(TODAY, [5])
    const slow = await estimate()
    await forgetBefore('2026-11-24')
    await serve(TODAY, [5, 6, 4, 5, 5])
    expect(slow?.lowMinutes).toBeGreaterThan((await estimate())?.lowMinutes ?? Number.NaN)
  })

  it('corrects what it tells by how it came true, today or in the fortnight before, and not longer ago', async () => {
    await serve(TODAY, [5, 6, 4, 5, 5])
    const plain = { lowMinutes: 16, highMinutes: 24 }
    const wait = { serviceId, ...plain, plain, waitedMinutes: 30 }
    const taught = (day: string) =>
      change(async (work) => {
        for (let time = 0; time < 30; time += 1) await scoreEstimate(work, { ...wait, day })
      })
    const before = await estimate()
    await taught('2026-11-08')
    expect(await estimate()).toEqual(before)
    await taught('2026-11-20')
    const after = await estimate()
    const middle = (range = before) => ((range?.lowMinutes ?? 0) + (range?.highMinutes ?? 0)) / 2
    expect(middle(after)).toBeGreaterThan(middle() * 1.2)
    expect(middle(after)).toBeLessThan(middle() * 1.5)
  })

  it('counts lunch, says when closing time comes first, and learns from neither', async () => {
    await serve(TODAY, Array(12).fill(5))
    const { db } = hall.database
    await change((work) => setAlwaysOpen(work, false))
    const plain = await estimate()
    const lasts = async (at: string) => (await estimate({ at })) ?? { lowMinutes: 0, highMinutes: 0 }
    expect(await lasts('2026-11-23T02:00:00.000Z')).toEqual(plain)
    const [opens = [0, 0], again = [0, 0]] = (
      await findOpening(db, { officeId: hall.officeId, at: '2026-11-23T02:00:00.000Z' })
    ).hours
    const lunch = again[0] - opens[1]
    const local = (minute: number) =>
      new Date(Date.parse('2026-11-22T17:00:00.000Z') + minute * 60_000).toISOString()
    const atLunch = await lasts(local(opens[1] - 2))
    expect(atLunch.lowMinutes).toBe((plain?.lowMinutes ?? 0) + lunch)
    expect(atLunch).not.toHaveProperty('pastClosing')
    expect(await lasts(local(again[1] - 2))).toEqual({ ...plain, pastClosing: true })

    const taught = async (at: string, waitedMinutes: number) => {
      hall.clock.now = new Date(at)
      const range = { lowMinutes: 16 + lunch, highMinutes: 24 + lunch }
      const from = { lowMinutes: 16, highMinutes: 24 }
      await change((work) =>
        scoreEstimate(work, { serviceId, day: TODAY, ...range, plain: from, waitedMinutes })
      )
      const row = await db
        .selectFrom('servicePace')
        .selectAll()
        .where('day', '=', TODAY)
        .executeTakeFirstOrThrow()
      return [row.sumWaited, row.sumError]
    }
    expect(await taught(local(again[0] + 15), 20 + lunch)).toEqual([20 * 60, 0])
    await change((work) => setAlwaysOpen(work, true))
    expect(await estimate({ at: local(again[1] - 2) })).toEqual(plain)
  })

  it('reads as little after a year as after a fortnight', async () => {
    const days = Array.from({ length: 365 }, (_, back) =>
      new Date(Date.parse(TODAY) - back * 86_400_000).toISOString().slice(0, 10)
    )
    await change(async (work) => {
      for (const day of days) await addPace(work, { serviceId, day, milliseconds: 300_000 })
    })
    const rows = await hall.database.db.selectFrom('servicePace').selectAll().execute()
    expect(rows).toHaveLength(365)
    const longAgo = await estimate()
    await forgetBefore('2026-11-09')
    expect(await estimate()).toEqual(longAgo)
    await forgetBefore('2026-11-20')
    expect(await estimate()).toBeNull()
  })

  it('takes no credit for those who went straight to a free counter', async () => {
    const score = (lowMinutes: number, highMinutes: number, waitedMinutes: number) =>
      change((work) => scoreEstimate(work, { serviceId, day: TODAY, lowMinutes, highMinutes, waitedMinutes }))
    await score(0, 1, 0)
    await score(0, 1, 1)
    const { officeId } = hall
    const made = async () => (await describeScore(hall.database.db, { officeId, from: TODAY, to: TODAY })).all
    expect(await made()).toMatchObject({ made: 0 })
    await score(0, 1, 6)
    await score(1, 3, 0)
    expect(await made()).toMatchObject({ made: 2, within: 0, below: 1, above: 1 })
  })

  it('scores itself: within, sooner, later, and how far off', async () => {
    const told = { lowMinutes: 10, highMinutes: 20 }
    const score = (day: string, waitedMinutes: number, service = serviceId) =>
      change((work) => scoreEstimate(work, { serviceId: service, day, ...told, waitedMinutes }))
    for (const waited of [10, 15, 20, 9.9, 20.1]) await score(TODAY, waited)
    await score('2026-11-22', 45)
    await score(TODAY, 15, 'service-b')
    const { officeId } = hall
    const found = await describeScore(hall.database.db, { officeId, from: TODAY, to: TODAY })
    expect(found.services).toEqual([
      { serviceId, made: 5, within: 3, below: 1, above: 1, share: 60, meanError: 4 },
      { serviceId: 'service-b', made: 1, within: 1, below: 0, above: 0, share: 100, meanError: 0 }
    ])
    expect(found.all).toEqual({ made: 6, within: 4, below: 1, above: 1, share: 67, meanError: 3.3 })
    const longer = await describeScore(hall.database.db, { officeId, from: '2026-11-01', to: TODAY })
    expect(longer.all).toMatchObject({ made: 7, above: 2 })
    const none = await describeScore(hall.database.db, { officeId, from: '2026-10-01', to: '2026-10-31' })
    expect(none).toEqual({
      all: { made: 0, within: 0, below: 0, above: 0, share: null, meanError: null },
      services: []
    })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAll } from '../../server/audit/service.ts'
import { furnishWorkingDemonstration } from '../../server/demonstration/service.ts'
import { STATUSES } from '../../server/dossiers/states.ts'
import { type Caller, PASSWORD, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('the demonstration, on $name', ({ open }) => {
  let test: TestApp
  let officer: Caller

  beforeAll(async () => {
    test = await startTestApp(open, { furnished: false })
    await furnishWorkingDemonstration(test.app, PASSWORD)
    officer = await signIn(test.app, 'tiepnhan1')
  }, 60_000)
  afterAll(() => test.close())

  const items = async (caller: Caller, query: string) =>
    (await caller('GET', `/api/v1/dossiers?limit=100&${query}`)).body.items as {
      daysLeft: number
      code: string
    }[]

  it('has dossiers in all states that the counter knows', async () => {
    const rows = await test.app.db.selectFrom('dossier').select('status').distinct().execute()
    const online = ['submitted', 'not_accepted']
    expect(rows.map(({ status }) => status).sort()).toEqual(
      STATUSES.filter((status) => !online.includes(status)).toSorted()
    )
  })

  it('has some that are late, due today and due in three working days', async () => {
    expect((await items(officer, 'due=late')).every(({ daysLeft }) => daysLeft < 0)).toBe(true)
    expect((await items(officer, 'due=late')).length).toBeGreaterThanOrEqual(4)
    expect((await items(officer, 'due=today')).map(({ daysLeft }) => daysLeft)).toEqual([0, 0, 0])
    const soon = (await items(officer, 'due=soon')).map(({ daysLeft }) => daysLeft)
    expect(soon.length).toBeGreaterThanOrEqual(6)
    expect(soon.every((left) => left >= 1 && left <= 3)).toBe(true)
  })

  it('has a letter that went out in time and one that waits for its signature', async () => {
    const rows = await test.app.db.selectFrom('apology').select('status').orderBy('status').execute()
    expect(rows.map(({ status }) => status)).toEqual(expect.arrayContaining(['draft', 'sent']))
  })

  it('has days in the hall on which nobody waited through lunch, so that its ranges are not wide', async () => {
    const visits = await test.app.db.selectFrom('counterVisit').select(['waitingSince', 'calledAt']).execute()
    const minutes = visits.map(({ waitingSince, calledAt }) =>
      Math.round((Date.parse(calledAt) - Date.parse(waitingSince)) / 60_000)
    )
    expect(minutes.length).toBeGreaterThan(150)
    expect(Math.max(...minutes)).toBeLessThan(60)
  })

  it('has people waiting, one of them with priority', async () => {
    const { waiting } = (await officer('GET', `/api/v1/offices/${officer.user.officeId}/queue`)).body
    const numbers = waiting.map(({ number }: { number: string }) => number)
    expect(numbers.toSorted()).toEqual(['A001', 'A002', 'A003', 'B001', 'H001', 'K001', 'L001'])
    const first = waiting.filter(({ priorityGroup }: { priorityGroup: string | null }) => priorityGroup)
    expect(first.map(({ number }: { number: string }) => number)).toEqual(['H001'])
  })

  it('has counters that serve what their names say and help out with the rest, and appointments', async () => {
    const { counters, services, announcements, warnings } = (await officer('GET', '/api/v1/hall')).body
    const helped = counters.map((counter: { services: { helps: boolean }[] }) =>
      counter.services.map(({ helps }) => (helps ? 'h' : 's')).join('')
    )
    expect(services.map(({ letter }: { letter: string }) => letter).join('')).toBe('ABHKL')
    expect(helped).toEqual(['shhhh', 'shhhh', 'hshsh', 'hhshh', 'hhhhs'])
    expect(announcements).toHaveLength(2)
    expect(warnings).toEqual([])
    for (const day of ['2026-11-23', '2026-11-25']) {
      const { items } = (await officer('GET', `/api/v1/appointments?day=${day}`)).body
      expect(items).toHaveLength(5)
    }
  })

  it('gives the second office a few of its own', async () => {
    const own = await items(await signIn(test.app, 'tiepnhan9'), '')
    expect(own.length).toBeGreaterThan(3)
    expect(own.length).toBeLessThan(12)
    expect(own.every(({ code }) => code.startsWith('H01.32-'))).toBe(true)
  })

  it('tells it in order: the log has no step back in time, and its chain holds', async () => {
    for (const { officeId } of await test.app.db.selectFrom('officeLog').select('officeId').execute()) {
      const events = await test.app.db
        .selectFrom('event')
        .select('at')
        .where('officeId', '=', officeId)
        .orderBy('seq')
        .execute()
      const times = events.map(({ at }) => at)
      expect(times).toEqual(times.toSorted())
    }
    const checks = await verifyAll(test.app.db)
    expect(checks.map(({ check }) => check.intact)).toEqual([true, true])
  })
})

describe('the demonstration on other days', () => {
  it.each([
    ['a Sunday', '2026-11-29T05:00:00.000Z', true],
    ['the night before the end of the calendar', '2027-12-30T20:00:00.000Z', true],
    ['a year without a calendar', '2028-02-05T03:00:00.000Z', false]
  ])(
    'begins on %s',
    async (_, now, hasDossiers) => {
      const [sqlite] = databases
      if (!sqlite) throw new Error('no database')
      const test = await startTestApp(sqlite.open, { furnished: false, now })
      await furnishWorkingDemonstration(test.app, PASSWORD)
      const officer = await signIn(test.app, 'tiepnhan1')
      expect((await officer('GET', '/api/v1/dossiers')).body.items.length > 0).toBe(hasDossiers)
      await test.close()
    },
    60_000
  )
})

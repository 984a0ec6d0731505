import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heardBy } from '../../server/realtime/audience.ts'
import { SCREENS } from '../../server/realtime/screens.ts'
import { intake, SECRETS } from '../intake/intake-bodies.ts'
import { signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('what screens hear of a dossier, on $name', ({ open }) => {
  let test: TestApp

  beforeAll(async () => {
    test = await startTestApp(open)
  })
  afterAll(() => test.close())

  it('is its code, its state and its due date for officers, and nothing in the hall', async () => {
    const officer = await signIn(test.app, 'tiepnhan1')
    const { code, id } = (await officer('POST', '/api/v1/dossiers', intake())).body
    await officer('POST', `/api/v1/dossiers/${code}/refuse`, { reason: 'Của Nguyễn Thị Bé An' })
    const events = await test.app.db
      .selectFrom('event')
      .select(['name', 'data'])
      .where('name', 'in', ['dossier.received', 'dossier.refused'])
      .orderBy('seq')
      .execute()
    const heard = Object.fromEntries(
      SCREENS.map((screen) => [screen, events.map((event) => heardBy(screen, event))])
    )
    expect(heard.display).toEqual([undefined, undefined])
    expect(heard.kiosk).toEqual([undefined, undefined])
    for (const screen of ['counter', 'supervisor']) {
      expect(heard[screen]).toMatchObject([
        { dossierId: id, code, status: 'received', version: 1, dueDay: '2026-12-01' },
        { dossierId: id, code, status: 'refused', version: 2 }
      ])
      for (const secret of SECRETS) expect(JSON.stringify(heard[screen])).not.toContain(secret)
    }
  })
})

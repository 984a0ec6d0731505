import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Caller, ORIGIN, send, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { openScreen, statusOfOpening } from '../support/screens.ts'

describe.each(databases)('live screens, on $name', ({ open }) => {
  let test: TestApp
  let address: string
  let officer: Caller
  let counters: string[]
  beforeEach(async () => {
    test = await startTestApp(open)
    address = await test.app.listen({ port: 0, host: '127.0.0.1' })
    officer = await signIn(test.app, 'tiepnhan1')
    const { body } = await officer('GET', `/api/v1/offices/${officer.user.officeId}`)
    counters = body.counters.map(({ id }: { id: string }) => id)
    // Signing in is an event too; on PostgreSQL it is told a moment later.
    await expect.poll(async () => test.app.tailer.position(officer.user.officeId) - (await lastSeq())).toBe(0)
  })
  afterEach(() => test.close())

  const move = (index: number, what: string, body?: object) =>
    officer('POST', `/api/v1/counters/${counters[index]}/${what}`, body)
  const screenOf = (who: Caller, screen: string, after?: number) =>
    openScreen(address, {
      cookie: who.cookie,
      officeId: who.user.officeId,
      screen,
      ...(after === undefined ? {} : { after })
    })
  const lastSeq = async () =>
    (
      await test.database.db
        .selectFrom('officeLog')
        .select('seq')
        .where('officeId', '=', officer.user.officeId)
        .executeTakeFirstOrThrow()
    ).seq

  it('says hello with where the log stands, then tells what happens as it happens', async () => {
    const screen = await screenOf(officer, 'counter')
    await expect.poll(() => screen.heard[0]).toEqual({ type: 'hello', seq: await lastSeq() })
    await move(0, 'open')
    await move(0, 'pause', { reason: 'họp' })
    const events = await screen.events(2)
    expect(events.map(({ name }) => name)).toEqual(['counter.opened', 'counter.paused'])
    expect(events[1]).toMatchObject({ at: expect.stringMatching(/Z$/), data: { number: 1, reason: 'họp' } })
    screen.close()
  })

  it('B-02 replays in order and once what came after `after`, then goes on', async () => {
    const from = await lastSeq()
    await Promise.all([0, 1, 2, 3, 4].map((index) => move(index, 'open')))
    const screen = await screenOf(officer, 'counter', from)
    // The officer sits at the one that he opened last; the others were closed as he left them.
    const before = await lastSeq()
    await Promise.all([0, 1, 2, 3, 4].map((index) => move(index, 'close')))
    const to = await lastSeq()
    expect([before - from, to - before]).toEqual([9, 1])
    const events = await screen.events(to - from)
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 }, (_, index) => from + 1 + index))
    screen.close()
  })

  it('R-08 loses nothing and repeats nothing for a screen that is cut again and again while others work', async () => {
    const from = await lastSeq()
    const heard: number[] = []
    let done = false
    const work = (async () => {
      for (let round = 0; round < 20; round += 1) {
        await Promise.all([0, 1, 2, 3, 4].map((index) => move(index, round % 2 ? 'close' : 'open')))
      }
      done = true
    })()
    while (!done || heard.length < 100) {
      const after = heard.at(-1) ?? from
      const screen = await screenOf(officer, 'counter', after)
      await screen.events(1).catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, 20))
      heard.push(...screen.heard.filter(({ type }) => type === 'event').map(({ seq }) => Number(seq)))
      screen.close()
    }
    await work
    expect(heard).toEqual(Array.from({ length: 100 }, (_, index) => from + 1 + index))
  })

  it('says that there is a gap to a screen that knows more than the log', async () => {
    const screen = await screenOf(officer, 'counter', 999_999)
    await expect.poll(() => screen.heard.map(({ type }) => type)).toEqual(['hello', 'gap'])
    expect(screen.heard[1]?.seq).toBe(await lastSeq())
    screen.close()
  })

  it('says that there is a gap rather than replay a whole history', async () => {
    const { officeId } = officer.user
    const from = await lastSeq()
    await test.app.transact({ officeId, actor: officer.user }, async ({ record }) => {
      for (let count = 0; count < 2001; count += 1) {
        record('counter.closed', {
          counterId: counters[0] ?? '',
          number: 1,
          name: 'Quầy',
          state: 'closed',
          officerId: null,
          reason: null,
          dayOver: false
        })
      }
    })
    await expect.poll(() => test.app.tailer.position(officeId)).toBe(from + 2001)
    const screen = await screenOf(officer, 'counter', from)
    await expect.poll(() => screen.heard.map(({ type }) => type)).toEqual(['hello', 'gap'])
    screen.close()
  })

  it('B-07 tells a display numbers and counters, and no ids of officers', async () => {
    const administrator = await signIn(test.app, 'quantri')
    const display = await screenOf(administrator, 'display')
    await move(2, 'open')
    const [event] = await display.events(1)
    expect(event?.data).toEqual({
      counterId: counters[2],
      number: 3,
      state: 'open',
      officerName: 'Danh Thị Mỹ Linh'
    })
    display.close()
  })

  it("does not tell one office another's events", async () => {
    const stranger = await signIn(test.app, 'tiepnhan9')
    const screen = await screenOf(stranger, 'counter')
    const { body } = await stranger('GET', `/api/v1/offices/${stranger.user.officeId}`)
    await move(0, 'open')
    await stranger('POST', `/api/v1/counters/${body.counters[0].id}/open`)
    const [event] = await screen.events(1)
    expect(event?.data?.counterId).toBe(body.counters[0].id)
    screen.close()
  })

  it('A-19 refuses whoever may not listen', async () => {
    const { officeId } = officer.user
    const administrator = await signIn(test.app, 'quantri')
    const stranger = await signIn(test.app, 'tiepnhan9')
    const opening = (screen: string, headers: Record<string, string>) =>
      statusOfOpening(test.app, { query: { officeId, screen }, headers })

    expect(await opening('display', {})).toBe(403)
    expect(await opening('kiosk', {})).toBe(403)
    expect(await opening('counter', {})).toBe(401)
    expect(await opening('counter', { cookie: officer.cookie, origin: 'https://evil.example' })).toBe(403)
    expect(await opening('counter', { cookie: officer.cookie, origin: `${ORIGIN}.evil.example` })).toBe(403)
    expect(await opening('supervisor', { cookie: officer.cookie })).toBe(403)
    expect(await opening('display', { cookie: officer.cookie })).toBe(403)
    expect(await opening('counter', { cookie: stranger.cookie })).toBe(404)
    expect(await opening('jukebox', { cookie: officer.cookie })).toBe(400)
    expect(await opening('supervisor', { cookie: administrator.cookie, origin: ORIGIN })).toBe(101)
  })

  it('lets a registered display in, and no longer one that was taken away', async () => {
    const administrator = await signIn(test.app, 'quantri')
    const { id, code } = (await administrator('POST', '/api/v1/devices', { kind: 'display', name: 'Bảng' }))
      .body
    const { headers } = await send(test.app, {
      method: 'POST',
      url: '/api/v1/device-session',
      body: { code }
    })
    const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
    const query = { officeId: officer.user.officeId, screen: 'display' }
    expect(await statusOfOpening(test.app, { query, headers: { cookie } })).toBe(101)
    await administrator('PATCH', `/api/v1/accounts/${id}`, { disabled: true })
    expect(await statusOfOpening(test.app, { query, headers: { cookie } })).toBe(403)
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { type Hall, openHall } from '../queue/hall.ts'
import { type Caller, signIn, testConfig } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { type OpenScreen, openScreen } from '../support/screens.ts'

const CALLS = '/api/v1/self-service/help-calls'
const MINUTE = 60_000

describe.each(databases)('calls for help from a kiosk, on $name', ({ open }) => {
  let hall: Hall
  let address: string
  let kiosk: Caller
  let supervisor: Caller
  const screens: OpenScreen[] = []

  beforeEach(async () => {
    hall = await openHall(open)
    address = await hall.app.listen({ port: 0, host: '127.0.0.1' })
    kiosk = await hall.device('kiosk')
    supervisor = await signIn(hall.app, 'lanhdao')
  })
  afterEach(async () => {
    for (const screen of screens.splice(0)) screen.close()
    await hall.close()
  })

  const ask = (who = kiosk) => who('POST', CALLS)
  const callsFor = async (who: Caller) => (await who('GET', CALLS)).body.items
  const answer = (id: string, who = hall.officer) => who('POST', `${CALLS}/${id}/answer`)
  const end = (id: string, who = kiosk) => who('POST', `${CALLS}/${id}/end`)
  const pass = (milliseconds: number) => {
    hall.clock.now = new Date(hall.clock.now.getTime() + milliseconds)
  }
  const logged = async () =>
    hall.database.db.selectFrom('event').select(['name', 'data']).where('name', 'like', 'help.%').execute()
  const listen = async (who: Caller, screen: string) => {
    const opened = await openScreen(address, { cookie: who.cookie, officeId: hall.officeId, screen })
    screens.push(opened)
    return opened
  }
  const helpHeard = ({ heard }: OpenScreen) =>
    heard.flatMap(({ name, data }) => (name?.startsWith('help.') ? [{ name, ...data }] : []))

  it('is told at once to every counter, the supervisor and its kiosk, answered once, and gone everywhere', async () => {
    const [counter, room, own, board] = await Promise.all([
      listen(hall.officer, 'counter'),
      listen(supervisor, 'supervisor'),
      listen(kiosk, 'kiosk'),
      listen(supervisor, 'display')
    ])
    const { status, body } = await ask()
    expect(status).toBe(201)
    expect(body).toMatchObject({ deviceName: 'kiosk', answeredAt: null, own: true })
    const called = { name: 'help.called', callId: body.id, deviceName: 'kiosk' }
    for (const screen of [counter, room]) await expect.poll(() => helpHeard(screen)).toMatchObject([called])
    expect(await callsFor(supervisor)).toEqual([{ ...body, own: false }])

    expect((await answer(body.id)).body).toMatchObject({
      own: true,
      answeredAt: hall.clock.now.toISOString()
    })
    await expect.poll(() => helpHeard(room).length).toBe(2)
    await expect.poll(() => helpHeard(own)).toEqual([{ name: 'help.called' }, { name: 'help.answered' }])
    expect(helpHeard(board)).toEqual([])
    const [mine] = await callsFor(kiosk)
    expect(Object.keys(mine)).toEqual(['id', 'deviceName', 'askedAt', 'answeredAt', 'endsAt', 'own'])
    expect(await logged()).toMatchObject([
      { name: 'help.called' },
      { name: 'help.answered', data: expect.stringContaining(hall.officer.user.id) }
    ])
  })

  it('K-05 presses at once and again call once, also after somebody has answered', async () => {
    const answers = await Promise.all([ask(), ask(), ask(), ask(), ask()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    await answer(answers[0]?.body.id)
    expect((await ask()).body.id).toBe(answers[0]?.body.id)
    expect((await logged()).map(({ name }) => name)).toEqual(['help.called', 'help.answered'])
  })

  it('of two officers who come at once one is told that somebody does', async () => {
    const { id } = (await ask()).body
    const both = await Promise.all([answer(id), answer(id, supervisor)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('HELP_CALL_OVER')
    const first = both[0]?.status === 200 ? hall.officer : supervisor
    expect((await answer(id, first)).status).toBe(200)
    expect(await logged()).toHaveLength(2)
  })

  it('is taken back by its own kiosk alone, and then there is nobody to come to', async () => {
    const { id } = (await ask()).body
    const other = await hall.device('kiosk')
    expect(await callsFor(other)).toEqual([])
    expect((await end(id, other)).status).toBe(404)
    expect((await end(id)).status).toBe(204)
    expect((await end(id)).status).toBe(204)
    expect(await callsFor(supervisor)).toEqual([])
    expect((await answer(id)).body.code).toBe('HELP_CALL_OVER')
    expect((await logged()).map(({ name }) => name)).toEqual(['help.called', 'help.ended'])
    expect((await ask()).body.id).not.toBe(id)
  })

  it.each([
    ['unanswered', 10],
    ['answered', 5]
  ])('ends by itself when %s for %i minutes', async (how, minutes) => {
    const { id } = (await ask()).body
    if (how === 'answered') await answer(id)
    pass(minutes * MINUTE - 1)
    expect(await callsFor(supervisor)).toHaveLength(1)
    pass(1)
    expect(await callsFor(supervisor)).toEqual([])
    expect(await callsFor(kiosk)).toEqual([])
    expect((await ask()).status).toBe(201)
  })

  it('stands after the server has started anew', async () => {
    const { body } = await ask()
    const { database, clock } = hall
    const again = await buildApp({
      database,
      config: testConfig,
      clock: () => new Date(clock.now),
      randomBytes: (size) => Buffer.alloc(size, 7)
    })
    await again.ready()
    const headers = { cookie: kiosk.cookie }
    const answered = await again.inject({ method: 'GET', url: CALLS, headers })
    expect(answered.json().items).toEqual([body])
    await again.close()
  })

  it('does not keep the counters from their work when somebody plays with the button', async () => {
    for (let count = 0; count < 10; count += 1) await end((await ask()).body.id)
    expect((await ask()).status).toBe(429)
    const other = await hall.device('kiosk')
    expect((await ask(other)).status).toBe(201)
  })

  it('is forgotten ninety days after it was over, each office its own; the log still tells of it', async () => {
    const { id: first } = (await ask()).body
    await end(first)
    pass(90 * 24 * 60 * MINUTE)
    kiosk = await hall.device('kiosk')
    const { id: second } = (await ask()).body
    await end(second)
    const ids = async () =>
      (await hall.database.db.selectFrom('helpCall').select('id').orderBy('askedAt').execute()).map(
        ({ id }) => id
      )
    expect(await ids()).toEqual([first, second])
    pass(1)
    const { id: third } = (await ask()).body
    expect(await ids()).toEqual([second, third])
    expect((await logged()).map(({ name }) => name)).toEqual([
      'help.called',
      'help.ended',
      'help.called',
      'help.ended',
      'help.called'
    ])
  })

  it('a call of another office is not there', async () => {
    const { id } = (await ask()).body
    const stranger = await signIn(hall.app, 'tiepnhan9')
    expect(await callsFor(stranger)).toEqual([])
    expect((await answer(id, stranger)).status).toBe(404)
    expect((await answer(id)).status).toBe(200)
  })
})

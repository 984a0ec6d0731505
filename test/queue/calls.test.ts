import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attachDossier, getTicketForIntake, holdForSlip, releaseForSlip } from '../../server/queue/service.ts'
import { AFTER_MOVE, TICKET_MOVES, TICKET_STATUSES } from '../../server/queue/states.ts'
import type { Work } from '../../server/transact.ts'
import { signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { openScreen } from '../support/screens.ts'
import { type Hall, openHall } from './hall.ts'

describe.each(databases)('calling, on $name', ({ open }) => {
  let hall: Hall
  beforeEach(async () => {
    hall = await openHall(open)
  })
  afterEach(() => hall.close())

  const inOffice = <Result>(task: (work: Work) => Promise<Result>) =>
    hall.app.transact({ officeId: hall.officeId, actor: hall.officer.user }, task)

  it('calls whoever is next, opens the counter for its officer, and tells where', async () => {
    await hall.issue()
    const { status, body } = await hall.call(2)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      number: 'A001',
      status: 'called',
      counterId: hall.counters[2],
      counterNumber: 3,
      calledAt: '2026-11-23T02:12:00.000Z'
    })
    expect(await hall.queue()).toMatchObject({
      waiting: [],
      called: [{ id: body.id, number: 'A001', counterNumber: 3 }],
      serving: [],
      counters: expect.arrayContaining([
        expect.objectContaining({
          number: 3,
          state: 'open',
          officerName: 'Danh Thị Mỹ Linh',
          ticketNumber: 'A001'
        })
      ])
    })
  })

  it('refuses when nobody waits, and then opens nothing', async () => {
    expect(await hall.call(0)).toMatchObject({ status: 404, body: { code: 'NO_TICKET_WAITING' } })
    expect((await hall.queue()).counters[0].state).toBe('closed')
  })

  it('refuses while someone is at the counter, called or being served', async () => {
    await hall.issue()
    await hall.issue()
    const { id } = (await hall.call(0)).body
    expect(await hall.call(0)).toMatchObject({ status: 409, body: { code: 'COUNTER_BUSY' } })
    await hall.move(id, 'serve')
    expect(await hall.call(0)).toMatchObject({ status: 409, body: { code: 'COUNTER_BUSY' } })
    await hall.move(id, 'finish')
    expect((await hall.call(0)).body.number).toBe('A002')
  })

  it('R-12 gives each ticket to one counter when all call at once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => hall.issue()))
    const answers = await Promise.all([0, 1, 2, 3].map((counter) => hall.call(counter)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(4)
  })

  it('R-12 lets one of two counters have the last ticket', async () => {
    await hall.issue()
    const answers = await Promise.all([hall.call(0), hall.call(1)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
  })

  it('C-04 calls one ticket for five clicks, with a key and without', async () => {
    for (let count = 0; count < 6; count += 1) await hall.issue()
    const headers = { 'idempotency-key': 'f2' }
    const keyed = await Promise.all(Array.from({ length: 5 }, () => hall.call(0, headers)))
    expect(keyed.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(keyed.map(({ body }) => body.id)).size).toBe(1)
    const bare = await Promise.all(Array.from({ length: 5 }, () => hall.call(1)))
    expect(bare.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    expect((await hall.queue()).waiting).toHaveLength(4)
  })

  it('does not know the counters and tickets of another office', async () => {
    const stranger = await signIn(hall.app, 'tiepnhan9')
    const { id } = (await hall.issue()).body
    await hall.call(0)
    for (const answer of [
      await stranger('POST', `/api/v1/counters/${hall.counters[1]}/calls`),
      await stranger('GET', `/api/v1/tickets/${id}`),
      ...(await Promise.all(TICKET_MOVES.map((move) => stranger('POST', `/api/v1/tickets/${id}/${move}`))))
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    }
    expect((await hall.officer('GET', `/api/v1/tickets/${id}`)).body.status).toBe('called')
  })

  const reached = TICKET_STATUSES.filter((status) => status !== 'unfinished')
  it.each(reached.flatMap((status) => TICKET_MOVES.map((move) => [status, move] as const)))(
    'a ticket that is %s: %s',
    async (status, move) => {
      const { id } = (await hall.issue()).body
      const way = {
        waiting: [],
        called: [],
        serving: ['serve'],
        finished: ['serve', 'finish'],
        parked: ['park'],
        absent: ['absent'],
        cancelled: ['cancel']
      }[status]
      if (status !== 'waiting' && status !== 'cancelled') await hall.call(0)
      for (const step of way) await hall.move(id, step)
      const expected = (AFTER_MOVE[status] as Record<string, string>)[move]

      const answer = await hall.move(id, move)

      if (expected) expect(answer).toMatchObject({ status: 200, body: { status: expected } })
      else expect(answer).toMatchObject({ status: 409, body: { code: 'MOVE_NOT_ALLOWED' } })
      const { body } = await hall.officer('GET', `/api/v1/tickets/${id}`)
      expect(body.status).toBe(expected ?? status)
    }
  )

  it('tells the hall numbers and counters only, and staff which ticket', async () => {
    const address = await hall.app.listen({ port: 0, host: '127.0.0.1' })
    const { officeId } = hall
    const display = await hall.device('display')
    const board = await openScreen(address, { cookie: display.cookie, officeId, screen: 'display' })
    const counter = await openScreen(address, { cookie: hall.officer.cookie, officeId, screen: 'counter' })
    const { body } = await hall.issue(0, { priorityGroup: 'elderly' })
    await hall.call(0)
    await hall.move(body.id, 'recall')
    await hall.move(body.id, 'serve')
    await hall.move(body.id, 'finish')

    const heard = await board.events(6)
    expect(heard.map(({ name }) => name)).toEqual([
      'ticket.issued',
      'counter.opened',
      'ticket.called',
      'ticket.recalled',
      'ticket.serving',
      'ticket.finished'
    ])
    expect(heard[2]?.data).toEqual({
      number: 'A001',
      serviceId: hall.services[0]?.id,
      counterId: hall.counters[0],
      counterNumber: 1
    })
    expect((await counter.events(6))[2]?.data).toMatchObject({ ticketId: body.id, priorityGroup: 'elderly' })
    const queue = (await display('GET', `/api/v1/offices/${officeId}/queue`)).body
    expect(JSON.stringify({ ...queue, priorityGroups: [] })).not.toContain('elderly')
    board.close()
    counter.close()
  })

  it('C-30 does not end a service before each slip is given', async () => {
    const { id: ticketId } = (await hall.issue()).body
    const key = { officeId: hall.officeId, ticketId, now: hall.clock.now.toISOString() }
    await expect(getTicketForIntake(hall.app.db, key)).rejects.toMatchObject({
      code: 'MOVE_NOT_ALLOWED'
    })
    await hall.call(0)
    await hall.move(ticketId, 'serve')
    await inOffice(async (work) => {
      for (const code of ['H01.31-261123-0001', 'H01.31-261123-0002']) {
        await attachDossier(work, { ticketId, dossierId: code, code })
        await holdForSlip(work, { ticketId })
      }
    })
    const refused = { status: 409, body: { code: 'SLIP_NOT_GIVEN' } }
    expect(await hall.move(ticketId, 'finish')).toMatchObject(refused)
    await inOffice((work) => releaseForSlip(work, { ticketId }))
    expect(await hall.move(ticketId, 'finish')).toMatchObject(refused)
    await inOffice((work) => releaseForSlip(work, { ticketId }))
    expect(await hall.move(ticketId, 'finish')).toMatchObject({
      status: 200,
      body: { status: 'finished', dossierCodes: ['H01.31-261123-0001', 'H01.31-261123-0002'] }
    })
  })
})

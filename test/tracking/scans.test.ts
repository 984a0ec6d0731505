import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, signIn, startTestApp, type TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { receive } from '../support/dossiers.ts'

describe.each(databases)('a paper that an officer scans, on $name', ({ open }) => {
  let test: TestApp
  let counter: Caller

  beforeAll(async () => {
    test = await startTestApp(open, { now: '2026-11-23T02:12:00.000Z' })
    counter = await signIn(test.app, 'tiepnhan1')
  })
  afterAll(() => test.close())

  const tokenOf = (address: string) => new URL(address).pathname.split('/').at(-1) ?? ''
  const scan = (caller: Caller, kind: string, address: string) =>
    caller('POST', '/api/v1/scans', { kind, token: tokenOf(address) })

  it('opens its dossier when it is a slip (C-06)', async () => {
    const { code, trackingUrl } = await receive(counter)
    expect((await scan(counter, 'tracking', trackingUrl)).body).toEqual({ kind: 'dossier', code })
  })

  it('says where its number stands when it is a ticket', async () => {
    const { officeId } = counter.user
    const { services } = (await counter('GET', `/api/v1/offices/${officeId}`)).body
    const issued = await counter('POST', `/api/v1/offices/${officeId}/tickets`, {
      serviceId: services[0].id
    })
    const { id, number, followUrl } = issued.body
    expect((await scan(counter, 'ticket', followUrl)).body).toEqual({
      kind: 'ticket',
      ticketId: id,
      number,
      status: 'waiting',
      today: true,
      counterNumber: null
    })
  })

  it('opens nothing at another office, nor as another kind of paper, nor when it was made up', async () => {
    const { trackingUrl } = await receive(counter)
    const stranger = await signIn(test.app, 'tiepnhan9')
    for (const asked of [
      scan(stranger, 'tracking', trackingUrl),
      scan(counter, 'ticket', trackingUrl),
      scan(counter, 'tracking', `${trackingUrl.slice(0, -4)}AAAA`)
    ])
      expect(await asked).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  })
})

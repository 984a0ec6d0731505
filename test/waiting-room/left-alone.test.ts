import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { type Office, openOffice, type Person } from './office.ts'
import { pass } from './play.ts'

const MINUTE = 60_000

/** Counters that pause, close or look after others: nobody may be left alone for it. */
describe.each(databases)('nobody is left alone by a counter, on $name', ({ open }) => {
  let office: Office
  let linh: Person
  let dat: Person
  beforeEach(async () => {
    office = await openOffice(open)
    ;[linh, dat] = office.people as [Person, Person]
  })
  afterEach(() => office.close())

  const post = (who: Person, url: string, body?: object) => office.ask(who, { method: 'POST', url, body })
  const get = async (who: Person, url: string) => (await office.ask(who, { method: 'GET', url })).body
  const at = (desk: number) => `/counters/${office.counters[desk]?.id}`
  const call = async (who: Person, desk: number) => (await post(who, `${at(desk)}/calls`)).body
  const move = async (who: Person, { id }: { id: string }, what: string, body?: object) =>
    (await post(who, `/tickets/${id}/${what}`, body)).body
  const issue = async (service: number) => {
    const body = { serviceId: office.services[service]?.id }
    return (await post(linh, `/offices/${office.officeId}/tickets`, body)).body
  }
  const setServices = (desk: number, services: [number, 'serves' | 'helps'][]) =>
    office.ask(office.people[3] as Person, {
      method: 'PUT',
      url: `/hall${at(desk)}/services`,
      body: {
        services: services.map(([one, role]) => ({
          serviceId: office.services[one]?.id,
          helps: role === 'helps'
        }))
      }
    })
  const supervision = () => get(office.people[2] as Person, '/supervision/hall')
  const kinds = (alarms: { kind: string }[]) => alarms.map(({ kind }) => kind)

  it('C-27 a service that an open counter takes over is told as served', async () => {
    await setServices(0, [
      [1, 'serves'],
      [0, 'helps']
    ])
    await post(linh, `${at(0)}/open`)
    const person = await issue(0)
    const now = await supervision()
    expect(now.services[0]).toMatchObject({ waiting: 1, openCounters: 1 })
    expect(kinds(now.alarms)).not.toContain('unserved')
    expect((await call(linh, 0)).id).toBe(person.id)
  })

  it('R-12 a counter that pauses does not keep its people from those who help out', async () => {
    await setServices(0, [
      [1, 'serves'],
      [0, 'helps']
    ])
    await setServices(1, [[0, 'serves']])
    await post(dat, `${at(1)}/open`)
    await post(linh, `${at(0)}/open`)
    const person = await issue(0)
    await issue(1)
    expect((await get(linh, `${at(0)}/line`)).next).toMatchObject([{ number: 'B001' }])
    await post(dat, `${at(1)}/pause`, { reason: 'nghỉ giải lao' })
    expect((await get(linh, `${at(0)}/line`)).next).toMatchObject([{ id: person.id }, { number: 'B001' }])
    expect(kinds((await supervision()).alarms)).not.toContain('unserved')
    await post(dat, `${at(1)}/open`)
    expect((await get(linh, `${at(0)}/line`)).next).toMatchObject([{ number: 'B001' }])
  })

  it('whoever is sent to a counter is its own again when it opens after a pause', async () => {
    await post(dat, `${at(1)}/open`)
    const person = await issue(0)
    await call(linh, 0)
    await move(linh, person, 'transfer', { counterId: office.counters[1]?.id })
    await post(dat, `${at(1)}/pause`, { reason: 'nghỉ giải lao' })
    expect((await get(linh, `${at(0)}/line`)).next).toMatchObject([{ id: person.id }])
    await post(dat, `${at(1)}/open`)
    expect((await get(linh, `${at(0)}/line`)).next).toEqual([])
    expect((await call(dat, 1)).id).toBe(person.id)
  })

  it('absent: back in line also when the counter that had called him calls people of other services only', async () => {
    const stray = await issue(0)
    for (let count = 0; count < 5; count += 1) await issue(1)
    await call(linh, 0)
    await move(linh, stray, 'absent')
    for (const expected of ['B001', 'B002', 'B003']) {
      expect((await get(linh, `/offices/${office.officeId}/queue`)).absent).toMatchObject([{ id: stray.id }])
      const person = await call(linh, 0)
      expect(person.number).toBe(expected)
      await move(linh, person, 'finish')
    }
    expect((await call(linh, 0)).id).toBe(stray.id)
  })

  it('absent: calls of another counter for other services bring nobody back', async () => {
    const stray = await issue(0)
    for (let count = 0; count < 4; count += 1) await issue(1)
    await call(linh, 0)
    await move(linh, stray, 'absent')
    for (let count = 0; count < 4; count += 1) await move(dat, await call(dat, 1), 'finish')
    expect((await get(linh, `/offices/${office.officeId}/queue`)).absent).toMatchObject([{ id: stray.id }])
  })

  it('V-14 people see how long somebody waits in all, whatever counters he was sent to meanwhile', async () => {
    const sent = await issue(0)
    pass(office, 20 * MINUTE)
    await call(linh, 0)
    const body = { serviceId: office.services[1]?.id }
    expect((await move(linh, sent, 'transfer', body)).waitingSince).toBe(sent.issuedAt)
    await issue(0)
    pass(office, 2 * MINUTE)
    const since = sent.issuedAt
    const seen = { longestSince: since, next: [{ id: sent.id, waitingSince: since }, { number: 'A002' }] }
    expect(await get(linh, `${at(0)}/line`)).toMatchObject(seen)
    const now = await supervision()
    expect(now).toMatchObject({ overPromise: 1, longest: { number: 'A001', since } })
    expect(now.services[1]).toMatchObject({ longestSince: since })
  })

  it('the supervisor sees whose number was moved or cancelled before anybody had called it', async () => {
    const supervisor = office.people[2] as Person
    const [cancelled, sent, own] = [await issue(0), await issue(0), await issue(0)]
    const body = { serviceId: office.services[1]?.id, counterId: office.counters[3]?.id }
    for (const note of [undefined, null, '...'])
      expect(await post(linh, `/tickets/${sent.id}/transfer`, { ...body, note })).toMatchObject({
        status: 422,
        body: { code: 'TRANSFER_REASON_REQUIRED', detail: expect.stringContaining('Ghi lý do chuyển') }
      })
    await move(linh, sent, 'transfer', { ...body, note: 'Lấy nhầm lĩnh vực' })
    pass(office, 1000)
    await move(dat, cancelled, 'cancel')
    const called = await call(linh, 0)
    await move(linh, called, 'transfer', { counterId: office.counters[1]?.id })
    await move(office.kiosk, own, 'cancel')
    const moves = [
      {
        number: 'A001',
        what: 'cancelled',
        officerName: dat.name,
        destination: null,
        reason: '',
        skippedOver: 0
      },
      {
        number: 'A002',
        what: 'transferred',
        officerName: linh.name,
        destination: `${office.services[1]?.name}, Quầy 4`,
        reason: 'Lấy nhầm lĩnh vực',
        skippedOver: 1
      }
    ]
    const shown = await supervision()
    expect(shown.moves).toMatchObject(moves)
    expect(shown.moves).toHaveLength(2)
    expect(shown.skips).toEqual([])
    const day = office.now().slice(0, 10)
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Answer['body'] = await get(
        supervisor,
        `/supervision/hall/skips?from=${day}&to=${day}&limit=1${cursor && `&cursor=${cursor}`}`
      )
      seen.push(...page.items.map(({ kind, number }: Record<string, string>) => `${kind} ${number}`))
      cursor = page.nextCursor
    }
    expect(seen).toEqual(['cancelled A001', 'transferred A002'])
  })

  it.each(['...', ' - ', '123', 'a1 b.'])(
    'dots are no reason to call somebody out of turn: %s',
    async (reason) => {
      await issue(0)
      const later = await issue(0)
      const refused = await post(linh, `${at(0)}/calls`, { ticketId: later.id, reason })
      expect(refused).toMatchObject({ status: 400, body: { code: 'VALIDATION' } })
      expect((await post(linh, `${at(0)}/calls`, { ticketId: later.id, reason: 'bị ốm' })).status).toBe(200)
    }
  )
})

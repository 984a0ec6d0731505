import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdForSlip, releaseForSlip } from '../../server/queue/service.ts'
import type { Work } from '../../server/transact.ts'
import { type Answer, signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { type Office, openOffice, type Person } from './office.ts'
import { pass } from './play.ts'

const MINUTE = 60_000

/** Where somebody might be forgotten, as an officer would come upon it. */
describe.each(databases)('nobody is forgotten, on $name', ({ open }) => {
  let office: Office
  let linh: Person
  let dat: Person
  beforeEach(async () => {
    office = await openOffice(open)
    ;[linh, dat] = office.people as [Person, Person]
  })
  afterEach(() => office.close())

  const post = (who: Person, url: string, body?: object) => office.ask(who, { method: 'POST', url, body })
  const issue = async (service = 0, more: object = {}) =>
    (
      await post(linh, `/offices/${office.officeId}/tickets`, {
        serviceId: office.services[service]?.id,
        ...more
      })
    ).body
  const at = (desk: number) => `/counters/${office.counters[desk]?.id}`
  const call = (who: Person, desk: number, body?: object) => post(who, `${at(desk)}/calls`, body)
  const move = (who: Person, { id }: { id: string }, what: string, body?: object) =>
    post(who, `/tickets/${id}/${what}`, body)
  const line = async (who: Person, desk: number) =>
    (await office.ask(who, { method: 'GET', url: `${at(desk)}/line` })).body
  const hall = async () =>
    (await office.ask(linh, { method: 'GET', url: `/offices/${office.officeId}/queue` })).body
  const set = async (url: string, body: object) => {
    const answer = await office.ask(office.people[3] as Person, { method: 'PUT', url, body })
    expect(answer.status).toBe(200)
  }
  const setRules = async (rules: object) => set('/hall/rules', { ...(await settings()).rules, ...rules })
  const settings = async () =>
    (await office.ask(office.people[3] as Person, { method: 'GET', url: '/hall' })).body
  const setServices = (desk: number, services: { serves?: number[]; helps?: number[] }) =>
    set(`/hall${at(desk)}/services`, {
      services: [
        ...(services.serves ?? []).map((one) => ({ serviceId: office.services[one]?.id, helps: false })),
        ...(services.helps ?? []).map((one) => ({ serviceId: office.services[one]?.id, helps: true }))
      ]
    })
  const inOffice = <Result>(task: (work: Work) => Promise<Result>) =>
    office.app.transact({ officeId: office.officeId, actor: linh }, task)
  const refused = (code: string) => ({ status: expect.any(Number), body: { code } })

  it('whoever waits for a counter that closes is called by any other that serves him', async () => {
    await post(dat, `${at(1)}/open`)
    const person = await issue()
    await call(linh, 0)
    await move(linh, person, 'transfer', { counterId: office.counters[1]?.id })
    expect(await call(linh, 0)).toMatchObject(refused('NO_TICKET_WAITING'))
    await post(dat, `${at(1)}/close`)
    expect((await line(linh, 0)).next).toMatchObject([{ id: person.id }])
    expect((await call(linh, 0)).body.id).toBe(person.id)
  })

  it('whoever waits for an officer who goes home is called by any other, and finds him at whatever counter he sits', async () => {
    await post(dat, `${at(1)}/open`)
    const [one, other] = [await issue(), await issue()]
    for (const person of [one, other]) {
      await call(linh, 0)
      await move(linh, person, 'transfer', { officerId: dat.id, note: 'Đã xem hộ khẩu' })
    }
    expect(await call(linh, 0)).toMatchObject(refused('NO_TICKET_WAITING'))
    await post(dat, `${at(1)}/close`)
    await post(dat, `${at(4)}/open`)
    expect((await call(dat, 4)).body).toMatchObject({ id: one.id, note: 'Đã xem hộ khẩu' })
    await move(dat, one, 'finish')
    await post(dat, `${at(4)}/close`)
    expect((await call(linh, 0)).body.id).toBe(other.id)
  })

  it('nobody is sent to an officer, a counter or a service that the office does not have', async () => {
    const person = await issue()
    const stranger = await signIn(office.app, 'tiepnhan9')
    for (const body of [
      { officerId: 'không có' },
      { officerId: stranger.user.id },
      { counterId: 'không có' },
      { serviceId: 'không có' }
    ]) {
      expect(await move(linh, person, 'transfer', body)).toMatchObject({
        status: 404,
        body: { code: 'NOT_FOUND' }
      })
    }
    expect(await move(linh, person, 'transfer', {})).toMatchObject(refused('TRANSFER_NOWHERE'))
    expect((await call(linh, 0)).body.id).toBe(person.id)
  })

  it('a wrong letter costs no turn and no waiting time: sent on from the line, somebody keeps both', async () => {
    const first = await issue(0)
    pass(office, 9 * MINUTE)
    await issue(1)
    pass(office, 1 * MINUTE)
    const body = { serviceId: office.services[1]?.id, note: 'Lấy nhầm lĩnh vực' }
    const sent = (await move(linh, first, 'transfer', body)).body
    expect(sent).toMatchObject({
      number: 'A001',
      status: 'waiting',
      waitingSince: first.issuedAt,
      waitingAhead: 0
    })
    await setServices(0, { serves: [1] })
    expect((await call(linh, 0)).body.number).toBe('A001')
  })

  it('whoever was parked comes back to the counter that knows his case, or to any when it has closed', async () => {
    const [one, other] = [await issue(), await issue()]
    for (const person of [one, other]) {
      await call(linh, 0)
      await move(linh, person, 'park')
    }
    pass(office, 5 * MINUTE)
    const { parked } = await hall()
    expect(parked).toMatchObject([{ number: 'A001' }, { number: 'A002' }])
    await issue()
    await move(dat, one, 'resume')
    await move(dat, other, 'resume')
    expect((await call(dat, 1)).body.number).toBe('A003')
    expect((await call(linh, 0)).body.id).toBe(one.id)
    await move(linh, one, 'finish')
    await post(linh, `${at(0)}/close`)
    await move(dat, (await hall()).called[0], 'finish')
    expect((await call(dat, 1)).body.id).toBe(other.id)
  })

  it('tells since when somebody is parked, not since when he was called', async () => {
    const person = await issue()
    await call(linh, 0)
    pass(office, 12 * MINUTE)
    await move(linh, person, 'park')
    expect((await hall()).parked).toMatchObject([{ id: person.id, since: office.now() }])
    await move(linh, person, 'transfer', { counterId: office.counters[1]?.id })
    expect(await hall()).toMatchObject({ parked: [], waiting: [{ id: person.id }] })
  })

  it('C-30 a slip that is owed goes along to another counter, and nothing ends before it is given', async () => {
    const person = await issue()
    await call(linh, 0)
    await inOffice((work) => holdForSlip(work, { ticketId: person.id }))
    for (const end of ['finish', 'absent', 'cancel']) {
      expect(await move(linh, person, end)).toMatchObject({ status: 409, body: { code: 'SLIP_NOT_GIVEN' } })
    }
    expect((await move(linh, person, 'transfer', { counterId: office.counters[1]?.id })).status).toBe(200)
    expect((await call(dat, 1)).body).toMatchObject({ id: person.id, heldFor: 'SLIP' })
    expect(await move(dat, person, 'finish')).toMatchObject(refused('SLIP_NOT_GIVEN'))
    await inOffice((work) => releaseForSlip(work, { ticketId: person.id }))
    expect((await move(dat, person, 'finish')).body.status).toBe('finished')
  })

  it('the last number of a day is given once, a number taken back does not come again, and those who have one are served', async () => {
    await set(`/hall/services/${office.services[0]?.id}`, { mostPerDay: 2 })
    const [one] = [await issue(), await issue()]
    await move(linh, one, 'cancel')
    const full = await post(linh, `/offices/${office.officeId}/tickets`, {
      serviceId: office.services[0]?.id
    })
    expect(full).toMatchObject({ status: 409, body: { code: 'QUOTA_REACHED' } })
    const { services } = await hall()
    expect(services[0].closedText).toEqual(expect.any(String))
    expect((await call(linh, 0)).body.number).toBe('A002')
    await set(`/hall/services/${office.services[0]?.id}`, { mostPerDay: null })
    expect((await issue()).number).toBe('A003')
  })

  it('whoever has a number of a priority group keeps his place when the group is taken away', async () => {
    await issue()
    const person = await issue(0, { priorityGroup: 'elderly' })
    const { priorityGroups } = await settings()
    const groups = priorityGroups.map((group: { code: string }) => ({
      ...group,
      active: group.code !== 'elderly'
    }))
    await set('/hall/priority-groups', { groups })
    expect((await line(linh, 0)).next).toMatchObject([{ id: person.id, why: 'priority' }, { number: 'A001' }])
    const called = (await call(linh, 0)).body
    expect(called).toMatchObject({
      id: person.id,
      priorityGroup: 'elderly',
      priorityGroupName: 'Người cao tuổi'
    })
    const next = await post(linh, `/offices/${office.officeId}/tickets`, {
      serviceId: office.services[0]?.id,
      priorityGroup: 'elderly'
    })
    expect(next).toMatchObject({ status: 422, body: { code: 'PRIORITY_GROUP_UNKNOWN' } })
  })

  it('whoever has a number of a priority group is named by it after it was renamed or removed', async () => {
    const { priorityGroups } = await settings()
    const merit = { name: 'Người có công', basis: '', active: true }
    await set('/hall/priority-groups', { groups: [...priorityGroups, merit] })
    const person = await issue(0, { priorityGroup: 'nguoi_co_cong' })
    const renamed = { ...merit, code: 'nguoi_co_cong', name: 'Thương binh' }
    await set('/hall/priority-groups', { groups: [...priorityGroups, renamed] })
    const named = { priorityGroupName: 'Người có công' }
    expect((await line(linh, 0)).next).toMatchObject([{ ...named, id: person.id, why: 'priority' }])
    await set('/hall/priority-groups', { groups: priorityGroups })
    expect((await line(linh, 0)).next).toMatchObject([{ ...named, id: person.id, why: 'priority' }])
    expect((await call(linh, 0)).body).toMatchObject({ ...named, priorityGroup: 'nguoi_co_cong' })
  })

  it('K-18 a service that no counter serves is told at the kiosk, and can still be called on purpose', async () => {
    await setServices(0, { serves: [1] })
    await post(linh, `${at(0)}/open`)
    const person = await issue(0)
    const closed = (await hall()).services.filter(
      ({ closedText }: { closedText: string | null }) => closedText
    )
    expect(closed.map(({ letter }: { letter: string }) => letter)).toContain('A')
    expect(await call(linh, 0)).toMatchObject(refused('NO_TICKET_WAITING'))
    expect(await call(linh, 0, { ticketId: person.id })).toMatchObject(refused('SKIP_REASON_REQUIRED'))
    const reason = 'không quầy nào phục vụ'
    expect((await call(linh, 0, { ticketId: person.id, reason })).body.id).toBe(person.id)
  })

  it('R-12 whoever only helpers serve does not wait until their own line is empty', async () => {
    await setServices(0, { serves: [1], helps: [0] })
    const helped = await issue(0)
    for (let count = 0; count < 4; count += 1) {
      pass(office, 1000)
      await issue(1)
    }
    expect((await call(linh, 0)).body.id).toBe(helped.id)
    await move(linh, helped, 'finish')
    await setServices(1, { serves: [0] })
    await post(dat, `${at(1)}/open`)
    const other = await issue(0)
    expect((await line(linh, 0)).next[0]).toMatchObject({ number: 'B001', why: 'turn' })
    expect((await line(dat, 1)).next[0]).toMatchObject({ id: other.id })
  })

  it('R-12 helps out only when nobody waits for what the counter serves itself', async () => {
    await setServices(0, { serves: [1], helps: [0] })
    await setServices(1, { serves: [0] })
    await post(dat, `${at(1)}/open`)
    await issue(0)
    pass(office, 1000)
    const own = await issue(1)
    expect((await call(linh, 0)).body.id).toBe(own.id)
    await move(linh, own, 'finish')
    expect((await line(linh, 0)).next).toMatchObject([{ number: 'A001', why: 'helping' }])
    expect((await call(linh, 0)).body.number).toBe('A001')
  })

  it('absent: back in line as soon as three others were called, and the officer sees it before he calls', async () => {
    const stray = await issue()
    for (let count = 0; count < 5; count += 1) await issue()
    await call(linh, 0)
    await move(linh, stray, 'absent')
    expect(await hall()).toMatchObject({ absent: [{ id: stray.id, returns: true }] })
    for (const expected of ['A002', 'A003', 'A004']) {
      const { body } = await call(linh, 0)
      expect(body.number).toBe(expected)
      await move(linh, body, 'finish')
    }
    expect((await line(linh, 0)).next).toMatchObject([
      { id: stray.id },
      { number: 'A005' },
      { number: 'A006' }
    ])
    expect((await hall()).absent).toEqual([])
    expect((await call(linh, 0)).body).toMatchObject({ id: stray.id, absences: 1 })
  })

  it('absent for the last time, and there after all: first in line again, as often as he comes', async () => {
    const stray = await issue()
    await issue()
    await call(linh, 0)
    await move(linh, stray, 'absent')
    await setRules({ mostAbsences: 1 })
    expect((await move(linh, stray, 'resume')).body).toMatchObject({ status: 'waiting', absences: 1 })
    expect((await call(linh, 0)).body.id).toBe(stray.id)
    await move(linh, stray, 'absent')
    expect(await hall()).toMatchObject({ absent: [{ id: stray.id, returns: false }] })
    expect((await call(linh, 0)).body.number).toBe('A002')
    await move(linh, stray, 'resume')
    await move(linh, (await hall()).called[0], 'finish')
    expect((await call(linh, 0)).body).toMatchObject({ id: stray.id, absences: 2 })
  })

  it('strict: whoever waited too long takes turns with priority, so that nobody starves', async () => {
    await setRules({ priorityMode: 'strict', mostOrdinaryWait: 30 })
    await issue()
    await issue()
    const priority = () => issue(1, { priorityGroup: 'pregnant' })
    for (let count = 0; count < 3; count += 1) await priority()
    const called: string[] = []
    const serveNext = async () => {
      const { body } = await call(linh, 0)
      called.push(body.number)
      await move(linh, body, 'finish')
    }
    await serveNext()
    pass(office, 31 * MINUTE)
    for (let count = 0; count < 4; count += 1) await serveNext()
    expect(called).toEqual(['B001', 'A001', 'B002', 'A002', 'B003'])
  })

  it('a counter is taken over from whoever has left, not while somebody is there, and then nobody is lost', async () => {
    const person = await issue()
    await call(linh, 0)
    expect(await post(dat, `${at(0)}/open`)).toMatchObject(refused('COUNTER_TAKEN'))
    expect(await post(dat, `${at(0)}/open`, { takeOver: true })).toMatchObject(refused('COUNTER_BUSY'))
    expect(await post(linh, `${at(0)}/close`)).toMatchObject(refused('COUNTER_BUSY'))
    expect((await move(dat, person, 'finish')).status).toBe(200)
    expect((await post(dat, `${at(0)}/open`, { takeOver: true })).status).toBe(200)
    expect(await call(linh, 0)).toMatchObject(refused('COUNTER_TAKEN'))
  })

  it('what the screen shows as next is whom the call gives, whoever comes back', async () => {
    for (let count = 0; count < 4; count += 1) await issue(0, count === 1 ? { priorityGroup: 'elderly' } : {})
    const shown: Answer['body'][] = []
    const called: Answer['body'][] = []
    for (let turn = 0; turn < 7; turn += 1) {
      const { next } = await line(linh, 0)
      const { status, body } = await call(linh, 0)
      if (status !== 200) break
      if (next[0]) {
        shown.push(next[0].number)
        called.push(body.number)
      }
      if (turn === 0) {
        await move(linh, body, 'park')
        await move(linh, body, 'resume')
      } else await move(linh, body, turn === 2 ? 'absent' : 'finish')
    }
    expect(shown).toEqual(called)
    expect(shown.length).toBeGreaterThan(4)
  })
})

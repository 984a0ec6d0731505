import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases } from '../support/databases.ts'
import { type Office, openOffice, type Person } from './office.ts'
import { pass } from './play.ts'

const DAY = 86_400_000

/** Whom an officer keeps who is not there, or a number whose day is over. */
describe.each(databases)('nobody waits for somebody who is gone, on $name', ({ open }) => {
  let office: Office
  let linh: Person
  let dat: Person
  let supervisor: Person
  let administrator: Person
  beforeEach(async () => {
    office = await openOffice(open)
    ;[linh, dat, supervisor, administrator] = office.people as [Person, Person, Person, Person]
  })
  afterEach(() => office.close())

  const post = (who: Person, url: string, body?: object) => office.ask(who, { method: 'POST', url, body })
  const at = (desk: number) => `/counters/${office.counters[desk]?.id}`
  const call = async (who: Person, desk: number) => (await post(who, `${at(desk)}/calls`)).body
  const move = (who: Person, { id }: { id: string }, what: string, body?: object) =>
    post(who, `/tickets/${id}/${what}`, body)
  const issue = async (service = 0) =>
    (
      await post(linh, `/offices/${office.officeId}/tickets`, {
        serviceId: office.services[service]?.id
      })
    ).body
  const account = (who: Person, change: object) =>
    office.ask(administrator, { method: 'PATCH', url: `/accounts/${who.id}`, body: change })
  const queue = async () =>
    (await office.ask(linh, { method: 'GET', url: `/offices/${office.officeId}/queue` })).body
  const eventsOf = async (name: string) =>
    office.database.db.selectFrom('event').select('name').where('name', '=', name).execute()

  it.each([
    ['is disabled', { disabled: true }],
    ['may not call any more', { roles: ['specialist'] }]
  ])(
    'the counter of an officer who %s is closed, and whoever was sent to him is called by others',
    async (_, change) => {
      await post(dat, `${at(1)}/open`)
      const person = await issue()
      await call(linh, 0)
      await move(linh, person, 'transfer', { officerId: dat.id })
      expect((await post(linh, `${at(0)}/calls`)).status).toBe(404)
      expect((await account(dat, change)).status).toBe(200)
      expect((await queue()).counters[1]).toMatchObject({ state: 'closed', officerName: null })
      expect(await eventsOf('counter.closed')).toHaveLength(1)
      expect((await call(linh, 0)).id).toBe(person.id)
      expect(await move(linh, person, 'transfer', { officerId: dat.id })).toMatchObject({
        status: 409,
        body: { code: 'OFFICER_MAY_NOT_CALL', detail: expect.stringContaining(dat.name) }
      })
    }
  )

  it('a new name closes nobody’s counter', async () => {
    await post(dat, `${at(1)}/open`)
    expect((await account(dat, { name: 'Lê Thành Đạt' })).status).toBe(200)
    expect((await queue()).counters[1]).toMatchObject({ state: 'open', officerName: 'Lê Thành Đạt' })
  })

  it('whoever was sent to a counter that pauses is called by another, and by that one first if it opens again', async () => {
    await post(dat, `${at(1)}/open`)
    const sent = [await issue(), await issue()]
    for (const person of sent) {
      await call(linh, 0)
      await move(linh, person, 'transfer', { counterId: office.counters[1]?.id })
    }
    expect((await post(linh, `${at(0)}/calls`)).status).toBe(404)
    await post(dat, `${at(1)}/pause`, { reason: 'Họp' })
    const told = (await office.ask(linh, { method: 'GET', url: `/tickets/${sent[0]?.id}` })).body
    expect(told.calling).toEqual({ numbers: [1, 2], staffed: true })
    expect((await call(linh, 0)).id).toBe(sent[0]?.id)
    expect((await call(dat, 1)).id).toBe(sent[1]?.id)
  })

  it.each([
    ['parked', ['park'], ['resume', 'finish', 'transfer']],
    ['absent', ['absent'], ['resume', 'finish', 'transfer']],
    ['waiting', [], ['serve', 'finish', 'resume', 'transfer']]
  ])(
    'a number of yesterday that was %s is told by its day, and nothing is advised that is refused next',
    async (_, before, moves) => {
      const person = await issue()
      if (before.length > 0) await call(linh, 0)
      for (const what of before) await move(linh, person, what)
      pass(office, DAY)
      for (const what of moves)
        expect(
          await move(
            linh,
            person,
            what,
            what === 'transfer' ? { counterId: office.counters[1]?.id } : undefined
          )
        ).toMatchObject({
          status: 409,
          body: {
            code: 'MOVE_NOT_ALLOWED',
            detail: expect.stringMatching(/^Số của ngày \d+\/\d+\/\d+, không dùng được nữa. Mời lấy số mới.$/)
          }
        })
      const { body } = await post(dat, `${at(1)}/calls`, { ticketId: person.id })
      expect(body.detail).toContain('Mời lấy số mới')
    }
  )

  it('an officer sees the dossiers of a number once it is called, and not while it waits', async () => {
    const person = await issue()
    await office.database.db
      .transaction()
      .execute((work) =>
        work
          .updateTable('ticket')
          .set({ dossierCodes: '["H01.31-261123-0001"]' })
          .where('id', '=', person.id)
          .execute()
      )
    const seen = async (who: Person) =>
      (await office.ask(who, { method: 'GET', url: `/tickets/${person.id}` })).body.dossierCodes
    expect(await seen(linh)).toEqual([])
    for (const who of [supervisor, administrator]) expect(await seen(who)).toHaveLength(1)
    expect((await call(linh, 0)).dossierCodes).toHaveLength(1)
    expect(await seen(dat)).toHaveLength(1)
    const { body } = await move(linh, person, 'transfer', { counterId: office.counters[1]?.id })
    expect(body.dossierCodes).toEqual([])
    expect(await seen(dat)).toEqual([])
  })
})

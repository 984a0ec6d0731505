import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Hall, openHall } from '../queue/hall.ts'
import { type Caller, signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('names of counters and services, on $name', ({ open }) => {
  let hall: Hall
  let administrator: Caller
  beforeEach(async () => {
    hall = await openHall(open)
    administrator = await signIn(hall.app, 'quantri')
  })
  afterEach(() => hall.close())

  const rename = (path: string, name: string) => administrator('PATCH', `/api/v1/${path}`, { name })
  const office = async () => (await administrator('GET', `/api/v1/offices/${hall.officeId}`)).body
  const events = async () =>
    hall.database.db
      .selectFrom('event')
      .select(['name', 'data'])
      .where('officeId', '=', hall.officeId)
      .where('name', 'like', '%.renamed')
      .orderBy('seq')
      .execute()

  it('are mended, and told to every screen', async () => {
    const [counter, service] = [hall.counters[1], hall.services[0]]
    expect(await rename(`counters/${counter}`, '  Hộ\ttịch  số 2 ')).toMatchObject({
      status: 200,
      body: { id: counter, number: 2, name: 'Hộ tịch số 2' }
    })
    expect(await rename(`services/${service?.id}`, 'Tư pháp'.normalize('NFD'))).toMatchObject({
      status: 200,
      body: { id: service?.id, letter: service?.letter, name: 'Tư pháp' }
    })
    const { counters, services } = await hall.queue()
    expect(counters[1].name).toBe('Hộ tịch số 2')
    expect(services[0].name).toBe('Tư pháp')

    await rename(`services/${service?.id}`, 'Tư pháp')
    expect((await events()).map(({ name, data }) => [name, JSON.parse(data)])).toEqual([
      ['counter.renamed', { counterId: counter, number: 2, name: 'Hộ tịch số 2' }],
      ['service.renamed', { serviceId: service?.id, letter: service?.letter, name: 'Tư pháp' }]
    ])
  })

  it('stay as they were on numbers that were given', async () => {
    const service = hall.services[0]
    const { id } = (await hall.issue()).body
    await rename(`services/${service?.id}`, 'Tư pháp')
    expect((await hall.officer('GET', `/api/v1/tickets/${id}`)).body.serviceName).toBe(service?.name)
    expect((await hall.issue()).body.serviceName).toBe('Tư pháp')
  })

  it('counters of one name are told apart by their number', async () => {
    const { counters } = await office()
    expect((await rename(`counters/${counters[0].id}`, counters[4].name)).status).toBe(200)
  })

  it('are refused when another service has them, whatever its letters, or when nothing can be read', async () => {
    const { counters, services } = await office()
    const upper = (name: string) => name.toLocaleUpperCase('vi')
    const refused = (answer: { status: number; body: { errors?: object[] } }, message: RegExp) => {
      expect(answer.status).toBe(400)
      expect(answer.body.errors).toEqual([{ path: '/name', message: expect.stringMatching(message) }])
    }
    refused(await rename(`services/${services[0].id}`, upper(services[1].name)), /đã có/)
    refused(await rename(`counters/${counters[0].id}`, ' – '), /Nhập tên/)
    const add = (path: string, body: object) =>
      administrator('POST', `/api/v1/offices/${hall.officeId}/${path}`, body)
    refused(await add('counters', { number: 70, name: '…' }), /Nhập tên/)
    refused(await add('services', { letter: 'M', name: upper(services[1].name) }), /đã có/)
    expect((await rename(`services/${services[0].id}`, upper(services[0].name))).status).toBe(200)
    expect((await rename('counters/x', 'Quầy')).status).toBe(404)
    expect((await rename('services/x', 'Lĩnh vực')).status).toBe(404)
  })
})

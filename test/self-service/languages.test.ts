import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kioskVietnamese } from '../../kiosk-ui/src/text/kiosk.ts'
import { type Hall, openHall } from '../queue/hall.ts'
import { type Caller, signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe.each(databases)('languages of the kiosks, on $name', ({ open }) => {
  let hall: Hall
  let kiosk: Caller
  let administrator: Caller

  beforeAll(async () => {
    hall = await openHall(open)
    kiosk = await hall.device('kiosk')
    administrator = await signIn(hall.app, 'quantri')
  })
  afterAll(() => hall.close())

  const languages = async () =>
    (await kiosk('GET', `/api/v1/offices/${hall.officeId}/kiosk-languages`)).body.items
  const put = (code: string, body: object) => administrator('PUT', `/api/v1/kiosk-languages/${code}`, body)
  const names = () => ({ [hall.services[0]?.id ?? '']: 'សេវា' })
  const khmer = (more: object = {}) => ({
    name: 'ខ្មែរ',
    texts: { ...kioskVietnamese },
    serviceNames: names(),
    groupNames: {},
    ...more
  })

  /** But for English, which the demonstration has. */
  const added = async () => (await languages()).filter(({ code }: { code: string }) => code !== 'en')

  it('K-14 a language is added with names of services, read by the kiosk, changed and removed', async () => {
    expect((await put('km', khmer())).status).toBe(200)
    expect(await added()).toEqual([{ code: 'km', ...khmer() }])
    await put('km', khmer({ name: 'Khmer' }))
    expect(await added()).toMatchObject([{ code: 'km', name: 'Khmer' }])
    expect((await administrator('DELETE', '/api/v1/kiosk-languages/km')).status).toBe(204)
    expect(await added()).toEqual([])
    expect((await administrator('DELETE', '/api/v1/kiosk-languages/km')).status).toBe(404)
  })

  it('K-14 names each text that is missing or strange, and takes nothing then', async () => {
    const { question: _, ...texts } = kioskVietnamese
    const { status, body } = await put('km', khmer({ texts: { ...texts, queston: 'x' } }))
    expect(status).toBe(400)
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      '/texts/question',
      '/texts/queston'
    ])
    expect(await added()).toEqual([])
  })

  it('English has names of its own for the services of the office', async () => {
    const english = { name: 'English', texts: {}, serviceNames: names(), groupNames: {} }
    expect((await put('en', english)).status).toBe(200)
    expect(await languages()).toMatchObject([{ code: 'en', serviceNames: names() }])
  })

  it('another office is not there', async () => {
    expect((await kiosk('GET', '/api/v1/offices/x/kiosk-languages')).status).toBe(404)
  })

  it('K-12 counts what nobody found, without numbers that may be somebody’s', async () => {
    for (const words of ['Cấp sổ gạo', 'cap so gao', '0912345678']) {
      expect((await kiosk('POST', '/api/v1/self-service/search-misses', { words })).status).toBe(204)
    }
    const { items } = (await administrator('GET', '/api/v1/self-service/search-misses')).body
    expect(items).toEqual([{ words: 'cap so gao', times: 2, lastDay: expect.any(String) }])
  })
})

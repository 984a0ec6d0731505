import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setAlwaysOpen } from '../../server/hall/service.ts'
import { addPace } from '../../server/pace/service.ts'
import { send, signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { type Hall, openHall } from './hall.ts'

const TODAY = '2026-11-23'
const CLOSE_TO_CLOSING = '2026-11-23T09:50:00.000Z'

describe.each(databases)('what people are told, on $name', ({ open }) => {
  let hall: Hall
  beforeEach(async () => {
    hall = await openHall(open)
  })
  afterEach(() => hall.close())

  const phone = async ({ followUrl }: { followUrl: string }) =>
    (await send(hall.app, { method: 'GET', url: `${new URL(followUrl).pathname}/state` })).body
  const service = async (index = 0) => (await hall.queue()).services[index]
  const isKnown = (serviceId: string) =>
    hall.app.transact({ officeId: hall.officeId, actor: hall.officer.user }, async (work) => {
      for (let served = 0; served < 6; served += 1) {
        await addPace(work, { serviceId, day: TODAY, milliseconds: (8 + served) * 60_000 })
      }
    })
  const withPrinter = async () => {
    const administrator = await signIn(hall.app, 'quantri')
    const kiosk = await hall.device('kiosk')
    const printer = { name: 'Máy in sảnh', address: '10.1.2.3' }
    const { id } = (await administrator('POST', '/api/v1/printers', printer)).body
    await administrator('PUT', `/api/v1/printers/${id}/kiosks`, { deviceIds: [kiosk.user.id] })
    return kiosk
  }
  const lastPaper = async () => {
    const jobs = await hall.database.db.selectFrom('printJob').select('paper').orderBy('id', 'desc').execute()
    return JSON.parse(jobs[0]?.paper ?? '{}')
  }

  it('an appointment that comes early: its hour on screen, paper and phone, and no range before it', async () => {
    const kiosk = await withPrinter()
    const serviceId = hall.services[1]?.id ?? ''
    await isKnown(serviceId)
    await hall.issue(1)
    await hall.call(1)
    for (let people = 0; people < 4; people += 1) await hall.issue(1)
    const who = { name: 'Trần Thị Bé Sáu', phone: '0912345678' }
    const made = await hall.officer('POST', '/api/v1/appointments', {
      ...who,
      serviceId,
      day: TODAY,
      time: '09:30'
    })
    const { body: early } = await kiosk('POST', '/api/v1/appointments/check-in', { code: made.body.code })
    const at = '2026-11-23T02:30:00.000Z'
    expect((await hall.issue(1)).body.estimate).not.toBeNull()
    expect(early).toMatchObject({ appointmentAt: at, estimate: null })
    expect(await lastPaper()).toMatchObject({ appointmentAt: at, estimate: null })
    const { words } = await phone(early)
    expect(words).toMatchObject({ headline: 'Lịch hẹn 09:30', estimate: '' })
    expect(words.note).toContain('từ giờ hẹn')
    hall.clock.now = new Date(at)
    expect((await phone(early)).words.headline).toBe('Ông/bà là người tiếp theo của lĩnh vực này')
  })

  it('a number past closing: the paper says the same as screen and phone', async () => {
    const kiosk = await withPrinter()
    await hall.at(CLOSE_TO_CLOSING)
    await hall.app.transact({ officeId: hall.officeId, actor: hall.officer.user }, (work) =>
      setAlwaysOpen(work, false)
    )
    const serviceId = hall.services[0]?.id ?? ''
    await isKnown(serviceId)
    await hall.issue(0)
    await hall.call(0)
    for (let people = 0; people < 4; people += 1) await hall.issue(0)
    const { body } = await kiosk('POST', `/api/v1/offices/${hall.officeId}/tickets`, { serviceId })
    expect(body.estimate).toMatchObject({ pastClosing: true })
    expect((await lastPaper()).estimate).toEqual(body.estimate)
    expect((await phone(body)).words.estimate).toContain('có thể quá giờ làm việc')
  })

  it('B-13 the last calls of the day stay after the people have gone, until they are in line again', async () => {
    const display = await hall.device('display')
    const lastCalls = async () =>
      (await display('GET', `/api/v1/offices/${hall.officeId}/queue`)).body.lastCalls
    expect(await lastCalls()).toEqual([])
    const called = []
    for (const end of ['finish', 'absent']) {
      await hall.issue()
      hall.clock.now = new Date(hall.clock.now.getTime() + 60_000)
      const { body } = await hall.call(0)
      called.push(body)
      await hall.move(body.id, end)
    }
    const [finished, absent] = called
    expect((await hall.queue()).called).toEqual([])
    expect(await lastCalls()).toEqual(
      [absent, finished].map(({ number, calledAt, counterId }) => ({
        number,
        calledAt,
        counterId,
        counterNumber: 1
      }))
    )
    await hall.move(absent.id, 'resume')
    expect(await lastCalls()).toMatchObject([{ number: finished.number }])
    await hall.at('2026-11-25T02:00:00.000Z')
    expect((await hall.queue()).lastCalls).toEqual([])
  })

  it('K-18 a tile says that all its counters have paused, as the ticket does', async () => {
    expect(await service()).not.toHaveProperty('paused')
    await hall.issue()
    await hall.issue()
    const { body } = await hall.call(0)
    await hall.move(body.id, 'finish')
    await hall.officer('POST', `/api/v1/counters/${hall.counters[0]}/pause`, { reason: 'họp' })
    expect(await service()).toMatchObject({ openCounters: 0, paused: true })
    expect((await hall.issue()).body.calling).toMatchObject({ paused: true })
  })

  it('K-11 after the last number a tile says when to come again, which is not this afternoon', async () => {
    const administrator = await signIn(hall.app, 'quantri')
    await administrator('PUT', `/api/v1/hall/services/${hall.services[0]?.id}`, { mostPerDay: 1 })
    await hall.issue()
    expect(await service()).toMatchObject({
      closedWhy: 'quota',
      // On the 24th the office is closed.
      closedText: 'Hết số hôm nay. Mở cửa lại 07:30 thứ Tư 25/11.'
    })
  })

  it('API6 a kiosk gives no more numbers than people can take, and calls staff; taken back they do not count', async () => {
    const kiosk = await hall.device('kiosk')
    const take = (key?: string) =>
      kiosk(
        'POST',
        `/api/v1/offices/${hall.officeId}/tickets`,
        { serviceId: hall.services[0]?.id },
        key ? { 'idempotency-key': key } : {}
      )
    const first = await take('11111111-1111-4111-8111-111111111111')
    await kiosk('POST', `/api/v1/tickets/${first.body.id}/cancel`)
    const calls = async () => (await hall.officer('GET', '/api/v1/self-service/help-calls')).body.items
    for (let number = 1; number <= 9; number += 1) expect((await take()).status).toBe(201)
    expect(await calls()).toEqual([])
    expect((await take()).status).toBe(201)
    expect(await calls()).toMatchObject([{ deviceName: 'kiosk' }])
    expect(await take()).toMatchObject({ status: 429, body: { code: 'TOO_MANY_NUMBERS' } })
    expect((await hall.issue()).status).toBe(201)
    hall.clock.now = new Date(hall.clock.now.getTime() + 60_000)
    expect((await take()).status).toBe(201)
  })
})

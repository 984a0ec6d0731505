import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setAlwaysOpen } from '../../server/hall/service.ts'
import { signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { type Hall, openHall } from './hall.ts'

describe.each(databases)('taking a number, on $name', ({ open }) => {
  let hall: Hall
  beforeEach(async () => {
    hall = await openHall(open)
  })
  afterEach(() => hall.close())

  const setHours = (alwaysOpen: boolean) =>
    hall.app.transact({ officeId: hall.officeId, actor: hall.officer.user }, (work) =>
      setAlwaysOpen(work, alwaysOpen)
    )

  it('answers the number, who waits before, and an address to follow it', async () => {
    const first = await hall.issue()
    expect(first).toMatchObject({
      status: 201,
      body: {
        number: 'A001',
        serviceId: hall.services[0]?.id,
        serviceName: hall.services[0]?.name,
        priorityGroup: null,
        status: 'waiting',
        issuedAt: '2026-11-23T02:12:00.000Z',
        waitingAhead: 0,
        estimate: null,
        counterId: null,
        heldFor: null
      }
    })
    expect(first.body.followUrl).toMatch(/^http:\/\/localhost:3000\/q\/\S{30,}$/)
    expect((await hall.issue()).body).toMatchObject({ number: 'A002', waitingAhead: 1 })
    expect((await hall.issue(1)).body).toMatchObject({ number: 'B001', waitingAhead: 0 })
  })

  it('R-03 gives 50 at once numbers without a gap, a double or a change of order', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => hall.issue()))
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201))
    const numbers = answers.map(({ body }) => body.number)
    const expected = Array.from({ length: 50 }, (_, index) => `A${String(index + 1).padStart(3, '0')}`)
    expect([...numbers].sort()).toEqual(expected)
    const line = (await hall.queue()).waiting.map(({ number }: { number: string }) => number)
    expect(line).toEqual(expected)
    const events = await hall.database.db
      .selectFrom('event')
      .select('data')
      .where('name', '=', 'ticket.issued')
      .orderBy('seq')
      .execute()
    expect(events.map(({ data }) => JSON.parse(data).number)).toEqual(expected)
  })

  it('X-21 begins again at midnight in Vietnam, 17:00Z', async () => {
    await hall.at('2026-11-23T16:59:59.999Z')
    expect((await hall.issue()).body.number).toBe('A001')
    await hall.at('2026-11-23T17:00:00.000Z')
    expect((await hall.issue()).body).toMatchObject({ number: 'A001', waitingAhead: 0 })
    expect((await hall.queue()).waiting).toHaveLength(1)
  })

  it('K-17 never uses a cancelled number again that day', async () => {
    const { id } = (await hall.issue()).body
    expect((await hall.move(id, 'cancel')).body.status).toBe('cancelled')
    expect((await hall.issue()).body.number).toBe('A002')
  })

  it('K-05 R-11 answers the same number to the same request, however often it comes', async () => {
    const headers = { 'idempotency-key': 'mot-lan-cham' }
    const answers = await Promise.all(Array.from({ length: 5 }, () => hall.issue(0, {}, headers)))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect((await hall.queue()).waiting).toHaveLength(1)
  })

  it('keeps the address of a ticket out of the database', async () => {
    const { body } = await hall.issue(0, {}, { 'idempotency-key': 'khoa' })
    const token = body.followUrl.split('/').at(-1).split('.').at(-1)
    for (const table of ['ticket', 'event', 'idempotencyKey'] as const) {
      const rows = await hall.database.db.selectFrom(table).selectAll().execute()
      expect(JSON.stringify(rows)).not.toContain(token)
    }
  })

  it('R-12 lets one with priority in after every two ordinary numbers, and tells so beforehand', async () => {
    for (let count = 0; count < 5; count += 1) await hall.issue()
    const { body } = await hall.issue(1, { priorityGroup: 'elderly' })
    expect(body).toMatchObject({
      number: 'B001',
      priorityGroup: 'elderly',
      priorityGroupName: 'Người cao tuổi',
      waitingAhead: 0
    })
    await hall.issue(1, { priorityGroup: 'pregnant' })
    const { body: line } = await hall.officer('GET', `/api/v1/counters/${hall.counters[0]}/line`)
    const expected = ['B001', 'A001', 'A002', 'B002', 'A003', 'A004', 'A005']
    expect(line.next.map(({ number }: { number: string }) => number)).toEqual(expected)
    const called: string[] = []
    for (const _ of expected) {
      const { id, number } = (await hall.call(0)).body
      called.push(number)
      await hall.move(id, 'finish')
    }
    expect(called).toEqual(expected)
  })

  it('refuses a priority group that the office does not have', async () => {
    expect(await hall.issue(0, { priorityGroup: 'vip' })).toMatchObject({
      status: 422,
      body: { code: 'PRIORITY_GROUP_UNKNOWN' }
    })
    expect((await hall.issue()).body.number).toBe('A001')
  })

  it('does not know a service that the office does not have', async () => {
    const stranger = await signIn(hall.app, 'tiepnhan9')
    const answer = await stranger('POST', `/api/v1/offices/${stranger.user.officeId}/tickets`, {
      serviceId: hall.services[0]?.id
    })
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  })

  it.each([
    ['before it opens', '2026-11-23T00:29:00.000Z', 'Hiện ngoài giờ làm việc. Mở cửa lại lúc 07:30 hôm nay.'],
    ['at lunch', '2026-11-23T04:30:00.000Z', 'Hiện ngoài giờ làm việc. Mở cửa lại lúc 13:30 hôm nay.'],
    [
      'in the evening before a holiday',
      '2026-11-23T10:00:00.000Z',
      'Hiện ngoài giờ làm việc. Mở cửa lại 07:30 thứ Tư 25/11.'
    ],
    [
      'on a holiday',
      '2026-11-24T02:00:00.000Z',
      'Hôm nay, thứ Ba 24/11, nghỉ Ngày Văn hóa Việt Nam. Mở cửa lại 07:30 thứ Tư 25/11.'
    ],
    [
      'on a Sunday',
      '2026-11-22T02:00:00.000Z',
      'Hôm nay, Chủ nhật 22/11, không làm việc. Mở cửa lại 07:30 thứ Hai 23/11.'
    ]
  ])('K-11 gives no number %s, and says when to come again', async (_, now, detail) => {
    await setHours(false)
    await hall.at(now)
    expect(await hall.issue()).toMatchObject({ status: 409, body: { code: 'OFFICE_CLOSED', detail } })
    expect(await hall.queue()).toMatchObject({ open: false, closedText: detail })
    await setHours(true)
    expect((await hall.issue()).status).toBe(201)
  })

  it('K-11 gives numbers in the hours, and tells of the day off tomorrow', async () => {
    await setHours(false)
    expect((await hall.issue()).status).toBe(201)
    expect(await hall.queue()).toMatchObject({
      open: true,
      hoursText: '07:30–11:30, 13:30–17:00',
      closedText: null,
      noticeText: 'Ngày mai, thứ Ba 24/11, nghỉ Ngày Văn hóa Việt Nam. Mở cửa lại 07:30 thứ Tư 25/11.'
    })
  })

  it('K-17 lets a kiosk take back what it gave within a minute, and nothing else', async () => {
    const kiosk = await hall.device('kiosk')
    const take = async () =>
      (
        await kiosk('POST', `/api/v1/offices/${hall.officeId}/tickets`, {
          serviceId: hall.services[0]?.id
        })
      ).body.id
    const cancel = (id: string) => kiosk('POST', `/api/v1/tickets/${id}/cancel`)
    const refused = { status: 409, body: { code: 'MOVE_NOT_ALLOWED' } }

    expect((await cancel(await take())).body.status).toBe('cancelled')
    expect(await cancel((await hall.issue()).body.id)).toMatchObject(refused)
    const late = await take()
    await hall.at('2026-11-23T02:13:00.001Z')
    expect(await cancel(late)).toMatchObject(refused)
    expect((await hall.move(late, 'cancel')).body.status).toBe('cancelled')
  })
})

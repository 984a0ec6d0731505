import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setAlwaysOpen } from '../../server/hall/service.ts'
import { type Hall, openHall } from '../queue/hall.ts'
import { type Answer, type Caller, signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'

/** Monday 23/11/2026, 09:12 in Vietnam; the office is open 07:30–11:30 and 13:30–17:00. */
const TODAY = '2026-11-23'

describe.each(databases)('appointments, on $name', ({ open }) => {
  let hall: Hall
  let supervisor: Caller
  beforeEach(async () => {
    hall = await openHall(open)
    supervisor = await signIn(hall.app, 'lanhdao')
  })
  afterEach(() => hall.close())

  const make = (time: string, changes: object = {}): Promise<Answer> =>
    hall.officer('POST', '/api/v1/appointments', {
      serviceId: hall.services[1]?.id,
      day: TODAY,
      time,
      name: 'Trần Thị Bé Sáu',
      phone: '0912 345 678',
      ...changes
    })
  const checkIn = (body: object, who: Caller = hall.officer) =>
    who('POST', '/api/v1/appointments/check-in', body)
  const list = async (who: Caller = supervisor) =>
    (await who('GET', `/api/v1/appointments?day=${TODAY}`)).body.items
  const names = async (rows: 'event' | 'ticket' | 'eventPrivate') =>
    JSON.stringify(await hall.database.db.selectFrom(rows).selectAll().execute())

  it('is made with a code of six digits, and stands in the list of its day', async () => {
    const { status, body } = await make('09:30')
    expect(status).toBe(201)
    expect(body).toMatchObject({
      serviceName: hall.services[1]?.name,
      day: TODAY,
      time: '09:30',
      at: '2026-11-23T02:30:00.000Z',
      state: 'expected',
      name: 'Trần Thị Bé Sáu',
      phone: '0912345678',
      ticketId: null
    })
    expect(body.code).toMatch(/^\d{6}$/)
    await make('08:00', { day: '2026-11-25' })
    expect(await list()).toEqual([body])
  })

  it.each([
    ['is past', { time: '09:00' }, '/time', 'đã qua'],
    ['is in the lunch break', { time: '12:00' }, '/time', '07:30–11:30, 13:30–17:00'],
    ['is the minute of closing', { time: '17:00' }, '/time', 'Ngoài giờ'],
    ['is on a day off', { day: '2026-11-24', time: '09:00' }, '/day', 'Ngày Văn hóa Việt Nam'],
    ['is on a Sunday', { day: '2026-11-29', time: '09:00' }, '/day', 'không làm việc'],
    ['is no day', { day: '2026-02-30', time: '09:00' }, '/day', 'không có trong lịch'],
    ['is too far ahead', { day: '2027-06-01', time: '09:00' }, '/day', '21/02/2027']
  ])('is not made for a time that %s', async (_, changes, path, words) => {
    const { status, body } = await make('09:30', changes)
    expect(status).toBe(400)
    expect(body.errors).toEqual([{ path, message: expect.stringContaining(words) }])
  })

  it('takes telephone numbers as people write them, and refuses what is none', async () => {
    expect((await make('10:00', { phone: '+84 912.345.678' })).body.phone).toBe('0912345678')
    for (const phone of ['0912', 'abc', '0912 345']) {
      expect(await make('10:00', { phone })).toMatchObject({
        status: 400,
        body: { errors: [{ path: '/phone' }] }
      })
    }
  })

  it('checks in by its code to a number of the series of its service, once', async () => {
    await hall.issue(1)
    const { code, id, at } = (await make('09:30')).body
    const kiosk = await hall.device('kiosk')
    const first = await checkIn({ code }, kiosk)
    expect(first).toMatchObject({
      status: 201,
      body: {
        number: 'B002',
        serviceId: hall.services[1]?.id,
        appointmentId: id,
        appointmentAt: at,
        purpose: 'service'
      }
    })
    expect(first.body.followUrl).toMatch(/^http:\/\/localhost:3000\/q\/\S{30,}$/)
    expect(JSON.stringify(first.body)).not.toContain('Trần')
    const again = await checkIn({ code })
    expect(again).toMatchObject({ status: 200, body: { id: first.body.id, number: 'B002' } })
    expect((await hall.queue()).waiting).toHaveLength(2)
    expect(await list()).toMatchObject([{ state: 'arrived', ticketNumber: 'B002' }])
  })

  it('gives one number to five check-ins at once', async () => {
    const { code } = (await make('09:30')).body
    const answers = await Promise.all(Array.from({ length: 5 }, () => checkIn({ code })))
    expect(new Set(answers.map(({ body }) => body.number))).toEqual(new Set(['B001']))
    expect((await hall.queue()).waiting).toHaveLength(1)
  })

  it('gives another number when the first was taken back', async () => {
    const { code } = (await make('09:30')).body
    const { id } = (await checkIn({ code })).body
    await hall.move(id, 'cancel')
    expect(await checkIn({ code })).toMatchObject({ status: 201, body: { number: 'B002' } })
  })

  it('checks in by telephone and time where they fit one appointment only', async () => {
    await make('09:30')
    await make('09:30', { phone: '0977 111 222' })
    expect((await checkIn({ phoneLast4: '1222', time: '09:30' })).status).toBe(201)
    const unknown = { status: 404, body: { code: 'APPOINTMENT_UNKNOWN' } }
    expect(await checkIn({ phoneLast4: '1222', time: '10:00' })).toMatchObject(unknown)
    await make('10:00', { phone: '0988 001 222' })
    await make('10:00', { phone: '0977 111 222' })
    expect(await checkIn({ phoneLast4: '1222', time: '10:00' })).toMatchObject(unknown)
    expect(await checkIn({ phoneLast4: '1222' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: '/code' }] }
    })
  })

  it.each([
    ['on another day', { day: '2026-11-25', time: '08:00' }, '08:00 thứ Tư, 25/11/2026'],
    ['more than an hour early', { time: '10:30' }, 'quay lại từ 09:30']
  ])('says in words why nobody can check in %s', async (_, changes, words) => {
    const { code } = (await make('09:30', changes)).body
    const { status, body } = await checkIn({ code })
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'APPOINTMENT_NOT_NOW', detail: expect.stringContaining(words) })
  })

  it('can be cancelled until its holder has come', async () => {
    const { id, code } = (await make('09:30')).body
    const cancel = (which: string) => hall.officer('POST', `/api/v1/appointments/${which}/cancel`)
    expect((await cancel(id)).body.state).toBe('cancelled')
    expect((await cancel(id)).status).toBe(200)
    expect((await checkIn({ code })).body.detail).toContain('đã hủy')

    const other = (await make('09:30')).body
    await checkIn({ appointmentId: other.id })
    expect(await cancel(other.id)).toMatchObject({ status: 409, body: { code: 'MOVE_NOT_ALLOWED' } })
  })

  it('before its time waits while others are called, and goes first from its time on', async () => {
    const { code } = (await make('09:30')).body
    await checkIn({ code })
    await hall.issue(1)
    await hall.issue(1)
    expect((await hall.call(0)).body.number).toBe('B002')
    await hall.at('2026-11-23T02:30:00.000Z')
    expect((await hall.call(1)).body.number).toBe('B001')
  })

  it('is an ordinary number when its holder comes later than the grace', async () => {
    const { code, at } = (await make('09:15')).body
    const { code: kept } = (await make('09:20')).body
    await hall.issue(1)
    await hall.at('2026-11-23T02:31:00.000Z')
    supervisor = await signIn(hall.app, 'lanhdao')
    expect(await list()).toMatchObject([{ at, state: 'missed' }, { state: 'expected' }])
    expect((await checkIn({ code }, supervisor)).body.appointmentAt).toBeNull()
    await checkIn({ code: kept }, supervisor)
    expect((await hall.call(0)).body.number).toBe('B003')
    expect((await hall.call(1)).body.number).toBe('B001')
  })

  it('tells an officer the name only when the number stands at a counter', async () => {
    const { id, code } = (await make('09:30')).body
    const read = () => hall.officer('GET', `/api/v1/appointments/${id}`)
    const hidden = { status: 403, body: { code: 'APPOINTMENT_NAME_HIDDEN' } }
    expect(await read()).toMatchObject(hidden)
    expect(await list(hall.officer)).toMatchObject([
      { name: null, phone: null, code: null, phoneLastFour: '5678' }
    ])
    const { id: ticketId } = (await checkIn({ code })).body
    expect(await read()).toMatchObject(hidden)
    expect((await supervisor('GET', `/api/v1/appointments/${id}`)).body.name).toBe('Trần Thị Bé Sáu')
    await hall.call(0)
    expect((await read()).body).toMatchObject({ name: 'Trần Thị Bé Sáu', phone: '0912345678' })
    await hall.move(ticketId, 'finish')
    expect(await read()).toMatchObject(hidden)
    for (const answer of [
      await hall.queue(),
      (await hall.officer('GET', `/api/v1/tickets/${ticketId}`)).body
    ]) {
      expect(JSON.stringify(answer)).not.toContain('Bé Sáu')
    }
  })

  it('keeps the name out of the ticket and out of what of the log cannot be erased', async () => {
    const { code } = (await make('09:30')).body
    await checkIn({ code })
    expect(await names('ticket')).not.toContain('Bé Sáu')
    expect(await names('event')).not.toMatch(/Bé Sáu|0912345678/)
    expect(await names('eventPrivate')).toMatch(/Bé Sáu/)
  })

  it('lets nobody try codes out', async () => {
    const kiosk = await hall.device('kiosk')
    const { code } = (await make('09:30')).body
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    const answers = []
    for (let tries = 0; tries < 11; tries += 1) answers.push(await checkIn({ code: wrong }, kiosk))
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(404), 429])
    expect((await checkIn({ code }, kiosk)).status).toBe(429)
    // An officer sees all appointments anyway: ten slips of the finger do not shut the hall.
    for (let tries = 0; tries < 11; tries += 1) expect((await checkIn({ code: wrong })).status).toBe(404)
    expect((await checkIn({ code })).status).toBe(201)
  })

  it('lists the half hours of a day with their room, and takes no more than that', async () => {
    const administrator = await signIn(hall.app, 'quantri')
    const serviceId = hall.services[1]?.id ?? ''
    const limit = (most: number | null) =>
      administrator('PUT', `/api/v1/appointments/limits/${serviceId}`, { most })
    expect((await limit(2)).body.items).toEqual([{ serviceId, most: 2 }])
    expect((await make('10:00')).status).toBe(201)
    const { id } = (await make('10:25')).body
    expect(await make('10:29')).toMatchObject({ status: 409, body: { code: 'APPOINTMENT_TIME_FULL' } })
    expect((await make('10:30')).status).toBe(201)
    expect((await make('10:00', { serviceId: hall.services[0]?.id })).status).toBe(201)

    const times = async (day: string) =>
      (await hall.officer('GET', `/api/v1/appointments/times?day=${day}&serviceId=${serviceId}`)).body
    const today = await times(TODAY)
    expect(today.closedText).toBeNull()
    expect(today.times).toHaveLength(15)
    expect(today.times[0]).toEqual({ time: '07:30', taken: 0, most: 2, past: true })
    expect(today.times.slice(4, 7)).toEqual([
      { time: '09:30', taken: 0, most: 2, past: false },
      { time: '10:00', taken: 2, most: 2, past: false },
      { time: '10:30', taken: 1, most: 2, past: false }
    ])
    expect(await times('2026-11-24')).toMatchObject({
      times: [],
      closedText: expect.stringContaining('nghỉ')
    })

    await hall.officer('POST', `/api/v1/appointments/${id}/cancel`)
    expect((await make('10:29')).status).toBe(201)
    await limit(null)
    expect((await make('10:29')).status).toBe(201)
  })

  it('promises nobody a day whose days off nobody has decided yet', async () => {
    await hall.at('2027-12-20T02:00:00.000Z')
    const officer = await signIn(hall.app, 'tiepnhan1')
    const serviceId = hall.services[1]?.id
    const body = { serviceId, day: '2028-01-05', time: '09:00', name: 'Trần Thị Bé Sáu', phone: '0912345678' }
    expect(await officer('POST', '/api/v1/appointments', body)).toMatchObject({
      status: 400,
      body: { errors: [{ path: '/day', message: expect.stringContaining('2028 chưa được nhập') }] }
    })
    const times = await officer('GET', `/api/v1/appointments/times?day=2028-01-05&serviceId=${serviceId}`)
    expect(times.body).toMatchObject({ times: [], closedText: expect.stringContaining('2028') })
  })

  it('gives no number while the office is closed', async () => {
    const { code } = (await make('11:15')).body
    await hall.app.transact({ officeId: hall.officeId, actor: hall.officer.user }, (work) =>
      setAlwaysOpen(work, false)
    )
    await hall.at('2026-11-23T04:31:00.000Z')
    expect(await checkIn({ code }, await signIn(hall.app, 'tiepnhan1'))).toMatchObject({
      status: 409,
      body: { code: 'OFFICE_CLOSED' }
    })
  })

  it("does not know another office's appointments and services", async () => {
    const stranger = await signIn(hall.app, 'tiepnhan9')
    const { id, code } = (await make('09:30')).body
    for (const answer of [
      await stranger('GET', `/api/v1/appointments/${id}`),
      await stranger('POST', `/api/v1/appointments/${id}/cancel`),
      await checkIn({ code }, stranger),
      await checkIn({ appointmentId: id }, stranger),
      await stranger('GET', `/api/v1/appointments/times?day=${TODAY}&serviceId=${hall.services[1]?.id}`)
    ]) {
      expect(answer.status).toBe(404)
    }
    expect(await list(stranger)).toEqual([])
  })
})

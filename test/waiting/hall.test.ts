import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeHallNow, describeHistory } from '../../server/waiting/service.ts'
import { filesOfDocx } from '../printing/read-docx.ts'
import { type Hall, openHall } from '../queue/hall.ts'
import { type Caller, signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { type KnownVisit, percentile, playStory, type Told } from './story.ts'

const TODAY = '2026-11-23'

/** What becomes of a number: one of these, and never two. */
const ENDS = ['served', 'unfinished', 'abandoned', 'withdrawn', 'missed', 'present']

describe.each(databases)('the hall and its history, on $name', ({ open }) => {
  let hall: Hall
  beforeEach(async () => {
    hall = await openHall(open)
  })
  afterEach(() => hall.close())

  /** Signs in each time, as a session does not outlast what passes in between. */
  const supervisor: (...asked: Parameters<Caller>) => ReturnType<Caller> = async (...asked) =>
    (await signIn(hall.app, 'lanhdao'))(...asked)
  const hallNow = async () => (await supervisor('GET', '/api/v1/supervision/hall')).body
  const history = async (from = TODAY, to = TODAY, more = '') =>
    (await supervisor('GET', `/api/v1/supervision/hall/history?from=${from}&to=${to}${more}`)).body
  const pass = (seconds: number) => {
    hall.clock.now = new Date(hall.clock.now.getTime() + seconds * 1000)
  }
  /** One person from ticket to the end, with a wait, a walk and a service of so many seconds. */
  const serveOne = async (counter: number, [waiting, walking, serving]: [number, number, number]) => {
    await hall.issue()
    pass(waiting)
    const { id } = (await hall.call(counter)).body
    pass(walking)
    await hall.move(id, 'serve')
    pass(serving)
    await hall.move(id, 'finish')
  }
  const dropReturns = async () => {
    const administrator = await signIn(hall.app, 'quantri')
    const { rules } = (await administrator('GET', '/api/v1/hall')).body
    const put = await administrator('PUT', '/api/v1/hall/rules', { ...rules, absentReturnsAfter: null })
    expect(put.status).toBe(200)
  }

  it('V-14 keeps waiting, walking and serving apart', async () => {
    await serveOne(0, [600, 30, 240])
    const { today } = await hallNow()
    expect(today).toMatchObject({
      taken: 1,
      visits: 1,
      served: 1,
      waiting: { count: 1, p50: 600, p90: 600 },
      walking: { count: 1, p50: 30, p90: 30 },
      serving: { count: 1, p50: 240, p90: 240 }
    })
  })

  it('says who waits, the longest with the number, and how many wait beyond the promise', async () => {
    await hall.issue(0)
    pass(300)
    await hall.issue(1)
    pass(601)
    const now = await hallNow()
    expect(now).toMatchObject({
      waiting: 2,
      overPromise: 1,
      promise: { minutes: 15, percent: 80 },
      longest: { number: 'A001', since: '2026-11-23T02:12:00.000Z' }
    })
    expect(now.services[0]).toMatchObject({ waiting: 1, longestSince: '2026-11-23T02:12:00.000Z' })
    expect(now.alarms).toEqual([
      {
        kind: 'promise_broken',
        subjectId: '',
        text: '1 người đã chờ quá 15 phút',
        since: '2026-11-23T02:12:00.000Z'
      },
      expect.objectContaining({ kind: 'unserved', subjectId: '', since: '2026-11-23T02:12:00.000Z' })
    ])
  })

  it('shows a counter that was open and to which nobody came, with nothing, but not for one service', async () => {
    await serveOne(0, [10, 10, 60])
    await supervisor('POST', `/api/v1/counters/${hall.counters[2]}/open`)
    const counters = async (query = '') => {
      const url = `/api/v1/supervision/hall/history?from=${TODAY}&to=${TODAY}${query}`
      return (await supervisor('GET', url)).body.counters
    }
    expect(await counters()).toMatchObject([
      { counterId: hall.counters[0], served: 1 },
      { counterId: hall.counters[2], served: 0, visits: 0 }
    ])
    expect(await counters(`&service=${hall.services[0]?.id}`)).toHaveLength(1)
  })

  it('shows at each counter who sits there, who is served since when, and what was done', async () => {
    await serveOne(0, [10, 10, 60])
    await hall.issue()
    const { id } = (await hall.call(0)).body
    pass(25)
    await hall.move(id, 'serve')
    const { counters } = await hallNow()
    expect(counters[0]).toMatchObject({
      number: 1,
      state: 'open',
      officerName: 'Danh Thị Mỹ Linh',
      served: 1,
      ticket: { number: 'A002', status: 'serving', long: false, servingAt: hall.clock.now.toISOString() }
    })
    expect(counters[1]).toMatchObject({ state: 'closed', officerName: null, served: 0, ticket: null })
  })

  it('C-27 flags whoever is served for more than three times the median, and not before', async () => {
    for (let count = 0; count < 5; count += 1) await serveOne(0, [10, 10, 120])
    await hall.issue()
    const { id } = (await hall.call(0)).body
    await hall.move(id, 'serve')
    pass(360)
    expect((await hallNow()).counters[0].ticket.long).toBe(false)
    pass(1)
    const { counters, alarms } = await hallNow()
    expect(counters[0].ticket.long).toBe(true)
    expect(alarms).toEqual([expect.objectContaining({ kind: 'serving_long', subjectId: hall.counters[0] })])
  })

  it('C-27 flags whoever was called long ago and never marked as served, also where nothing is known yet', async () => {
    await hall.issue()
    await hall.call(0)
    pass(1800)
    expect((await hallNow()).counters[0].ticket.long).toBe(false)
    pass(1)
    const { counters, alarms } = await hallNow()
    expect(counters[0].ticket).toMatchObject({ status: 'called', servingAt: null, long: true })
    expect(alarms).toEqual([
      expect.objectContaining({
        kind: 'called_long',
        subjectId: hall.counters[0],
        since: '2026-11-23T02:12:00.000Z'
      })
    ])
  })

  it('K-13 tells that a kiosk prints no tickets, by what the kiosk says itself', async () => {
    const kiosk = await hall.device('kiosk')
    const sign = { version: '1', screen: 'kiosk', clockSkewMs: 0 }
    await kiosk('POST', '/api/v1/devices/sign', { ...sign, printer: 'paper_out', unprinted: 2 })
    const [alarm] = (await hallNow()).alarms
    expect(alarm).toMatchObject({ kind: 'kiosk_paper' })
    expect(alarm.text).toContain('hết giấy')
    await kiosk('POST', '/api/v1/devices/sign', sign)
    expect((await hallNow()).alarms).toEqual([])
  })

  it('lists who was called out of turn, over how many and why, also while still at the counter', async () => {
    await hall.issue()
    pass(60)
    const later = (await hall.issue()).body
    const body = { ticketId: later.id, reason: 'Người bệnh nặng' }
    await hall.officer('POST', `/api/v1/counters/${hall.counters[0]}/calls`, body)
    const skip = { number: 'A002', counterNumber: 1, skippedOver: 1, reason: 'Người bệnh nặng' }
    expect((await hallNow()).skips).toEqual([expect.objectContaining(skip)])
    await hall.move(later.id, 'finish')
    const now = await hallNow()
    expect(now.skips).toEqual([expect.objectContaining(skip)])
    expect(now.today.skipped).toBe(1)
    const page = await supervisor('GET', `/api/v1/supervision/hall/skips?from=${TODAY}&to=${TODAY}`)
    expect(page.body).toMatchObject({ items: [skip], nextCursor: null })
  })

  it('turns the pages of skipped lines without losing one', async () => {
    await hall.issue()
    const numbers = []
    for (let count = 0; count < 3; count += 1) {
      pass(1)
      const { id, number } = (await hall.issue()).body
      numbers.unshift(number)
      const body = { ticketId: id, reason: 'Người bệnh nặng' }
      await hall.officer('POST', `/api/v1/counters/${hall.counters[0]}/calls`, body)
      await hall.move(id, 'finish')
    }
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const url = `/api/v1/supervision/hall/skips?from=${TODAY}&to=${TODAY}&limit=1${cursor && `&cursor=${cursor}`}`
      const { body } = await supervisor('GET', url)
      seen.push(...body.items.map(({ number }: { number: string }) => number))
      cursor = body.nextCursor
    }
    expect(seen).toEqual(numbers)
  })

  it('K-19 tells since when a kiosk is silent', async () => {
    const kiosk = await hall.device('kiosk')
    const sign = { version: '1', screen: 'kiosk', clockSkewMs: 0 }
    expect((await kiosk('POST', '/api/v1/devices/sign', sign)).status).toBe(200)
    pass(29)
    expect((await hallNow()).alarms).toEqual([])
    pass(2)
    const { alarms, devices } = await hallNow()
    expect(alarms).toEqual([
      expect.objectContaining({ kind: 'device_silent', text: 'kiosk mất liên lạc từ 09:12' })
    ])
    expect(devices).toEqual([
      expect.objectContaining({ silent: true, lastSeenAt: '2026-11-23T02:12:00.000Z' })
    ])
  })

  it('counts as gone home whoever still waited when the day ended, and not before', async () => {
    await hall.issue()
    expect((await history()).all).toMatchObject({ taken: 1, abandoned: 0 })
    await hall.at('2026-11-25T02:00:00.000Z')
    expect((await history()).all).toMatchObject({ taken: 1, abandoned: 1 })
    expect((await history()).hours).toEqual([expect.objectContaining({ hour: 9, taken: 1, abandoned: 1 })])
    expect((await history('2026-11-24', '2026-11-25')).all).toMatchObject({ taken: 0, abandoned: 0 })
  })

  it('leaves no-shows out of the waiting time, and counts them', async () => {
    await dropReturns()
    await hall.issue()
    pass(600)
    const { id } = (await hall.call(0)).body
    await hall.move(id, 'absent')
    expect((await hallNow()).today).toMatchObject({
      noShows: 1,
      served: 0,
      waiting: { count: 0, p50: null, p90: null }
    })
  })

  it.each([20261123, 7])(
    'the hall, its history and the report say what the story knows (chance %i)',
    async (seed) => {
      await dropReturns()
      const told = await playStory(hall, 160, seed)
      const now = await hallNow()
      const past = await history()
      const report = (await supervisor('GET', `/api/v1/reports/waiting?from=${TODAY}&to=${TODAY}`)).body

      expect(now.today).toEqual(known(told.visits, told))
      expect(past.all).toEqual(now.today)
      expect(report).toEqual(past)
      expect(now.waiting).toBe(told.waiting.size)
      const longest = [...told.waiting.values()].sort((one, other) => one.takenAt - other.takenAt)[0]
      expect(now.longest?.number).toBe(longest?.number)
      for (const [index, service] of hall.services.entries()) {
        const of = past.services.find(({ serviceId }: { serviceId: string }) => serviceId === service.id)
        const visits = told.visits.filter((visit) => visit.service === index)
        if (of) expect(of).toMatchObject(measured(visits))
        else expect(visits).toEqual([])
        const alone = await history(TODAY, TODAY, `&service=${service.id}`)
        expect(alone.all).toMatchObject(measured(visits))
      }
      for (const [index, id] of hall.counters.entries()) {
        const of = past.counters.find(({ counterId }: { counterId: string }) => counterId === id)
        const visits = told.visits.filter((visit) => visit.counter === index)
        if (of) expect(of).toMatchObject(measured(visits))
        else expect(visits).toEqual([])
      }
      for (const group of ['days', 'hours', 'services', 'counters', 'officers']) {
        const visits = past[group].reduce((sum: number, row: { visits: number }) => sum + row.visits, 0)
        expect(visits).toBe(told.visits.length)
      }
      expect(told.visits.length).toBeGreaterThan(12)
      expect(told.cancelled).toBeGreaterThan(1)

      const sumOf = (row: Record<string, number>) =>
        ENDS.reduce((sum, name) => sum + (row[name] ?? Number.NaN), 0)
      for (const at of ['', '2026-11-25T02:00:00.000Z']) {
        if (at) await hall.at(at)
        const { all, days, services } = await history()
        for (const row of [all, ...days, ...services]) expect(sumOf(row)).toBe(row.taken)
        if (at) expect(all.abandoned).toBeGreaterThan(0)
      }
    }
  )

  it('V-08 A-50 exports the same figures as CSV and as a workbook, with filter, moment and user', async () => {
    await serveOne(0, [600, 30, 240])
    const url = `/api/v1/reports/waiting?from=${TODAY}&to=${TODAY}&format=`
    const csv = await supervisor('GET', `${url}csv`)
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.headers['content-disposition']).toBe(
      `attachment; filename="thoi-gian-cho-${TODAY}-${TODAY}.csv"`
    )
    const lines = String(csv.body).split('\r\n')
    expect(lines[0]).toMatch(/^\uFEFFNhóm;Mục;Số đã lấy;/)
    expect(lines[1]).toBe('Cả kỳ;Cả kỳ;1;0;0;0;0;1;1;0;0;0;0;0;0;600;600;30;30;240;240')
    expect(String(csv.body)).toContain('Bộ lọc: ngày 23/11/2026, mọi lĩnh vực')
    expect(String(csv.body)).toMatch(/Tính đến 09:26 23\/11\/2026; người xuất: /)

    const { cookie } = await signIn(hall.app, 'lanhdao')
    const book = await hall.app.inject({ method: 'GET', url: `${url}xlsx`, headers: { cookie } })
    const files = filesOfDocx(book.rawPayload)
    const sheets = [...files.keys()].filter((name) => name.startsWith('xl/worksheets/sheet'))
    expect(sheets).toHaveLength(6)
    const days = String(files.get('xl/worksheets/sheet2.xml'))
    // 23/11/2026 as the number that Excel has for it, and 600 seconds as a part of a day.
    expect(days).toContain('<v>46349</v>')
    expect(days).toMatch(/<v>0\.00694444\d*<\/v>/)
    expect(days).not.toContain('<f')
  })

  it('suggests nothing before it knows enough, and says so', async () => {
    await serveOne(0, [60, 10, 300])
    const { body } = await supervisor('GET', '/api/v1/supervision/hall/staffing?day=2026-11-25')
    expect(body).toMatchObject({
      days: 0,
      certainty: 'none',
      hours: [],
      meanSeconds: null,
      promise: { minutes: 15 }
    })
  })

  it('suggests counters from earlier days, as a guide after a week of them', async () => {
    for (const day of ['09', '10', '11', '12', '13', '16']) {
      await hall.at(`2026-11-${day}T01:00:00.000Z`)
      for (let count = 0; count < 6; count += 1) await serveOne(0, [5, 5, 295])
    }
    await hall.at('2026-11-23T02:12:00.000Z')
    const { body } = await supervisor('GET', `/api/v1/supervision/hall/staffing?day=${TODAY}`)
    expect(body).toMatchObject({ days: 6, sameWeekday: false, meanSeconds: 300, certainty: 'guide' })
    expect(body.hours).toEqual([expect.objectContaining({ hour: 8, perHour: 6, counters: 1, low: 1 })])
  })

  it.each([
    ['from=2026-11-23&to=2026-11-22', '/to'],
    ['from=2026-02-30&to=2026-11-22', '/from'],
    ['from=2025-11-22&to=2026-11-23', '/to']
  ])('refuses the period %s', async (query, path) => {
    for (const url of ['/supervision/hall/history', '/supervision/hall/skips', '/reports/waiting']) {
      const { status, body } = await supervisor('GET', `/api/v1${url}?${query}`)
      expect(status).toBe(400)
      expect(JSON.stringify(body.errors)).toContain(path)
    }
  })

  it('shows another office nothing of this one', async () => {
    await serveOne(0, [60, 10, 60])
    const { officeId } = (await signIn(hall.app, 'tiepnhan9')).user
    const asked = { officeId, now: hall.clock.now.toISOString() }
    const period = { from: TODAY, to: TODAY }
    expect((await describeHistory(hall.app.db, asked, period)).all).toMatchObject({ taken: 0, visits: 0 })
    expect(await describeHallNow(hall.app.db, asked)).toMatchObject({ waiting: 0, skips: [], devices: [] })
  })

  it('takes a leap year whole', async () => {
    expect((await history('2024-01-01', '2024-12-31')).all.visits).toBe(0)
  })
})

/** What the figures must be, worked out in the plainest way. */
function measured(visits: readonly KnownVisit[]) {
  const of = (outcome: KnownVisit['outcome']) => visits.filter((visit) => visit.outcome === outcome).length
  const came = visits.filter(({ outcome }) => outcome !== 'absent' && outcome !== 'cancelled')
  const spread = (values: (number | null)[]) => {
    const seconds = values.filter((value) => value !== null).map((value) => value / 1000)
    return { count: seconds.length, p50: percentile(seconds, 50), p90: percentile(seconds, 90) }
  }
  return {
    visits: visits.length,
    served: of('finished'),
    noShows: of('absent'),
    parked: of('parked'),
    transferred: of('transferred'),
    cancelled: of('cancelled'),
    unfinished: 0,
    skipped: 0,
    waiting: spread(came.map(({ since, calledAt }) => calledAt - since)),
    walking: spread(
      came.map(({ calledAt, servingAt }) => (servingAt === null ? null : servingAt - calledAt))
    ),
    serving: spread(came.map(({ servingAt, endedAt }) => (servingAt === null ? null : endedAt - servingAt)))
  }
}

function known(visits: readonly KnownVisit[], { taken, cancelled }: Told) {
  const all = taken.reduce((sum, count) => sum + count, 0)
  const of = (outcome: KnownVisit['outcome']) => visits.filter((visit) => visit.outcome === outcome).length
  const [served, withdrawn, missed] = [of('finished'), of('cancelled') + cancelled, of('absent')]
  const present = all - served - withdrawn - missed
  return { taken: all, abandoned: 0, withdrawn, missed, present, ...measured(visits) }
}

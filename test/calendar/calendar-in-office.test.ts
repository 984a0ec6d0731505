import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { verifyChain } from '../../server/audit/service.ts'
import officialDays from '../../server/calendar/data/official-days.json' with { type: 'json' }
import { dueDateFor, seedCalendar, setDay } from '../../server/calendar/service.ts'
import { openDatabase } from '../../server/database/open.ts'
import { readEvents } from '../../server/event-log.ts'
import { type Caller, send, signIn, startTestApp, type TestApp, testConfig } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { vietnam } from './calendars.ts'

const CALENDAR = '/api/v1/calendar'
const SYSTEM = { id: 'system', name: 'Hệ thống' }

const flood = { kind: 'holiday', name: 'Nghỉ chống lũ', legalBasis: 'Công điện 5/CĐ-UBND' }
const swappedOff = { day: '2026-11-23', kind: 'swapped_off', name: 'dịp Ngày Văn hóa Việt Nam' }
const makeUp = { day: '2026-11-28', kind: 'make_up', name: 'Làm bù ngày 23/11' }
const year2028 = {
  years: [2028],
  days: [{ day: '2028-01-01', kind: 'holiday', name: 'Tết Dương lịch', legalBasis: 'Điều 112' }],
  questions: []
}

const FORTY_HOURS = [
  ...Array(5).fill([
    { from: '07:00', to: '11:00' },
    { from: '13:00', to: '17:00' }
  ]),
  [],
  []
]
const hours = { effectiveFrom: '2026-11-30', week: FORTY_HOURS, returnTime: '16:00', saturdayCounts: false }

describe.each(databases)('the calendar of all offices, on $name', ({ open }) => {
  let test: TestApp
  let administrator: Caller
  let elsewhere: Caller

  beforeAll(async () => {
    test = await startTestApp(open)
    administrator = await signIn(test.app, 'quantri')
    elsewhere = await signIn(test.app, 'quantri9')
  })
  afterAll(() => test.close())

  const year = async (of: number) => (await administrator('GET', `${CALENDAR}?year=${of}`)).body
  const due = async (received: string, { amount = 1, caller = administrator } = {}) =>
    dueDateFor(test.app.db, {
      officeId: caller.user.officeId,
      receivedAt: vietnam(received),
      term: { amount, unit: 'working_day' }
    })
  const eventsNamed = async (name: string) => {
    const { officeId } = administrator.user
    const events = await readEvents(test.app.db, { officeId, after: 0, limit: 1000 })
    return events.filter((event) => event.name === name).map(({ data }) => JSON.parse(data))
  }

  it('is there once, although there are two offices, with what is not decided', async () => {
    const { body, status } = await elsewhere('GET', CALENDAR)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      year: 2026,
      version: 1,
      mayEdit: false,
      years: [
        { year: 2024, openQuestions: 0 },
        { year: 2025, openQuestions: 0 },
        { year: 2026, openQuestions: 1 },
        { year: 2027, openQuestions: 2 }
      ]
    })
    expect(body.questions.map(({ id }: { id: string }) => id)).toEqual([
      'van-hoa-2026',
      'tet-2027',
      'quoc-khanh-2027'
    ])
    expect(body.questions[0]).toMatchObject({
      days: [{ day: '2026-11-23', assumed: 'working' }],
      resolvedAt: null
    })
    expect(body.days).toContainEqual({
      day: '2026-08-22',
      kind: 'make_up',
      name: 'Làm bù ngày 31/8',
      legalBasis: 'Thông báo 9441/TB-BNV ngày 16/10/2025',
      scope: 'officials',
      standsFor: '2026-08-31',
      assumed: null,
      questionId: null
    })
    expect((await administrator('GET', `${CALENDAR}?year=2030`)).body).toMatchObject({
      days: [],
      mayEdit: true
    })
    expect(await eventsNamed('calendar.imported')).toMatchObject([
      { version: 1, years: [2024, 2025, 2026, 2027] }
    ])
  })

  it('is not shipped twice', async () => {
    const { officeId } = administrator.user
    await test.app.transact({ officeId, actor: SYSTEM }, seedCalendar)
    expect((await year(2026)).version).toBe(1)
    expect(await eventsNamed('calendar.imported')).toHaveLength(1)
  })

  it('is read by officers and changed by administrators of the lead office only', async () => {
    expect((await send(test.app, { method: 'GET', url: CALENDAR })).status).toBe(401)
    const moves = [
      ['PUT', `${CALENDAR}/days/2026-12-01`, flood],
      ['DELETE', `${CALENDAR}/days/2026-11-24`, undefined],
      ['POST', `${CALENDAR}/questions/van-hoa-2026/decision`, { legalBasis: 'x', days: [swappedOff] }],
      ['POST', `${CALENDAR}/imports`, { document: year2028, dryRun: true }],
      ['POST', `${CALENDAR}/imports`, { document: year2028 }]
    ] as const
    for (const username of ['tiepnhan1', 'chuyenmon1', 'lanhdao', 'quantri9']) {
      const caller = await signIn(test.app, username)
      expect((await caller('GET', CALENDAR)).body.mayEdit, username).toBe(false)
      for (const [method, url, body] of moves) {
        expect(await caller(method, url, body), `${username} ${method} ${url}`).toMatchObject({
          status: 403,
          body: { code: 'FORBIDDEN' }
        })
      }
    }
    expect((await year(2026)).version).toBe(1)
  })

  it('takes a day, and every due date of every office knows it at once', async () => {
    expect((await due('2026-12-01 09:00', { caller: elsewhere })).dueDay).toBe('2026-12-02')
    const set = await administrator('PUT', `${CALENDAR}/days/2026-12-02`, flood)
    expect(set).toMatchObject({
      status: 200,
      body: { day: '2026-12-02', scope: 'everyone', questionId: null }
    })
    expect(await due('2026-12-01 09:00', { caller: elsewhere })).toMatchObject({
      dueDay: '2026-12-03',
      dueAt: vietnam('2026-12-03 16:30'),
      provisional: false,
      steps: [
        { counted: false },
        { day: '2026-12-02', counted: false, reason: 'nghỉ chống lũ' },
        { counted: true }
      ]
    })
    expect((await year(2026)).version).toBe(2)
    expect(await eventsNamed('calendar.day_set')).toMatchObject([
      { version: 2, before: null, day: { day: '2026-12-02' } }
    ])
  })

  it('does not change when a day is set to what it is', async () => {
    await administrator('PUT', `${CALENDAR}/days/2026-12-02`, {
      ...flood,
      name: ` ${flood.name.normalize('NFD')}`
    })
    expect((await year(2026)).version).toBe(2)
  })

  it('gives a day back', async () => {
    expect((await administrator('DELETE', `${CALENDAR}/days/2026-12-02`)).status).toBe(204)
    expect((await due('2026-12-01 09:00')).dueDay).toBe('2026-12-02')
    expect((await administrator('DELETE', `${CALENDAR}/days/2026-12-02`)).status).toBe(404)
    expect(await eventsNamed('calendar.day_removed')).toMatchObject([
      { version: 3, day: { name: 'Nghỉ chống lũ' } }
    ])
  })

  it.each<[what: string, day: string, body: object, status: number, answer: object]>([
    ['a day that does not exist', '2026-02-30', flood, 400, { code: 'VALIDATION' }],
    ['an unknown kind', '2026-12-01', { ...flood, kind: 'undecided' }, 400, { errors: [{ path: '/kind' }] }],
    ['no name', '2026-12-01', { ...flood, name: ' ' }, 400, { errors: [{ path: '/name' }] }],
    [
      'no legal basis',
      '2026-12-01',
      { kind: 'holiday', name: 'Nghỉ' },
      400,
      { errors: [{ path: '/legalBasis' }] }
    ],
    [
      'a make-up day on a weekday',
      '2026-12-01',
      { ...flood, kind: 'make_up', standsFor: '2026-12-02' },
      400,
      { errors: [{ path: '/day', message: expect.stringContaining('Ngày 01/12/2026: ngày làm bù') }] }
    ],
    [
      'a make-up day for nothing',
      '2026-12-05',
      { ...flood, kind: 'make_up' },
      400,
      { errors: [{ path: '/standsFor' }] }
    ],
    [
      'a make-up day for a holiday',
      '2026-12-05',
      { ...flood, kind: 'make_up', standsFor: '2026-11-24' },
      400,
      { errors: [{ path: '/standsFor', message: expect.stringContaining('24/11/2026 không ghi ngược lại') }] }
    ],
    [
      'a compensation on a Sunday',
      '2026-12-06',
      { ...flood, kind: 'compensation' },
      400,
      { errors: [{ path: '/day' }] }
    ],
    ['a day of a year without a calendar', '2028-01-03', flood, 409, { code: 'CALENDAR_YEAR_MISSING' }],
    ['a day that is not decided', '2026-11-23', flood, 409, { code: 'CALENDAR_DAY_UNDECIDED' }]
  ])('refuses %s', async (_, day, body, status, answer) => {
    expect(await administrator('PUT', `${CALENDAR}/days/${day}`, body)).toMatchObject({
      status,
      body: answer
    })
  })

  it('does not forget a question by removing its day', async () => {
    expect(await administrator('DELETE', `${CALENDAR}/days/2026-11-23`)).toMatchObject({
      status: 409,
      body: { code: 'CALENDAR_DAY_UNDECIDED' }
    })
  })

  it('takes a swap day by day', async () => {
    const off = { ...flood, kind: 'swapped_off', standsFor: '2026-12-19' }
    const worked = { ...flood, kind: 'make_up', name: 'Làm bù', standsFor: '2026-12-14' }
    expect((await administrator('PUT', `${CALENDAR}/days/2026-12-14`, off)).status).toBe(200)
    expect((await administrator('PUT', `${CALENDAR}/days/2026-12-19`, worked)).status).toBe(200)
    expect((await due('2026-12-11 09:00')).dueDay).toBe('2026-12-15')
    expect((await due('2026-12-18 09:00')).steps.at(-1)).toEqual({
      day: '2026-12-19',
      counted: true,
      reason: 'ngày làm việc thứ 1 (làm bù)'
    })
  })

  it('keeps nothing of a change that was undone, whatever was worked out meanwhile', async () => {
    const { officeId } = administrator.user
    const receipt = {
      officeId,
      receivedAt: vietnam('2026-12-07 09:00'),
      term: { amount: 1, unit: 'working_day' }
    } as const
    const undone = test.app.transact({ officeId, actor: SYSTEM }, async (work) => {
      await setDay(work, { day: '2026-12-08', ...flood, kind: 'holiday' })
      expect((await dueDateFor(work.db, receipt)).dueDay).toBe('2026-12-09')
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect((await administrator('PUT', `${CALENDAR}/days/2026-12-09`, flood)).status).toBe(200)
    expect((await dueDateFor(test.app.db, receipt)).dueDay).toBe('2026-12-08')
  })

  it('is asked about until it is decided, whole', async () => {
    const decision = `${CALENDAR}/questions/van-hoa-2026/decision`
    expect(await due('2026-11-20 09:00')).toMatchObject({ dueDay: '2026-11-23', provisional: true })
    expect(await administrator('POST', decision, { legalBasis: 'CV 1', days: [makeUp] })).toMatchObject({
      status: 400,
      body: { errors: [{ path: '/days', message: 'Chưa ghi quyết định cho ngày 23/11/2026.' }, {}] }
    })
    expect(
      (
        await administrator('POST', `${CALENDAR}/questions/khong-co/decision`, {
          legalBasis: 'CV 1',
          days: [makeUp]
        })
      ).status
    ).toBe(404)

    const answer = await administrator('POST', decision, { legalBasis: 'CV 1', days: [swappedOff, makeUp] })
    expect(answer).toMatchObject({
      status: 200,
      body: {
        id: 'van-hoa-2026',
        days: [{ day: '2026-11-23', assumed: null }],
        resolvedAt: '2026-11-23T02:12:00.000Z'
      }
    })
    expect(await due('2026-11-20 09:00')).toMatchObject({ dueDay: '2026-11-25', provisional: false })
    expect((await due('2026-11-27 09:00')).dueDay).toBe('2026-11-28')
    expect((await year(2026)).years[2]).toEqual({ year: 2026, openQuestions: 0 })
    expect(await eventsNamed('calendar.question_decided')).toMatchObject([
      {
        questionId: 'van-hoa-2026',
        legalBasis: 'CV 1',
        days: [{ standsFor: '2026-11-28' }, { standsFor: '2026-11-23' }]
      }
    ])
    expect(await administrator('POST', decision, { legalBasis: 'CV 2', days: [swappedOff] })).toMatchObject({
      status: 409,
      body: { code: 'CALENDAR_QUESTION_DECIDED', detail: expect.stringContaining('23/11/2026') }
    })
  })

  it('shows what a file changes before it takes it', async () => {
    const { version } = await year(2026)
    const file = { document: officialDays, dryRun: true }
    const { body } = await administrator('POST', `${CALENDAR}/imports`, file)
    const daysOf = (list: { day: string }[]) => list.map(({ day }) => day)
    expect([daysOf(body.added), body.changed]).toEqual([[], []])
    expect(daysOf(body.removed)).toEqual(['2026-11-28', '2026-12-09', '2026-12-14', '2026-12-19'])
    expect((await year(2026)).version).toBe(version)
    expect((await due('2026-12-11 09:00')).dueDay).toBe('2026-12-15')
  })

  it('takes a file once, and does not ask again what was decided', async () => {
    const { version } = await year(2026)
    const take = () => administrator('POST', `${CALENDAR}/imports`, { document: officialDays })
    expect((await take()).body.removed).toHaveLength(4)
    expect((await take()).body.removed).toHaveLength(0)
    const now = await year(2026)
    expect(now.version).toBe(version + 1)
    expect(now.days).toContainEqual(expect.objectContaining({ day: '2026-11-23', kind: 'swapped_off' }))
    expect(now.questions[0].resolvedAt).not.toBeNull()
    expect((await due('2026-12-11 09:00')).dueDay).toBe('2026-12-14')
  })

  it('takes a year that it did not have', async () => {
    const late = () => due('2027-12-31 09:00')
    await expect(late()).rejects.toMatchObject({
      code: 'CALENDAR_YEAR_MISSING',
      message: expect.stringContaining('2028')
    })
    const taken = await administrator('POST', `${CALENDAR}/imports`, { document: year2028 })
    expect(taken).toMatchObject({ status: 200, body: { added: [{ day: '2028-01-01' }], removed: [] } })
    expect((await late()).dueDay).toBe('2028-01-03')
  })

  it('closes a question that a newer file has answered', async () => {
    const [asked] = officialDays.questions.filter(({ id }) => id === 'quoc-khanh-2027')
    const newer = {
      ...officialDays,
      days: [
        ...officialDays.days,
        { day: '2027-09-03', kind: 'holiday', name: 'Quốc khánh', legalBasis: 'Thông báo 2027' }
      ],
      questions: officialDays.questions.filter((question) => question !== asked)
    }
    const { body } = await administrator('POST', `${CALENDAR}/imports`, { document: newer })
    expect([body.changed.length, body.removed.length]).toEqual([1, 1])
    const { questions, years } = await year(2027)
    expect(questions.find(({ id }: { id: string }) => id === 'quoc-khanh-2027').resolvedAt).not.toBeNull()
    expect(years.find((of: { year: number }) => of.year === 2027).openQuestions).toBe(1)
    expect(await due('2027-09-01 09:00')).toMatchObject({ dueDay: '2027-09-06', provisional: false })
  })

  it('refuses a file in words, with the place of each fault', async () => {
    const document = { years: [2026], days: [{ ...year2028.days[0], kind: 'half_day' }] }
    expect(await administrator('POST', `${CALENDAR}/imports`, { document })).toMatchObject({
      status: 400,
      body: {
        code: 'VALIDATION',
        errors: [
          { path: '/document/days/0/day', message: expect.stringContaining('năm 2028') },
          { path: '/document/days/0/kind', message: expect.stringContaining('half_day') }
        ]
      }
    })
  })

  it('answers a repeated request alike and does it once', async () => {
    const again = () =>
      administrator(
        'POST',
        `${CALENDAR}/imports`,
        { document: { ...year2028, days: [...year2028.days, { ...year2028.days[0], day: '2028-02-01' }] } },
        { 'idempotency-key': 'once' }
      )
    const [first, second] = [await again(), await again()]
    expect(first.body.added).toHaveLength(1)
    expect(second.body).toEqual(first.body)
  })

  it('is the same in every process on the database', async () => {
    const database = openDatabase(test.database.url)
    const other = await buildApp({
      database,
      config: testConfig,
      clock: () => new Date(test.clock.now),
      randomBytes
    })
    const receipt = {
      officeId: administrator.user.officeId,
      receivedAt: vietnam('2026-12-21 09:00'),
      term: { amount: 1, unit: 'working_day' }
    } as const
    expect((await dueDateFor(other.db, receipt)).dueDay).toBe('2026-12-22')
    await administrator('PUT', `${CALENDAR}/days/2026-12-22`, flood)
    expect((await dueDateFor(other.db, receipt)).dueDay).toBe('2026-12-23')
    await other.close()
    await database.db.destroy()
  })

  it('leaves a log whose chain holds', async () => {
    expect(await verifyChain(test.app.db, administrator.user.officeId)).toMatchObject({ intact: true })
  })
})

describe.each(databases)('the hours of an office, on $name', ({ open }) => {
  let test: TestApp
  let administrator: Caller
  let elsewhere: Caller

  beforeAll(async () => {
    test = await startTestApp(open)
    administrator = await signIn(test.app, 'quantri')
    elsewhere = await signIn(test.app, 'quantri9')
  })
  afterAll(() => test.close())

  const of = ({ user }: Caller) => `/api/v1/offices/${user.officeId}/hours`
  const dueAt = async (received: string, { user }: Caller) =>
    (
      await dueDateFor(test.app.db, {
        officeId: user.officeId,
        receivedAt: vietnam(received),
        term: { amount: 1, unit: 'working_day' }
      })
    ).dueAt

  it('are the usual ones from the day on which it was founded', async () => {
    const { body } = await administrator('GET', of(administrator))
    expect(body).toMatchObject({
      items: [
        {
          effectiveFrom: '2026-11-23',
          returnTime: '16:30',
          saturdayCounts: false,
          note: null,
          week: {
            length: 7,
            4: [
              { from: '07:30', to: '11:30' },
              { from: '13:30', to: '17:00' }
            ],
            5: []
          }
        }
      ],
      nextCursor: null
    })
  })

  it('are set from a day on, for one office', async () => {
    const set = await administrator('POST', of(administrator), { ...hours, note: ' Quyết định 9 ' })
    expect(set).toMatchObject({ status: 201, body: { ...hours, note: 'Quyết định 9' } })
    expect((await administrator('GET', of(administrator))).body.items).toHaveLength(2)
    expect(await dueAt('2026-11-26 09:00', administrator)).toBe(vietnam('2026-11-27 16:30'))
    expect(await dueAt('2026-11-27 09:00', administrator)).toBe(vietnam('2026-11-30 16:00'))
    expect(await dueAt('2026-11-27 09:00', elsewhere)).toBe(vietnam('2026-11-30 16:30'))
  })

  it('are written over when they take effect on the same day', async () => {
    await administrator('POST', of(administrator), { ...hours, returnTime: '15:00' })
    expect((await administrator('GET', of(administrator))).body.items).toHaveLength(2)
    expect(await dueAt('2026-11-27 09:00', administrator)).toBe(vietnam('2026-11-30 15:00'))
  })

  it('are in the log of the office with their state', async () => {
    const events = await readEvents(test.app.db, {
      officeId: administrator.user.officeId,
      after: 0,
      limit: 1000
    })
    const set = events.filter(({ name }) => name === 'office_hours.set').map(({ data }) => JSON.parse(data))
    expect(set).toMatchObject([
      { version: 1 },
      { version: 2, note: 'Quyết định 9' },
      { version: 3, returnMinute: 900 }
    ])
    expect(set[1].week[0]).toEqual([
      [420, 660],
      [780, 1020]
    ])
  })

  it('are set by its own administrator, and another office is not there', async () => {
    for (const username of ['tiepnhan1', 'lanhdao']) {
      const caller = await signIn(test.app, username)
      expect((await caller('GET', of(caller))).status).toBe(200)
      expect((await caller('POST', of(caller), hours)).status).toBe(403)
    }
    expect((await elsewhere('GET', of(administrator))).status).toBe(404)
    expect((await elsewhere('POST', of(administrator), hours)).status).toBe(404)
    expect((await elsewhere('POST', of(elsewhere), hours)).status).toBe(201)
    expect((await send(test.app, { method: 'GET', url: of(administrator) })).status).toBe(401)
  })

  it.each<[what: string, change: object, path: string]>([
    ['from a day that is past', { effectiveFrom: '2026-11-22' }, '/effectiveFrom'],
    ['with six days', { week: FORTY_HOURS.slice(1) }, '/week'],
    ['without work', { week: Array(7).fill([]) }, '/week'],
    [
      'that close before they open',
      { week: [[{ from: '11:00', to: '07:00' }], ...FORTY_HOURS.slice(1)] },
      '/week/0'
    ],
    ['with a time that is none', { returnTime: '25:00' }, '/returnTime'],
    ['with results before the opening', { returnTime: '05:00' }, '/returnTime'],
    ['with results at lunch', { returnTime: '12:30' }, '/returnTime'],
    ['past midnight', { week: [[{ from: '20:00', to: '24:00' }], ...FORTY_HOURS.slice(1)] }, '/week/0/0/to']
  ])('are refused %s', async (_, change, path) => {
    expect(await administrator('POST', of(administrator), { ...hours, ...change })).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION', errors: [{ path, message: expect.any(String) }] }
    })
  })
})

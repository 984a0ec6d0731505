import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isBeforeAllOffices, steadyClock } from '../../server/clock.ts'
import { databases } from '../support/databases.ts'
import { type Office, openOffice, type Person } from './office.ts'
import { pass } from './play.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.parse('2026-11-23T02:00:00.000Z')
const at = (milliseconds: number) => new Date(milliseconds).toISOString()

describe('R-10 the time of an office', () => {
  const begin = (from?: number) => {
    const machine = { wall: START, timer: 0 }
    const clock = steadyClock({
      wall: () => machine.wall,
      timer: () => machine.timer,
      from: from === undefined ? undefined : at(from)
    })
    const later = (milliseconds: number) => {
      machine.wall += milliseconds
      machine.timer += milliseconds
      return clock().toISOString()
    }
    const set = (milliseconds: number) => {
      machine.wall += milliseconds
      return clock().toISOString()
    }
    return { clock: () => clock().toISOString(), later, set }
  }

  it('is the machine’s time', () => {
    const { clock, later } = begin()
    expect(clock()).toBe(at(START))
    expect(later(HOUR)).toBe(at(START + HOUR))
  })

  it.each([
    ['an hour', HOUR],
    ['a day', DAY]
  ])('follows at once when the machine is set forward by %s', (_, jump) => {
    expect(begin().set(jump)).toBe(at(START + jump))
  })

  it.each([
    ['an hour', HOUR],
    ['a day', DAY]
  ])('goes on at half speed when it is set back by %s, until the machine has caught up', (_, jump) => {
    const { clock, later, set } = begin()
    expect(set(-jump)).toBe(at(START))
    expect(clock()).toBe(at(START))
    expect(later(jump)).toBe(at(START + jump / 2))
    expect(later(jump)).toBe(at(START + jump))
    expect(later(60_000)).toBe(at(START + jump + 60_000))
  })

  it('goes on by the timer alone when the machine falls back to 2000', () => {
    const { later, set } = begin()
    set(Date.parse('2000-01-01T00:00:00.000Z') - START)
    expect(later(HOUR)).toBe(at(START + HOUR))
    expect(later(DAY)).toBe(at(START + HOUR + DAY))
  })

  it('never goes back, whatever is done to the machine', () => {
    const { later, set } = begin()
    let last = ''
    for (const jump of [HOUR, -2 * HOUR, 1, -1, -DAY, DAY, -40 * DAY, 5, 41 * DAY, -1]) {
      for (const now of [set(jump), later(7), later(60_000)]) {
        expect(now >= last).toBe(true)
        last = now
      }
    }
  })

  it('begins after the newest event, and not with one that lies days ahead by mistake', () => {
    expect(begin(START + HOUR).clock()).toBe(at(START + HOUR))
    expect(begin(START - HOUR).clock()).toBe(at(START))
    expect(begin(START + 900 * DAY).clock()).toBe(at(START))
  })

  it('does not begin on a machine that has lost its battery', () => {
    expect(isBeforeAllOffices(Date.parse('2000-01-01T00:00:00.000Z'))).toBe(true)
    expect(isBeforeAllOffices(START)).toBe(false)
  })
})

describe.each(databases)('R-10 X-21 numbers when time does strange things, on $name', ({ open }) => {
  let office: Office
  let officer: Person
  beforeEach(async () => {
    office = await openOffice(open)
    officer = office.people[0] as Person
  })
  afterEach(() => office.close())

  const set = (now: string) => {
    const jump = Date.parse(now) - office.time.wall
    pass(office, jump)
  }
  const post = async (url: string, body?: object) =>
    (await office.ask(officer, { method: 'POST', url, body })).body
  const issue = () => post(`/offices/${office.officeId}/tickets`, { serviceId: office.services[0]?.id })
  const call = (counter = 0) => post(`/counters/${office.counters[counter]?.id}/calls`)
  const move = (id: string, what: string, body?: object) => post(`/tickets/${id}/${what}`, body)
  const visits = () => office.database.db.selectFrom('counterVisit').selectAll().orderBy('endedAt').execute()

  it('ends with its day what was begun on it, and says so of the visit', async () => {
    set('2026-11-23T16:59:59.998Z')
    const late = await issue()
    const person = await call()
    set('2026-11-23T16:59:59.999Z')
    await move(person.id, 'serve')
    set('2026-11-23T17:00:00.000Z')
    const refused = { code: 'MOVE_NOT_ALLOWED', detail: expect.stringContaining('ngày đã qua') }
    expect(await move(person.id, 'finish')).toMatchObject(refused)
    expect(await visits()).toEqual([])
    const early = await issue()
    expect([late.number, early.number]).toEqual(['A001', 'A001'])
    expect(early.waitingAhead).toBe(0)
    expect(await move(person.id, 'finish')).toMatchObject(refused)
    expect(await visits()).toMatchObject([
      {
        number: 'A001',
        day: '2026-11-23',
        calledAt: '2026-11-23T16:59:59.998Z',
        servingAt: '2026-11-23T16:59:59.999Z',
        endedAt: '2026-11-23T17:00:00.000Z',
        outcome: 'unfinished'
      }
    ])
  })

  it('does not send anybody into the line of a day that is over', async () => {
    set('2026-11-23T16:50:00.000Z')
    await issue()
    await issue()
    const parked = await call()
    await move(parked.id, 'park')
    const serving = await call()
    set('2026-11-23T17:10:00.000Z')
    const refused = (why: string) => ({ code: 'MOVE_NOT_ALLOWED', detail: expect.stringContaining(why) })
    expect(await move(parked.id, 'resume')).toMatchObject(refused('23/11/2026, không dùng được nữa'))
    expect(await move(serving.id, 'park')).toMatchObject(refused('ngày đã qua'))
    const transfer = { counterId: office.counters[1]?.id }
    expect(await move(serving.id, 'transfer', transfer)).toMatchObject(refused('ngày đã qua'))
    expect((await move(parked.id, 'cancel')).status).toBe('cancelled')
  })

  it.each([
    ['an hour', HOUR],
    ['a day', DAY],
    ['many years, to 2000', START - Date.parse('2000-01-01T00:00:00.000Z')]
  ])(
    'gives numbers of the same day, in order, and no wait is negative when the clock falls back by %s',
    async (_, jump) => {
      set('2026-11-23T02:00:00.000Z')
      const numbers = [(await issue()).number, (await issue()).number]
      const first = await call()
      office.time.wall -= jump
      for (let count = 0; count < 3; count += 1) {
        pass(office, 60_000)
        numbers.push((await issue()).number)
      }
      expect(numbers).toEqual(['A001', 'A002', 'A003', 'A004', 'A005'])
      await move(first.id, 'serve')
      await move(first.id, 'finish')
      const called = []
      for (let count = 0; count < 4; count += 1) {
        pass(office, 30_000)
        const { id, number } = await call()
        called.push(number)
        await move(id, 'finish')
      }
      expect(called).toEqual(['A002', 'A003', 'A004', 'A005'])
      for (const { day, waitingSince, calledAt, servingAt, endedAt } of await visits()) {
        expect(day).toBe('2026-11-23')
        expect([waitingSince, calledAt, servingAt ?? calledAt, endedAt].toSorted()).toEqual([
          waitingSince,
          calledAt,
          servingAt ?? calledAt,
          endedAt
        ])
      }
    }
  )

  it('goes on after the newest event when the server starts with a clock that is an hour late', async () => {
    set('2026-11-23T17:30:00.000Z')
    await issue()
    office.time.wall -= HOUR
    await office.restart()
    expect((await issue()).number).toBe('A002')
  })
})

/** The zone of a process is fixed when it starts, so the numbers are asked of processes in other zones. */
describe('R-10 the day of the numbers is Vietnam’s, wherever the server stands', () => {
  it.each(['UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'Asia/Ho_Chi_Minh'])('in %s', async (zone) => {
    const before = process.env.TZ
    process.env.TZ = zone
    try {
      const office = await openOffice((databases[0] as (typeof databases)[number]).open)
      const issue = async () =>
        (
          await office.ask(office.kiosk, {
            method: 'POST',
            url: `/offices/${office.officeId}/tickets`,
            body: { serviceId: office.services[0]?.id }
          })
        ).body.number
      pass(office, Date.parse('2026-11-23T16:59:59.000Z') - office.time.wall)
      expect([await issue(), await issue()]).toEqual(['A001', 'A002'])
      pass(office, 1000)
      expect(await issue()).toBe('A001')
      await office.close()
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })

  it('sees the zone change at all, so that the others could fail', () => {
    const before = process.env.TZ
    process.env.TZ = 'Pacific/Auckland'
    const there = new Date(START).getHours()
    process.env.TZ = 'America/Los_Angeles'
    expect(new Date(START).getHours()).not.toBe(there)
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })
})

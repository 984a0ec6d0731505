import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withinHours } from '../../server/waiting/expected-hours.ts'
import { type Hall, openHall } from '../queue/hall.ts'
import { signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'

describe('people who come while the office is closed', () => {
  const HOURS = [
    [450, 690],
    [810, 1020]
  ] as const
  it.each([
    [6, 7],
    [7, 7],
    [11, 11],
    [12, 13],
    [13, 13],
    [16, 16],
    [17, null],
    [20, null]
  ])('at %i are served at %s', (hour, served) => {
    const expected = served === null ? [] : [{ day: '2026-11-20', hour: served, count: 2 }]
    expect(withinHours([{ day: '2026-11-20', hour, count: 2 }], HOURS)).toEqual(expected)
  })

  it('stay where they are on a day of which no calendar tells the hours', () => {
    expect(withinHours([{ day: '2026-11-20', hour: 20, count: 2 }], undefined)).toHaveLength(1)
  })
})

describe.each(databases)('how many counters a day needs, on $name', ({ open }) => {
  let hall: Hall
  beforeEach(async () => {
    hall = await openHall(open)
  })
  afterEach(() => hall.close())

  const pass = (seconds: number) => {
    hall.clock.now = new Date(hall.clock.now.getTime() + seconds * 1000)
  }
  const staffing = async (query = '') => {
    const supervisor = await signIn(hall.app, 'lanhdao')
    return (await supervisor('GET', `/api/v1/supervision/hall/staffing${query}`)).body
  }
  const occupy = async (end: string, seconds: number) => {
    const { id } = (await hall.call(0)).body
    pass(seconds)
    await hall.move(id, end)
    return id
  }
  const DAYS = ['09', '10', '11', '12', '13', '16']

  /** Six days of six numbers each, every one of them at the counter so often for five minutes each time. */
  const live = async (visits: number) => {
    for (const day of DAYS) {
      await hall.at(`2026-11-${day}T01:00:00.000Z`)
      for (let count = 0; count < 6; count += 1) {
        await hall.issue()
        for (let visit = 1; visit < visits; visit += 1) await hall.move(await occupy('park', 300), 'resume')
        await occupy('finish', 300)
      }
    }
    await hall.at('2026-11-23T02:12:00.000Z')
  }
  const workOf = ({ hours, meanSeconds }: { hours: { perHour: number }[]; meanSeconds: number }) =>
    hours.reduce((sum, { perHour }) => sum + perHour, 0) * meanSeconds

  it('reckons with each visit: a number that comes back twice is three times the work', async () => {
    await live(3)
    const thrice = await staffing('?day=2026-11-23')
    expect(thrice).toMatchObject({ days: 6, meanSeconds: 300, closed: false })
    expect(workOf(thrice)).toBeCloseTo(6 * 3 * 300)
    expect(Math.max(...thrice.hours.map(({ counters }: { counters: number }) => counters))).toBe(2)
  })

  it('reckons with calls to which nobody came: they occupy the counter too', async () => {
    for (const day of DAYS) {
      await hall.at(`2026-11-${day}T01:00:00.000Z`)
      for (let count = 0; count < 6; count += 1) {
        await hall.issue()
        await occupy(count % 2 ? 'finish' : 'absent', count % 2 ? 300 : 100)
      }
    }
    await hall.at('2026-11-23T02:12:00.000Z')
    expect((await staffing()).meanSeconds).toBe(200)
  })

  it('reckons with people who went home as nobody called them', async () => {
    for (const day of DAYS) {
      await hall.at(`2026-11-${day}T01:00:00.000Z`)
      for (let count = 0; count < 6; count += 1) {
        await hall.issue()
        await occupy('finish', 300)
      }
      await hall.issue()
    }
    await hall.at('2026-11-23T02:12:00.000Z')
    expect((await staffing()).hours).toEqual([expect.objectContaining({ hour: 8, perHour: 7 })])
  })

  it('suggests nothing for a day off, names it, and offers the next working days', async () => {
    await live(1)
    expect(await staffing('?day=2026-11-24')).toMatchObject({
      closed: true,
      dayOff: 'Ngày Văn hóa Việt Nam',
      hours: [],
      certainty: 'none'
    })
    expect(await staffing('?day=2026-11-28')).toMatchObject({ closed: true, dayOff: null, hours: [] })
    const today = await staffing()
    expect(today).toMatchObject({ day: '2026-11-23', closed: false, dayOff: null })
    expect(today.hours).not.toEqual([])
    expect(today.choices).toEqual(
      ['11-23', '11-25', '11-26', '11-27', '11-30', '12-01', '12-02', '12-03'].map((day) => `2026-${day}`)
    )
    expect(today.daysOff).toEqual([{ day: '2026-11-24', name: 'Ngày Văn hóa Việt Nam' }])
  })

  it('begins with the next working day when today is off', async () => {
    await live(1)
    await hall.at('2026-11-28T02:00:00.000Z')
    const { day, choices } = await staffing()
    expect(day).toBe('2026-11-30')
    expect(choices[0]).toBe('2026-11-30')
  })

  it('suggests nothing for hours outside those of the office', async () => {
    await live(1)
    const administrator = await signIn(hall.app, 'quantri')
    const { rules } = (await administrator('GET', '/api/v1/hall')).body
    await administrator('PUT', '/api/v1/hall/rules', { ...rules, alwaysOpen: true })
    await hall.at('2026-11-17T05:10:00.000Z')
    await hall.issue()
    await occupy('finish', 300)
    await hall.at('2026-11-23T02:12:00.000Z')
    const { hours } = await staffing()
    expect(hours.map(({ hour }: { hour: number }) => hour)).toEqual([8, 13])
  })
})

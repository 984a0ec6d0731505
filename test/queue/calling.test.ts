import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { counterList, paperPlaceText, waitingPlaceText } from '../../kiosk-ui/src/text/counters.ts'
import { ticketWords } from '../../kiosk-ui/src/text/ticket.ts'
import { callingCounters } from '../../server/queue/calling.ts'
import { signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { type Hall, openHall } from './hall.ts'

describe('K-06 near which counters somebody waits', () => {
  const counter = (number: number, state: 'open' | 'paused' | 'closed') => ({
    id: `c${number}`,
    number,
    state,
    officerId: number === 4 ? 'linh' : null
  })
  const serves = (counterId: string, serviceId: string, helps = false) => ({ counterId, serviceId, helps })
  const assignments = [
    serves('c1', 'land'),
    serves('c2', 'civil'),
    serves('c3', 'civil'),
    serves('c4', 'land'),
    serves('c4', 'civil', true)
  ]
  const civil = { serviceId: 'civil', forCounterId: null, forOfficerId: null }
  const place = (
    states: readonly ('open' | 'paused' | 'closed')[],
    wanted: Partial<Parameters<typeof callingCounters>[0]> = {}
  ) =>
    callingCounters(
      { ...civil, ...wanted },
      {
        assignments,
        serviceIds: ['civil', 'land'],
        counters: states.map((state, index) => counter(index + 1, state))
      }
    )

  it.each([
    ['those that serve it', ['open', 'open', 'open', 'open'], {}, [2, 3], true],
    ['also while one pauses', ['open', 'open', 'paused', 'open'], {}, [2, 3], true],
    ['not those that are closed', ['open', 'closed', 'open', 'open'], {}, [3], true],
    ['whoever takes it over', ['open', 'closed', 'closed', 'open'], {}, [4], true],
    ['who will serve it, while nobody does', ['open', 'closed', 'closed', 'closed'], {}, [2, 3, 4], false],
    [
      'the counter that keeps his papers',
      ['open', 'open', 'open', 'open'],
      { forCounterId: 'c1' },
      [1],
      true
    ],
    [
      'the others once that is closed',
      ['closed', 'open', 'open', 'open'],
      { forCounterId: 'c1' },
      [2, 3],
      true
    ],
    ['where his officer sits', ['open', 'open', 'open', 'open'], { forOfficerId: 'linh' }, [4], true],
    ['none, where no counter serves it', ['open', 'open', 'open', 'open'], { serviceId: 'tax' }, [], false]
  ] as const)('are %s', (_, states, wanted, numbers, staffed) => {
    expect(place(states, wanted)).toEqual({ numbers, staffed })
  })

  it('says so when all of them have paused, and how long it takes nobody knows', () => {
    const paused = place(['open', 'paused', 'paused', 'closed'])
    expect(paused).toEqual({ numbers: [2, 3], staffed: true, paused: true })
    expect(waitingPlaceText(paused)).toBe('Chờ gần quầy 2, 3, đang tạm dừng')
    // Another one has taken it over.
    expect(place(['open', 'paused', 'closed', 'open'])).not.toHaveProperty('paused')
  })

  it('past closing: the phone says that nobody can promise it', () => {
    const facts = { number: 'A001', status: 'waiting', counterNumber: null, forCounterNumber: null } as const
    const standing = {
      calling: null,
      waitingAhead: 3,
      returns: false,
      pauseText: null,
      over: null,
      appointmentTime: null
    }
    const words = (pastClosing: object) =>
      ticketWords({
        ...facts,
        ...standing,
        day: '2026-11-23',
        estimate: { lowMinutes: 10, highMinutes: 30, ...pastClosing }
      }).estimate
    expect(words({})).toBe('Chờ khoảng 10–30 phút')
    expect(words({ pastClosing: true })).toBe('Chờ khoảng 10–30 phút, có thể quá giờ làm việc')
  })

  it.each([
    [[2], '2'],
    [[2, 1], '1, 2'],
    [[1, 2, 3, 4], '1–4'],
    [[1, 3, 4, 5, 9, 10], '1, 3–5, 9, 10']
  ])('%j is written %s', (numbers, text) => {
    expect(counterList(numbers)).toBe(text)
  })

  it('says honestly that nobody is there', () => {
    expect(waitingPlaceText({ numbers: [3], staffed: false })).toBe('Chờ gần quầy 3, hiện chưa mở')
    expect(waitingPlaceText({ numbers: [], staffed: false })).toContain('xin hỏi bàn hướng dẫn')
  })

  it('says on paper, which cannot take it back, only where and not how the counters are now', () => {
    expect(paperPlaceText([3, 1, 2])).toBe('Chờ gần quầy 1–3')
    expect(paperPlaceText([])).toBe('Xin hỏi bàn hướng dẫn chỗ chờ')
  })
})

describe.each(databases)('K-06 where to wait, on $name', ({ open }) => {
  let hall: Hall
  beforeEach(async () => {
    hall = await openHall(open)
  })
  afterEach(() => hall.close())

  const phone = async ({ followUrl }: { followUrl: string }) =>
    (await hall.officer('GET', `${new URL(followUrl).pathname}/state`)).body.words

  it('is told with the number, and the phone learns what has changed since', async () => {
    const [first] = hall.services
    const administrator = await signIn(hall.app, 'quantri')
    for (const [index, id] of hall.counters.entries()) {
      const serviceIds = index < 2 ? [first?.id] : [hall.services[1]?.id]
      const body = { services: serviceIds.map((serviceId) => ({ serviceId, helps: false })) }
      expect((await administrator('PUT', `/api/v1/hall/counters/${id}/services`, body)).status).toBe(200)
    }
    const early = (await hall.issue()).body
    expect(early.calling).toEqual({ numbers: [1, 2], staffed: false })
    expect((await phone(early)).place).toBe('Chờ gần quầy 1, 2, hiện chưa mở')

    await hall.officer('POST', `/api/v1/counters/${hall.counters[1]}/open`)
    expect((await hall.issue()).body.calling).toEqual({ numbers: [2], staffed: true })
    expect((await phone(early)).place).toBe('Chờ gần quầy 2')

    await hall.call(1)
    expect((await phone(early)).place).toBe('Quầy 2')
    const again = (await hall.officer('GET', `/api/v1/tickets/${early.id}`)).body
    expect(again.calling).toBeNull()
  })
})

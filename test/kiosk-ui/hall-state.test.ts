import { describe, expect, it } from 'vitest'
import { afterEvent, type Hall, hallOf } from '../../kiosk-ui/src/api/hall-state.ts'
import type { LiveEvent } from '../../kiosk-ui/src/api/live.ts'
import type { Queue } from '../../server/queue/schemas.ts'
import { openHall } from '../queue/hall.ts'
import { signIn } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { openScreen } from '../support/screens.ts'

const counter = { pauseReason: null, officerId: null, officerName: null, ticketNumber: null, name: 'Quầy' }

const QUEUE: Queue = {
  seq: 10,
  now: '2026-11-23T02:06:00.000Z',
  opening: {
    today: '2026-11-23',
    hours: [[450, 690]],
    dayOff: null,
    next: null,
    nextDay: null,
    tomorrowOff: null
  },
  waiting: [
    {
      id: 'a',
      number: 'A002',
      serviceId: 's',
      priorityGroup: null,
      issuedAt: '2026-11-23T02:00:00.000Z',
      waitingSince: '2026-11-23T02:00:00.000Z',
      forCounterId: null,
      appointmentAt: null
    }
  ],
  called: [
    {
      id: 'b',
      number: 'A001',
      serviceId: 's',
      counterId: 'c1',
      counterNumber: 1,
      calledAt: '2026-11-23T02:05:00.000Z'
    }
  ],
  serving: [],
  lastCalls: [{ number: 'A001', counterId: 'c1', counterNumber: 1, calledAt: '2026-11-23T02:05:00.000Z' }],
  parked: [],
  absent: [],
  services: [],
  priorityGroups: [],
  rule: { mode: 'interleaved', ordinaryPerPriority: 2, mostOrdinaryWait: 60 },
  announcements: [],
  emergencyText: null,
  counters: [
    { ...counter, id: 'c1', number: 1, state: 'open' },
    { ...counter, id: 'c2', number: 2, state: 'closed' }
  ],
  open: true,
  hoursText: '07:30–11:30',
  closedText: null,
  noticeText: null
}

const event = (seq: number, name: string, data: LiveEvent['data']): LiveEvent => ({
  seq,
  name,
  at: `2026-11-23T02:${seq}:00.000Z`,
  data
})

const called = event(11, 'ticket.called', {
  number: 'A002',
  serviceId: 's',
  counterId: 'c2',
  counterNumber: 2
})

describe('B-01 the hall is a function of a snapshot and events', () => {
  it('puts the newest call first and takes the number out of the line', () => {
    const hall = afterEvent(hallOf(QUEUE), called)
    expect(hall.waiting).toEqual([])
    expect(hall.calls.map(({ number }) => number)).toEqual(['A002', 'A001'])
    expect(hall.seq).toBe(11)
  })

  it('brings a number that is called again to the top', () => {
    const again = event(12, 'ticket.recalled', {
      number: 'A001',
      serviceId: 's',
      counterId: 'c1',
      counterNumber: 1
    })
    const hall = [called, again].reduce(afterEvent, hallOf(QUEUE))
    expect(hall.calls.map(({ number }) => number)).toEqual(['A001', 'A002'])
  })

  it('shows a call as answered, then lets it go', () => {
    const serving = afterEvent(hallOf(QUEUE), event(11, 'ticket.serving', { number: 'A001' }))
    expect(serving.calls).toMatchObject([{ number: 'A001', serving: true }])
    expect(afterEvent(serving, event(12, 'ticket.finished', { number: 'A001' })).calls).toEqual([])
  })

  it.each(['ticket.finished', 'ticket.absent', 'ticket.parked', 'ticket.cancelled'])(
    'takes a number off the board at %s',
    (name) => {
      const hall = afterEvent(hallOf(QUEUE), event(11, name, { number: 'A001', serviceId: 's' }))
      expect(hall.calls).toEqual([])
      expect(hall.waiting.map(({ number }) => number)).toEqual(['A002'])
    }
  )

  it.each(['ticket.transferred', 'ticket.resumed'])(
    'puts a number into line, off the board, at %s',
    (name) => {
      const hall = afterEvent(hallOf(QUEUE), event(11, name, { number: 'A001', serviceId: 'other' }))
      expect(hall.calls).toEqual([])
      expect(hall.waiting).toContainEqual({ number: 'A001', serviceId: 'other' })
    }
  )

  it('B-14 hears what is announced, and an emergency until it ends', () => {
    const told = afterEvent(hallOf(QUEUE), event(11, 'announcement.set', { texts: ['Sáng thứ Bảy mở cửa'] }))
    expect(told.announcements).toEqual(['Sáng thứ Bảy mở cửa'])
    const raised = afterEvent(told, event(12, 'emergency.raised', { text: 'Ra cửa số 2' }))
    expect(raised.emergencyText).toBe('Ra cửa số 2')
    expect(afterEvent(raised, event(13, 'emergency.ended', {})).emergencyText).toBeNull()
  })

  it('keeps the officer of a counter that is paused, and forgets him when it closes', () => {
    const opened = event(11, 'counter.opened', { counterId: 'c2', state: 'open', officerName: 'Linh' })
    const paused = event(12, 'counter.paused', { counterId: 'c2', state: 'paused', reason: 'họp' })
    const closed = event(13, 'counter.closed', { counterId: 'c2', state: 'closed' })
    const at = (...events: LiveEvent[]) => events.reduce(afterEvent, hallOf(QUEUE)).counters[1]
    expect(at(opened)).toMatchObject({ state: 'open', officerName: 'Linh', pauseReason: null })
    expect(at(opened, paused)).toMatchObject({ state: 'paused', officerName: 'Linh', pauseReason: 'họp' })
    expect(at(opened, paused, closed)).toMatchObject({
      state: 'closed',
      officerName: null,
      pauseReason: null
    })
  })

  it('does nothing for what it knows already, nor for what it does not know', () => {
    const hall = hallOf(QUEUE)
    expect(afterEvent(hall, { ...called, seq: 10 })).toBe(hall)
    expect(afterEvent(hall, event(11, 'dossier.received', {}))).toEqual({ ...hall, seq: 11 })
  })

  it('B-13 keeps the last calls of the day once the people have gone, and forgets who is in line again', () => {
    const hall = [
      called,
      event(12, 'ticket.finished', { number: 'A002' }),
      event(13, 'ticket.absent', { number: 'A001' })
    ].reduce(afterEvent, hallOf(QUEUE))
    expect(hall.calls).toEqual([])
    expect(hall.lastCalls.map(({ number }) => number)).toEqual(['A002', 'A001'])
    const back = afterEvent(hall, event(14, 'ticket.resumed', { number: 'A001', serviceId: 's' }))
    expect(back.lastCalls.map(({ number }) => number)).toEqual(['A002'])
  })

  it('K-02 drops the range of a service with its count, and keeps the others', () => {
    const service = {
      letter: 'A',
      name: 'Hộ tịch',
      waiting: 1,
      openCounters: 1,
      closedWhy: null,
      closedText: null
    }
    const estimate = { lowMinutes: 10, highMinutes: 20 }
    const services = ['s', 'other'].map((id) => ({ ...service, id, estimate }))
    const before = hallOf({ ...QUEUE, services })
    const after = afterEvent(before, called)
    expect(after.services.map((some) => some.estimate)).toEqual([null, estimate])
    expect([before.isBehind, after.isBehind]).toEqual([false, true])
    expect(afterEvent(before, event(11, 'ticket.finished', { number: 'A001' })).isBehind).toBe(false)
    const paused = event(11, 'counter.paused', { counterId: 'c1', state: 'paused', reason: 'họp' })
    expect(afterEvent(before, paused).isBehind).toBe(true)
  })
})

/** What officers do with those whom they called, in one round after the other. */
const MOVES = [
  ['recall', 'serve'],
  ['serve', 'finish'],
  ['absent'],
  ['serve', 'park'],
  ['park', 'resume'],
  ['recall', 'transfer'],
  ['cancel'],
  ['absent', 'resume']
]

/** Without what no event tells, which a board reads anew every 20 s: how long one would wait, and in which order. */
const settled = ({ services: _, isBehind: __, waiting, lastCalls, ...hall }: Hall) => ({
  ...hall,
  // What goes back into line leaves a gap at the end of what a board keeps, which is longer than what it shows.
  lastCalls: lastCalls.slice(0, 5),
  waiting: [...waiting].sort((one, other) => (one.number < other.number ? -1 : 1))
})

describe.each(databases)('the hall by events and by snapshot, on $name', ({ open }) => {
  it('is the same after a morning', async () => {
    const hall = await openHall(open)
    const address = await hall.app.listen({ port: 0, host: '127.0.0.1' })
    const display = await hall.device('display')
    const snapshot = async () =>
      hallOf((await display('GET', `/api/v1/offices/${hall.officeId}/queue`)).body as Queue)
    const before = await snapshot()
    const screen = await openScreen(address, {
      cookie: display.cookie,
      officeId: hall.officeId,
      screen: 'display',
      after: before.seq
    })
    const tick = () => {
      hall.clock.now = new Date(hall.clock.now.getTime() + 1000)
    }
    for (let round = 0; round < 4; round += 1) {
      for (const service of [0, 1, 2, 0, 3]) {
        tick()
        await hall.issue(service)
      }
      for (const index of [0, 1, 2]) {
        tick()
        const { status, body } = await hall.call(index)
        if (status !== 200) continue
        tick()
        for (const move of MOVES[(index + round * 3) % MOVES.length] ?? []) {
          if (move === 'transfer') {
            await hall.officer('POST', `/api/v1/tickets/${body.id}/transfer`, {
              serviceId: hall.services[1]?.id
            })
          } else await hall.move(body.id, move)
          tick()
        }
      }
    }
    const supervisor = await signIn(hall.app, 'lanhdao')
    await supervisor('PUT', '/api/v1/hall/announcements', {
      announcements: [{ text: 'Sáng thứ Bảy mở cửa', fromDay: null, untilDay: null }]
    })
    await supervisor('POST', '/api/v1/hall/emergency', { text: 'Mời mọi người ra cửa số 2' })
    await hall.officer('POST', `/api/v1/counters/${hall.counters[2]}/pause`, { reason: 'họp' })
    await expect
      .poll(() => screen.heard.findLast(({ type }) => type === 'event')?.name)
      .toBe('counter.paused')
    const events = screen.heard.filter(({ type }) => type === 'event') as unknown as LiveEvent[]
    const after = await snapshot()

    expect(settled(events.reduce(afterEvent, before as Hall))).toEqual(settled(after))
    expect(after.calls.length).toBeGreaterThan(1)
    expect(after.emergencyText).toBe('Mời mọi người ra cửa số 2')
    expect(after.announcements).toEqual(['Sáng thứ Bảy mở cửa'])
    screen.close()
    await hall.close()
  })
})

import { describe, expect, it } from 'vitest'
import { PRINTER_STATES } from '../../server/printers/printer-states.ts'
import type { Queue } from '../../server/queue/schemas.ts'
import {
  deviceAlarms,
  isCalledLong,
  isServedLong,
  medianOf,
  printerAlarms,
  usualOf
} from '../../server/waiting/alarms.ts'
import { unservedAlarms } from '../../server/waiting/hall-now.ts'

const KIOSK = {
  deviceId: 'k2',
  name: 'Kiosk 2',
  lastSeenAt: '2026-11-23T02:41:20.000Z',
  silent: false,
  sound: null,
  clockSkewMs: 400,
  printer: null,
  unprinted: null
}

const NOW = '2026-11-23T02:42:00.000Z'

const PRINTER = {
  id: 'p1',
  name: 'Máy in sảnh',
  state: 'ready' as const,
  paper: 'ok' as const,
  papersLeft: null,
  stateSince: '2026-11-23T02:00:00.000Z'
}

describe('what the supervisor is told to look after', () => {
  it('K-19 names the silent device and the minute it was heard last, and says nothing else of it', () => {
    expect(deviceAlarms([{ ...KIOSK, silent: true, sound: 'off', clockSkewMs: 600_000 }], NOW)).toEqual([
      {
        kind: 'device_silent',
        subjectId: 'k2',
        text: 'Kiosk 2 mất liên lạc từ 09:41',
        since: '2026-11-23T02:41:20.000Z'
      }
    ])
  })

  it('K-19 names the day too when it was not today', () => {
    const [alarm] = deviceAlarms([{ ...KIOSK, silent: true, lastSeenAt: '2026-11-20T10:02:00.000Z' }], NOW)
    expect(alarm?.text).toBe('Kiosk 2 mất liên lạc từ 17:02 20/11/2026')
  })

  it.each([
    ['a device that is well', {}, []],
    ['one that was never heard', { lastSeenAt: null, clockSkewMs: null }, []],
    ['a board that the browser keeps mute', { sound: 'off' as const }, ['sound_off']],
    ['a clock that is a minute out', { clockSkewMs: 60_000 }, []],
    ['a clock that is behind by more', { clockSkewMs: -61_000 }, ['clock_wrong']],
    ['a kiosk whose printer is out of paper', { printer: 'paper_out' }, ['kiosk_paper']],
    ['one that could not print for a reason of its own', { printer: 'failed' }, ['kiosk_paper']],
    ['one with tickets that were not printed', { unprinted: 2 }, ['kiosk_paper']],
    ['one with all of them printed', { unprinted: 0 }, []],
    [
      'a silent one, of which nothing else is known',
      { silent: true, printer: 'paper_out' },
      ['device_silent']
    ]
  ])('%s', (_, change, kinds) => {
    expect(deviceAlarms([{ ...KIOSK, ...change }], NOW).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('K-13 says what is wrong with the printer of a kiosk and what to do', () => {
    const [alarm] = deviceAlarms([{ ...KIOSK, printer: 'paper_out', unprinted: 3 }], NOW)
    expect(alarm?.text).toBe(
      'Kiosk 2: máy in của ki-ốt hết giấy, thay cuộn mới. Kiosk 2: 3 phiếu chưa in được'
    )
    const [other] = deviceAlarms([{ ...KIOSK, printer: 'failed' }], NOW)
    expect(other?.text).toBe('Kiosk 2: không in được phiếu, xem máy in của ki-ốt')
  })

  it.each(PRINTER_STATES)('a printer that is %s', (state) => {
    const kinds = printerAlarms([{ ...PRINTER, state }]).map(({ kind }) => kind)
    expect(kinds).toEqual(state === 'ready' || state === 'unknown' ? [] : ['printer_stopped'])
  })

  it('says how many tickets the roll still gives, once, and not while there is no paper at all', () => {
    const near = { ...PRINTER, paper: 'near_end' as const, papersLeft: 12 }
    expect(printerAlarms([near]).map(({ text }) => text)).toEqual([
      'Máy in sảnh: sắp hết giấy, còn khoảng 12 phiếu'
    ])
    expect(printerAlarms([{ ...near, state: 'paper_out' }]).map(({ kind }) => kind)).toEqual([
      'printer_stopped'
    ])
  })

  it('C-27 asks for five earlier services before it calls one long', () => {
    expect(medianOf([60, 70, 80, 90])).toBeNull()
    expect(medianOf([90, 60, 80, 70, 1000])).toBe(80)
    expect(isServedLong(10_000, null)).toBe(false)
    expect(isServedLong(240, 80)).toBe(false)
    expect(isServedLong(241, 80)).toBe(true)
  })

  it.each([
    [1800, null, false],
    [1801, null, true],
    [240, 80, false],
    [241, 80, true]
  ])('C-27 called for %i s, usually %s s: %s', (seconds, median, long) => {
    expect(isCalledLong(seconds, median)).toBe(long)
  })

  it('C-27 knows how long people usually take also where the begin is never marked', () => {
    const visit = (servingAt: string | null) => ({
      calledAt: '2026-11-23T02:00:00.000Z',
      servingAt,
      endedAt: '2026-11-23T02:05:00.000Z'
    })
    const begun = '2026-11-23T02:01:00.000Z'
    expect(usualOf(Array.from({ length: 5 }, () => visit(null)))).toBe(300)
    expect(usualOf([...Array.from({ length: 5 }, () => visit(begun)), visit(null)])).toBe(240)
    expect(usualOf([visit(null), visit(begun)])).toBeNull()
  })
})

describe('people whom no open counter serves', () => {
  const NOW = '2026-11-23T02:30:00.000Z'

  const queueOf = (
    parts: { open?: boolean; openCounters: number; states: Queue['counters'][number]['state'][] },
    since: string[]
  ) =>
    ({
      now: NOW,
      open: parts.open ?? true,
      waiting: since.map((issuedAt, index) => ({
        id: String(index),
        serviceId: 'land',
        issuedAt,
        appointmentAt: null
      })),
      services: [{ id: 'land', name: 'Đất đai', openCounters: parts.openCounters }],
      counters: parts.states.map((state) => ({ state }))
    }) as unknown as Queue

  const TWO = ['2026-11-23T02:20:00.000Z', '2026-11-23T02:05:00.000Z']

  it.each<[string, Parameters<typeof queueOf>[0], string[], number]>([
    ['every counter is closed', { openCounters: 0, states: ['closed', 'closed'] }, TWO, 1],
    ['every counter is paused', { openCounters: 0, states: ['paused'] }, TWO, 1],
    ['those that are open serve other things', { openCounters: 0, states: ['open', 'closed'] }, TWO, 1],
    ['one serves them', { openCounters: 1, states: ['open', 'closed'] }, TWO, 0],
    ['nobody waits', { openCounters: 0, states: ['closed'] }, [], 0],
    ['it is lunch, and all are closed', { open: false, openCounters: 0, states: ['closed'] }, TWO, 0],
    ['it is after hours, one still works', { open: false, openCounters: 0, states: ['open'] }, TWO, 1]
  ])('%s', (_, parts, since, alarms) => {
    expect(unservedAlarms(queueOf(parts, since))).toHaveLength(alarms)
  })

  it('says how many, for what, and since when the first of them waits', () => {
    expect(unservedAlarms(queueOf({ openCounters: 0, states: ['paused'] }, TWO))).toEqual([
      {
        kind: 'unserved',
        subjectId: 'land',
        text: '2 người chờ Đất đai, không quầy nào mở phục vụ',
        since: '2026-11-23T02:05:00.000Z'
      }
    ])
  })

  it('says once that no counter is open, however many services are waited for', () => {
    const queue = (states: Queue['counters'][number]['state'][]) =>
      ({
        now: NOW,
        open: true,
        waiting: ['land', 'justice', 'land'].map((serviceId, index) => ({
          id: String(index),
          serviceId,
          issuedAt: `2026-11-23T02:1${index}:00.000Z`,
          appointmentAt: null
        })),
        services: [
          { id: 'land', name: 'Đất đai', openCounters: 0 },
          { id: 'justice', name: 'Tư pháp', openCounters: 0 }
        ],
        counters: states.map((state) => ({ state }))
      }) as unknown as Queue
    expect(unservedAlarms(queue(['closed', 'paused']))).toEqual([
      {
        kind: 'unserved',
        subjectId: '',
        text: '3 người chờ, không quầy nào mở',
        since: '2026-11-23T02:10:00.000Z'
      }
    ])
    expect(unservedAlarms(queue(['closed', 'open'])).map(({ subjectId }) => subjectId)).toEqual([
      'land',
      'justice'
    ])
  })
})

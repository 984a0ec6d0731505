import { describe, expect, it } from 'vitest'
import { PRINTER_STATES } from '../../server/printers/printer-states.ts'
import { deviceAlarms, isServedLong, medianOf, printerAlarms } from '../../server/waiting/alarms.ts'

const KIOSK = {
  deviceId: 'k2',
  name: 'Kiosk 2',
  lastSeenAt: '2026-11-23T02:41:20.000Z',
  silent: false,
  sound: null,
  clockSkewMs: 400
}

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
    expect(deviceAlarms([{ ...KIOSK, silent: true, sound: 'off', clockSkewMs: 600_000 }])).toEqual([
      {
        kind: 'device_silent',
        subjectId: 'k2',
        text: 'Kiosk 2 mất liên lạc từ 09:41',
        since: '2026-11-23T02:41:20.000Z'
      }
    ])
  })

  it.each([
    ['a device that is well', {}, []],
    ['one that was never heard', { lastSeenAt: null, clockSkewMs: null }, []],
    ['a board that the browser keeps mute', { sound: 'off' as const }, ['sound_off']],
    ['a clock that is a minute out', { clockSkewMs: 60_000 }, []],
    ['a clock that is behind by more', { clockSkewMs: -61_000 }, ['clock_wrong']]
  ])('%s', (_, change, kinds) => {
    expect(deviceAlarms([{ ...KIOSK, ...change }]).map(({ kind }) => kind)).toEqual(kinds)
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
})

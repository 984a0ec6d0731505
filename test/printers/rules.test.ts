import { describe, expect, it } from 'vitest'
import { newBitmap } from '../../server/printers/bitmap.ts'
import {
  CUT,
  FENCE,
  paperBytes,
  processQuestion,
  readAnswers,
  statusQuestion
} from '../../server/printers/escpos.ts'
import {
  afterMove,
  isWorthPrinting,
  nextTry,
  PRINT_STATES,
  type PrintMove,
  type PrintState
} from '../../server/printers/job-states.ts'
import { mayConnect } from '../../server/printers/network.ts'
import {
  countsAfter,
  hindranceOf,
  type PrinterState,
  papersLeft,
  type StatusBytes,
  standingOf
} from '../../server/printers/printer-states.ts'

describe('X-42 what a printer says of itself', () => {
  it.each<[string, StatusBytes, object]>([
    [
      'the vector 1A 32 7E: offline, paper out, near end',
      [0x1a, 0x32, null, 0x7e],
      { state: 'paper_out', paper: 'out' }
    ],
    ['well', [0x12, 0x12, 0x12, 0x12], { state: 'ready', paper: 'ok' }],
    ['nearly out of paper, still printing', [0x12, 0x12, 0x12, 0x1e], { state: 'ready', paper: 'near_end' }],
    ['cover open', [0x1a, 0x16, 0x12, 0x12], { state: 'cover_open', paper: 'ok' }],
    ['cutter stuck', [0x1a, 0x52, 0x1a, 0x12], { state: 'error', paper: 'ok' }],
    ['too hot, mends itself', [0x1a, 0x52, 0x52, 0x12], { state: 'error', paper: 'ok' }],
    ['offline and does not say why', [0x1a, null, null, null], { state: 'offline', paper: 'unknown' }],
    ['answers nothing: not well but silent', [null, null, null, null], { state: 'silent', paper: 'unknown' }]
  ])('%s', (_, bytes, standing) => {
    expect(standingOf(bytes)).toEqual(standing)
  })

  it.each<[PrinterState, boolean, string | null]>([
    ['ready', true, null],
    ['silent', true, 'silent'],
    ['silent', false, null],
    ['paper_out', true, 'paper_out'],
    ['cover_open', true, 'cover_open'],
    ['offline', true, 'offline'],
    ['error', false, 'error']
  ])('%s (tells its state: %s) hinders: %s', (state, tellsStatus, cause) => {
    expect(hindranceOf({ state, paper: 'unknown' }, { tellsStatus })).toBe(cause)
  })
})

describe('X-43 X-45 reading what a printer says', () => {
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))
  const kinds = (text: string) => readAnswers(bytes(text)).answers.map(({ kind }) => kind)

  it('knows states, the number of a paper and the fence apart', () => {
    expect(readAnswers(bytes('12 37 22 41 42 43 44 00 00')).answers).toEqual([
      { kind: 'status', byte: 0x12 },
      { kind: 'process', id: 'ABCD' },
      { kind: 'fence', byte: 0 }
    ])
  })

  it.each([
    ['digits in the number look like states and are none', '37 22 32 32 32 32 00', ['process']],
    ['four bytes that nobody asked for are no fence', '14 00 00 0F 12', ['status']],
    ['XON, XOFF and noise', '11 13 41 FF 9A', []],
    ['a number that is broken off is no number', '37 22 41 42 43 44 45 12', ['status']],
    ['3 bytes of noise before a state', '37 37 22 12', ['status']]
  ])('%s', (_, text, wanted) => {
    expect(kinds(text)).toEqual(wanted)
  })

  it('waits for the rest of an answer that comes in pieces, however it is cut', () => {
    const whole = bytes('12 37 22 41 42 43 44 00 14 00 00 0F 0C')
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const first = readAnswers(whole.slice(0, cut))
      const second = readAnswers(Uint8Array.from([...first.rest, ...whole.slice(cut)]))
      expect(
        [...first.answers, ...second.answers].map(({ kind }) => kind),
        `cut at ${cut}`
      ).toEqual(['status', 'process', 'fence'])
    }
  })
})

describe('X-40 what is sent', () => {
  it('asks as Epson documents it', () => {
    expect(Buffer.from(statusQuestion(4)).toString('hex')).toBe('100404')
    expect(Buffer.from(processQuestion('ABCD')).toString('hex')).toBe('1d2848060030304142' + '4344')
    expect(Buffer.from(FENCE).toString('hex')).toBe('1d7201')
    expect(Buffer.from(CUT).toString('hex')).toMatch(/^1d5642/)
  })

  it('sends a picture in bands of at most 256 rows, all of its rows', () => {
    const sent = Buffer.from(paperBytes(newBitmap(576, 600)))
    let place = 2
    const bands: number[] = []
    while (sent[place + 1] === 0x76) {
      expect(sent.readUInt16LE(place + 4)).toBe(72)
      bands.push(sent.readUInt16LE(place + 6))
      place += 8 + 72 * (bands.at(-1) ?? 0)
    }
    expect(bands).toEqual([256, 256, 88])
    expect(sent.subarray(place)).toEqual(Buffer.from(CUT))
  })

  it.each([0x04, 0x05, 0x14])('X-45 lets no picture say DLE %i by chance', (command) => {
    const bitmap = newBitmap(576, 2)
    bitmap.bytes.set([0x10, command], 10)
    bitmap.bytes.set([0x10, command], 71)
    const sent = Buffer.from(paperBytes(bitmap))
    expect(sent.includes(Buffer.from([0x10, command]))).toBe(false)
    expect(sent.includes(Buffer.from([0x18, command]))).toBe(true)
  })
})

describe('X-44 where a paper stands', () => {
  const moves: PrintMove[] = [
    'claim',
    'refuse',
    'deliver',
    'confirm',
    'lose',
    'give_up',
    'say_printed',
    'say_missing'
  ]
  const ALLOWED: Record<PrintState, Partial<Record<PrintMove, PrintState>>> = {
    queued: { claim: 'sending', give_up: 'failed' },
    sending: { refuse: 'failed', deliver: 'sent', lose: 'unknown' },
    sent: { confirm: 'confirmed', lose: 'unknown', say_printed: 'confirmed', say_missing: 'failed' },
    confirmed: { say_missing: 'failed' },
    unknown: { confirm: 'confirmed', say_printed: 'confirmed', say_missing: 'failed' },
    failed: { claim: 'sending', give_up: 'failed', say_printed: 'confirmed', say_missing: 'failed' }
  }

  it.each(PRINT_STATES.flatMap((state) => moves.map((move) => [state, move] as const)))(
    '%s, %s',
    (state, move) => {
      expect(afterMove(state, move)).toBe(ALLOWED[state][move])
    }
  )

  it('sends nothing again of which a byte has gone out', () => {
    for (const state of ['sending', 'sent', 'unknown', 'confirmed'] as const) {
      expect(afterMove(state, 'claim')).toBeUndefined()
    }
  })

  it('tries later and later, and stops when nobody stands there any more', () => {
    const requestedAt = '2026-11-23T02:00:00.000Z'
    let now = requestedAt
    const waits: number[] = []
    for (let attempts = 1; attempts < 100; attempts += 1) {
      const at = nextTry({ requestedAt, attempts }, now)
      if (at === null) break
      waits.push((Date.parse(at) - Date.parse(now)) / 1000)
      now = at
    }
    expect(waits.slice(0, 4)).toEqual([4, 8, 16, 30])
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(180)
    expect(isWorthPrinting({ requestedAt }, '2026-11-23T02:03:00.000Z')).toBe(true)
    expect(isWorthPrinting({ requestedAt }, '2026-11-23T02:03:00.001Z')).toBe(false)
  })
})

describe('K-08 how long the roll lasts', () => {
  const counts = { papersOnNearEnd: 40, papersSinceNearEnd: 12 }
  it('is told only when the roll is nearly empty', () => {
    expect(papersLeft({ paper: 'ok' }, counts)).toBeNull()
    expect(papersLeft({ paper: 'near_end' }, counts)).toBe(28)
    expect(papersLeft({ paper: 'near_end' }, { ...counts, papersSinceNearEnd: 55 })).toBe(0)
    expect(papersLeft({ paper: 'out' }, counts)).toBe(0)
  })

  it('begins anew with each roll, and learns from one that was used up', () => {
    expect(countsAfter(counts, 'ok', 'near_end')).toEqual({ papersOnNearEnd: 40, papersSinceNearEnd: 0 })
    expect(countsAfter(counts, 'near_end', 'near_end')).toEqual(counts)
    expect(countsAfter(counts, 'near_end', 'out')).toMatchObject({ papersOnNearEnd: 12 })
    expect(countsAfter({ ...counts, papersSinceNearEnd: 2 }, 'near_end', 'out')).toMatchObject({
      papersOnNearEnd: 40
    })
  })
})

describe('A-52 where a printer may stand', () => {
  const office = { ranges: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'], ports: [9100] }
  it.each([
    ['10.1.2.3', 9100, true],
    ['172.16.0.1', 9100, true],
    ['172.31.255.254', 9100, true],
    ['192.168.1.50', 9100, true],
    ['172.32.0.1', 9100, false],
    ['11.0.0.1', 9100, false],
    ['8.8.8.8', 9100, false],
    ['192.168.1.50', 22, false],
    ['192.168.1.50', 80, false],
    ['127.0.0.1', 9100, false],
    ['169.254.169.254', 9100, false],
    ['0.0.0.0', 9100, false],
    ['localhost', 9100, false],
    ['may-in.local', 9100, false],
    ['10.1.2', 9100, false],
    ['10.1.2.3.4', 9100, false],
    ['010.1.2.3', 9100, false],
    ['0x0a.1.2.3', 9100, false],
    ['167838211', 9100, false],
    ['10.1.2.256', 9100, false],
    ['10.1.2.3 ', 9100, false],
    ['::ffff:10.1.2.3', 9100, false],
    ['', 9100, false]
  ])('%s:%i is allowed: %s', (address, port, allowed) => {
    expect(mayConnect({ address, port }, office)).toBe(allowed)
  })

  it('opens this machine and link-local addresses to no range, only to an address named alone', () => {
    const wide = { ranges: ['0.0.0.0/0'], ports: [9100] }
    expect(mayConnect({ address: '203.0.113.5', port: 9100 }, wide)).toBe(true)
    for (const address of [
      '127.0.0.1',
      '127.8.8.8',
      '169.254.7.7',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255'
    ]) {
      expect(mayConnect({ address, port: 9100 }, wide), address).toBe(false)
    }
    const alone = { ranges: ['127.0.0.1/32', '169.254.169.254/32'], ports: [9100] }
    expect(mayConnect({ address: '127.0.0.1', port: 9100 }, alone)).toBe(true)
    expect(mayConnect({ address: '127.0.0.2', port: 9100 }, alone)).toBe(false)
    expect(mayConnect({ address: '169.254.169.254', port: 9100 }, alone)).toBe(false)
  })
})

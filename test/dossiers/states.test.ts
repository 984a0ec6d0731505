import { describe, expect, it } from 'vitest'
import { allowedMoves } from '../../server/dossiers/moves.ts'
import { MOVES, movesFrom, nationalStatus, STATUSES, statusAfter } from '../../server/dossiers/states.ts'
import { rulesOn } from '../regulation/shipped.ts'

/** What may be done where, said once more and apart from the code. */
const EXPECTED: Record<string, Record<string, string>> = {
  received: {
    slip: 'received',
    'hand-over': 'processing',
    'request-supplement': 'awaiting_supplement',
    'request-payment': 'awaiting_payment',
    refuse: 'refused',
    withdraw: 'withdrawn',
    stop: 'stopped',
    'record-result': 'ready'
  },
  processing: {
    slip: 'processing',
    'hand-over': 'processing',
    'accept-hand-over': 'processing',
    'request-supplement': 'awaiting_supplement',
    'request-payment': 'awaiting_payment',
    refuse: 'refused',
    withdraw: 'withdrawn',
    stop: 'stopped',
    'record-result': 'ready'
  },
  awaiting_supplement: {
    slip: 'awaiting_supplement',
    'receive-supplement': 'received',
    refuse: 'refused',
    withdraw: 'withdrawn',
    stop: 'stopped'
  },
  awaiting_payment: {
    slip: 'awaiting_payment',
    'confirm-payment': 'processing',
    refuse: 'refused',
    withdraw: 'withdrawn',
    stop: 'stopped'
  },
  ready: { slip: 'ready', 'return-result': 'returned' }
}

describe('the states of a dossier', () => {
  it.each(STATUSES.flatMap((status) => MOVES.map((move) => [status, move] as const)))(
    '%s, then %s',
    (status, move) => {
      expect(statusAfter(status, move)).toBe(EXPECTED[status]?.[move])
    }
  )

  it.each([
    ['submitted', 1],
    ['received', 2],
    ['not_accepted', 3],
    ['processing', 4],
    ['awaiting_supplement', 5],
    ['awaiting_payment', 6],
    ['withdrawn', 7],
    ['stopped', 8],
    ['refused', 8],
    ['ready', 9],
    ['returned', 10]
  ] as const)('%s is %i in the national exchange', (status, code) => {
    expect(nationalStatus(status)).toBe(code)
  })

  it('offers a stop only under a decree that knows one', () => {
    const standing = {
      status: 'received',
      holderAcceptedAt: '2026-11-23T02:12:00.000Z',
      supplementTimes: 0
    } as const
    expect(allowedMoves(standing, rulesOn('2026-11-23'))).toContain('stop')
    expect(movesFrom('received')).toContain('stop')
  })

  it('offers a second request for papers under no decree', () => {
    const standing = { status: 'processing', holderAcceptedAt: null, supplementTimes: 1 } as const
    for (const day of ['2018-06-21', '2025-07-01', '2026-08-05']) {
      expect(allowedMoves(standing, rulesOn(day)), day).not.toContain('request-supplement')
      expect(allowedMoves({ ...standing, supplementTimes: 0 }, rulesOn(day)), day).toContain(
        'request-supplement'
      )
    }
  })
})

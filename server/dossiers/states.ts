/** Where a dossier stands, by the names of the contract. */
export const STATUSES = [
  'submitted',
  'not_accepted',
  'received',
  'processing',
  'awaiting_supplement',
  'awaiting_payment',
  'ready',
  'returned',
  'refused',
  'withdrawn',
  'stopped'
] as const

export type Status = (typeof STATUSES)[number]

/** What can be done with a dossier that has been taken in, by the names of the contract. */
export const MOVES = [
  'slip',
  'hand-over',
  'accept-hand-over',
  'request-supplement',
  'receive-supplement',
  'request-payment',
  'confirm-payment',
  'refuse',
  'withdraw',
  'stop',
  'record-result',
  'return-result'
] as const

export type Move = (typeof MOVES)[number]

/**
 * Which move leads from which status to which; what is not here is refused. After a supplement the dossier is at the
 * counter again, as papers pass through it alone (NĐ 61/2018 Đ.5.1, 19.4). Without a result there is nothing to return,
 * and with one the citizen can neither withdraw nor stop (NĐ 118/2025 Đ.21).
 */
const NEXT = {
  submitted: {},
  not_accepted: {},
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
  ready: { slip: 'ready', 'return-result': 'returned' },
  returned: {},
  refused: {},
  withdrawn: {},
  stopped: {}
} as const satisfies Record<Status, Partial<Record<Move, Status>>>

/** The codes 1–10 of the national exchange (TrangThaiHoSo). Refused after it was received counts as stopped there. */
const NATIONAL = {
  submitted: 1,
  received: 2,
  not_accepted: 3,
  processing: 4,
  awaiting_supplement: 5,
  awaiting_payment: 6,
  withdrawn: 7,
  refused: 8,
  stopped: 8,
  ready: 9,
  returned: 10
} as const satisfies Record<Status, number>

/** The status after a move, or `undefined` when the status forbids it. */
export function statusAfter(status: Status, move: Move): Status | undefined {
  const next: Partial<Record<Move, Status>> = NEXT[status]
  return next[move]
}

/** What the status allows, in the order of `MOVES`. The rules of the dossier may forbid more. */
export function movesFrom(status: Status): Move[] {
  return MOVES.filter((move) => move in NEXT[status])
}

export function nationalStatus(status: Status): number {
  return NATIONAL[status]
}

/** Statuses in which the term runs, so that a date can be missed: while papers or money are awaited it does not. */
export const TERM_RUNS: readonly Status[] = ['received', 'processing']

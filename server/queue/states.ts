export const TICKET_STATUSES = [
  'waiting',
  'called',
  'serving',
  'parked',
  'finished',
  'absent',
  'cancelled',
  'unfinished'
] as const

export type TicketStatus = (typeof TICKET_STATUSES)[number]

/** What has become of a number; `returning`: nobody came, and it is to be called once again. */
export type Fate = TicketStatus | 'returning'

/** What a number is taken for: to be served, or to fetch a result. */
export const TICKET_PURPOSES = ['service', 'pick_up'] as const

export type TicketPurpose = (typeof TICKET_PURPOSES)[number]

/** What is done with a ticket after it was called; `cancel` also before. A transfer is no plain move: it says where to. */
export const TICKET_MOVES = ['recall', 'serve', 'finish', 'absent', 'park', 'resume', 'cancel'] as const

export type TicketMove = (typeof TICKET_MOVES)[number]

/**
 * Where each move leads from each state; what is not listed is refused. An officer may finish someone whose service was
 * never marked as begun: the key for that is the one most easily forgotten. Whoever was parked or absent comes back with
 * the same number.
 */
export const AFTER_MOVE = {
  waiting: { cancel: 'cancelled' },
  called: {
    recall: 'called',
    serve: 'serving',
    finish: 'finished',
    absent: 'absent',
    park: 'parked',
    cancel: 'cancelled'
  },
  serving: { finish: 'finished', park: 'parked' },
  parked: { resume: 'waiting', cancel: 'cancelled' },
  finished: {},
  absent: { resume: 'waiting' },
  cancelled: {},
  /** Was at a counter when its day was over. */
  unfinished: {}
} as const satisfies Record<TicketStatus, Partial<Record<TicketMove, TicketStatus>>>

/** From where somebody may be sent elsewhere. */
const MAY_TRANSFER: readonly TicketStatus[] = ['waiting', 'called', 'serving', 'parked']

/** The state after a move, or nothing when the state forbids it. */
export function afterMove(status: TicketStatus, move: TicketMove): TicketStatus | undefined {
  const moves: Partial<Record<TicketMove, TicketStatus>> = AFTER_MOVE[status]
  return moves[move]
}

export function mayTransfer(status: TicketStatus): boolean {
  return MAY_TRANSFER.includes(status)
}

/** Whether the person is to be called after this. */
export function comesAgain(status: TicketStatus): boolean {
  return status === 'waiting' || status === 'parked'
}

/** Whether the person is taken to have gone. */
export function isOver(status: TicketStatus): boolean {
  return status === 'finished' || status === 'absent' || status === 'cancelled'
}

/** Whether the person stands or sits at a counter. */
export function isAtCounter(status: TicketStatus): boolean {
  return status === 'called' || status === 'serving'
}

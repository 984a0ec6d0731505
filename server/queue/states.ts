export const TICKET_STATUSES = ['waiting', 'called', 'serving', 'finished', 'absent', 'cancelled'] as const

export type TicketStatus = (typeof TICKET_STATUSES)[number]

/** What is done with a ticket after it was called; `cancel` also before. */
export const TICKET_MOVES = ['recall', 'serve', 'finish', 'absent', 'cancel'] as const

export type TicketMove = (typeof TICKET_MOVES)[number]

/**
 * Where each move leads from each state; what is not listed is refused. An officer may finish someone whose service was
 * never marked as begun: the key for that is the one most easily forgotten.
 */
export const AFTER_MOVE = {
  waiting: { cancel: 'cancelled' },
  called: {
    recall: 'called',
    serve: 'serving',
    finish: 'finished',
    absent: 'absent',
    cancel: 'cancelled'
  },
  serving: { finish: 'finished' },
  finished: {},
  absent: {},
  cancelled: {}
} as const satisfies Record<TicketStatus, Partial<Record<TicketMove, TicketStatus>>>

/** The state after a move, or nothing when the state forbids it. */
export function afterMove(status: TicketStatus, move: TicketMove): TicketStatus | undefined {
  const moves: Partial<Record<TicketMove, TicketStatus>> = AFTER_MOVE[status]
  return moves[move]
}

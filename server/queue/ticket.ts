import type { TicketPurpose } from './states.ts'
import type { TicketTable } from './tables.ts'

/** The number that people read: the letter of the service and the ordinal of the day. @example ticketNumber('A', 7) // 'A007' */
function ticketNumber(letter: string, ordinal: number): string {
  return `${letter}${String(ordinal).padStart(3, '0')}`
}

/** A ticket whose person is not at a counter. */
export const AT_NO_COUNTER = {
  counterId: null,
  counterNumber: null,
  officerId: null,
  officerName: null,
  firstCalledAt: null,
  calledAt: null,
  calls: 0,
  servingAt: null
} as const satisfies Partial<TicketTable>

export interface TicketParts {
  officeId: string
  id: string
  tokenHash: string
  day: string
  now: string
  issuedBy: string
  serviceId: string
  serviceName: string
  letter: string
  ordinal: number
  purpose: TicketPurpose
  priorityGroup: string | null
  priorityGroupName: string | null
  forCounterId: string | null
  dossierCodes: readonly string[]
  /** Made beforehand; `late`: so late that its turn is passed and it is an ordinary number. */
  appointment: { id: string; at: string; late: boolean } | undefined
}

/** A number as it is given: it waits from now on, an appointment that was kept has its turn at its time. */
export function newTicket({ now, ordinal, dossierCodes, appointment, ...parts }: TicketParts): TicketTable {
  const kept = appointment !== undefined && !appointment.late
  return {
    ...parts,
    ordinal,
    number: ticketNumber(parts.letter, ordinal),
    status: 'waiting',
    goesFirst: parts.priorityGroup !== null || kept ? 1 : 0,
    issuedAt: now,
    turnAt: kept ? appointment.at : now,
    notBefore: kept ? appointment.at : null,
    waitingSince: now,
    comesBack: 0,
    forOfficerId: null,
    appointmentId: appointment?.id ?? null,
    absences: 0,
    returnsAfter: null,
    returnsAfterThere: null,
    ...AT_NO_COUNTER,
    endedAt: null,
    skippedOver: 0,
    skipReason: null,
    note: null,
    estimateLow: null,
    estimateHigh: null,
    plainLow: null,
    plainHigh: null,
    slipsDue: 0,
    dossierCodes: JSON.stringify(dossierCodes)
  }
}

/**
 * What was foretold of the wait that runs, and what the pace alone gave. Nothing for an appointment, whose wait begins with its
 * time, nor once the first wait is over.
 */
export function foretoldOf(ticket: TicketTable): Foretold | undefined {
  const { estimateLow, estimateHigh, plainLow, plainHigh } = ticket
  const isFirstWait = ticket.waitingSince === ticket.issuedAt && ticket.notBefore === null
  if (!isFirstWait || estimateLow === null || estimateHigh === null) return undefined
  const plain =
    plainLow === null || plainHigh === null ? undefined : { lowMinutes: plainLow, highMinutes: plainHigh }
  return { lowMinutes: estimateLow, highMinutes: estimateHigh, plain }
}

interface Foretold {
  lowMinutes: number
  highMinutes: number
  plain: { lowMinutes: number; highMinutes: number } | undefined
}

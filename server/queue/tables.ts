import type { TicketPurpose, TicketStatus } from './states.ts'

declare module '../database/schema.ts' {
  interface Database {
    ticket: TicketTable
    ticketSeries: TicketSeriesTable
    ticketService: TicketServiceTable
  }
}

export interface TicketTable {
  officeId: string
  id: string
  /** The day in Vietnam on which it was issued; it is good for that day only. */
  day: string
  /** What it waits for now; a transfer changes it, the letter and the number stay. */
  serviceId: string
  serviceName: string
  letter: string
  ordinal: number
  number: string
  status: TicketStatus
  purpose: TicketPurpose
  priorityGroup: string | null
  /** What the office called it when the number was given; it may have been renamed or taken away since. */
  priorityGroupName: string | null
  /** 1 for priority groups and for appointments that were kept. */
  goesFirst: number
  issuedAt: string
  /** The person or device that issued it. */
  issuedBy: string
  /** By this instant tickets of a kind are called, earliest first. */
  turnAt: string
  /** When an appointment begins: before it the ticket is called only if nobody else waits. */
  notBefore: string | null
  /** Since when the present wait runs: the issue, a transfer, a return. */
  waitingSince: string
  /** 1 for someone who comes back to where he was and goes before all others. */
  comesBack: number
  /** Whom it waits for; as long as that counter, or that officer, is there. */
  forCounterId: string | null
  forOfficerId: string | null
  appointmentId: string | null
  /** How often nobody came. */
  absences: number
  /** Absent: from this call of its service on it is in line again. */
  returnsAfter: number | null
  /** The same by the calls of the counter that had called it, whatever their services: whichever comes first. */
  returnsAfterThere: number | null
  counterId: string | null
  counterNumber: number | null
  /** Who called it. */
  officerId: string | null
  officerName: string | null
  /** When it was called to this counter first, and last. */
  firstCalledAt: string | null
  calledAt: string | null
  /** How often it was called to this counter, again included. */
  calls: number
  servingAt: string | null
  endedAt: string | null
  /** How many it was called before out of turn, and why. */
  skippedOver: number
  skipReason: string | null
  /** What one officer tells the next. */
  note: string | null
  /** What was told when it was issued. Minutes. */
  estimateLow: number | null
  estimateHigh: number | null
  /** The same before it was corrected by what had become of others. */
  plainLow: number | null
  plainHigh: number | null
  /** Dossiers of this ticket whose slip has not been given yet: until then the service does not end. */
  slipsDue: number
  /** JSON list of the dossiers that were received on this ticket, or that it was taken for. */
  dossierCodes: string
  tokenHash: string
}

/** The last ordinal given, and how many calls there were, by office, service and day. */
interface TicketSeriesTable {
  officeId: string
  serviceId: string
  day: string
  last: number
  calls: number
}

/** What else somebody came for, beside the service of the ticket. */
export interface TicketServiceTable {
  officeId: string
  ticketId: string
  serviceId: string
  serviceName: string
  addedAt: string
  addedBy: string
}

import type { TicketStatus } from './states.ts'

declare module '../database/schema.ts' {
  interface Database {
    ticket: TicketTable
    ticketSeries: TicketSeriesTable
    queueSetting: QueueSettingTable
  }
}

export interface TicketTable {
  officeId: string
  id: string
  /** The day in Vietnam on which it was issued; it is good for that day only. */
  day: string
  serviceId: string
  serviceName: string
  letter: string
  ordinal: number
  number: string
  status: TicketStatus
  priorityGroup: string | null
  issuedAt: string
  /** The person or device that issued it. */
  issuedBy: string
  /** By this instant tickets are called, earliest first. */
  turnAt: string
  counterId: string | null
  counterNumber: number | null
  calledAt: string | null
  /** How often it was called, again included. */
  calls: number
  servingAt: string | null
  endedAt: string | null
  /** Dossiers of this ticket whose slip has not been given yet: until then the service does not end. */
  slipsDue: number
  /** JSON list of the dossiers that were received on this ticket. */
  dossierCodes: string
  tokenHash: string
}

/** The last ordinal given, by office, service and day. */
interface TicketSeriesTable {
  officeId: string
  serviceId: string
  day: string
  last: number
}

interface QueueSettingTable {
  officeId: string
  /** 1 for an office that gives numbers at any hour, as a demonstration does. */
  alwaysOpen: number
}

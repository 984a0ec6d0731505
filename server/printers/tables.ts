import type { Cause, Confirms, PrintState } from './job-states.ts'
import type { PaperState, PrinterState } from './printer-states.ts'

declare module '../database/schema.ts' {
  interface Database {
    printer: PrinterTable
    kioskPrinter: KioskPrinterTable
    printJob: PrintJobTable
  }
}

/** A ticket printer on the office's network. */
export interface PrinterTable {
  officeId: string
  id: string
  name: string
  /** IPv4 as a literal: a name could lead elsewhere tomorrow. */
  address: string
  port: number
  state: PrinterState
  paper: PaperState
  /** 1 when it answers questions about its state. */
  tellsStatus: number
  confirms: Confirms
  probedAt: string | null
  lastAskedAt: string | null
  lastAnswerAt: string | null
  stateSince: string | null
  /** How many papers come out after it first says that the roll is nearly empty; corrected by what really came. */
  papersOnNearEnd: number
  papersSinceNearEnd: number
  /** The process that may speak to it, until when. */
  owner: string | null
  ownedUntil: string | null
  createdAt: string
  removedAt: string | null
}

/** Where the tickets of a kiosk come out. */
export interface KioskPrinterTable {
  officeId: string
  deviceId: string
  printerId: string
}

/** A paper that was asked for. What stands on it is kept by value, so that a reprint is the same paper. */
export interface PrintJobTable {
  officeId: string
  id: string
  printerId: string
  /** The kiosk whose ticket it is. */
  deviceId: string | null
  subject: 'ticket' | 'test'
  subjectId: string
  paper: string
  state: PrintState
  cause: Cause | null
  reprintOf: string | null
  requestedBy: string
  requestedByName: string
  requestedAt: string
  attempts: number
  /** When it is to be tried; null when it is not tried by itself any more. */
  nextTryAt: string | null
  /** Who is sending it, while it is: only that one may say how it went. */
  sender: string | null
  sendingAt: string | null
  sentAt: string | null
  endedAt: string | null
  confirmedBy: 'printer' | 'person' | null
  /** Since when somebody has to say whether the paper came out; null when nobody has to. */
  askedSince: string | null
  answeredAt: string | null
  answeredByName: string | null
}

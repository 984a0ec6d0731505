import { isAtRest } from './job-states.ts'
import { papersLeft, USUAL_PAPERS_ON_NEAR_END } from './printer-states.ts'
import type { Printer, PrinterStanding, PrintJob, TicketPaper } from './schemas.ts'
import type { PrinterTable, PrintJobTable } from './tables.ts'

/** What the interface tells of a paper. */
export function asJob(job: PrintJobTable & { printerName: string }): PrintJob {
  const { id, state, printerId, printerName, subject, cause, reprintOf, requestedAt, requestedByName } = job
  const { attempts, nextTryAt, confirmedBy, askedSince } = job
  return {
    id,
    state,
    printerId,
    printerName,
    subject,
    ...subjectOf(job),
    cause,
    reprintOf,
    requestedAt,
    requestedByName,
    attempts,
    running: !isAtRest(job),
    retries: nextTryAt !== null,
    confirmedBy,
    askedSince
  }
}

/** Whose paper it is. A test paper is nobody's. */
export function subjectOf({ subject, subjectId, paper }: PrintJobTable) {
  if (subject === 'test') return { ticketId: null, number: null }
  return { ticketId: subjectId, number: (JSON.parse(paper) as TicketPaper).number }
}

/** What the interface tells of a printer. */
export function asPrinter(
  printer: PrinterTable,
  kiosks: readonly { id: string; name: string; printerId: string | null }[]
): Printer {
  const { id, name, address, port, state, paper, stateSince, lastAnswerAt, probedAt, confirms } = printer
  return {
    id,
    name,
    address,
    port,
    state,
    paper,
    papersLeft: papersLeft(printer, printer),
    stateSince,
    lastAnswerAt,
    probedAt,
    tellsStatus: printer.tellsStatus === 1,
    confirms,
    kiosks: kiosks.filter(({ printerId }) => printerId === id).map(({ id, name }) => ({ id, name }))
  }
}

/** How a printer is, in the words of `printer.changed`, and nothing of where: what a screen that opens later has not heard. */
export function standingOf({ id: printerId, name, state, paper, papersLeft }: Printer): PrinterStanding {
  return { printerId, name, state, paper, papersLeft }
}

/** What the log keeps of where a printer stands. */
export function placeOf({ id, name, address, port }: PrinterTable) {
  return { printerId: id, name, address, port }
}

/** What nobody knows of a printer that was not asked yet. */
export const UNASKED = {
  state: 'unknown',
  paper: 'unknown',
  tellsStatus: 0,
  confirms: 'none',
  probedAt: null,
  lastAskedAt: null,
  lastAnswerAt: null,
  stateSince: null,
  papersOnNearEnd: USUAL_PAPERS_ON_NEAR_END,
  papersSinceNearEnd: 0
} as const satisfies Partial<PrinterTable>

/** A paper as somebody asks for it: to be tried at once. */
export function newJob(
  parts: Pick<
    PrintJobTable,
    | 'officeId'
    | 'id'
    | 'printerId'
    | 'deviceId'
    | 'subject'
    | 'subjectId'
    | 'paper'
    | 'reprintOf'
    | 'requestedAt'
  >,
  by: { id: string; name: string }
): PrintJobTable {
  return {
    ...parts,
    state: 'queued',
    cause: null,
    requestedBy: by.id,
    requestedByName: by.name,
    attempts: 0,
    nextTryAt: parts.requestedAt,
    sender: null,
    sendingAt: null,
    sentAt: null,
    endedAt: null,
    confirmedBy: null,
    askedSince: null,
    answeredAt: null,
    answeredByName: null
  }
}

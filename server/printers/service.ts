import type { Work } from '../transact.ts'
import { findPrinterOfDevice, insertJob } from './repository.ts'
import type { TicketPaper, TicketPrint } from './schemas.ts'
import type { PrintJobTable } from './tables.ts'

/**
 * Asks for the paper of a ticket, in the transaction that issues it: the worker prints it after the commit. `null` when the
 * device has no printer.
 */
export async function queuePrint(
  work: Work,
  { deviceId, ticketId, ticket }: { deviceId: string; ticketId: string; ticket: TicketPaper }
): Promise<TicketPrint | null> {
  const { db, officeId } = work
  const printer = await findPrinterOfDevice(db, { officeId, deviceId })
  if (!printer) return null
  const job = newJob(work, {
    printerId: printer.id,
    deviceId,
    subject: 'ticket',
    subjectId: ticketId,
    paper: JSON.stringify(ticket)
  })
  await insertJob(db, job)
  recordJob(work, job)
  return { id: job.id, state: job.state }
}

function newJob(
  { officeId, actor, now, newId }: Work,
  parts: Pick<PrintJobTable, 'printerId' | 'deviceId' | 'subject' | 'subjectId' | 'paper'> & {
    reprintOf?: string
  }
): PrintJobTable {
  return {
    officeId,
    id: newId(),
    reprintOf: null,
    ...parts,
    state: 'queued',
    cause: null,
    requestedBy: actor.id,
    requestedByName: actor.name,
    requestedAt: now,
    attempts: 0,
    nextTryAt: now,
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

function recordJob({ record }: Work, job: PrintJobTable): void {
  const { id, subject, subjectId, printerId, state, cause, attempts, reprintOf, confirmedBy } = job
  const ticketId = subject === 'ticket' ? subjectId : null
  const number = numberOn(job)
  record('print.changed', {
    jobId: id,
    ticketId,
    number,
    printerId,
    state,
    cause,
    attempts,
    reprintOf,
    confirmedBy
  })
}

function numberOn({ subject, paper }: PrintJobTable): string | null {
  return subject === 'ticket' ? (JSON.parse(paper) as TicketPaper).number : null
}

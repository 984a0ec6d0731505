import { testPaper } from '../../kiosk-ui/src/text/printers.ts'
import { instantOf, localMoment } from '../calendar/plain-date.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import { getOffice } from '../offices/service.ts'
import { normalText } from '../text-key.ts'
import type { Work } from '../transact.ts'
import { asJob, asPrinter, newJob, placeOf, subjectOf, UNASKED } from './described.ts'
import { afterMove, isAtRest, type PrintMove, type PrintState } from './job-states.ts'
import { mayConnect, type PrinterNetwork } from './network.ts'
import {
  findJob,
  findPrinter,
  findPrinterOfDevice,
  insertJob,
  insertPrinter,
  listAwaitedJobs,
  listJobs,
  listKiosks,
  listPrinters,
  listRestingJobs,
  type NamedJob,
  saveJob,
  saveKiosks,
  savePrinter
} from './repository.ts'
import type {
  NewPrinter,
  Printer,
  PrinterChange,
  Printers,
  PrintJob,
  TicketPaper,
  TicketPrint
} from './schemas.ts'
import type { PrinterTable, PrintJobTable } from './tables.ts'

/** What every ticket printer listens on. */
const USUAL_PORT = 9100

/** The printers of an office with what they last said, and the kiosks that have none. */
export async function describePrinters(
  db: Db,
  officeId: string
): Promise<Pick<Printers, 'items' | 'kiosksWithout'>> {
  const kiosks = await listKiosks(db, officeId)
  const printers = await listPrinters(db, officeId)
  return {
    items: printers.map((printer) => asPrinter(printer, kiosks)),
    kiosksWithout: kiosks.filter(({ printerId }) => printerId === null).map(({ id, name }) => ({ id, name }))
  }
}

/**
 * Adds a printer. Nothing is known of it until it is probed.
 *
 * @throws PRINTER_NOT_ALLOWED for an address or a port that the server may not connect to
 * @throws PRINTER_ADDRESS_TAKEN as a printer takes one connection and so has one owner
 */
export async function addPrinter(
  work: Work,
  { name, address, port = USUAL_PORT }: NewPrinter,
  network: PrinterNetwork
): Promise<Printer> {
  const { db, officeId, now } = work
  const printer: PrinterTable = {
    officeId,
    id: work.newId(),
    name: normalText(name),
    address,
    port,
    ...UNASKED,
    owner: null,
    ownedUntil: null,
    createdAt: now,
    removedAt: null
  }
  await assertMayStand(work, printer, network)
  await insertPrinter(db, printer)
  work.record('printer.added', placeOf(printer))
  return asPrinter(printer, [])
}

/** @throws NOT_FOUND, PRINTER_NOT_ALLOWED, PRINTER_ADDRESS_TAKEN */
export async function changePrinter(
  work: Work,
  { printerId, ...change }: PrinterChange & { printerId: string },
  network: PrinterNetwork
): Promise<Printer> {
  const before = await getPrinter(work, printerId)
  const { address = before.address, port = before.port } = change
  const moved = address !== before.address || port !== before.port
  const name = change.name === undefined ? before.name : normalText(change.name)
  const after: PrinterTable = { ...before, ...(moved ? UNASKED : {}), name, address, port }
  if (moved) await assertMayStand(work, after, network)
  await savePrinter(work.db, after)
  work.record('printer.set', placeOf(after))
  return withKiosks(work, after)
}

/** Removes a printer; what waits for it is given up, and somebody is asked. @throws NOT_FOUND */
export async function removePrinter(work: Work, printerId: string): Promise<void> {
  const { db, officeId, now } = work
  const printer = await getPrinter(work, printerId)
  for (const job of await listAwaitedJobs(db, { officeId, printerId })) {
    await moveJob(work, job, {
      move: 'give_up',
      cause: 'printer_removed',
      nextTryAt: null,
      askedSince: now,
      endedAt: now
    })
  }
  await saveKiosks(db, { officeId, printerId }, [])
  await savePrinter(db, { ...printer, removedAt: now })
  work.record('printer.removed', { printerId, name: printer.name })
}

/** Says which kiosks print at a printer; one that printed elsewhere prints here from now on. @throws NOT_FOUND */
export async function setKiosks(
  work: Work,
  { printerId, deviceIds }: { printerId: string; deviceIds: readonly string[] }
): Promise<Printer> {
  const { db, officeId } = work
  const printer = await getPrinter(work, printerId)
  const kiosks = new Set((await listKiosks(db, officeId)).map(({ id }) => id))
  if (!deviceIds.every((id) => kiosks.has(id))) throw new DomainError('NOT_FOUND')
  await saveKiosks(db, { officeId, printerId }, deviceIds)
  work.record('printer.kiosks_set', { printerId, name: printer.name, deviceIds })
  return withKiosks(work, printer)
}

/** Keeps what a probe has found. A printer that did not answer keeps what was known of it. @throws NOT_FOUND */
export async function keepProbe(
  work: Work,
  {
    printerId,
    found
  }: { printerId: string; found: { tellsStatus: boolean; confirms: PrinterTable['confirms'] } | undefined }
): Promise<Printer> {
  const printer = await getPrinter(work, printerId)
  if (!found) return withKiosks(work, printer)
  const { tellsStatus, confirms } = found
  const probed = { ...printer, tellsStatus: tellsStatus ? 1 : 0, confirms, probedAt: work.now }
  await savePrinter(work.db, probed)
  work.record('printer.probed', { printerId, name: printer.name, tellsStatus, confirms })
  return withKiosks(work, probed)
}

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
  const { id, state } = await queueJob(work, {
    printerId: printer.id,
    deviceId,
    subject: 'ticket',
    subjectId: ticketId,
    paper: JSON.stringify(ticket),
    reprintOf: null
  })
  return { id, state }
}

/** Nobody is to find the paper of a number that was taken back: what has not been begun is not printed any more. */
export async function withdrawPrint(work: Work, ticketId: string): Promise<void> {
  const { db, officeId, now } = work
  for (const job of await listRestingJobs(db, { officeId, ticketId })) {
    await moveJob(work, job, { move: 'give_up', cause: 'taken_back', nextTryAt: null, endedAt: now })
  }
}

/** Asks for a paper that shows whether a printer prints. @throws NOT_FOUND */
export async function queueTest(work: Work, printerId: string): Promise<PrintJob> {
  const { db, officeId, now } = work
  const printer = await getPrinter(work, printerId)
  const { name: officeName } = await getOffice(db, officeId)
  const paper: TicketPaper = {
    officeName,
    ...testPaper,
    issuedAt: now,
    waitingAhead: 0,
    priority: false,
    estimate: null,
    waitNear: null
  }
  const job = await queueJob(work, {
    printerId,
    deviceId: null,
    subject: 'test',
    subjectId: work.newId(),
    paper: JSON.stringify(paper),
    reprintOf: null
  })
  return asJob({ ...job, printerName: printer.name })
}

/**
 * Asks for the same paper once more, marked as a second one: only because a person wants it, and the log says who. What
 * was asked about the first is answered by that.
 *
 * @throws NOT_FOUND, also when the printer is gone
 * @throws MOVE_NOT_ALLOWED while the server is still printing the first
 */
export async function reprint(work: Work, jobId: string): Promise<PrintJob> {
  const before = await getJob(work, jobId)
  if (!isAtRest(before)) throw new DomainError('MOVE_NOT_ALLOWED', { what: 'PRINT_IS_RUNNING' })
  const printer = await printerNow(work, before)
  const { printerName: _, ...row } = before
  await saveJob(work.db, { ...row, nextTryAt: null, ...answered(work) })
  const { deviceId, subject, subjectId, paper } = before
  const job = await queueJob(work, {
    printerId: printer.id,
    deviceId,
    subject,
    subjectId,
    paper,
    reprintOf: before.reprintOf ?? before.id
  })
  return asJob({ ...job, printerName: printer.name })
}

/** Where the tickets of the kiosk come out by now, or the printer of the first paper. @throws NOT_FOUND when it is gone */
async function printerNow(work: Work, { deviceId, printerId }: PrintJobTable): Promise<PrinterTable> {
  const { db, officeId } = work
  const current = deviceId === null ? undefined : await findPrinterOfDevice(db, { officeId, deviceId })
  return current ?? getPrinter(work, printerId)
}

/**
 * Takes down what a person saw where the printer did not say it. What is missing is not printed by itself: that, too, a person
 * asks for.
 *
 * @throws NOT_FOUND, MOVE_NOT_ALLOWED while the server is still printing it
 */
export async function answerOutcome(
  work: Work,
  { jobId, printed }: { jobId: string; printed: boolean }
): Promise<PrintJob> {
  const job = await getJob(work, jobId)
  const move = printed ? 'say_printed' : 'say_missing'
  if (!isAtRest(job)) throw new DomainError('MOVE_NOT_ALLOWED', { what: 'PRINT_IS_RUNNING' })
  if (printed && job.state === 'confirmed') return asJob(job)
  const after = await moveJob(work, job, {
    move,
    cause: printed ? null : (job.cause ?? 'not_there'),
    confirmedBy: printed ? 'person' : null,
    nextTryAt: null,
    ...answered(work)
  })
  return asJob({ ...after, printerName: job.printerName })
}

/** Papers of today in Vietnam, as a number is good for its day only. */
export async function describeJobs(
  db: Db,
  {
    officeId,
    now,
    ...filter
  }: { officeId: string; now: string; state: PrintState | 'asked' | undefined; limit: number }
): Promise<PrintJob[]> {
  const since = instantOf(localMoment(now).day, 0)
  return (await listJobs(db, { officeId, since, ...filter })).map(asJob)
}

/** @throws NOT_FOUND, for a kiosk (`deviceId`) also when the ticket was not taken there */
export async function describeJob(
  db: Db,
  { officeId, jobId, deviceId }: { officeId: string; jobId: string; deviceId?: string | undefined }
): Promise<PrintJob> {
  const job = await findJob(db, { officeId, jobId })
  if (!job || (deviceId !== undefined && job.deviceId !== deviceId)) throw new DomainError('NOT_FOUND')
  return asJob(job)
}

/**
 * Moves a paper on, with what else changes with it, and tells the screens.
 *
 * @throws Error when the move is not possible: the callers look before
 */
export async function moveJob(
  work: Work,
  job: PrintJobTable,
  { move, ...change }: Partial<PrintJobTable> & { move: PrintMove }
): Promise<PrintJobTable> {
  const state = afterMove(job.state, move)
  if (!state) throw new Error(`a ${job.state} paper cannot ${move}`)
  const after = { ...job, ...change, state }
  await saveJob(work.db, after)
  recordJob(work, after)
  return after
}

async function queueJob(
  work: Work,
  parts: Pick<PrintJobTable, 'printerId' | 'deviceId' | 'subject' | 'subjectId' | 'paper' | 'reprintOf'>
): Promise<PrintJobTable> {
  const { db, officeId, actor, now, newId } = work
  const job = newJob({ ...parts, officeId, id: newId(), requestedAt: now }, actor)
  await insertJob(db, job)
  recordJob(work, job)
  return job
}

function answered({ actor, now }: Work) {
  return { askedSince: null, answeredAt: now, answeredByName: actor.name }
}

async function assertMayStand(
  { db, officeId }: Work,
  { id, address, port }: PrinterTable,
  network: PrinterNetwork
): Promise<void> {
  if (!mayConnect({ address, port }, network)) throw new DomainError('PRINTER_NOT_ALLOWED', { address, port })
  const taken = (await listPrinters(db, officeId)).find(
    (other) => other.id !== id && other.address === address && other.port === port
  )
  if (taken) throw new DomainError('PRINTER_ADDRESS_TAKEN', { address, name: taken.name })
}

async function getPrinter({ db, officeId }: Work, printerId: string): Promise<PrinterTable> {
  const printer = await findPrinter(db, { officeId, printerId })
  if (!printer || printer.removedAt !== null) throw new DomainError('NOT_FOUND')
  return printer
}

async function getJob({ db, officeId }: Work, jobId: string): Promise<NamedJob> {
  const job = await findJob(db, { officeId, jobId })
  if (!job) throw new DomainError('NOT_FOUND')
  return job
}

function recordJob({ record }: Work, job: PrintJobTable): void {
  const { id: jobId, printerId, state, cause, attempts, reprintOf, confirmedBy } = job
  const subject = subjectOf(job)
  record('print.changed', { jobId, ...subject, printerId, state, cause, attempts, reprintOf, confirmedBy })
}

async function withKiosks({ db, officeId }: Work, printer: PrinterTable): Promise<Printer> {
  return asPrinter(printer, await listKiosks(db, officeId))
}

import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import type { PrintState } from './job-states.ts'
import type { PrinterTable, PrintJobTable } from './tables.ts'

export interface PrinterKey {
  officeId: string
  printerId: string
}

/** A paper with the name of the printer that it goes to. */
export type NamedJob = PrintJobTable & { printerName: string }

export async function insertPrinter(db: Db, printer: PrinterTable): Promise<void> {
  await db.insertInto('printer').values(printer).execute()
}

export async function savePrinter(
  db: Db,
  { officeId, id, createdAt, ...printer }: PrinterTable
): Promise<void> {
  await db.updateTable('printer').set(printer).where('officeId', '=', officeId).where('id', '=', id).execute()
}

/** A printer, also one that was removed. */
export async function findPrinter(db: Db, key: PrinterKey): Promise<PrinterTable | undefined> {
  const { rows } = await printerById(db, key)
  return rows[0]
}

export async function listPrinters(db: Db, officeId: string): Promise<PrinterTable[]> {
  return db
    .selectFrom('printer')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()
}

/** The printers of all offices, for the one who looks after them. */
export async function listAllPrinters(db: Db): Promise<PrinterTable[]> {
  return db.selectFrom('printer').selectAll().where('removedAt', 'is', null).execute()
}

/** The printer at which the tickets of a device come out, if it has one. */
export async function findPrinterOfDevice(
  db: Db,
  key: { officeId: string; deviceId: string }
): Promise<PrinterTable | undefined> {
  const { rows } = await printerOfDevice(db, key)
  return rows[0]
}

/** The kiosks of an office that are let in, and where each prints. */
export async function listKiosks(
  db: Db,
  officeId: string
): Promise<{ id: string; name: string; printerId: string | null }[]> {
  return db
    .selectFrom('account')
    .leftJoin('kioskPrinter', (join) =>
      join
        .onRef('kioskPrinter.officeId', '=', 'account.officeId')
        .onRef('kioskPrinter.deviceId', '=', 'account.id')
    )
    .select(['account.id', 'account.name', 'kioskPrinter.printerId'])
    .where('account.officeId', '=', officeId)
    .where('account.kind', '=', 'device')
    .where('account.roles', '=', '["kiosk"]')
    .where('account.disabledAt', 'is', null)
    .orderBy('account.id')
    .execute()
}

/** Makes these kiosks, and no others, print at a printer. */
export async function saveKiosks(
  db: Db,
  { officeId, printerId }: PrinterKey,
  deviceIds: readonly string[]
): Promise<void> {
  const mine = db.deleteFrom('kioskPrinter').where('officeId', '=', officeId)
  await mine.where('printerId', '=', printerId).execute()
  if (deviceIds.length === 0) return
  await mine.where('deviceId', 'in', deviceIds).execute()
  const rows = deviceIds.map((deviceId) => ({ officeId, deviceId, printerId }))
  await db.insertInto('kioskPrinter').values(rows).execute()
}

export async function insertJob(db: Db, job: PrintJobTable): Promise<void> {
  await db.insertInto('printJob').values(job).execute()
}

export async function saveJob(db: Db, job: PrintJobTable): Promise<void> {
  const { officeId, id, state, cause, attempts, nextTryAt, sender, sendingAt, sentAt, endedAt } = job
  const { confirmedBy, askedSince, answeredAt, answeredByName } = job
  await db
    .updateTable('printJob')
    .set({ state, cause, attempts, nextTryAt, sender, sendingAt, sentAt, endedAt })
    .set({ confirmedBy, askedSince, answeredAt, answeredByName })
    .where('officeId', '=', officeId)
    .where('id', '=', id)
    .execute()
}

export async function findJob(
  db: Db,
  { officeId, jobId }: { officeId: string; jobId: string }
): Promise<NamedJob | undefined> {
  return namedJobs(db, officeId).where('printJob.id', '=', jobId).executeTakeFirst()
}

/** The latest papers first; `asked` are those about which somebody is to say whether they came out. */
export async function listJobs(
  db: Db,
  {
    officeId,
    state,
    since,
    limit
  }: { officeId: string; state: PrintState | 'asked' | undefined; since: string; limit: number }
): Promise<NamedJob[]> {
  const jobs = namedJobs(db, officeId)
    .where('printJob.requestedAt', '>=', since)
    .orderBy('printJob.requestedAt', 'desc')
    .limit(limit)
  if (state === undefined) return jobs.execute()
  if (state === 'asked') return jobs.where('printJob.askedSince', 'is not', null).execute()
  return jobs.where('printJob.state', '=', state).execute()
}

/** The papers of a printer that are to be tried, the oldest first. */
export async function listDueJobs(
  db: Db,
  { now, ...printer }: PrinterKey & { now: string }
): Promise<PrintJobTable[]> {
  return jobsOf(db, printer)
    .where('nextTryAt', 'is not', null)
    .where('nextTryAt', '<=', now)
    .orderBy('requestedAt')
    .orderBy('id')
    .execute()
}

/** Papers of a ticket that will be tried by themselves, now or later. */
export async function listRestingJobs(
  db: Db,
  { officeId, ticketId }: { officeId: string; ticketId: string }
): Promise<PrintJobTable[]> {
  return db
    .selectFrom('printJob')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('subject', '=', 'ticket')
    .where('subjectId', '=', ticketId)
    .where('state', 'in', ['queued', 'failed'])
    .where('nextTryAt', 'is not', null)
    .execute()
}

/** The papers of a printer that will be tried by themselves, now or later. */
export async function listAwaitedJobs(db: Db, printer: PrinterKey): Promise<PrintJobTable[]> {
  return jobsOf(db, printer).where('nextTryAt', 'is not', null).execute()
}

/** The papers of a printer that some process began to send and has not said how it went. */
export async function listJobsInFlight(db: Db, printer: PrinterKey): Promise<PrintJobTable[]> {
  return jobsOf(db, printer).where('sender', 'is not', null).execute()
}

/** Printers of all offices at which papers wait or hang. */
export async function listPrintersWithWork(db: Db, now: string): Promise<PrinterKey[]> {
  const due = await db
    .selectFrom('printJob')
    .select(['officeId', 'printerId'])
    .distinct()
    .where('nextTryAt', 'is not', null)
    .where('nextTryAt', '<=', now)
    .execute()
  const inFlight = await db
    .selectFrom('printJob')
    .select(['officeId', 'printerId'])
    .distinct()
    .where('sender', 'is not', null)
    .execute()
  return [...due, ...inFlight]
}

function jobsOf(db: Db, { officeId, printerId }: PrinterKey) {
  return db
    .selectFrom('printJob')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('printerId', '=', printerId)
}

function namedJobs(db: Db, officeId: string) {
  return db
    .selectFrom('printJob')
    .innerJoin('printer', (join) =>
      join.onRef('printer.officeId', '=', 'printJob.officeId').onRef('printer.id', '=', 'printJob.printerId')
    )
    .selectAll('printJob')
    .select('printer.name as printerName')
    .where('printJob.officeId', '=', officeId)
}

const printerById = compiled<{ officeId: string; printerId: string }, PrinterTable>((db, slot) =>
  db
    .selectFrom('printer')
    .selectAll()
    .where('officeId', '=', slot('officeId'))
    .where('id', '=', slot('printerId'))
)

const printerOfDevice = compiled<{ officeId: string; deviceId: string }, PrinterTable>((db, slot) =>
  db
    .selectFrom('printer')
    .innerJoin('kioskPrinter', (join) =>
      join
        .onRef('kioskPrinter.officeId', '=', 'printer.officeId')
        .onRef('kioskPrinter.printerId', '=', 'printer.id')
    )
    .selectAll('printer')
    .where('kioskPrinter.officeId', '=', slot('officeId'))
    .where('kioskPrinter.deviceId', '=', slot('deviceId'))
    .where('printer.removedAt', 'is', null)
)

import type { Work } from '../transact.ts'
import { type Cause, isWorthPrinting, nextTry } from './job-states.ts'
import { countsAfter, papersLeft, type Standing } from './printer-states.ts'
import {
  findJob,
  findPrinter,
  listAwaitedJobs,
  listDueJobs,
  listJobsInFlight,
  saveJob,
  savePrinter
} from './repository.ts'
import { moveJob } from './service.ts'
import type { PrinterTable, PrintJobTable } from './tables.ts'

/**
 * How long a process may speak to a printer before another takes over: longer than sending a paper takes, and than waiting for
 * its proof, before which it is renewed. Milliseconds.
 */
const LEASE = 25_000

/** The process that looks after printers. */
export interface Owner {
  id: string
  /** No other process works on this database, so that whoever held a printer before has ended. */
  alone: boolean
}

/** A paper that this process sends now, and where. */
export interface Claim {
  printer: PrinterTable
  job: PrintJobTable
}

/** How sending a paper ended. */
export type Outcome =
  | { kind: 'confirmed' }
  /** All of it was taken by a printer that proves nothing. */
  | { kind: 'taken' }
  /** Bytes went out and nobody knows. */
  | { kind: 'lost'; cause: Cause }
  /** No byte of it went out. */
  | { kind: 'refused'; cause: Cause }

/**
 * Takes the next paper of a printer for this process, or nothing when there is none or another process is at the printer. What
 * a process that has ended left half sent becomes unknown here, and what nobody waits for any longer is given up.
 */
export async function claimPaper(
  work: Work,
  { printerId, owner }: { printerId: string; owner: Owner }
): Promise<Claim | undefined> {
  const { db, officeId, now } = work
  const printer = await findPrinter(db, { officeId, printerId })
  if (!printer || !mayOwn(printer, owner, now)) return undefined
  await loseOrphans(work, printer)
  if (printer.removedAt !== null) return undefined
  for (const job of await listDueJobs(db, { officeId, printerId, now })) {
    if (isWorthPrinting(job, now)) return claimed(work, { printer, job, owner })
    await moveJob(work, job, {
      move: 'give_up',
      cause: job.cause ?? 'too_late',
      nextTryAt: null,
      askedSince: now,
      endedAt: now
    })
  }
  return undefined
}

async function claimed(work: Work, { printer, job, owner }: Claim & { owner: Owner }): Promise<Claim> {
  const attempts = job.attempts + 1
  return {
    printer: await hold(work, printer, owner),
    job: await moveJob(work, job, {
      move: 'claim',
      cause: null,
      attempts,
      nextTryAt: null,
      sender: `${owner.id}/${attempts}`,
      sendingAt: work.now
    })
  }
}

/** Takes a printer to ask it how it is, unless it is in use or was asked a moment ago. */
export async function claimPrinter(
  work: Work,
  { printerId, owner, notSince }: { printerId: string; owner: Owner; notSince?: string }
): Promise<PrinterTable | undefined> {
  const { db, officeId, now } = work
  const printer = await findPrinter(db, { officeId, printerId })
  if (!printer || printer.removedAt !== null || !mayOwn(printer, owner, now)) return undefined
  if (notSince !== undefined && printer.lastAskedAt !== null && printer.lastAskedAt > notSince)
    return undefined
  await loseOrphans(work, printer)
  return hold(work, printer, owner)
}

/** All of a paper went out; the printer is still to prove it. */
export async function noteDelivered(
  work: Work,
  { claim, owner }: { claim: Claim; owner: Owner }
): Promise<Claim> {
  const job = await findMine(work, claim)
  const { officeId } = work
  const printer = await findPrinter(work.db, { officeId, printerId: claim.printer.id })
  if (!job || printer?.owner !== owner.id) return claim
  await hold(work, printer, owner)
  return { ...claim, job: await moveJob(work, job, { move: 'deliver', sentAt: work.now }) }
}

/**
 * Takes down how a paper ended and how the printer was, and lets the printer go. When this process was taken for dead
 * meanwhile, only a proof that the paper came out still counts.
 */
export async function settlePaper(
  work: Work,
  { claim, outcome, standing }: { claim: Claim; outcome: Outcome; standing: Standing | undefined }
): Promise<void> {
  const job = await findMine(work, claim)
  if (job) await settle(work, job, outcome)
  else await proveLate(work, claim, outcome)
  const came = outcome.kind === 'confirmed' || outcome.kind === 'taken'
  await release(work, { printerId: claim.printer.id, standing, papers: came ? 1 : 0 })
}

async function settle(work: Work, job: PrintJobTable, outcome: Outcome): Promise<void> {
  const { now } = work
  const ended = { sender: null, endedAt: now }
  switch (outcome.kind) {
    case 'confirmed':
      await moveJob(work, await delivered(work, job), { move: 'confirm', confirmedBy: 'printer', ...ended })
      return
    case 'taken':
      await saveJob(work.db, { ...(await delivered(work, job)), ...ended })
      return
    case 'lost':
      await moveJob(work, job, { move: 'lose', cause: outcome.cause, askedSince: now, ...ended })
      return
    case 'refused': {
      const nextTryAt = nextTry(job, now)
      const askedSince = nextTryAt === null ? now : null
      await moveJob(work, job, { move: 'refuse', cause: outcome.cause, nextTryAt, askedSince, ...ended })
    }
  }
}

async function delivered(work: Work, job: PrintJobTable): Promise<PrintJobTable> {
  return job.state === 'sending' ? moveJob(work, job, { move: 'deliver', sentAt: work.now }) : job
}

async function proveLate(work: Work, { job: { id } }: Claim, outcome: Outcome): Promise<void> {
  if (outcome.kind !== 'confirmed') return
  const job = await findJob(work.db, { officeId: work.officeId, jobId: id })
  if (job?.state !== 'unknown' || job.answeredAt !== null) return
  const { printerName: _, ...row } = job
  await moveJob(work, row, { move: 'confirm', cause: null, confirmedBy: 'printer', askedSince: null })
}

/** Lets a printer go that was asked how it is. What waited because of it is tried at once when it is well again. */
export async function settlePrinter(
  work: Work,
  { printerId, standing }: { printerId: string; standing: Standing }
): Promise<void> {
  await release(work, { printerId, standing, papers: 0 })
}

async function release(
  work: Work,
  { printerId, standing, papers }: { printerId: string; standing: Standing | undefined; papers: number }
): Promise<void> {
  const { db, officeId, now } = work
  const before = await findPrinter(db, { officeId, printerId })
  if (!before || before.removedAt !== null) return
  const seen = standing ?? before
  // Whoever cannot be reached or keeps silent does not tell of its paper: what was known last stays.
  const paper = seen.paper === 'unknown' ? before.paper : seen.paper
  const counted = { ...before, papersSinceNearEnd: before.papersSinceNearEnd + papers }
  const changed = seen.state !== before.state || paper !== before.paper
  const after: PrinterTable = {
    ...counted,
    ...countsAfter(counted, before.paper, paper),
    state: seen.state,
    paper,
    stateSince: changed ? now : before.stateSince,
    lastAskedAt: now,
    lastAnswerAt: seen.state === 'unreachable' || seen.state === 'silent' ? before.lastAnswerAt : now,
    owner: null,
    ownedUntil: null
  }
  await savePrinter(db, after)
  if (changed) recordPrinter(work, after)
  if (seen.state === 'ready' && before.state !== 'ready') await hasten(work, printerId)
}

async function hasten({ db, officeId, now }: Work, printerId: string): Promise<void> {
  for (const job of await listAwaitedJobs(db, { officeId, printerId })) {
    if (job.nextTryAt !== null && job.nextTryAt > now) await saveJob(db, { ...job, nextTryAt: now })
  }
}

function mayOwn({ owner, ownedUntil }: PrinterTable, { id, alone }: Owner, now: string): boolean {
  return owner === null || owner === id || alone || ownedUntil === null || ownedUntil < now
}

async function hold({ db, now }: Work, printer: PrinterTable, { id }: Owner): Promise<PrinterTable> {
  const ownedUntil = new Date(Date.parse(now) + LEASE).toISOString()
  const held = { ...printer, owner: id, ownedUntil, lastAskedAt: now }
  await savePrinter(db, held)
  return held
}

/** Papers that a process began and did not end: it is gone, and whether they came out nobody can tell. */
async function loseOrphans(work: Work, { officeId, id }: PrinterTable): Promise<void> {
  for (const job of await listJobsInFlight(work.db, { officeId, printerId: id })) {
    const { now: askedSince } = work
    const ended = { sender: null, endedAt: work.now }
    await moveJob(work, job, { move: 'lose', cause: 'server_ended', askedSince, ...ended })
  }
}

async function findMine(work: Work, { job: { id, sender } }: Claim): Promise<PrintJobTable | undefined> {
  const job = await findJob(work.db, { officeId: work.officeId, jobId: id })
  if (!job || job.sender !== sender) return undefined
  const { printerName: _, ...row } = job
  return row
}

function recordPrinter({ record }: Work, printer: PrinterTable): void {
  const { id: printerId, name, state, paper } = printer
  record('printer.changed', { printerId, name, state, paper, papersLeft: papersLeft(printer, printer) })
}

import { dossierEventText, dossierFault, dossierNoteText } from '../../kiosk-ui/src/text/dossiers.ts'
import { officeDaysOf } from '../calendar/service.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import { eventsByNumber } from '../event-log.ts'
import { addDays, dayInVietnam } from '../regulation/day.ts'
import { regulationById } from '../regulation/service.ts'
import type { Work } from '../transact.ts'
import { describeDossier } from './described.ts'
import type { DossierFacts, DossierMoveEvent, PersonalFacts } from './events.ts'
import { splitFacts } from './facts.ts'
import {
  type DueRange,
  findDossier,
  findDossierById,
  insertDossier,
  insertEventLink,
  insertPapers,
  listDue,
  listEventNumbers,
  listPapers,
  type OpenDue,
  searchDossiers,
  updateDossier
} from './repository.ts'
import type { DossierQuery, DossierState, DossierSummary, HistoryEntry } from './schemas.ts'
import { searchTerms } from './search-terms.ts'
import type { Status } from './states.ts'
import type { DossierTable, Paper } from './tables.ts'

export type { OpenDue }

/** How many working days ahead a due date counts as near. */
const SOON = 3

/** Puts a dossier that was taken in into the record, with its papers; its history begins here. */
export async function addDossier(work: Work, dossier: DossierTable, papers: readonly Paper[]): Promise<void> {
  const { db, officeId } = work
  const { id: dossierId } = dossier
  await insertDossier(db, dossier)
  await insertPapers(db, { officeId, dossierId }, numbered(papers, 0))
  const { facts, personal } = splitFacts(dossier)
  const seq = work.record(
    'dossier.received',
    { dossierId, ...(facts as DossierFacts) },
    { ...(personal as PersonalFacts), components: [...papers] }
  )
  await insertEventLink(db, { officeId, dossierId, seq })
}

/** Adds papers to those of a dossier; gives back the whole list. */
export async function addPapers(
  { db }: Work,
  dossier: DossierTable,
  papers: readonly Paper[]
): Promise<Paper[]> {
  const { officeId, id: dossierId } = dossier
  const before = await papersOfDossier(db, dossier)
  await insertPapers(db, { officeId, dossierId }, numbered(papers, before.length))
  return [...before, ...papers]
}

/** What a dossier becomes, and the event that tells of it. */
export interface DossierChange {
  status: Status
  event: DossierMoveEvent
  changes: Partial<DossierTable>
  /** The whole list, where papers came in. */
  papers?: Paper[]
  note?: string | undefined
}

/** Writes what has changed, with its event. Whether it may be so is settled by who calls. */
export async function changeDossier(
  work: Work,
  before: DossierTable,
  { status, event, changes, papers, note }: DossierChange
): Promise<DossierTable> {
  const { db, officeId } = work
  const changed = { ...changes, status, version: before.version + 1 }
  const key = { officeId, dossierId: before.id }
  await updateDossier(db, key, changed)
  const { facts, personal } = splitFacts(changed)
  const secret = {
    ...personal,
    ...(papers === undefined ? {} : { components: papers }),
    ...(note === undefined ? {} : { note })
  }
  const { id: dossierId, code } = before
  const seq = work.record(
    event,
    { ...facts, dossierId, code, version: changed.version, status },
    Object.keys(secret).length > 0 ? secret : undefined
  )
  await insertEventLink(db, { ...key, seq })
  return { ...before, ...changed }
}

/**
 * Moves the due date as an apology has told the citizen. The date of the slip is kept beside it. Whether a new date may
 * be given at all is settled by who calls.
 *
 * @throws NOT_FOUND
 */
export async function moveDueDate(
  work: Work,
  {
    dossierId,
    newDueAt,
    newDueDay,
    apologyId
  }: { dossierId: string; newDueAt: string; newDueDay: string; apologyId: string }
): Promise<DossierTable> {
  const dossier = await findDossierById(work.db, { officeId: work.officeId, dossierId })
  if (!dossier) throw new DomainError('NOT_FOUND')
  return changeDossier(work, dossier, {
    status: dossier.status,
    event: 'dossier.due_moved',
    changes: { dueAt: newDueAt, dueDay: newDueDay, apologyId }
  })
}

/** A dossier as its row. @throws NOT_FOUND */
export async function getDossierRecord(
  db: Db,
  key: { officeId: string; code: string }
): Promise<DossierTable> {
  const dossier = await findDossier(db, key)
  if (!dossier) throw new DomainError('NOT_FOUND')
  return dossier
}

/** The papers of a dossier in their order. */
export async function papersOfDossier(db: Db, { officeId, id }: DossierTable): Promise<Paper[]> {
  return listPapers(db, { officeId, dossierId: id })
}

/** A dossier as officers see it. @throws NOT_FOUND */
export async function getDossier(db: Db, key: { officeId: string; code: string }): Promise<DossierState> {
  const dossier = await getDossierRecord(db, key)
  const { decree } = await rulesOf(db, dossier)
  return describeDossier(dossier, await papersOfDossier(db, dossier), decree.parameters)
}

/** The rules that a dossier was received under. */
export function rulesOf(
  db: Db,
  { decreeId, decreeVersion, formsId, formsVersion }: DossierTable
): ReturnType<typeof regulationById> {
  return regulationById(db, { decreeId, version: decreeVersion, formsId, formsVersion })
}

/** Dossiers whose term runs and that are due in a range of instants, the most pressing first. */
export async function listOpenDue(db: Db, range: DueRange): Promise<OpenDue[]> {
  return listDue(db, range)
}

/** The events of a dossier, oldest first, with their private parts. */
export async function dossierEvents(db: Db, { officeId, id }: Pick<DossierTable, 'officeId' | 'id'>) {
  const numbers = await listEventNumbers(db, { officeId, dossierId: id })
  return eventsByNumber(db, { officeId, numbers })
}

/** Puts an event of a later domain into the history of a dossier. `seq` is what `record` told. */
export async function addToHistory(
  { db, officeId }: Work,
  { dossierId, seq }: { dossierId: string; seq: number }
): Promise<void> {
  await insertEventLink(db, { officeId, dossierId, seq })
}

/** What happened to a dossier, in words, oldest first. @throws NOT_FOUND */
export async function readHistory(db: Db, key: { officeId: string; code: string }): Promise<HistoryEntry[]> {
  const events = await dossierEvents(db, await getDossierRecord(db, key))
  let status: Status = 'received'
  return events.map(({ seq, name, at, by, data, private: secret }) => {
    const said = JSON.parse(data) as Partial<DossierFacts>
    status = said.status ?? status
    return {
      seq,
      name,
      at,
      by: (JSON.parse(by) as { name: string }).name,
      text: dossierEventText[name] ?? name,
      note: noteOf(name, { ...said, ...JSON.parse(secret ?? '{}') }),
      status
    }
  })
}

/** One page of the dossiers that are asked for. @throws VALIDATION for a page that is not there */
export async function listDossiers(
  db: Db,
  { officeId, now, query }: { officeId: string; now: Date; query: DossierQuery }
): Promise<{ items: DossierSummary[]; nextCursor: string | null }> {
  const { q = '', status, holder, field, from, to, limit, cursor } = query
  const rows = await searchDossiers(db, {
    officeId,
    terms: searchTerms(q),
    status,
    holder,
    field,
    from: from && midnight(from),
    before: to && midnight(addDays(to, 1)),
    due: query.due && (await dueRange(db, { officeId, now, due: query.due })),
    after: cursor === undefined ? undefined : readCursor(cursor),
    limit: limit + 1
  })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    items: await summaries(db, { officeId, now }, page),
    nextCursor: last ? `${query.due ? last.dueAt : last.receivedAt}~${last.id}` : null
  }
}

/** Late: the promised instant is past. Today: it comes yet today. Soon: within three working days after today. */
async function dueRange(
  db: Db,
  { officeId, now, due }: { officeId: string; now: Date; due: 'late' | 'today' | 'soon' }
): Promise<{ from?: string; before: string }> {
  const instant = now.toISOString()
  const today = dayInVietnam(instant)
  const tomorrow = midnight(addDays(today, 1))
  if (due === 'late') return { before: instant }
  if (due === 'today') return { from: instant, before: tomorrow }
  const days = await officeDaysOf(db, officeId)
  return { from: tomorrow, before: midnight(addDays(days.workingDayAfter(today, SOON), 1)) }
}

/** Dossiers as a list shows them, with the working days that each has left. */
export async function summaries(
  db: Db,
  { officeId, now }: { officeId: string; now: Date },
  dossiers: readonly DossierTable[]
): Promise<DossierSummary[]> {
  const days = await officeDaysOf(db, officeId)
  const today = dayInVietnam(now.toISOString())
  return dossiers.map((dossier) => {
    const { code, status, procedureName, applicantName, dueAt, dueDay, holderName, receivedAt } = dossier
    const runs = dossier.closedAt === null && dossier.processedAt === null
    const daysLeft = runs ? days.countBetween(today, dueDay) : null
    return { code, status, procedureName, applicantName, dueAt, dueDay, holderName, receivedAt, daysLeft }
  })
}

function noteOf(
  name: string,
  said: Partial<DossierFacts & PersonalFacts> & { note?: string }
): string | null {
  const { note, closingReason, supplementReason, slipReason, holderName, dueDay } = said
  if (name === 'dossier.handed_over') {
    return [dossierNoteText.to(holderName ?? ''), note].filter(Boolean).join('. ')
  }
  if (name === 'dossier.due_moved' || name === 'dossier.received' || name === 'dossier.supplement_received') {
    return dueDay === undefined ? null : dossierNoteText.dueOn(dueDay)
  }
  return note ?? closingReason ?? supplementReason ?? slipReason ?? null
}

function numbered(papers: readonly Paper[], before: number): (Paper & { ordinal: number })[] {
  return papers.map((paper, index) => ({ ...paper, ordinal: before + index + 1 }))
}

/** The instant at which a day begins in Vietnam. */
function midnight(day: string): string {
  return new Date(`${day}T00:00:00+07:00`).toISOString()
}

function readCursor(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = cursor.split('~')
  if (Number.isNaN(Date.parse(at)) || id === '') {
    const errors = [{ path: '/cursor', message: dossierFault.cursor }]
    throw new DomainError('VALIDATION').withErrors(errors)
  }
  return { at, id }
}

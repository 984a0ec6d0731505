import { procedureFault, starterDecision, termText } from '../../kiosk-ui/src/text/procedures.ts'
import type { Term } from '../calendar/due-date.ts'
import { dueDateFor } from '../calendar/service.ts'
import type { Db } from '../database/schema.ts'
import { DomainError } from '../errors.ts'
import { assertLeadOffice, getLeadOffice } from '../offices/service.ts'
import { dayInVietnam } from '../regulation/day.ts'
import type { Work } from '../transact.ts'
import { type Catalogue, findEditionFor, findEditionOn, offeredOn } from './catalogue.ts'
import { changedFields, diffCatalogue } from './catalogue-diff.ts'
import { type CatalogueFile, readCatalogueFile } from './catalogue-file.ts'
import starterCatalogue from './data/starter-catalogue.json' with { type: 'json' }
import { changesOf, describeProcedure, listed } from './described.ts'
import {
  amendedEdition,
  type Decided,
  importedEdition,
  keptFields,
  type StoredEdition
} from './edition-change.ts'
import { readCatalogue, saveEditions } from './repository.ts'
import type {
  Amendment,
  AttentionRow,
  DueDateAnswer,
  DueDateAsked,
  ImportReport,
  Procedure,
  ProcedureDetail
} from './schemas.ts'
import { type SearchIndex, searchIndex, searchProcedures } from './search.ts'
import { type ChosenTerm, chooseTerm, type TermAsked } from './term-choice.ts'

/** From when the starter catalogue stands: the day on which communes took over from districts. */
const STARTER_FROM = '2025-07-01'

interface Offer {
  day: string
  index: SearchIndex<StoredEdition>
}

/** What each catalogue offers on the day that was asked for last, folded for searching. */
const offers = new WeakMap<Catalogue, Offer>()

/** The procedures on offer on a day that a query finds, best first, one page of them. @throws VALIDATION */
export async function listProcedures(
  db: Db,
  today: string,
  page: { q?: string; field?: string; limit: number; cursor?: string }
): Promise<{ items: Procedure[]; nextCursor: string | null }> {
  const found = await findProcedures(db, today, page)
  const last = found.findIndex(({ code }) => code === page.cursor)
  if (page.cursor !== undefined && last < 0) throw invalid('/cursor', procedureFault.noSuchPage)
  const items = found.slice(last + 1, last + 1 + page.limit)
  const more = last + 1 + page.limit < found.length
  return { items: items.map(listed), nextCursor: more ? (items.at(-1)?.code ?? null) : null }
}

/** Everything on offer on a day that a query finds, best first. */
export async function findProcedures(
  db: Db,
  today: string,
  { q = '', field = '' }: { q?: string; field?: string }
): Promise<StoredEdition[]> {
  return searchProcedures(await offerOn(db, today), { query: q, field })
}

/** The fields of work that have something on offer, in Vietnamese order. */
export async function listFields(db: Db, today: string): Promise<readonly string[]> {
  return (await offerOn(db, today)).fields
}

/** The edition in force on a day, unless the procedure is abolished. @throws NOT_FOUND */
export async function getEditionOn(db: Db, code: string, day: string): Promise<StoredEdition> {
  const edition = findEditionOn(await readCatalogue(db), code, day)
  if (!edition || edition.abolished) throw new DomainError('NOT_FOUND')
  return edition
}

/**
 * The edition by which a dossier that comes on `day` is handled: a dossier keeps the rules of its day of receipt.
 * `undefined` when nobody can ask for the procedure on that day.
 */
export async function findEditionForDay(
  db: Db,
  code: string,
  day: string
): Promise<StoredEdition | undefined> {
  const edition = findEditionFor(await readCatalogue(db), code, day)
  return edition?.abolished ? undefined : edition
}

/**
 * The term of a dossier that is taken in on `day`, by its case and its way of filing. A procedure without a
 * readable term is not taken in until someone has set its term: nobody may be promised a guess.
 *
 * @throws NOT_FOUND for a procedure that is not on offer
 * @throws VALIDATION for a case that the procedure does not have
 * @throws TERM_UNKNOWN
 */
export async function getTermOn(
  db: Db,
  { code, day, ...asked }: TermAsked & { code: string; day: string }
): Promise<ChosenTerm & { term: Term }> {
  return knownTerm(await getEditionOn(db, code, day), asked)
}

/**
 * When something that comes at `receivedAt` is due, by the hours of `officeId` (the lead office's for
 * the public), with the reason of each day: for a procedure by the edition of that day, or for a term alone.
 *
 * @throws VALIDATION, NOT_FOUND, TERM_UNKNOWN, CALENDAR_YEAR_MISSING
 */
export async function workOutDueDate(
  db: Db,
  { officeId, ...asked }: DueDateAsked & { officeId?: string | undefined }
): Promise<DueDateAnswer> {
  const { receivedAt } = asked
  const { term, cutOff } = await termAsked(db, asked)
  const hoursOf = officeId ?? (await getLeadOffice(db)).id
  const due = await dueDateFor(db, { officeId: hoursOf, receivedAt, term, cutOff })
  const { dueAt, dueDay, steps, provisional } = due
  return { dueAt, dueDay, steps: [...steps], provisional, term, termText: termText(term) }
}

async function termAsked(db: Db, { procedureCode, term, receivedAt, ...asked }: DueDateAsked) {
  if ((procedureCode === undefined) === (term === undefined)) {
    throw invalid('/procedureCode', procedureFault.oneOfTwo)
  }
  if (term) return { term, cutOff: null }
  const edition = await findEditionForDay(db, procedureCode ?? '', dayInVietnam(receivedAt))
  if (!edition) throw new DomainError('NOT_FOUND')
  return knownTerm(edition, asked)
}

function knownTerm(edition: StoredEdition, asked: TermAsked): ChosenTerm & { term: Term } {
  const chosen = chooseTerm(edition, asked)
  if (!chosen) throw invalid('/case', procedureFault.noSuchCase)
  const { term } = chosen
  if (!term) throw new DomainError('TERM_UNKNOWN', { name: edition.name })
  return { ...chosen, term }
}

/** A procedure as the public reads it; an administrator also reads what wants attention. @throws NOT_FOUND */
export async function getProcedure(
  db: Db,
  { code, today, attention }: { code: string; today: string; attention: boolean }
): Promise<ProcedureDetail> {
  return describeProcedure(await getEditionOn(db, code, today), { attention })
}

/** What an administrator should look at, by procedure, and how many procedures have each kind. */
export async function listAttention(
  db: Db,
  today: string,
  kind?: string
): Promise<{ items: AttentionRow[]; nextCursor: null; counts: Record<string, number> }> {
  const { entries } = await offerOn(db, today)
  const rows = entries.map(({ item }) => attentionRow(item)).filter(({ attention }) => attention.length > 0)
  const counts: Record<string, number> = {}
  for (const { attention } of rows) {
    for (const one of new Set(attention.map((point) => point.kind))) counts[one] = (counts[one] ?? 0) + 1
  }
  const wanted = rows.filter(({ attention }) => !kind || attention.some((point) => point.kind === kind))
  return { items: wanted, nextCursor: null, counts }
}

/**
 * Makes a new edition of a procedure from a day on, with what a decision changes in it.
 *
 * @throws FORBIDDEN for an office that is not the lead office
 * @throws NOT_FOUND for a procedure that nobody has published by that day
 * @throws VALIDATION when nothing is changed
 */
export async function amendProcedure(
  work: Work,
  code: string,
  amendment: Amendment
): Promise<ProcedureDetail> {
  const { db, officeId, record } = work
  await assertLeadOffice(db, officeId)
  const { decided, changes } = changesOf(amendment)
  if (Object.keys(changes).length === 0) throw invalid('/', procedureFault.nothingChanged)
  const before = findEditionFor(await readCatalogue(db), code, decided.effectiveFrom)
  if (!before) throw new DomainError('NOT_FOUND')
  const edition = amendedEdition(before, decided, changes)
  await saveEditions(db, [edition], work.newId())
  recordAmendment(record, before, edition)
  return describeProcedure(edition, { attention: true })
}

/** What a catalogue file would change on the day on which it takes effect; changes nothing. @throws VALIDATION */
export async function previewImport(db: Db, file: CatalogueFile, decided: Decided): Promise<ImportReport> {
  return reportOf(await planImport(db, file, decided), file)
}

/**
 * Takes a catalogue file: a new edition of each procedure that it adds or changes. What is not in the file stays.
 *
 * @throws FORBIDDEN for an office that is not the lead office
 * @throws VALIDATION for a file that is no catalogue
 */
export async function importCatalogue(
  work: Work,
  file: CatalogueFile,
  decided: Decided
): Promise<ImportReport> {
  const { db, officeId, record } = work
  await assertLeadOffice(db, officeId)
  const plan = await planImport(db, file, decided)
  const report = reportOf(plan, file)
  const { added, changed } = report
  const made = new Set([...added, ...changed].map(({ code }) => code))
  const editions = plan.after.filter(({ code }) => made.has(code))
  if (editions.length > 0) await saveEditions(db, editions, work.newId())
  const before = new Map(plan.before.map((edition) => [edition.code, edition]))
  for (const edition of editions) recordEdition(record, before.get(edition.code), edition)
  const { unchanged, missing, refused } = report
  record('catalogue.imported', {
    ...decided,
    added: added.length,
    changed: changed.length,
    unchanged: unchanged.length,
    missing: missing.length,
    refused: refused.length
  })
  return report
}

/** Gives a new installation the catalogue that comes with the program, in the same way as any other file. */
export async function seedCatalogue(work: Work): Promise<void> {
  const decided = { effectiveFrom: STARTER_FROM, decision: starterDecision }
  await importCatalogue(work, readCatalogueFile(starterCatalogue), decided)
}

interface ImportPlan {
  before: StoredEdition[]
  after: StoredEdition[]
  kept: ImportReport['kept']
}

async function planImport(db: Db, file: CatalogueFile, decided: Decided): Promise<ImportPlan> {
  if (file.refused.some(({ reason }) => reason === 'not_a_list')) {
    throw invalid('/document', procedureFault.notACatalogue)
  }
  const catalogue = await readCatalogue(db)
  const plan: ImportPlan = { before: offeredOn(catalogue, decided.effectiveFrom), after: [], kept: [] }
  for (const edition of file.editions) {
    const { code, name } = edition
    const before = findEditionOn(catalogue, code, decided.effectiveFrom)
    const attention = file.attention.get(code) ?? []
    const imported = importedEdition(before, { edition, attention }, decided)
    if (imported.abolished) continue
    plan.after.push(imported)
    const fields = before ? keptFields(before, edition) : []
    if (fields.length > 0) plan.kept.push({ code, name, fields })
  }
  return plan
}

function reportOf({ before, after, kept }: ImportPlan, { refused }: CatalogueFile): ImportReport {
  const attention = after.map(attentionRow).filter((row) => row.attention.length > 0)
  return { ...diffCatalogue(before, after), kept, refused, attention }
}

function recordEdition(
  record: Work['record'],
  before: StoredEdition | undefined,
  after: StoredEdition
): void {
  if (before) {
    recordAmendment(record, before, after)
    return
  }
  const { effectiveFrom, decision, abolished: _abolished, settled: _settled, attention, ...state } = after
  record('procedure.added', { code: after.code, effectiveFrom, decision, state, attention })
}

function recordAmendment(record: Work['record'], before: StoredEdition, after: StoredEdition): void {
  const { code, name, effectiveFrom, decision, abolished, attention } = after
  const state = Object.fromEntries(changedFields(before, after).map((change) => [change.field, change.after]))
  record('procedure.amended', { code, name, effectiveFrom, decision, abolished, state, attention })
}

async function offerOn(db: Db, day: string): Promise<SearchIndex<StoredEdition>> {
  const catalogue = await readCatalogue(db)
  const known = offers.get(catalogue)
  if (known?.day === day) return known.index
  const index = searchIndex(offeredOn(catalogue, day))
  offers.set(catalogue, { day, index })
  return index
}

function attentionRow({ code, name, field, attention }: StoredEdition): AttentionRow {
  return { code, name, field, attention }
}

function invalid(path: string, message: string): DomainError {
  return new DomainError('VALIDATION').withErrors([{ path, message }])
}

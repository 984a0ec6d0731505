import type { SelectQueryBuilder } from 'kysely'
import { compiled } from '../database/compiled.ts'
import type { Database, Db } from '../database/schema.ts'
import type { SearchTerms } from './search-terms.ts'
import { type Status, TERM_RUNS } from './states.ts'
import type { DossierTable, Paper } from './tables.ts'

interface Key {
  officeId: string
  dossierId: string
}

export async function insertDossier(db: Db, dossier: DossierTable): Promise<void> {
  await dossierRow(db, { ...dossier })
}

export async function insertPapers(
  db: Db,
  { officeId, dossierId }: Key,
  papers: readonly (Paper & { ordinal: number })[]
): Promise<void> {
  for (const { ordinal, name, originals, copies } of papers) {
    await paperRow(db, { officeId, dossierId, ordinal, name, originals, copies })
  }
}

export async function listPapers(db: Db, { officeId, dossierId }: Key): Promise<Paper[]> {
  const { rows } = await papersOf(db, { officeId, dossierId })
  return rows.map(({ name, originals, copies }) => ({ name, originals, copies }))
}

export async function insertEventLink(db: Db, link: Key & { seq: number }): Promise<void> {
  await eventLink(db, { ...link })
}

/** The numbers of the events of a dossier, oldest first. */
export async function listEventNumbers(db: Db, { officeId, dossierId }: Key): Promise<number[]> {
  const rows = await db
    .selectFrom('dossierEvent')
    .select('seq')
    .where('officeId', '=', officeId)
    .where('dossierId', '=', dossierId)
    .orderBy('seq')
    .execute()
  return rows.map(({ seq }) => seq)
}

export async function findDossier(
  db: Db,
  key: { officeId: string; code: string }
): Promise<DossierTable | undefined> {
  const { rows } = await dossierByCode(db, { officeId: key.officeId, code: key.code })
  return rows[0]
}

export async function findDossierById(
  db: Db,
  { officeId, dossierId }: Key
): Promise<DossierTable | undefined> {
  return db
    .selectFrom('dossier')
    .selectAll()
    .where('officeId', '=', officeId)
    .where('id', '=', dossierId)
    .executeTakeFirst()
}

export async function updateDossier(
  db: Db,
  { officeId, dossierId }: Key,
  changes: Partial<DossierTable>
): Promise<void> {
  await db
    .updateTable('dossier')
    .set(changes)
    .where('officeId', '=', officeId)
    .where('id', '=', dossierId)
    .execute()
}

export interface DueRange {
  officeId: string
  /** Instants: due at or after, due before. */
  from?: string | undefined
  before?: string | undefined
}

const OPEN_DUE = [
  'id',
  'code',
  'status',
  'procedureName',
  'fieldName',
  'applicantName',
  'holderName',
  'receivedAt',
  'dueAt',
  'dueDay',
  'originalDueAt',
  'originalDueDay',
  'apologyId'
] as const

/** What it takes to tell how a dossier stands against its promise. */
export type OpenDue = Pick<DossierTable, (typeof OPEN_DUE)[number]>

/** Dossiers in hand whose due instant lies in a range, the most pressing first. */
export async function listDue(db: Db, range: DueRange): Promise<OpenDue[]> {
  return dueIn(db, range).select(OPEN_DUE).orderBy('dueAt').orderBy('id').execute()
}

function dueIn(db: Db, { officeId, from, before }: DueRange) {
  return db
    .selectFrom('dossier')
    .where('officeId', '=', officeId)
    .where('closedAt', 'is', null)
    .where('processedAt', 'is', null)
    .where('status', 'in', TERM_RUNS)
    .$if(from !== undefined, (query) => query.where('dueAt', '>=', from ?? ''))
    .$if(before !== undefined, (query) => query.where('dueAt', '<', before ?? ''))
}

export interface Wanted {
  officeId: string
  terms: SearchTerms
  status?: Status | undefined
  holder?: string | undefined
  field?: string | undefined
  /** Instants: received at or after, received before. */
  from?: string | undefined
  before?: string | undefined
  due?: { from?: string | undefined; before: string } | undefined
  after?: { at: string; id: string } | undefined
  limit: number
}

/**
 * One page of a search. The keys of the page are found first, from an index alone where the search is for a name, and
 * the dossiers read by them.
 */
export async function searchDossiers(db: Db, wanted: Wanted): Promise<DossierTable[]> {
  const among = await idsByNumber(db, wanted)
  if (among?.length === 0) return []
  const keys = await (wanted.due ? dueKeys(db, wanted, among) : newestKeys(db, wanted, among)).execute()
  if (keys.length === 0) return []
  const ids = keys.map(({ id }) => id)
  const rows = await db
    .selectFrom('dossier')
    .selectAll()
    .where('officeId', '=', wanted.officeId)
    .where('id', 'in', ids)
    .execute()
  const place = new Map(ids.map((id, index) => [id, index]))
  return rows.toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0))
}

function newestKeys(db: Db, wanted: Wanted, among: string[] | undefined) {
  const { officeId, after, limit } = wanted
  return filtered(db.selectFrom('dossier').select('id').where('officeId', '=', officeId), wanted, among)
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('receivedAt', 'id'), '<', eb.tuple(after?.at ?? '', after?.id ?? ''))
      )
    )
    .orderBy('receivedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
}

function dueKeys(db: Db, wanted: Wanted, among: string[] | undefined) {
  const { officeId, due, after, limit } = wanted
  return filtered(dueIn(db, { officeId, ...due }).select('id'), wanted, among)
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('dueAt', 'id'), '>', eb.tuple(after?.at ?? '', after?.id ?? '')))
    )
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit)
}

type Query = SelectQueryBuilder<Database, 'dossier', { id: string }>

function filtered(query: Query, wanted: Wanted, among: string[] | undefined): Query {
  const { terms, status, holder, field, from, before } = wanted
  const narrowed = terms.words.reduce(
    (so, word) => so.where('applicantNameKey', 'like', `% ${word}%`),
    among ? query.where('id', 'in', among) : query
  )
  return narrowed
    .$if(status !== undefined, (so) => so.where('status', '=', status as Status))
    .$if(holder !== undefined, (so) => so.where('holderId', '=', holder ?? ''))
    .$if(field !== undefined, (so) => so.where('fieldName', '=', field ?? ''))
    .$if(from !== undefined, (so) => so.where('receivedAt', '>=', from ?? ''))
    .$if(before !== undefined, (so) => so.where('receivedAt', '<', before ?? ''))
}

/** Sorts after every digit and letter under any collation. */
const LAST = 'zzzzzzzzzzzzzzzzzzzzzzzz'

/** More dossiers than end in the same four digits; who types so few is shown the first of them. */
const MOST_BY_NUMBER = 500

/**
 * The dossiers that a number may mean, or `undefined` when none was asked for. One look-up in each index: a planner that
 * is offered all at once, with an order to keep, reads the whole table.
 */
async function idsByNumber(
  db: Db,
  { officeId, terms }: Pick<Wanted, 'officeId' | 'terms'>
): Promise<string[] | undefined> {
  const tails = [
    ['idNumberKey', terms.digits],
    ['phoneKey', terms.phone],
    ['codeKey', terms.code]
  ] as const
  const asked = tails.filter(([, tail]) => tail !== null)
  if (asked.length === 0) return undefined
  const found = await Promise.all(
    asked.map(([column, tail]) =>
      db
        .selectFrom('dossier')
        .select('id')
        .where('officeId', '=', officeId)
        .where(column, '>=', tail)
        .where(column, '<', `${tail}${LAST}`)
        .limit(MOST_BY_NUMBER)
        .execute()
    )
  )
  return [...new Set(found.flat().map(({ id }) => id))]
}

const COLUMNS = [
  'officeId',
  'id',
  'code',
  'version',
  'status',
  'procedureCode',
  'procedureName',
  'fieldName',
  'procedureEdition',
  'decreeId',
  'decreeVersion',
  'formsId',
  'formsVersion',
  'applicantKind',
  'applicantName',
  'applicantNameKey',
  'idNumber',
  'idNumberKey',
  'birthDate',
  'sex',
  'address',
  'phone',
  'phoneKey',
  'email',
  'submitter',
  'channel',
  'sets',
  'resultDelivery',
  'resultAddress',
  'ticketId',
  'summary',
  'receivedAt',
  'receivedBy',
  'receivedByName',
  'termAmount',
  'termUnit',
  'termText',
  'cutOff',
  'dueAt',
  'dueDay',
  'dueSteps',
  'provisional',
  'originalDueAt',
  'originalDueDay',
  'holderKind',
  'holderId',
  'holderName',
  'holderAcceptedAt',
  'slipRequired',
  'supplementTimes',
  'tokenHash',
  'codeKey'
] as const satisfies readonly (keyof DossierTable)[]

/** What a new dossier does not have yet is left to be null. */
const dossierRow = compiled<DossierTable & Record<never, never>, unknown>((db, slot) => {
  const values = Object.fromEntries(COLUMNS.map((column) => [column, slot(column)]))
  return db.insertInto('dossier').values(values as unknown as DossierTable)
})

const paperRow = compiled<Key & Paper & { ordinal: number }, unknown>((db, slot) =>
  db.insertInto('dossierComponent').values({
    officeId: slot('officeId'),
    dossierId: slot('dossierId'),
    ordinal: slot('ordinal'),
    name: slot('name'),
    originals: slot('originals'),
    copies: slot('copies')
  })
)

const papersOf = compiled<Key & Record<never, never>, Paper & { ordinal: number }>((db, slot) =>
  db
    .selectFrom('dossierComponent')
    .select(['ordinal', 'name', 'originals', 'copies'])
    .where('officeId', '=', slot('officeId'))
    .where('dossierId', '=', slot('dossierId'))
    .orderBy('ordinal')
)

const eventLink = compiled<Key & { seq: number }, unknown>((db, slot) =>
  db
    .insertInto('dossierEvent')
    .values({ officeId: slot('officeId'), dossierId: slot('dossierId'), seq: slot('seq') })
)

const dossierByCode = compiled<{ officeId: string; code: string }, DossierTable>((db, slot) =>
  db
    .selectFrom('dossier')
    .selectAll()
    .where('officeId', '=', slot('officeId'))
    .where('code', '=', slot('code'))
)

import type { DialectAdapter, Selectable } from 'kysely'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import type { DecreeSet, FormSet } from './rule-set.ts'
import type { RuleSetTable } from './tables.ts'

type Kind = RuleSetTable['kind']

type RuleSetLine = Pick<RuleSetTable, 'kind' | 'id' | 'version' | 'effectiveFrom' | 'replaces'>

interface Key {
  id: string
  version: number
}

/** All versions without their contents: what is needed to tell which ones are in force. */
export async function listLines(db: Db): Promise<RuleSetLine[]> {
  return (await lines(db, {})).rows
}

export async function listDecreeSets(db: Db): Promise<DecreeSet[]> {
  return (await listRows(db, 'decree')).map(asDecreeSet)
}

export async function listFormSets(db: Db): Promise<FormSet[]> {
  return (await listRows(db, 'forms')).map(asFormSet)
}

export async function findDecreeSet(db: Db, key: Key): Promise<DecreeSet | undefined> {
  return findKept(db, { kind: 'decree', ...key }, asDecreeSet)
}

export async function findFormSet(db: Db, key: Key): Promise<FormSet | undefined> {
  return findKept(db, { kind: 'forms', ...key }, asFormSet)
}

export async function insertDecreeSet(db: Db, set: DecreeSet, createdAt: string): Promise<void> {
  const { parameters, ...line } = set
  await insertRow(db, {
    kind: 'decree',
    ...line,
    parameters: JSON.stringify(parameters),
    forms: null,
    createdAt
  })
}

export async function insertFormSet(db: Db, set: FormSet, createdAt: string): Promise<void> {
  const { parameters, head, forms, ...line } = set
  const contents = { parameters: JSON.stringify(parameters), forms: JSON.stringify({ head, forms }) }
  await insertRow(db, { kind: 'forms', ...line, ...contents, createdAt })
}

async function insertRow(db: Db, row: RuleSetTable): Promise<void> {
  await db.insertInto('ruleSet').values(row).execute()
}

async function listRows(db: Db, kind: Kind): Promise<Selectable<RuleSetTable>[]> {
  return db.selectFrom('ruleSet').selectAll().where('kind', '=', kind).execute()
}

const read = new WeakMap<DialectAdapter, Map<string, unknown>>()

/**
 * Finds a version and keeps it: every dossier needs two, each is a long text to parse, and none ever changes. A version
 * must not be looked for in the transaction that makes it, as that one may still be undone.
 */
async function findKept<Set>(
  db: Db,
  key: Key & { kind: Kind },
  asSet: (row: Selectable<RuleSetTable>) => Set
): Promise<Set | undefined> {
  const { adapter } = db.getExecutor()
  const kept = read.get(adapter) ?? new Map<string, unknown>()
  read.set(adapter, kept)
  const name = JSON.stringify([key.kind, key.id, key.version])
  if (kept.has(name)) return kept.get(name) as Set

  const { rows } = await rowByKey(db, { kind: key.kind, id: key.id, version: key.version })
  if (!rows[0]) return undefined
  const set = frozen(asSet(rows[0]))
  kept.set(name, set)
  return set
}

/** What several callers share, none of them may change. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

function asDecreeSet({ parameters, ...row }: Selectable<RuleSetTable>): DecreeSet {
  return { ...lineOf(row), parameters: JSON.parse(parameters) }
}

function asFormSet({ parameters, forms, ...row }: Selectable<RuleSetTable>): FormSet {
  return { ...lineOf(row), parameters: JSON.parse(parameters), ...JSON.parse(forms ?? '{}') }
}

function lineOf({
  id,
  version,
  name,
  effectiveFrom,
  inherits,
  replaces,
  basis
}: Omit<RuleSetTable, 'parameters' | 'forms'>) {
  return { id, version, name, effectiveFrom, inherits, replaces, basis }
}

const lines = compiled<Record<never, never>, RuleSetLine>((db) =>
  db.selectFrom('ruleSet').select(['kind', 'id', 'version', 'effectiveFrom', 'replaces'])
)

const rowByKey = compiled<Key & { kind: Kind }, Selectable<RuleSetTable>>((db, slot) =>
  db
    .selectFrom('ruleSet')
    .selectAll()
    .where('kind', '=', slot('kind'))
    .where('id', '=', slot('id'))
    .where('version', '=', slot('version'))
)

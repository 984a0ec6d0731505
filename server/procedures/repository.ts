import type { DialectAdapter } from 'kysely'
import type { Term } from '../calendar/due-date.ts'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/schema.ts'
import { type Catalogue, catalogueOf } from './catalogue.ts'
import type { ProcedureComponent } from './edition.ts'
import type { StoredEdition } from './edition-change.ts'
import type { ProcedureComponentTable, ProcedureEditionTable } from './tables.ts'

/** Rows of one INSERT, so that a large catalogue stays under the number of values that an engine takes. */
const ROWS_AT_ONCE = 200

interface Loaded {
  version: string
  catalogue: Promise<Catalogue>
}

/** What was last read from each database. */
const loaded = new WeakMap<DialectAdapter, Loaded>()

/**
 * The whole catalogue. It is read once and kept as long as its version, which each call reads by key, stays the
 * same: several processes on one database never answer from an old one.
 */
export async function readCatalogue(db: Db): Promise<Catalogue> {
  const version = await readVersion(db)
  const { adapter } = db.getExecutor()
  const known = loaded.get(adapter)
  if (known?.version === version) return known.catalogue
  const catalogue = loadCatalogue(db, version)
  loaded.set(adapter, { version, catalogue })
  catalogue.catch(() => loaded.delete(adapter))
  return catalogue
}

/** A change that lands between the queries is noticed by the version, and everything is read again. */
async function loadCatalogue(db: Db, version: string): Promise<Catalogue> {
  const editions = await listEditions(db)
  const now = await readVersion(db)
  return now === version ? catalogueOf(editions) : loadCatalogue(db, now)
}

async function readVersion(db: Db): Promise<string> {
  const { rows } = await catalogueVersion(db, { id: 'catalogue' })
  return rows[0]?.version ?? ''
}

async function listEditions(db: Db): Promise<StoredEdition[]> {
  const rows = await db.selectFrom('procedureEdition').selectAll().execute()
  const components = await db.selectFrom('procedureComponent').selectAll().orderBy('position').execute()
  const papers = Map.groupBy(components, keyOf)
  return rows.map((row) => editionOf(row, papers.get(keyOf(row)) ?? []))
}

/** Writes editions; one of the same code and day is written over, as a person mends a slip on the same day. */
export async function saveEditions(
  db: Db,
  editions: readonly StoredEdition[],
  version: string
): Promise<void> {
  for (const some of inGroups(editions)) {
    const keys = some.map(({ code, effectiveFrom }) => ({ code, effectiveFrom }))
    for (const table of ['procedureComponent', 'procedureEdition'] as const) {
      await db
        .deleteFrom(table)
        .where((eb) => eb.or(keys.map((key) => eb.and(key))))
        .execute()
    }
    await db.insertInto('procedureEdition').values(some.map(rowOf)).execute()
  }
  for (const some of inGroups(editions.flatMap(componentRows))) {
    await db.insertInto('procedureComponent').values(some).execute()
  }
  await db
    .insertInto('procedureCatalogue')
    .values({ id: 'catalogue', version })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ version }))
    .execute()
}

function inGroups<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / ROWS_AT_ONCE)
  return Array.from({ length: count }, (_, group) =>
    rows.slice(group * ROWS_AT_ONCE, (group + 1) * ROWS_AT_ONCE)
  )
}

function rowOf(edition: StoredEdition): ProcedureEditionTable {
  const { term, cutOff, variants, notes, channels, legalBasis, attention, settled, components, ...row } =
    edition
  return {
    ...row,
    termAmount: term?.amount ?? null,
    termUnit: term?.unit ?? null,
    immediate: Number(row.immediate),
    abolished: Number(row.abolished),
    cutOff: JSON.stringify(cutOff),
    variants: JSON.stringify(variants),
    notes: JSON.stringify(notes),
    channels: JSON.stringify(channels),
    legalBasis: JSON.stringify(legalBasis),
    attention: JSON.stringify(attention),
    settled: JSON.stringify(settled)
  }
}

function editionOf(row: ProcedureEditionTable, papers: readonly ProcedureComponentTable[]): StoredEdition {
  const { termAmount, termUnit, ...rest } = row
  const term =
    termAmount !== null && termUnit !== null ? { amount: termAmount, unit: termUnit as Term['unit'] } : null
  return {
    ...rest,
    term,
    immediate: row.immediate === 1,
    abolished: row.abolished === 1,
    cutOff: JSON.parse(row.cutOff),
    variants: JSON.parse(row.variants),
    notes: JSON.parse(row.notes),
    channels: JSON.parse(row.channels),
    legalBasis: JSON.parse(row.legalBasis),
    attention: JSON.parse(row.attention),
    settled: JSON.parse(row.settled),
    components: papers.map(componentOf)
  }
}

function componentRows({ code, effectiveFrom, components }: StoredEdition): ProcedureComponentTable[] {
  return components.map(({ group, presented, ...component }, index) => ({
    code,
    effectiveFrom,
    position: index + 1,
    groupName: group,
    presented: Number(presented),
    ...component
  }))
}

function componentOf({
  name,
  originals,
  copies,
  groupName,
  presented,
  detail
}: ProcedureComponentTable): ProcedureComponent {
  return { name, originals, copies, group: groupName, presented: presented === 1, detail }
}

function keyOf({ code, effectiveFrom }: { code: string; effectiveFrom: string }): string {
  return `${code} ${effectiveFrom}`
}

const catalogueVersion = compiled<{ id: string }, { version: string }>((db, slot) =>
  db
    .selectFrom('procedureCatalogue')
    .select('version')
    .where('id', '=', slot('id') as 'catalogue')
)

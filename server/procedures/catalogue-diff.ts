import type { ProcedureEdition, ProcedureField } from './edition.ts'

export interface FieldChange {
  field: ProcedureField
  before: unknown
  after: unknown
}

/** What taking a new catalogue would change, procedure by procedure. */
export interface CatalogueDiff {
  added: { code: string; name: string }[]
  changed: { code: string; name: string; fields: FieldChange[] }[]
  unchanged: { code: string; name: string }[]
  /** In force now and not in the new catalogue: they stay as they are, for a person to decide. */
  missing: { code: string; name: string }[]
}

const FIELDS = Object.keys({
  code: true,
  name: true,
  field: true,
  level: true,
  agency: true,
  term: true,
  termSource: true,
  cutOff: true,
  variants: true,
  fee: true,
  feeText: true,
  components: true,
  notes: true,
  channels: true,
  immediate: true,
  result: true,
  legalBasis: true
} satisfies Record<ProcedureField, true>) as ProcedureField[]

/**
 * Compares the editions in force with those of a new catalogue by code, and names each field that differs with
 * both values. An import abolishes nothing: a file may hold a part of the catalogue only.
 */
export function diffCatalogue(
  before: readonly ProcedureEdition[],
  after: readonly ProcedureEdition[]
): CatalogueDiff {
  const known = new Map(before.map((edition) => [edition.code, edition]))
  const coming = new Set(after.map(({ code }) => code))
  const diff: CatalogueDiff = { added: [], changed: [], unchanged: [], missing: [] }
  for (const edition of after) {
    const { code, name } = edition
    const earlier = known.get(code)
    const fields = earlier ? changedFields(earlier, edition) : []
    if (!earlier) diff.added.push({ code, name })
    else if (fields.length > 0) diff.changed.push({ code, name, fields })
    else diff.unchanged.push({ code, name })
  }
  diff.missing = before.filter(({ code }) => !coming.has(code)).map(({ code, name }) => ({ code, name }))
  return diff
}

/** The fields in which an edition of a procedure differs from the earlier one, with both values. */
export function changedFields(before: ProcedureEdition, after: ProcedureEdition): FieldChange[] {
  return FIELDS.filter((field) => !sameValue(before[field], after[field])).map((field) => ({
    field,
    before: before[field],
    after: after[field]
  }))
}

/** Whether two values of a field say the same. */
export function sameValue(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

/** The same value reads the same, whatever the order in which its parts were written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const parts = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${parts.map(([key, part]) => `${key}:${canonical(part)}`).join(',')}}`
}

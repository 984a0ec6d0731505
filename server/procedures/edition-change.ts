import { sameValue } from './catalogue-diff.ts'
import type { Attention, ProcedureEdition, ProcedureField } from './edition.ts'

/** An edition as it is kept: with its decision, and with what people and files have said about it. */
export interface StoredEdition extends ProcedureEdition {
  effectiveFrom: string
  decision: string
  abolished: boolean
  attention: Attention[]
  /**
   * What a person has set, each with the value that the file had at that time. A later file that still says the
   * same leaves what the person set.
   */
  settled: Settled
}

type Settled = Partial<Record<Settling, unknown>>

type Settling = ProcedureField | 'abolished'

/** The decision by which an edition comes into force, and from when. */
export interface Decided {
  effectiveFrom: string
  decision: string
}

/** What a person changes; fields that are not named stay. */
export type Changes = Partial<Omit<ProcedureEdition, 'code' | 'termSource'>> & { abolished?: boolean }

/**
 * The next edition of a procedure, with what a person has changed. Words of the source that explained the old
 * value go with it, and so do the points that asked for this value; a same-day term is given at once unless the
 * change says otherwise.
 */
export function amendedEdition(before: StoredEdition, decided: Decided, changes: Changes): StoredEdition {
  const whole = { ...companionsOf(changes), ...changes }
  const fields = Object.keys(whole) as Settling[]
  const settled = { ...before.settled }
  for (const field of fields) if (!(field in settled)) settled[field] = before[field]
  const attention = before.attention.filter(({ about }) => !isAnswered(about, fields))
  return { ...before, ...whole, ...decided, settled, attention }
}

/**
 * The edition that a catalogue file makes of the one in force. What a person has set stays as long as the file
 * says what it said when the person set it: importing the same file again undoes nobody's work, while a term that
 * has really changed comes through.
 */
export function importedEdition(
  before: StoredEdition | undefined,
  { edition, attention }: { edition: ProcedureEdition; attention: readonly Attention[] },
  decided: Decided
): StoredEdition {
  const fresh = { ...edition, ...decided, abolished: false, attention: [...attention], settled: {} }
  if (!before) return fresh
  const kept = keptFields(before, edition)
  const keptOf = (values: Settled) => Object.fromEntries(kept.map((field) => [field, values[field]]))
  return {
    ...fresh,
    ...keptOf(before),
    settled: keptOf(before.settled),
    attention: fresh.attention.filter(({ about }) => !isAnswered(about, kept))
  }
}

/** What a person has set and a file leaves alone, as it says of it what it said then. */
export function keptFields({ settled }: StoredEdition, edition: ProcedureEdition): Settling[] {
  const said = { ...edition, abolished: false }
  return (Object.keys(settled) as Settling[]).filter((field) => sameValue(said[field], settled[field]))
}

/** Words that only explain a value go when the value is set by hand; a same-day term is given at once. */
function companionsOf({ term, fee }: Changes): Partial<ProcedureEdition> {
  return {
    ...(term === undefined ? {} : { termSource: null, immediate: term?.unit === 'same_day' }),
    ...(fee === undefined ? {} : { feeText: null })
  }
}

function isAnswered(about: ProcedureField, fields: readonly Settling[]): boolean {
  return fields.includes(about) || (about === 'fee' && fields.includes('feeText'))
}

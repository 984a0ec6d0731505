import { DomainError } from '../errors.ts'
import type { DecreeParameters } from './decree-parameters.ts'
import type { Form, FormHead, FormKind, FormParameters } from './forms.ts'

/**
 * One version of the rules, from its day of effect on. Nothing in it ever changes: what changes the rules makes
 * another version, so that a dossier that names its version by `id` and `version` keeps its rules for ever.
 */
interface RuleSet {
  /** The instrument that brought it, e.g. `nd-309-2026`. */
  id: string
  /** 1 as shipped; each setting of the administrator makes the next one. */
  version: number
  name: string
  /** The first day on which it is in force, `YYYY-MM-DD`. */
  effectiveFrom: string
  /** The instrument whose rules it takes over where it does not say otherwise. */
  inherits: string | null
  /** The version of the same id that it stands in for, from that version's own day on. */
  replaces: number | null
  /** Why this version was made; null as shipped. */
  basis: string | null
}

export interface DecreeSet extends RuleSet {
  parameters: DecreeParameters
}

export interface FormSet extends RuleSet {
  parameters: FormParameters
  head: FormHead
  forms: readonly Form[]
}

export type AnyRuleSet = DecreeSet | FormSet

type Line = Pick<RuleSet, 'id' | 'version' | 'effectiveFrom' | 'replaces'>

/**
 * The versions that count, in the order in which they come into force. Those that another replaces are gone, and an
 * instrument ends the ones that began before it: a setting that was made for a later day of the old instrument
 * does not bring it back.
 */
export function timeline<Set extends Line>(sets: readonly Set[]): Set[] {
  const isReplaced = ({ id, version }: Set) =>
    sets.some((other) => other.id === id && other.replaces === version)
  const live = sets
    .filter((set) => !isReplaced(set))
    .sort((one, other) => one.effectiveFrom.localeCompare(other.effectiveFrom) || one.version - other.version)
  const began = (id: string) => live.findIndex((set) => set.id === id)
  return live.filter((set, position) =>
    live.slice(0, position).every((earlier) => began(earlier.id) <= began(set.id))
  )
}

/** The newest version whose day of effect is not after `day`, if there is one. */
export function findInForce<Set extends Line>(sets: readonly Set[], day: string): Set | undefined {
  return timeline(sets).findLast(({ effectiveFrom }) => effectiveFrom <= day)
}

/**
 * The decree's rules in force on `day`. Decrees and forms change on different days and are looked up apart: a
 * dossier of August 2025 stands under NĐ 118/2025 with the forms of TT 01/2018.
 *
 * @throws NO_RULES_IN_FORCE for a day before the first decree
 */
export function ruleSetInForce<Set extends Line>(ruleSets: readonly Set[], day: string): Set {
  return inForce(ruleSets, day, 'decree')
}

/** The set of forms in force on `day`. @throws NO_RULES_IN_FORCE for a day before the first set */
export function formSetInForce<Set extends Line>(formSets: readonly Set[], day: string): Set {
  return inForce(formSets, day, 'forms')
}

/** A form as it is printed: with the title, the mark and the paper that are settings of its set. */
export interface PrintedForm extends Form {
  title: string
  numberMark: string | null
  counterMark: string | null
  paper: 'A4' | 'A5'
}

/** The forms of a set, ready for the one who prints them. */
export function printedForms({ forms, parameters }: Pick<FormSet, 'forms' | 'parameters'>): PrintedForm[] {
  return forms.map((form) => ({
    ...form,
    title: parameters[`title.${form.kind}`]?.value ?? '',
    numberMark: parameters[`numberMark.${form.kind}`]?.value ?? null,
    counterMark: parameters.counterMark.value,
    paper: parameters[`paper.${form.kind}`]?.value ?? 'A4'
  }))
}

/** The form of a set for a purpose; older sets lack some (TT 01/2018 has no notice of stopping). */
export function findForm<Kind extends { kind: FormKind }>(
  forms: readonly Kind[],
  kind: FormKind
): Kind | undefined {
  return forms.find((form) => form.kind === kind)
}

function inForce<Set extends Line>(sets: readonly Set[], day: string, kind: 'decree' | 'forms'): Set {
  const found = findInForce(sets, day)
  if (!found)
    throw new DomainError('NO_RULES_IN_FORCE', { kind, day, first: timeline(sets)[0]?.effectiveFrom })
  return found
}

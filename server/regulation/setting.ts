import { regulationText } from '../../kiosk-ui/src/text/regulation.ts'
import { DomainError, type FieldError } from '../errors.ts'
import type { DecreeValues } from './decree-parameters.ts'
import { decreeShapes } from './decree-parameters.ts'
import { formShape } from './forms.ts'
import type { Parameter, Parameters, Shape } from './parameter.ts'
import { type AnyRuleSet, timeline } from './rule-set.ts'

/** A parameter that the administrator sets, from a day on, for a reason. */
export interface Setting {
  kind: 'decree' | 'forms'
  key: string
  value: unknown
  /** The first day on which it holds, `YYYY-MM-DD`. */
  effectiveFrom: string
  /** The instrument or decision that it rests on. */
  basis: string
}

/** The key by which the day is set from which a circular's forms are used. */
export const IN_FORCE_KEY = 'inForceFrom'

/**
 * The versions that a setting makes: one in force from `effectiveFrom`, and one in the place of each later version
 * that took the old value over, up to the first that settles the matter itself. What is in force before that day stays
 * as it is, and no version is changed.
 *
 * @throws NO_RULES_IN_FORCE when nothing is in force on that day
 * @throws VALIDATION for an unknown parameter or a value that it cannot have
 */
export function versionsAfterSetting<Set extends AnyRuleSet>(sets: readonly Set[], setting: Setting): Set[] {
  const line = timeline(sets)
  const at = line.findLastIndex(({ effectiveFrom }) => effectiveFrom <= setting.effectiveFrom)
  const start = line[at]
  if (!start) {
    const { kind, effectiveFrom: day } = setting
    throw new DomainError('NO_RULES_IN_FORCE', { kind, day, first: line[0]?.effectiveFrom })
  }
  requireValid(start.parameters, setting)
  const next = numbering(sets)
  return [start, ...heirs(line.slice(at), setting.key)].map((set) => ({
    ...set,
    ...next(set.id),
    effectiveFrom: later(set.effectiveFrom, setting.effectiveFrom),
    replaces: set.effectiveFrom >= setting.effectiveFrom ? set.version : null,
    basis: setting.basis,
    parameters: { ...set.parameters, [setting.key]: settled(set.parameters, setting) }
  }))
}

/**
 * The versions that put the day of effect of the forms `id` right. All versions of these forms are replaced, the first
 * with the new day; dossiers that were received under another version keep it.
 *
 * @throws VALIDATION when there are no such forms, or when the day would not leave the order of the sets as it is
 */
export function versionsAfterMove<Set extends AnyRuleSet>(
  sets: readonly Set[],
  { id, setting }: { id: string; setting: Setting }
): Set[] {
  const line = timeline(sets)
  const own = line.filter((set) => set.id === id)
  if (!own[0]) throw refusal('/id', regulationText.unknownForms)
  requireValid(own[0].parameters, setting)
  const day = String(setting.value)
  requireBetween(line, { id, day })

  const next = numbering(sets)
  return own.map((set, position) => ({
    ...set,
    ...next(id),
    effectiveFrom: position === 0 ? day : set.effectiveFrom,
    replaces: set.version,
    basis: setting.basis,
    parameters: { ...set.parameters, [setting.key]: settled(set.parameters, setting) }
  }))
}

function requireValid(parameters: Parameters, { kind, key, value }: Setting): void {
  const shape = Object.hasOwn(parameters, key) ? shapeOf(kind, key) : undefined
  if (!shape) throw refusal('/key', regulationText.unknownParameter)
  if (!shape.holds(value)) throw refusal('/value', shape.wants)
}

function shapeOf(kind: Setting['kind'], key: string): Shape<unknown> | undefined {
  return kind === 'decree' ? decreeShapes[key as keyof DecreeValues] : formShape(key)
}

/** The versions after the first that hold the parameter only because they took it over. */
function heirs<Set extends AnyRuleSet>([first, ...rest]: readonly Set[], key: string): Set[] {
  const found: Set[] = []
  let previous = first
  for (const set of rest) {
    if (!previous || !takesOver(set, previous, key)) break
    found.push(set)
    previous = set
  }
  return found
}

function takesOver(set: AnyRuleSet, previous: AnyRuleSet, key: string): boolean {
  const related = set.id === previous.id || set.inherits === previous.id
  return related && JSON.stringify(parameterOf(set, key)) === JSON.stringify(parameterOf(previous, key))
}

function parameterOf({ parameters }: AnyRuleSet, key: string): Parameter | undefined {
  return (parameters as Parameters)[key]
}

/** What the administrator has settled is sure; the wordings to choose from stay. */
function settled(parameters: Parameters, { key, value, basis }: Setting): Parameter {
  const { variants } = parameters[key] ?? {}
  return { value, source: basis, confidence: 'high', ...(variants && { variants }) }
}

function numbering(sets: readonly AnyRuleSet[]): (id: string) => { version: number } {
  const used = new Map<string, number>()
  for (const { id, version } of sets) used.set(id, Math.max(version, used.get(id) ?? 0))
  return (id) => {
    const version = (used.get(id) ?? 0) + 1
    used.set(id, version)
    return { version }
  }
}

function requireBetween(line: readonly AnyRuleSet[], { id, day }: { id: string; day: string }): void {
  const first = line.findIndex((set) => set.id === id)
  const before = line[first - 1]
  const after = line[first + 1]
  if (before && day <= before.effectiveFrom) throw refusal('/value', regulationText.dayAfter(before))
  if (after && day >= after.effectiveFrom) throw refusal('/value', regulationText.dayBefore(after))
}

function refusal(path: string, message: string): DomainError {
  const errors: FieldError[] = [{ path, message }]
  return new DomainError('VALIDATION').withErrors(errors)
}

function later(one: string, other: string): string {
  return one > other ? one : other
}

import type { Parameters } from './parameter.ts'
import { type AnyRuleSet, timeline } from './rule-set.ts'

/**
 * The versions that an instrument makes when it is shipped to a database that has settings of its own: it takes over
 * what the administrator had set in the instrument that it inherits from, but not where it settles the matter
 * itself; and a setting that waits for a later day goes on in it from that day.
 *
 * @param shippedParent the instrument that it inherits from as it is shipped, without any settings
 */
export function versionsOnArrival<Set extends AnyRuleSet>(
  sets: readonly Set[],
  { set, shippedParent }: { set: Set; shippedParent: Set | undefined }
): Set[] {
  const line = timeline(sets).filter(({ id }) => id === set.inherits)
  const at = line.findLastIndex(({ effectiveFrom }) => effectiveFrom <= set.effectiveFrom)
  if (!shippedParent || at < 0) return [set]

  const own = ownParameters(set, shippedParent)
  return line.slice(at).map((parent, position) => ({
    ...set,
    version: position + 1,
    effectiveFrom: position === 0 ? set.effectiveFrom : parent.effectiveFrom,
    basis: position === 0 ? null : parent.basis,
    parameters: { ...parent.parameters, ...own }
  }))
}

function ownParameters(set: AnyRuleSet, parent: AnyRuleSet): Parameters {
  const before = parent.parameters as Parameters
  const own = Object.entries(set.parameters as Parameters).filter(
    ([key, parameter]) => JSON.stringify(parameter) !== JSON.stringify(before[key])
  )
  return Object.fromEntries(own)
}

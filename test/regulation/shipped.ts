import decrees from '../../server/regulation/data/decrees.json' with { type: 'json' }
import forms from '../../server/regulation/data/form-sets.json' with { type: 'json' }
import type { DecreeParameters, DecreeValues } from '../../server/regulation/decree-parameters.ts'
import {
  type DecreeSet,
  type FormSet,
  formSetInForce,
  ruleSetInForce
} from '../../server/regulation/rule-set.ts'
import { readDecrees, readFormSets } from '../../server/regulation/shipped.ts'

export const { ruleSets, gaps: decreeGaps } = readDecrees(decrees)
export const { formSets, gaps: formGaps } = readFormSets(forms)

export function rulesOn(day: string): DecreeParameters {
  return ruleSetInForce(ruleSets, day).parameters
}

export function decreeSet(id: string): DecreeSet {
  return found(ruleSets.find((set) => set.id === id))
}

export function formSet(id: string): FormSet {
  return found(formSets.find((set) => set.id === id))
}

export function formsOn(day: string): FormSet {
  return formSetInForce(formSets, day)
}

/** The rules of today with some values of the test's own. */
export function rulesWith(values: Partial<DecreeValues>): DecreeParameters {
  const own = Object.entries(values).map(([key, value]) => [
    key,
    { value, source: 'a test', confidence: 'high' }
  ])
  return { ...rulesOn('2026-11-23'), ...Object.fromEntries(own) }
}

function found<Set>(set: Set | undefined): Set {
  if (!set) throw new Error('not shipped')
  return set
}

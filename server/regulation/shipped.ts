import { isDay } from './day.ts'
import type { DecreeParameters, DecreeValues } from './decree-parameters.ts'
import { decreeShapes } from './decree-parameters.ts'
import type { FormParameters } from './forms.ts'
import {
  FIELD_KINDS,
  FORM_KINDS,
  type Form,
  type FormField,
  type FormHead,
  formKeys,
  formShape
} from './forms.ts'
import type { LegalGap } from './open-points.ts'
import { CONFIDENCES, type Parameter, type Parameters, type Shape } from './parameter.ts'
import type { DecreeSet, FormSet } from './rule-set.ts'

/** A rule set as the data file has it: only what it says itself, not what it takes over. */
interface Shipped {
  id: string
  name: string
  effectiveFrom: string
  inherits: string | null
  parameters: Parameters
}

interface ShippedForms extends Shipped {
  head: FormHead | null
  forms: readonly Form[] | null
}

/**
 * Reads the shipped decrees. Each set is resolved against the one that it inherits from, so that every set in the answer
 * has every parameter.
 *
 * @throws Error that lists all that is wrong with the file: it is a defect of the program, not of its use
 */
export function readDecrees(data: unknown): { ruleSets: DecreeSet[]; gaps: LegalGap[] } {
  const { ruleSets, openPoints } = data as { ruleSets: Shipped[]; openPoints: LegalGap[] }
  const resolved = ruleSets.map((set) => ({
    ...firstVersion(set),
    parameters: inherited(ruleSets, set) as unknown as DecreeParameters
  }))
  report([
    ...orderProblems(ruleSets),
    ...ruleSets.flatMap(ownProblems),
    ...gapProblems(openPoints, ruleSets),
    ...resolved.flatMap(({ id, parameters }) =>
      parameterProblems({ id, parameters, keys: Object.keys(decreeShapes) }, decreeShape)
    )
  ])
  return { ruleSets: resolved, gaps: openPoints }
}

/** Reads the shipped sets of forms in the same way. A set that names no forms takes over those it inherits. */
export function readFormSets(data: unknown): { formSets: FormSet[]; gaps: LegalGap[] } {
  const { formSets, openPoints } = data as { formSets: ShippedForms[]; openPoints: LegalGap[] }
  const resolved = formSets.map((set) => {
    const parameters = inherited(formSets, set) as unknown as FormParameters
    const { head, forms } = nearestForms(formSets, set)
    return { ...firstVersion(set), parameters, head, forms }
  })
  report([
    ...orderProblems(formSets),
    ...formSets.flatMap(ownProblems),
    ...gapProblems(openPoints, formSets),
    ...resolved.flatMap(formSetProblems)
  ])
  return { formSets: resolved, gaps: openPoints }
}

function firstVersion({ id, name, effectiveFrom, inherits }: Shipped) {
  return { id, version: 1, name, effectiveFrom, inherits, replaces: null, basis: null }
}

function inherited(sets: readonly Shipped[], set: Shipped): Parameters {
  const parent = parentOf(sets, set)
  return parent ? { ...inherited(sets, parent), ...set.parameters } : set.parameters
}

function nearestForms(
  sets: readonly ShippedForms[],
  set: ShippedForms
): { head: FormHead; forms: readonly Form[] } {
  const { head, forms } = set
  if (head && forms) return { head, forms }
  const parent = parentOf(sets, set)
  return parent ? nearestForms(sets, parent) : { head: { left: [], right: [], placeAndDay: '' }, forms: [] }
}

/** An instrument can only inherit from one that stands before it, so that there are no circles. */
function parentOf<Set extends Shipped>(sets: readonly Set[], { id, inherits }: Set): Set | undefined {
  return sets
    .slice(
      0,
      sets.findIndex((set) => set.id === id)
    )
    .find((set) => set.id === inherits)
}

function orderProblems(sets: readonly Shipped[]): string[] {
  return sets.flatMap((set, position) => {
    const { id, effectiveFrom, inherits } = set
    const before = sets[position - 1]
    return [
      ...when(sets.findIndex((other) => other.id === id) !== position, `${id}: the id is used twice`),
      ...when(!isDay(effectiveFrom), `${id}: effectiveFrom is not a day`),
      ...when(before && before.effectiveFrom >= effectiveFrom, `${id}: stands before its turn`),
      ...when(
        inherits !== null && !parentOf(sets, set),
        `${id}: inherits from ${inherits}, which is not before it`
      )
    ]
  })
}

/** What a set says must be said well, even where it repeats what it inherits. */
function ownProblems({ id, name, parameters }: Shipped): string[] {
  return [
    ...when(!isText(name), `${id}: has no name`),
    ...Object.entries(parameters).flatMap(([key, { source, confidence, variants }]) => [
      ...when(!isText(source), `${id}.${key}: has no source`),
      ...when(!CONFIDENCES.includes(confidence), `${id}.${key}: has no confidence`),
      ...when(
        variants?.some((variant) => !isText(variant)),
        `${id}.${key}: has an empty variant`
      )
    ])
  ]
}

function gapProblems(gaps: readonly LegalGap[], sets: readonly Shipped[]): string[] {
  return gaps.flatMap(({ id, concerns, text }) => [
    ...when(!isText(id) || !isText(text), `open point ${id}: has no id or no text`),
    ...when(
      concerns !== null && !sets.some((set) => set.id === concerns),
      `open point ${id}: concerns an unknown set`
    )
  ])
}

function parameterProblems(
  { id, parameters, keys }: { id: string; parameters: object; keys: readonly string[] },
  shapeOf: (key: string) => Shape<unknown> | undefined
): string[] {
  const given = parameters as Parameters
  return [
    ...keys.filter((key) => !Object.hasOwn(given, key)).map((key) => `${id}.${key}: is missing`),
    ...Object.entries(given).flatMap(([key, parameter]) =>
      valueProblems(`${id}.${key}`, parameter, shapeOf(key))
    )
  ]
}

function valueProblems(place: string, { value }: Parameter, shape: Shape<unknown> | undefined): string[] {
  if (!shape) return [`${place}: is no parameter`]
  return when(!shape.holds(value), `${place}: has a wrong value`)
}

function decreeShape(key: string): Shape<unknown> | undefined {
  return Object.hasOwn(decreeShapes, key) ? decreeShapes[key as keyof DecreeValues] : undefined
}

function formSetProblems({ id, effectiveFrom, parameters, head, forms }: FormSet): string[] {
  const kinds = forms.map(({ kind }) => kind)
  const numbers = forms.map(({ number }) => number)
  return [
    ...parameterProblems({ id, parameters, keys: formKeys(kinds) }, formShape),
    ...when(parameters.inForceFrom?.value !== effectiveFrom, `${id}: inForceFrom and effectiveFrom differ`),
    ...when(kinds.length === 0, `${id}: has no forms`),
    ...when(new Set(kinds).size !== kinds.length, `${id}: has two forms of one kind`),
    ...when(new Set(numbers).size !== numbers.length, `${id}: has two forms of one number`),
    ...when(
      ![...head.left, ...head.right, head.placeAndDay].every(isText),
      `${id}: has an empty line in its head`
    ),
    ...forms.flatMap((form) => formProblems(`${id}, form ${form.number}`, form))
  ]
}

function formProblems(place: string, form: Form): string[] {
  const { kind, number, numberPattern, body, fields, columns, signatures } = form
  const lines = [...form.copies, ...form.notes, ...form.sentTo, ...signatures.map(({ title }) => title)]
  return [
    ...when(!FORM_KINDS.includes(kind), `${place}: ${kind} is no kind of form`),
    ...when(!/^\d{2}$/.test(number), `${place}: its number has not two digits`),
    ...when(!numberPattern.includes('{number}'), `${place}: its number pattern has no number`),
    ...when(
      !isText(body.source) || !CONFIDENCES.includes(body.confidence),
      `${place}: its body has no source`
    ),
    ...when(!lines.every(isText), `${place}: has an empty line`),
    ...when(fields.length === 0, `${place}: has no fields`),
    ...when(
      fields.some((field) => field.kind === 'table') !== columns.length > 0,
      `${place}: table and columns differ`
    ),
    ...when(!columns.every(({ label }) => isText(label)), `${place}: has a column without a label`),
    ...[fields, columns, signatures].flatMap((list) => when(hasTwins(list), `${place}: uses an id twice`)),
    ...fields.flatMap((field) => fieldProblems(place, field))
  ]
}

function fieldProblems(place: string, { id, label, kind, fields = [] }: FormField): string[] {
  return [
    ...when(!FIELD_KINDS.includes(kind), `${place}.${id}: ${kind} is no kind of field`),
    ...when((kind === 'table') !== (label === ''), `${place}.${id}: only a table has no label`),
    ...when(label !== '' && !isText(label), `${place}.${id}: its label is not plain text`),
    ...when((kind === 'group') !== fields.length > 0, `${place}.${id}: a group and only a group has fields`),
    ...when(hasTwins(fields), `${place}.${id}: uses an id twice`),
    ...fields.flatMap((field) => fieldProblems(`${place}.${id}`, field))
  ]
}

function hasTwins(list: readonly { id: string }[]): boolean {
  return new Set(list.map(({ id }) => id)).size !== list.length
}

function isText(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.trim() !== '' &&
    value === value.trim() &&
    value === value.normalize('NFC')
  )
}

function when(wrong: boolean | undefined, problem: string): string[] {
  return wrong ? [problem] : []
}

function report(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(`The shipped regulation has mistakes:\n${problems.join('\n')}`)
}

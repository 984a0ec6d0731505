import { regulationText } from '../../kiosk-ui/src/text/regulation.ts'
import { isDay } from './day.ts'

/**
 * How sure a rule is: `high` was read in the instrument or in a text made under it, `medium` was read in one
 * indirect source, `low` was carried over from an older instrument or from memory. What is not `high` is shown
 * to the administrator as an open point, and the setting that confirms it is `high`.
 */
export type Confidence = 'high' | 'medium' | 'low'

/** One rule of the law as data: what holds, where that stands, and how sure it is. */
export interface Parameter<Value = unknown> {
  value: Value
  source: string
  confidence: Confidence
  /** Wordings in use elsewhere that the administrator can choose from. */
  variants?: string[]
}

export type Parameters = Readonly<Record<string, Parameter>>

/** What a value must be, and how that is said to the administrator who set another one. */
export interface Shape<Value> {
  holds: (value: unknown) => value is Value
  wants: string
}

export const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low']

const { wants } = regulationText

export const yesNo: Shape<boolean> = {
  holds: (value): value is boolean => typeof value === 'boolean',
  wants: wants.yesNo
}

export const day: Shape<string> = { holds: isDay, wants: wants.day }

export function wholeNumber(least: number, most: number): Shape<number> {
  return {
    holds: (value): value is number =>
      Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
    wants: wants.wholeNumber(least, most)
  }
}

export function text(most: number): Shape<string> {
  return {
    holds: (value): value is string =>
      typeof value === 'string' &&
      value !== '' &&
      value.length <= most &&
      value === value.trim() &&
      value === value.normalize('NFC'),
    wants: wants.text(most)
  }
}

export function choice<const Value extends string>(...values: Value[]): Shape<Value> {
  return {
    holds: (value): value is Value => values.includes(value as Value),
    wants: wants.choice(values)
  }
}

export function choices<const Value extends string>(...values: Value[]): Shape<Value[]> {
  return {
    holds: (value): value is Value[] =>
      Array.isArray(value) &&
      value.every((one) => values.includes(one)) &&
      new Set(value).size === value.length,
    wants: wants.choices(values)
  }
}

export function orNone<Value>(shape: Shape<Value>): Shape<Value | null> {
  return {
    holds: (value): value is Value | null => value === null || shape.holds(value),
    wants: wants.orNone(shape.wants)
  }
}

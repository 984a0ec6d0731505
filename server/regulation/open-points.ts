import { regulationText } from '../../kiosk-ui/src/text/regulation.ts'
import type { DecreeValues } from './decree-parameters.ts'
import { decreeLabel } from './decree-parameters.ts'
import { formLabel } from './forms.ts'
import type { Confidence, Parameter, Parameters } from './parameter.ts'
import type { DecreeSet, FormSet } from './rule-set.ts'

/** What is known not to be known, in words, with the rule set that it concerns. */
export interface LegalGap {
  id: string
  concerns: string | null
  text: string
}

/** Something for the administrator to check against the official text. */
export interface OpenPoint {
  kind: 'decree' | 'forms' | 'gap'
  /** The rule set that it concerns; null when it concerns none that is known. */
  id: string | null
  /** The parameter to confirm by a setting; null when only the text itself can settle the point. */
  key: string | null
  label: string
  value: unknown
  source: string
  confidence: Confidence
}

/**
 * All that is unsure about the rules in force: parameters that are not of high confidence, forms whose own text was
 * not read, and known gaps. The least sure come first.
 */
export function openPoints(
  { decree, forms }: { decree: DecreeSet; forms: FormSet },
  gaps: readonly LegalGap[]
): OpenPoint[] {
  const points = [
    ...unsure(decree.parameters).map((point) => ({
      ...point,
      kind: 'decree' as const,
      id: decree.id,
      label: decreeLabel(point.key as keyof DecreeValues)
    })),
    ...unsure(forms.parameters).map((point) => ({
      ...point,
      kind: 'forms' as const,
      id: forms.id,
      label: formLabel(point.key, forms.forms)
    })),
    ...unreadForms(forms),
    ...gaps.map(asPoint)
  ]
  return points.sort((one, other) => ORDER[one.confidence] - ORDER[other.confidence])
}

const ORDER: Record<Confidence, number> = { low: 0, medium: 1, high: 2 }

function unsure(parameters: Parameters): (Parameter & { key: string })[] {
  return Object.entries(parameters)
    .filter(([, { confidence }]) => confidence !== 'high')
    .map(([key, { value, source, confidence }]) => ({ key, value, source, confidence }))
}

function unreadForms({ id, forms }: FormSet): OpenPoint[] {
  return forms
    .filter(({ body }) => body.confidence !== 'high')
    .map(({ number, body }) => ({
      kind: 'forms',
      id,
      key: null,
      label: regulationText.formBody(number),
      value: null,
      source: body.source,
      confidence: body.confidence
    }))
}

function asPoint({ concerns, text }: LegalGap): OpenPoint {
  return { kind: 'gap', id: concerns, key: null, label: text, value: null, source: '', confidence: 'low' }
}

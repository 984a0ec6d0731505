import type { CutOff, Term } from '../calendar/due-date.ts'
import { searchKey } from '../text-key.ts'
import type { Channel, ProcedureEdition, TermVariant } from './edition.ts'

/** What decides between the terms of a procedure. */
export interface TermAsked {
  /** The name of the case, or its place in the list as the catalogue shows it. */
  case?: string | undefined
  channel?: Channel | undefined
}

/** The term that a dossier has, and the case or way of filing that gave it. */
export interface ChosenTerm {
  term: Term | null
  cutOff: CutOff | null
  variant: TermVariant | null
}

type Terms = Pick<ProcedureEdition, 'term' | 'cutOff' | 'variants'>

/**
 * The term of a dossier: that of its case where a case is named, else that of its way of filing where this has
 * one of its own, else the procedure's. The cut-off goes with the procedure's own same-day term and not with a
 * case that is counted in days. `undefined` when the procedure has no such case.
 */
export function chooseTerm({ term, cutOff, variants }: Terms, asked: TermAsked): ChosenTerm | undefined {
  if (asked.case !== undefined) {
    const variant = findCase(variants, asked.case)
    return variant && { ...variantTerm(variant, { term, cutOff }), variant }
  }
  const byChannel = variants.find(({ kind, channel }) => kind === 'channel' && channel === asked.channel)
  if (byChannel) return { ...variantTerm(byChannel, { term, cutOff }), variant: byChannel }
  return { term, cutOff, variant: null }
}

function findCase(variants: readonly TermVariant[], asked: string): TermVariant | undefined {
  const key = searchKey(asked)
  return variants.find(
    ({ kind, name }, place) => kind === 'case' && (String(place + 1) === asked || searchKey(name) === key)
  )
}

function variantTerm({ term }: TermVariant, base: Pick<Terms, 'term' | 'cutOff'>) {
  return { term, cutOff: base.term?.unit === 'same_day' && term.unit !== 'same_day' ? null : base.cutOff }
}

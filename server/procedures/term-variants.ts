import { attentionDetail, channelText, termText, unnamedCase } from '../../kiosk-ui/src/text/procedures.ts'
import type { Term } from '../calendar/due-date.ts'
import { normalText } from '../text-key.ts'
import type { Attention, Channel, TermVariant } from './edition.ts'
import { durationsIn, sameTerm } from './term.ts'

/** A row of the published terms: by a case, or by a way of filing. */
export interface TermRow {
  case: string | null
  channel: Channel | null
  termText: string
  term: Term | null
}

interface ReadVariants {
  variants: TermVariant[]
  notes: string[]
  attention: Attention[]
}

interface Published {
  term: Term | null
  field: string
  rows: readonly TermRow[]
}

const AFTER_CUT_OFF = /sau \d{1,2} ?(?:giờ|h)/i
const OF_THE_PORTAL = /^dịch vụ công/i
const STEP = /^bước /i
const LAND = /^đất đai$/i
const LONGEST_CASE = 120

/**
 * Reads the terms that differ from a procedure's own. A row `sau 15 giờ` is the cut-off and no case; a row of
 * the portal's own settings (`dịch vụ công …`) is no law and is dropped; the steps of the agencies are notes.
 * Where one way of filing has several terms, and always with land procedures, the rows by way of filing are
 * cases that the form of the source could not hold otherwise; their names are for the administrator to give.
 */
export function readVariants(published: Published): ReadVariants {
  const rows = published.rows.filter(
    (row) => !AFTER_CUT_OFF.test(row.case ?? '') && !OF_THE_PORTAL.test(row.case ?? '')
  )
  const named = rows.filter((row) => row.case !== null && !STEP.test(row.case))
  const byChannel = differing(rows.filter((row) => row.channel !== null))
  const cases = rowsAreCases(published.field, byChannel) ? unnamedCases(byChannel) : []
  const variants = [
    ...named.flatMap(({ term, case: name }) => (term && name ? [caseOf(normalText(name), term)] : [])),
    ...cases,
    ...(cases.length > 0 ? [] : byChannel.flatMap(channelVariant))
  ].filter(({ term }) => !sameTerm(term, published.term))
  return { variants, notes: notesOf(rows), attention: variantAttention(published.term, variants) }
}

/** What the portal's settings say otherwise than the procedure's own term: a hint for a person, never a term. */
export function portalTerms(rows: readonly TermRow[], own: Term | null): string[] {
  return rows
    .filter(({ case: name, term }) => OF_THE_PORTAL.test(name ?? '') && term && !sameTerm(term, own))
    .map(({ term }) => termText(term))
}

function differing(rows: readonly TermRow[]): TermRow[] {
  const [first] = rows
  return rows.every(({ term }) => sameTerm(term, first?.term ?? null)) ? [] : [...rows]
}

function rowsAreCases(field: string, rows: readonly TermRow[]): boolean {
  const sameChannel = (row: TermRow, other: TermRow) =>
    row.channel === other.channel && !sameTerm(row.term, other.term)
  return LAND.test(field) || rows.some((row) => rows.some((other) => sameChannel(row, other)))
}

function unnamedCases(rows: readonly TermRow[]): TermVariant[] {
  const cases = rows.flatMap(({ term, termText: words }) =>
    term ? [caseOf(caseNamedIn(words) ?? unnamedCase(term), term)] : []
  )
  const telling = [...cases.filter((one) => !isUnnamed(one)), ...cases]
  return cases
    .filter((one, place) => cases.findIndex(({ term }) => sameTerm(term, one.term)) === place)
    .map((one) => telling.find(({ term }) => sameTerm(term, one.term)) ?? one)
}

function caseOf(name: string, term: Term): TermVariant {
  const short = name.slice(0, LONGEST_CASE)
  return { kind: 'case', name: `${short.charAt(0).toUpperCase()}${short.slice(1)}`, channel: null, term }
}

function channelVariant({ channel, term }: TermRow): TermVariant[] {
  return channel && term ? [{ kind: 'channel', name: channelText[channel], channel, term }] : []
}

/** `… với trường hợp thông tin đã có trong cơ sở dữ liệu.` names its own case. */
function caseNamedIn(words: string): string | undefined {
  return /trường hợp (?!hồ sơ|phải bổ sung)[^.;:)]+/i.exec(normalText(words))?.[0].split(' thì ')[0]
}

function notesOf(rows: readonly TermRow[]): string[] {
  return rows
    .filter((row) => row.case !== null && (STEP.test(row.case) || row.term === null))
    .map((row) => `${normalText(row.case ?? '')}: ${normalText(row.termText)}`)
}

function isUnnamed({ kind, name, term }: TermVariant): boolean {
  return kind === 'case' && name === unnamedCase(term)
}

function variantAttention(term: Term | null, variants: readonly TermVariant[]): Attention[] {
  const terms = [...(term ? [term] : []), ...variants.map((variant) => variant.term)]
  const detail = attentionDetail.terms(terms.map(termText))
  if (variants.some(isUnnamed)) return [{ kind: 'term_by_case', about: 'variants', detail }]
  return variants.some(({ kind }) => kind === 'channel')
    ? [{ kind: 'term_by_channel', about: 'variants', detail }]
    : []
}

/** Terms that the words of a procedure name beside its own, in the same unit clash or as another case. */
export function termsBeside(term: Term, words: string): { clashing: Term[]; others: Term[] } {
  const named = durationsIn(words)
  const inDays = (one: Term) => one.unit === 'working_day' || one.unit === 'calendar_day'
  const clashes = (one: Term) =>
    named.some(
      (other) => inDays(one) && inDays(other) && one.amount === other.amount && one.unit !== other.unit
    )
  const others = named.filter((one) => !sameTerm(one, term))
  const steps = others.reduce((sum, { amount }) => sum + amount, 0)
  return { clashing: named.filter(clashes), others: steps === term.amount ? [] : others }
}

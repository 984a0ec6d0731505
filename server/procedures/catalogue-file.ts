import { attentionDetail, placeText, unknownField } from '../../kiosk-ui/src/text/procedures.ts'
import type { CutOff, Term } from '../calendar/due-date.ts'
import {
  channelOf,
  countsOf,
  cutOffOf,
  type Fields,
  fieldsOf,
  levelOf,
  listOf,
  termOf,
  textOf,
  textsOf,
  wholeOf
} from './catalogue-values.ts'
import type { ComponentRow } from './component-headings.ts'
import { readComponents } from './component-list.ts'
import type {
  Attention,
  AttentionKind,
  ProcedureEdition,
  ProcedureField,
  RefusedEntry,
  RefusedReason
} from './edition.ts'
import { feeAttention, isConditional, readFee } from './fee.ts'
import { outdatedBodiesIn, placeNamedIn } from './outdated-bodies.ts'
import { readCutOff, readTerm, sameTerm } from './term.ts'
import { portalTerms, readVariants, type TermRow, termsBeside } from './term-variants.ts'
import { LONGEST, saidAt, unreadValues } from './unread-values.ts'

/** A catalogue file as it was read: the editions, what wants attention in each, and what was refused. */
export interface CatalogueFile {
  editions: ProcedureEdition[]
  /** By the code of the procedure; only those that want attention. */
  attention: Map<string, Attention[]>
  refused: RefusedEntry[]
}

interface ReadEntry {
  edition: ProcedureEdition
  attention: Attention[]
}

const CODE = /^\d\.\d{6}(?:\.[0-9A-Z.]+)?$/

/** The longest official name has some eleven hundred characters. */
const LONGEST_NAME = 2000

/**
 * Reads a file of the national catalogue of procedures, as untidy as it is published: a list of objects with
 * `code`, `name`, `field`, `level` (`xa`, `tinh`), `agency`, `term`, `termText`, `termVariants`, `fee`,
 * `feeText`, `components` (`name`, `original`, `copy`, `note`), `channels` (`truc_tiep`, `truc_tuyen`,
 * `buu_chinh`), `result`, `legalBasis`; and, where whoever wrote the file has settled them, `cutOff`,
 * `immediate` and `notes`. It invents nothing: what cannot be read stays unknown and is named in `attention`.
 */
export function readCatalogueFile(document: unknown): CatalogueFile {
  const file: CatalogueFile = { editions: [], attention: new Map(), refused: [] }
  if (!Array.isArray(document)) return { ...file, refused: [{ index: 0, code: null, reason: 'not_a_list' }] }

  const taken = new Set<string>()
  for (const [index, entry] of document.entries()) {
    const fields = fieldsOf(entry)
    const code = textOf(fields?.code)
    const reason = refusalOf(fields, taken)
    if (!fields || reason) {
      file.refused.push({ index, code, reason: reason ?? 'not_an_entry' })
      continue
    }
    taken.add(code ?? '')
    const { edition, attention } = readEntry(fields)
    file.editions.push(edition)
    if (attention.length > 0) file.attention.set(edition.code, attention)
  }
  return file
}

function refusalOf(fields: Fields | undefined, taken: ReadonlySet<string>): RefusedReason | undefined {
  if (!fields) return 'not_an_entry'
  const code = textOf(fields.code)
  if (!code) return 'code_missing'
  if (!CODE.test(code)) return 'code_malformed'
  const name = textOf(fields.name)
  if (!name) return 'name_missing'
  if (name.length > LONGEST_NAME) return 'name_too_long'
  return taken.has(code) ? 'duplicate_code' : undefined
}

function readEntry(fields: Fields): ReadEntry {
  const field = capitalised(textOf(fields.field, LONGEST.field) ?? unknownField)
  const term = statedTerm(fields)
  const rows = listOf(fields.termVariants).map(termRowOf)
  const componentRows = listOf(fields.components).map(componentRowOf)
  const terms = readVariants({ term, field, rows })
  const papers = readComponents(componentRows)
  const edition: ProcedureEdition = {
    ...plainFields(fields),
    ...feeFields(fields),
    field,
    term,
    cutOff: cutOffOf(fields.cutOff) ?? cutOffIn(term, textOf(fields.termText)),
    variants: terms.variants,
    components: papers.components,
    notes: [...textsOf(fields.notes), ...papers.notes, ...terms.notes],
    immediate: typeof fields.immediate === 'boolean' ? fields.immediate : term?.unit === 'same_day'
  }
  const attention = [
    ...termAttention(edition, { note: textOf(fields.termNote), rows, byCase: terms.attention }),
    ...feeAttention(edition.fee, edition.feeText),
    ...bodyAttention(edition, componentRows),
    ...gaps(edition, fields),
    ...papers.attention
  ].map((one) =>
    one.detail === attentionDetail.nothing ? { ...one, detail: saidAt(fields[one.about]) } : one
  )
  return { edition, attention: [...attention, ...unreadValues(fields)] }
}

/** What is taken as it stands. */
function plainFields(fields: Fields) {
  const code = textOf(fields.code) ?? ''
  return {
    code,
    name: nameOf(fields, code),
    level: levelOf(fields.level) ?? 'commune',
    agency: withoutStop(textOf(fields.agency, LONGEST.agency)),
    termSource: textOf(fields.termText),
    channels: [...new Set(listOf(fields.channels).flatMap((channel) => channelOf(channel) ?? []))],
    result: textOf(fields.result),
    legalBasis: textsOf(fields.legalBasis)
  } satisfies Partial<ProcedureEdition>
}

/** What an administrator should look at in the term: none, one that the source itself only worked out, or several. */
function termAttention(
  { term, termSource, variants }: ProcedureEdition,
  { note, rows, byCase }: { note: string | null; rows: readonly TermRow[]; byCase: readonly Attention[] }
): Attention[] {
  if (!term) return [point('term_missing', 'term', missingTermDetail(termSource, portalTerms(rows, term)))]
  const points = note ? [point('term_guessed', 'term', note)] : []
  const portal = portalTerms(rows, term)
  if (portal.length > 0) points.push(point('term_portal_differs', 'term', attentionDetail.portal(portal)))
  const source = attentionDetail.source(termSource ?? '')
  const { clashing, others } = termsBeside(term, termSource ?? '')
  const isNamed = (other: Term) => variants.some((variant) => sameTerm(variant.term, other))
  if (clashing.length > 0) points.push(point('term_unit_unclear', 'term', source))
  if (byCase.length > 0) points.push(...byCase)
  else if (clashing.length === 0 && !others.every(isNamed)) {
    points.push(point('term_by_case', 'variants', source))
  }
  return points
}

function missingTermDetail(words: string | null, portal: readonly string[]): string {
  const { nothing, source, portal: portalSays } = attentionDetail
  if (!words) return nothing
  return portal.length > 0 ? `${source(words)}. ${portalSays(portal)}` : source(words)
}

function bodyAttention(
  { name, agency, termSource, feeText, result }: ProcedureEdition,
  rows: readonly ComponentRow[]
): Attention[] {
  const components = rows.map((row) => `${row.name} ${row.note}`).join('\n')
  const places = { name, agency, term: termSource, fee: feeText, result, components }
  const outdated = (Object.keys(places) as (keyof typeof places)[]).flatMap((place) =>
    outdatedBodiesIn(places[place] ?? '').map((body) =>
      point('outdated_body', place, attentionDetail.found(placeText[place], body))
    )
  )
  if (!agency) return [point('agency_missing', 'agency', attentionDetail.nothing), ...outdated]
  if (!placeNamedIn(agency)) return outdated
  return [point('agency_elsewhere', 'agency', attentionDetail.source(agency)), ...outdated]
}

function gaps({ name, field, result }: ProcedureEdition, fields: Fields): Attention[] {
  const { nothing, partial, source } = attentionDetail
  const points: Attention[] = []
  if (!levelOf(fields.level)) points.push(point('level_unknown', 'level', nothing))
  if (field === unknownField) points.push(point('field_missing', 'field', nothing))
  if (!result) points.push(point('result_missing', 'result', nothing))
  if (fields.componentsPartial === true) points.push(point('components_partial', 'components', partial))
  if (name === name.toUpperCase()) points.push(point('name_capitals', 'name', source(name)))
  return points
}

function point(kind: AttentionKind, about: ProcedureField, detail: string): Attention {
  return { kind, about, detail }
}

function feeFields(fields: Fields): Pick<ProcedureEdition, 'fee' | 'feeText'> {
  const feeText = textOf(fields.feeText)
  return { fee: feeOf(fields, feeText), feeText }
}

/** A free procedure is free only when its words agree: `Miễn phí` with a condition behind it is unknown. */
function feeOf({ fee }: Fields, words: string | null): number | null {
  if (fee === undefined) return words ? readFee(words) : null
  const stated = wholeOf(fee)
  return stated === 0 && words && isConditional(words) ? null : stated
}

function cutOffIn(term: Term | null, words: string | null): CutOff | null {
  return term?.unit === 'same_day' && words ? readCutOff(words) : null
}

/** The name without its own code in brackets and without a stop at the end. */
function nameOf(fields: Fields, code: string): string {
  return (textOf(fields.name) ?? '').replace(`(${code})`, '').replace(/[\s.:;]+$/, '')
}

/** The term of a row; its words are read only where nobody has judged them: a stated `null` stays unknown. */
function statedTerm(fields: Fields): Term | null {
  const words = textOf(fields.termText)
  return termOf(fields.term) ?? (words && fields.term !== null ? readTerm(words) : null)
}

function termRowOf(value: unknown): TermRow {
  const fields = fieldsOf(value) ?? {}
  return {
    case: textOf(fields.case),
    channel: channelOf(fields.channel),
    termText: textOf(fields.termText) ?? '',
    term: statedTerm(fields)
  }
}

function componentRowOf(value: unknown): ComponentRow {
  const fields = fieldsOf(value) ?? {}
  const counts = countsOf(fields)
  return {
    name: textOf(fields.name) ?? '',
    ...(counts ?? { originals: 0, copies: 0 }),
    countsUnread: counts === null,
    note: textOf(fields.note) ?? ''
  }
}

function withoutStop(text: string | null): string | null {
  return text?.replace(/[\s.;]+$/, '') ?? null
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

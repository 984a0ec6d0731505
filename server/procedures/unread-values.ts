import { attentionDetail, placeText } from '../../kiosk-ui/src/text/procedures.ts'
import { normalText } from '../text-key.ts'
import {
  channelOf,
  countsOf,
  cutOffOf,
  type Fields,
  fieldsOf,
  termOf,
  textOf,
  wholeOf
} from './catalogue-values.ts'
import type { Attention, ProcedureField } from './edition.ts'

/** What an entry should hold at one place, and the field of the procedure that it becomes. */
interface Expected {
  about: ProcedureField & keyof typeof placeText
  /** A list of such values. */
  list?: boolean
  reads: (value: unknown) => boolean
}

/** No field of work and no agency has a longer name. In characters. */
export const LONGEST = { field: 200, agency: 500 } as const

/** A quotation longer than this is cut. In characters. */
const LONGEST_QUOTE = 160

const isText = (value: unknown) => textOf(value) !== null

const EXPECTED: Readonly<Record<string, Expected>> = {
  field: { about: 'field', reads: (value) => textOf(value, LONGEST.field) !== null },
  agency: { about: 'agency', reads: (value) => textOf(value, LONGEST.agency) !== null },
  term: { about: 'term', reads: (value) => termOf(value) !== null },
  termText: { about: 'term', reads: isText },
  cutOff: { about: 'cutOff', reads: (value) => cutOffOf(value) !== null },
  termVariants: { about: 'variants', list: true, reads: isTermRow },
  fee: { about: 'fee', reads: (value) => wholeOf(value) !== null },
  feeText: { about: 'fee', reads: isText },
  components: { about: 'components', list: true, reads: isComponentRow },
  notes: { about: 'notes', list: true, reads: isText },
  channels: { about: 'channels', list: true, reads: (value) => channelOf(value) !== null },
  immediate: { about: 'immediate', reads: (value) => typeof value === 'boolean' },
  result: { about: 'result', reads: isText },
  legalBasis: { about: 'legalBasis', list: true, reads: isText }
}

/**
 * Names each value of an entry that stands there and is not what it should be: it is not taken, and nobody may
 * think that the source had left it out.
 */
export function unreadValues(entry: Fields): Attention[] {
  return Object.entries(EXPECTED).flatMap(([name, { about, list = false, reads }]) => {
    const value = entry[name]
    if (isAbsent(value)) return []
    const unread = list && Array.isArray(value) ? value.filter((one) => !reads(one)) : [value]
    return unread
      .filter((one) => list || !reads(one))
      .map((one) => ({
        kind: 'value_unread',
        about,
        detail: attentionDetail.unread(placeText[about], quotable(one))
      }))
  })
}

/** What a source says at a place of which nothing could be taken: its words, or that it says nothing. */
export function saidAt(value: unknown): string {
  return isAbsent(value) ? attentionDetail.nothing : attentionDetail.source(quotable(value))
}

function isTermRow(value: unknown): boolean {
  const { case: name, channel, term = null } = fieldsOf(value) ?? {}
  return (isText(name) || channelOf(channel) !== null) && (term === null || termOf(term) !== null)
}

function isComponentRow(value: unknown): boolean {
  const row = fieldsOf(value)
  return row !== undefined && isText(row.name) && countsOf(row) !== null
}

function isAbsent(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return (value ?? null) === null || (typeof value === 'string' && normalText(value) === '')
}

function quotable(value: unknown): string {
  const words = typeof value === 'string' ? normalText(value) : JSON.stringify(value)
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words
}

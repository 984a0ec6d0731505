import { everydayWords } from '../../kiosk-ui/src/text/procedures.ts'
import { searchKey } from '../text-key.ts'

/** What of a procedure is searched. */
export interface Searchable {
  code: string
  name: string
  field: string
  level: 'commune' | 'province'
}

interface Entry<Item> {
  item: Item
  name: string
  words: readonly string[]
  initials: string
  field: string
  fieldWords: readonly string[]
  code: string
  rank: number
}

/** A way to read what was asked. */
interface Reading {
  key: string
  words: readonly string[]
  /** The digits of a code, where the query is nothing else; of one with a local suffix, those without it too. */
  codes: readonly string[]
}

/** The catalogue folded once, so that a search only compares. */
export interface SearchIndex<Item> {
  entries: readonly Entry<Item>[]
  fields: readonly string[]
}

/** A query longer than this is a scan gone astray or mischief. */
const LONGEST_QUERY = 200

/** A national code, with the suffix that some places put behind it. */
const CODE = /^(\d\.?\d{6})(?:\.[0-9a-z]+)+$/

const LEAD = /^thu tuc(?: hanh chinh)?(?: |$)/

/** Folds the catalogue for searching: name, initials, code and field, by name in Vietnamese order. */
export function searchIndex<Item extends Searchable>(items: readonly Item[]): SearchIndex<Item> {
  const order = new Intl.Collator('vi')
  const entries = items
    .map(entryOf)
    .sort((one, other) => order.compare(one.item.name, other.item.name))
    .map((entry, rank) => ({ ...entry, rank }))
  const fields = [...new Set(items.map(({ field }) => field))].sort(order.compare)
  return { entries, fields }
}

/**
 * Finds procedures as people ask for them: without marks, the words in any order, the code with or without its
 * dot and the suffix of a place, the initials (`dkkh` is Đăng ký kết hôn), the name that everyday speech has for it (`sổ đỏ`), and with one
 * mistyped letter or without spaces when nothing else is found. Names that begin with the query come first, then those that hold
 * it, then those that hold its words; commune procedures before provincial ones, short names before long ones.
 * An empty query finds everything, by name.
 */
export function searchProcedures<Item extends Searchable>(
  index: SearchIndex<Item>,
  { query = '', field = '' }: { query?: string; field?: string }
): Item[] {
  const asked = searchKey(query.slice(0, LONGEST_QUERY)).replace(LEAD, '')
  const wanted = searchKey(field)
  const entries = index.entries.filter((entry) => wanted === '' || entry.field === wanted)
  if (asked === '') return entries.map(({ item }) => item)

  const readings = [asked, ...everydayReadings(asked)].map(readingOf)
  const best = (entry: Entry<Item>) =>
    readings.reduce((points, reading) => Math.max(points, score(entry, reading)), 0)
  const found = ranked(entries, best)
  if (found.length > 0) return found
  return ranked(entries, (entry) =>
    Math.max(mistypedScore(entry, wordsOf(asked)), unspacedScore(entry, asked))
  )
}

function entryOf<Item extends Searchable>(item: Item): Entry<Item> {
  const name = searchKey(item.name).replace(LEAD, '')
  const words = wordsOf(name)
  const initials = words.map((word) => word.charAt(0)).join('')
  const field = searchKey(item.field)
  return {
    item,
    name,
    words,
    initials,
    field,
    fieldWords: wordsOf(field),
    code: digitsOf(item.code),
    rank: 0
  }
}

function ranked<Item extends Searchable>(
  entries: readonly Entry<Item>[],
  scoreOf: (entry: Entry<Item>) => number
): Item[] {
  const level = ({ item }: Entry<Item>) => (item.level === 'commune' ? 0 : 1)
  return entries
    .map((entry) => ({ entry, points: scoreOf(entry) }))
    .filter(({ points }) => points > 0)
    .sort(
      (one, other) =>
        other.points - one.points ||
        level(one.entry) - level(other.entry) ||
        one.entry.words.length - other.entry.words.length ||
        one.entry.rank - other.entry.rank
    )
    .map(({ entry }) => entry.item)
}

function readingOf(key: string): Reading {
  return { key, words: wordsOf(key), codes: codesOf(key) }
}

function codesOf(key: string): string[] {
  const national = CODE.exec(key)?.[1]
  if (national) return [digitsOf(key), digitsOf(national)]
  return /^[\d. ]{3,}$/.test(key) ? [digitsOf(key)] : []
}

function score(entry: Entry<unknown>, { key, words, codes }: Reading): number {
  if (codes.length > 0)
    return Math.max(...codes.map((digits, place) => codeScore(entry.code, digits) - place))
  if (entry.name === key) return 1000
  if (entry.initials === key) return 900
  const start = startScore(entry.name, key)
  if (start > 0) return start
  if (key.length >= 3 && entry.initials.startsWith(key)) return 500
  return wordScore(entry, words)
}

/** The query stands in the name as it is; better at the start, better when its last word is complete. */
function startScore(name: string, key: string): number {
  const place = ` ${name}`.indexOf(` ${key}`)
  if (place < 0) return 0
  const complete = !/[a-z0-9]/.test(name.charAt(place + key.length))
  return (place === 0 ? 700 : 650 - Math.min(place, 90)) + (complete ? 100 : 0)
}

function codeScore(code: string, digits: string): number {
  if (code === digits) return 1000
  if (code.startsWith(digits)) return 800
  return code.endsWith(digits) ? 700 : code.includes(digits) ? 500 : 0
}

/** Every word must be found; the more of them stand whole in the name, the better. */
function wordScore(entry: Entry<unknown>, words: readonly string[]): number {
  const points = words.map((word) => pointsOf(entry, word))
  if (points.length === 0 || points.includes(0)) return 0
  return 100 + (300 * points.reduce((sum, one) => sum + one, 0)) / (points.length * 4)
}

function pointsOf({ words, fieldWords, initials }: Entry<unknown>, word: string): number {
  if (words.includes(word)) return 4
  if (words.some((own) => own.startsWith(word))) return 3
  if (fieldWords.some((own) => own.startsWith(word))) return 2
  return isAbbreviation(word) && initials.includes(word) ? 1 : 0
}

/** `gks`, `tthn`: letters that are no syllable, so they stand for words. */
function isAbbreviation(word: string): boolean {
  return word.length >= 2 && /^[b-df-hj-np-tv-xz]+$/.test(word)
}

/** All words stand in the name but one, and that one is a slip of the finger away. */
function mistypedScore({ words }: Entry<unknown>, wanted: readonly string[]): number {
  const [slip, ...others] = wanted.filter((word) => !words.includes(word))
  if (!slip || slip.length < 2 || others.length > 0) return 0
  return words.some((own) => isOneSlipAway(own, slip)) ? 50 : 0
}

/** So many letters that they are no single syllable. */
const TOGETHER = 5

/** `khaisinh`: syllables without spaces, from the beginning of one of them. */
function unspacedScore({ words }: Entry<unknown>, asked: string): number {
  if (asked.length < TOGETHER || /[^a-z]/.test(asked)) return 0
  return words.some((_, at) => words.slice(at).join('').startsWith(asked)) ? 40 : 0
}

/** One letter too many, too few, wrong, or two neighbours swapped. */
function isOneSlipAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start]
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1)
  return (
    short.slice(start + 1) === long.slice(start + 1) ||
    (swapped && short.slice(start + 2) === long.slice(start + 2))
  )
}

/** The query with an everyday name in it replaced by the official one. */
function everydayReadings(asked: string): string[] {
  return everydayWords
    .filter(([said]) => ` ${asked} `.includes(` ${said} `))
    .map(([said, meant]) => ` ${asked} `.replace(` ${said} `, ` ${meant} `).trim())
}

function wordsOf(key: string): string[] {
  return key.match(/[a-z0-9]+/g) ?? []
}

function digitsOf(code: string): string {
  return code.replace(/\D/g, '')
}

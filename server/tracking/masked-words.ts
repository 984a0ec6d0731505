import { searchKey } from '../text-key.ts'

/** Whom the words must not give away. */
export interface Hidden {
  /** Full names, each with what stands in its place. */
  names: readonly { name: string; shown: string }[]
  /** Phone, id number or tax code, as they stand in the dossier. */
  numbers: readonly (string | null)[]
  /** Stands in the place of a number. */
  hiddenNumber: string
}

const DATE = String.raw`\d{1,2}/\d{1,2}/\d{4}(?!\d)`

const MONEY = String.raw`[1-9](?:\d{0,2}(?<gap>[.\s])\d{3}(?:\k<gap>\d{3})*|\d*)\s*(?:đồng|đ|vnđ|vnd)(?![\p{L}\d])(?!\s+(?:thời|ý|tên|sở))`

const LONG_NUMBER = String.raw`\+?\d(?:[\s.–-]{0,3}(?!${DATE})\d){8,}`

/** What is kept is taken first, so that no number swallows a date or an amount. */
const NUMBERS = new RegExp(`(?<kept>${DATE}|(?<!\\d)${MONEY})|${LONG_NUMBER}`, 'giu')

/**
 * An officer's words without what tells who the citizen is: officers write full names and numbers into reasons and
 * lists of papers, and the page must show none, whoever holds its address (check S-08). Names go in any case, with or
 * without marks; of numbers the dossier's own, however they are split, and any of nine digits or more, as they may be
 * another person's. Days `dd/mm/yyyy` and amounts in đồng stay.
 */
export function maskedWords(words: string, { names, numbers, hiddenNumber }: Hidden): string {
  const unnamed = names.reduce<string>(
    (text, { name, shown }) => replaced(text, namePattern(name), shown),
    words.normalize('NFC')
  )
  const own = numbers.reduce<string>(
    (text, number) => replaced(text, numberPattern(number), hiddenNumber),
    unnamed
  )
  return own.replace(NUMBERS, (found, ...rest) => (rest.at(-1).kept === undefined ? hiddenNumber : found))
}

function replaced(text: string, pattern: RegExp | undefined, shown: string): string {
  return pattern ? text.replace(pattern, () => shown) : text
}

/** A name of one word is an ordinary word as well when its marks are gone, so it is sought with them. */
function namePattern(name: string): RegExp | undefined {
  const words = name.normalize('NFC').split(/\s+/).filter(Boolean)
  if (words.length === 0) return undefined
  const letter = (one: string) => `[${literal(one)}${words.length > 1 ? literal(searchKey(one)) : ''}]`
  const sought = words.map((word) => [...word].map(letter).join('')).join('\\s+')
  return new RegExp(`(?<![\\p{L}\\p{N}])${sought}(?![\\p{L}\\p{N}])`, 'giu')
}

/** Fewer digits are no one's number. */
const SHORTEST_NUMBER = 6

/** The digits of a number with anything but letters between them; a phone also as it is dialled within Vietnam. */
function numberPattern(number: string | null): RegExp | undefined {
  const digits = (number ?? '').replace(/^\+84/, '').replace(/\D/g, '')
  if (digits.length < SHORTEST_NUMBER) return undefined
  const between = '[^\\p{L}\\d]{0,3}'
  const prefix = number?.startsWith('+84') ? `(?:\\+?84${between}|\\(0(?=\\d{0,3}\\))|0${between})?` : ''
  return new RegExp(`(?<!\\d)${prefix}${[...digits].join(between)}(?!\\d)`, 'gu')
}

function literal(text: string): string {
  return [...text].map((one) => `\\u{${one.codePointAt(0)?.toString(16)}}`).join('')
}

import type { CutOff, Term, TermUnit } from '../calendar/due-date.ts'
import { normalText } from '../text-key.ts'

const SAME_DAY: Term = { amount: 1, unit: 'same_day' }
const HEADLINE = /^(\d{1,3} (?:ngày làm việc|ngày|giờ))\s*(?:[.;]|$)/
const DURATION = /(?<![\d./])(\d{1,3})\s*(giờ làm việc|giờ|ngày làm việc|ngày)(?![/\p{L}\d])/gu
const HOUR_OF_DAY = /(sau|trước|từ|đến|lúc) \d{1,2}(?: giờ|[h:])(?:\s*\d{2})?/g
const NEXT_DAY = /trong ngày làm việc (?:tiếp theo|kế tiếp|liền kề|sau đó)/g
const CONDITION = /^[-+•*\s]*(?:đối với )?(?:trường hợp|nếu|trong trường hợp)/

/**
 * Reads the term that a published procedure states in words. Only one plain answer is accepted: a text
 * that names several terms without saying which is the rule, or a number without its unit, is unreadable
 * (`null`), since a guess would become a promise to a citizen. A clause that begins with a condition
 * (`trường hợp phải xác minh …`) is a case and does not make the rule unclear.
 *
 * @example readTerm('Không quá 02 (hai) ngày làm việc kể từ ngày nhận đủ hồ sơ') // 2 working days
 * @example readTerm('7 (đơn vị: khác)') // null
 */
export function readTerm(text: string): Term | null {
  const plain = plainTerm(text)
  const headlines = headlinesOf(plain)
  if (headlines.length > 0) return theOnly(headlines)

  const rule = clausesOf(plain)
    .filter((clause) => !CONDITION.test(clause))
    .join('; ')
  if (readsAsSameDay(rule, plain)) return SAME_DAY
  return theOnly(durationsIn(rule))
}

/** Every length of time that a text names, in the order it names them; hours of the day are not lengths. */
export function durationsIn(text: string): Term[] {
  const plain = plainTerm(text).replace(HOUR_OF_DAY, '')
  return [...plain.matchAll(DURATION)]
    .map(([, amount, unit]) => ({ amount: Number(amount), unit: unitOf(unit ?? '') }))
    .filter(({ amount }) => amount > 0)
}

/**
 * Reads the hour after which a dossier counts from the next working day, where the text has such a rule
 * (`sau 15 giờ … ngày làm việc tiếp theo`).
 */
export function readCutOff(text: string): CutOff | null {
  const plain = plainTerm(text)
  const [, hour, minute] = /sau (\d{1,2})(?: giờ|[h:])\s*(\d{2})?/.exec(plain) ?? []
  if (!hour || !/ngày làm việc (?:tiếp theo|kế tiếp|liền kề)/.test(plain)) return null
  return { kind: 'hour', minute: Number(hour) * 60 + Number(minute ?? 0) }
}

/** Whether two terms are the same length in the same unit. */
export function sameTerm(one: Term | null, other: Term | null): boolean {
  return one?.amount === other?.amount && one?.unit === other?.unit
}

function plainTerm(text: string): string {
  return normalText(text)
    .toLowerCase()
    .replace(/(\d)\s*\(\p{L}[\p{L} ]*\)/gu, '$1')
}

function headlinesOf(plain: string): Term[] {
  return plain
    .split(/; (?=\d)/)
    .flatMap((part) => HEADLINE.exec(part)?.[1] ?? [])
    .flatMap((headline) => durationsIn(headline))
}

function clausesOf(plain: string): string[] {
  const [rule = ''] = plain.split(/,? trong đó/)
  return rule.split(/[.;]\s|[.;]$|, (?=trường hợp)/).filter((clause) => clause.trim() !== '')
}

function readsAsSameDay(rule: string, plain: string): boolean {
  if (/trong ngày/.test(rule.replace(NEXT_DAY, ''))) return true
  // A rule that only says what happens after 15:00 says by that what happens before.
  return readCutOff(plain) !== null && durationsIn(plain).length === 0
}

function theOnly(terms: Term[]): Term | null {
  const [first = null, ...others] = terms
  return others.every((other) => sameTerm(first, other)) ? first : null
}

function unitOf(words: string): TermUnit {
  if (words.startsWith('giờ')) return 'working_hour'
  return words === 'ngày' ? 'calendar_day' : 'working_day'
}

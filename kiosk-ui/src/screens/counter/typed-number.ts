/** What VNI makes of a digit typed after a letter: the mark stands for the digit. */
const DIGITS: Record<string, string> = {
  '\u0301': '1',
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0323': '5',
  '\u0302': '6',
  '\u031b': '7',
  '\u0306': '8'
}

/**
 * What somebody may have meant who typed the number of a ticket: with the marks taken off, and with each mark turned back into
 * the digit that an input tool made it of.
 *
 * @example meantBy('á05') // ['A05', 'A105']
 */
export function meantBy(typed: string): string[] {
  const marked = typed.replace(/đ/gi, 'd9').normalize('NFD').toUpperCase()
  const letters = marked.replace(/\p{M}/gu, '')
  const undone = marked.replace(/\p{M}/gu, (mark) => DIGITS[mark] ?? '')
  const plain = (text: string) => text.replace(/[^A-Z0-9]/g, '')
  return [...new Set([plain(letters), plain(undone), plain(letters.replace('D9', 'D'))])]
}

/**
 * Those numbers that were meant: digits alone are enough, without the noughts before them.
 *
 * @example numbersMeant('105', ['A105', 'B105', 'A015']) // ['A105', 'B105']
 */
export function numbersMeant(typed: string, numbers: readonly string[]): string[] {
  const meant = meantBy(typed).filter((text) => text !== '')
  if (meant.length === 0) return [...numbers]
  const exact = numbers.filter((number) => meant.some((text) => isSame(text, number)))
  if (exact.length > 0) return exact
  return numbers.filter((number) => meant.some((text) => number.includes(text)))
}

function isSame(text: string, number: string): boolean {
  const [, letter = '', digits = ''] = /^([A-Z]*)(\d*)$/.exec(text) ?? []
  const [, ownLetter = '', ownDigits = ''] = /^([A-Z]+)(\d+)$/.exec(number) ?? []
  return digits !== '' && Number(digits) === Number(ownDigits) && (letter === '' || letter === ownLetter)
}

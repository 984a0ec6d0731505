/** How numbers are said aloud in Vietnamese. Ticket numbers are read digit by digit, counters and amounts as numbers. */

/** What differs between the regions of the country; none of it is wrong anywhere. */
export interface Speech {
  /** For tens that are zero: một trăm linh năm (North), một trăm lẻ năm (South). */
  zeroTens: 'linh' | 'lẻ'
  thousand: 'nghìn' | 'ngàn'
  /** For a four after zero tens: một trăm linh tư, một trăm linh bốn. */
  fourAfterZeroTens: 'tư' | 'bốn'
}

export const NORTHERN: Speech = { zeroTens: 'linh', thousand: 'nghìn', fourAfterZeroTens: 'tư' }

export const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const

/** The names of the letters by which series of tickets begin. */
export const LETTERS: Readonly<Record<string, string>> = {
  A: 'a',
  B: 'bê',
  C: 'xê',
  D: 'dê',
  Đ: 'đê',
  E: 'e',
  F: 'ép-phờ',
  G: 'giê',
  H: 'hát',
  I: 'i',
  J: 'gi',
  K: 'ca',
  L: 'e-lờ',
  M: 'em-mờ',
  N: 'en-nờ',
  O: 'o',
  P: 'pê',
  Q: 'quy',
  R: 'e-rờ',
  S: 'ét-sì',
  T: 'tê',
  U: 'u',
  V: 'vê',
  W: 'vê kép',
  X: 'ích-xì',
  Y: 'i dài',
  Z: 'dét'
}

const MOST = 1_000_000_000

/**
 * A whole number in words. A group of three below another is read in full, so that 1001 is not heard as 1100.
 *
 * @throws RangeError outside 0 to a billion
 * @example numberWords(1250000) // 'một triệu hai trăm năm mươi nghìn'
 */
export function numberWords(number: number, speech: Speech = NORTHERN): string {
  if (!Number.isInteger(number) || number < 0 || number > MOST) throw new RangeError(`${number}`)
  if (number === 0) return DIGITS[0]
  const scales: readonly [number, string][] = [
    [MOST, 'tỷ'],
    [1_000_000, 'triệu'],
    [1000, speech.thousand],
    [1, '']
  ]
  const words: string[] = []
  for (const [scale, name] of scales) {
    const group = Math.floor(number / scale) % 1000
    if (group > 0) words.push(groupWords(group, words.length > 0, speech), name)
  }
  return words.filter(Boolean).join(' ')
}

/** A number as it stands on a ticket, its letter by name and every digit for itself. @example ticketWords('A105') // 'a, một không năm' */
export function ticketWords(number: string): string {
  const { letters, digits } = partsOf(number)
  const named = letters.map((letter) => LETTERS[letter] ?? letter).join(' ')
  return [named, digits.map((digit) => DIGITS[Number(digit)]).join(' ')].filter(Boolean).join(', ')
}

/** The whole call. @example callWords('A105', 3) // 'Mời số a, một không năm đến quầy số ba' */
export function callWords(number: string, counterNumber: number): string {
  return `Mời số ${ticketWords(number)} đến quầy số ${numberWords(counterNumber)}`
}

/** The letters and the digits of a ticket's number, each for itself, in its order. */
export function partsOf(number: string): { letters: string[]; digits: string[] } {
  const signs = [...number.normalize('NFC').toUpperCase()]
  return {
    letters: signs.filter((sign) => /\p{L}/u.test(sign)),
    digits: signs.filter((sign) => /\d/.test(sign))
  }
}

/** Up to 999. `inFull` says hundreds also where there are none. */
function groupWords(group: number, inFull: boolean, speech: Speech): string {
  const hundreds = Math.floor(group / 100)
  const rest = group % 100
  const said = hundreds > 0 || inFull ? `${DIGITS[hundreds]} trăm` : ''
  if (rest === 0) return said
  return [said, rest < 10 && said ? afterZeroTens(rest, speech) : tensWords(rest)].filter(Boolean).join(' ')
}

function afterZeroTens(units: number, { zeroTens, fourAfterZeroTens }: Speech): string {
  return `${zeroTens} ${units === 4 ? fourAfterZeroTens : DIGITS[units]}`
}

/** Below a hundred: the units change their sound after the tens. */
function tensWords(number: number): string {
  const tens = Math.floor(number / 10)
  const units = number % 10
  if (tens === 0) return DIGITS[units] ?? ''
  const ten = tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`
  if (units === 0) return ten
  if (units === 5) return `${ten} lăm`
  if (tens > 1 && units === 1) return `${ten} mốt`
  if (tens > 1 && units === 4) return `${ten} tư`
  return `${ten} ${DIGITS[units]}`
}

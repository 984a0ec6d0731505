/** What a hand scanner reads, told apart by what it says, never by where the cursor stands. */

type Day = `${number}-${number}-${number}`

export interface ScannedCard {
  idNumber: string
  /** `null` where the card's text came through damaged or is missing: the officer types it. */
  name: string | null
  birthDate: Day | null
  sex: 'male' | 'female' | null
  address: string | null
  issuedOn: Day | null
  /** What the officer has to look at on the card itself. */
  doubts: Doubt[]
}

export type Doubt =
  /** The text came without its marks, or changed by an input tool. */
  | 'name-garbled'
  | 'address-garbled'
  /** Letters were read in a wrong encoding and put right again. */
  | 'repaired'
  | 'name-missing'
  | 'birth-missing'
  | 'sex-missing'
  | 'address-missing'
  /** The 4th to 6th digit of the number say another sex or year of birth than the card. */
  | 'number-disagrees'

export type Scan =
  | { kind: 'card'; card: ScannedCard }
  | { kind: 'dossier'; code: string }
  | { kind: 'tracking'; token: string }
  | { kind: 'ticket'; token: string }

/** The shortest of what is worth looking at: anything shorter is somebody typing. */
export const SHORTEST_SCAN = 12

/**
 * What was scanned, or `undefined` when it is nothing of ours and belongs to the field in which it was typed.
 *
 * @example findScan('091085001234||Trần Văn An|05031985|Nam|Rạch Giá|12082021')?.kind // 'card'
 * @example findScan('H01.31-261123-0007') // { kind: 'dossier', code: 'H01.31-261123-0007' }
 */
export function findScan(text: string): Scan | undefined {
  const read = text.normalize('NFC').trim()
  const card = findCard(read)
  if (card) return { kind: 'card', card }
  const [, page, token = ''] = /\/([tq])\/([\w.-]{20,120})$/.exec(read) ?? []
  if (page) return page === 't' ? { kind: 'tracking', token } : { kind: 'ticket', token }
  const code = /^[A-Z]\w*(?:\.\w+)*-\d{6}-\d{4,}$/i.exec(read)?.[0]
  return code ? { kind: 'dossier', code: code.toUpperCase() } : undefined
}

/**
 * The card of a citizen: fields set apart by `|` (old readers: `$`), the twelve-digit number first. The cards of 2021
 * and of 07/2024 have their fields in different orders and the newer ones carry more, so each field is told by what
 * stands in it; what is too much is left alone. The code proves nothing, as it is not signed: it only saves typing
 * (TT 16/2024/TT-BCA; Luật Căn cước Đ.20.3).
 */
function findCard(text: string): ScannedCard | undefined {
  const fields = text.split(/[|$]/).map((field) => field.trim())
  const [idNumber = '', ...rest] = fields
  if (!/^\d{12}$/.test(idNumber) || rest.length < 3) return undefined
  const [birthDate = null, issuedOn = null] = rest.flatMap((field) => findCardDay(field) ?? []).sort()
  const words = rest.filter((field) => field !== '' && !/\d{6,}/.test(field) && !isDayOrSex(field))
  // A name has no digits and no commas; the address comes after it on both kinds of card.
  const name = words.find((word, index) => index === 0 || isName(word))
  const address = words.find((word) => word !== name && rest.indexOf(word) > rest.indexOf(name ?? ''))
  const sex = rest.flatMap((field) => findSex(field) ?? [])[0] ?? null
  return judged({ idNumber, birthDate, issuedOn, sex }, { name, address })
}

type Digits = Pick<ScannedCard, 'idNumber' | 'birthDate' | 'issuedOn' | 'sex'>

function judged(
  digits: Digits,
  words: { name: string | undefined; address: string | undefined }
): ScannedCard {
  const name = words.name === undefined ? undefined : repaired(words.name)
  const address = words.address === undefined ? undefined : repaired(words.address)
  const nameIsSound = name !== undefined && isName(name) && !isBare(name)
  const addressIsSound = address !== undefined && isReadable(address) && !isBare(address)
  const doubts: [boolean, Doubt][] = [
    [name === undefined, 'name-missing'],
    [name !== undefined && !nameIsSound, 'name-garbled'],
    [address === undefined, 'address-missing'],
    [address !== undefined && !addressIsSound, 'address-garbled'],
    [name !== words.name || address !== words.address, 'repaired'],
    [digits.birthDate === null, 'birth-missing'],
    [digits.sex === null, 'sex-missing'],
    [!numberAgrees(digits), 'number-disagrees']
  ]
  return {
    ...digits,
    name: nameIsSound ? name : null,
    address: addressIsSound ? address : null,
    doubts: doubts.filter(([isSo]) => isSo).map(([, doubt]) => doubt)
  }
}

function isDayOrSex(field: string): boolean {
  return findCardDay(field) !== undefined || findSex(field) !== undefined
}

/** `05031985` and `05/03/1985` are both met. */
function findCardDay(field: string): Day | undefined {
  const [, date, month, year] = /^(\d{2})[/-]?(\d{2})[/-]?(\d{4})$/.exec(field) ?? []
  const day = `${year}-${month}-${date}`
  const at = new Date(`${day}T00:00:00Z`)
  const isReal = Number.isFinite(at.getTime()) && at.toISOString().startsWith(day)
  return isReal ? (day as Day) : undefined
}

// An input tool may take the tilde of `Nữ` away or put another mark there; nothing else is that short.
function findSex(field: string): ScannedCard['sex'] | undefined {
  if (/^nam$/i.test(field)) return 'male'
  return /^n(ữ|ũ|ư|u)(x|~)?$/i.test(field.normalize('NFC')) ? 'female' : undefined
}

/** Letters of any language with marks, spaces, apostrophes, hyphens and dots, as citizens' names have them. */
function isName(text: string): boolean {
  return /^[\p{L}\p{M}][\p{L}\p{M} '’.-]*$/u.test(text) && isReadable(text)
}

function isReadable(text: string): boolean {
  return !/[\uFFFD?¿\u0080-\u009F]|Ã.|Æ°|á[º»]|Ä.|\b[A-Z]*\d[A-ZĐ]{2,}/u.test(text)
}

/** Without a single mark: a card has marks, so a scanner or an input tool has lost them, unless the name has none. */
function isBare(text: string): boolean {
  return /^[\x20-\x7E]+$/.test(text)
}

// UTF-8 that was read as Windows-1252 can be turned back; it is only believed when the result reads as Vietnamese.
function repaired(text: string): string {
  const bytes = [...text].map((letter) => CP1252[letter] ?? letter.codePointAt(0) ?? 0)
  if (!/[\u0080-\u00FF]/.test(text) || bytes.some((byte) => byte > 0xff)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes)).normalize('NFC')
  } catch {
    return text
  }
}

/** Letters of Windows-1252 that are not at their place in Latin-1. */
const CP1252: Record<string, number> = Object.fromEntries(
  [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((letter, index) => [
    letter,
    [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94,
      0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f
    ][index] ?? 0
  ])
)

/**
 * Whether a twelve-digit number and what is known of its bearer can belong together: the 4th digit is century and sex,
 * the 5th and 6th the year of birth (NĐ 137/2015, TT 59/2021/TT-BCA). Something to warn of, never to refuse for.
 */
export function numberAgrees({
  idNumber,
  birthDate,
  sex
}: {
  idNumber: string
  birthDate: string | null
  sex: 'male' | 'female' | null
}): boolean {
  if (!/^\d{12}$/.test(idNumber)) return true
  const centuryAndSex = Number(idNumber[3])
  const year = 1900 + 100 * Math.floor(centuryAndSex / 2) + Number(idNumber.slice(4, 6))
  const sexOfNumber = centuryAndSex % 2 === 0 ? 'male' : 'female'
  if (sex !== null && sex !== sexOfNumber) return false
  return birthDate === null || Number(birthDate.slice(0, 4)) === year
}

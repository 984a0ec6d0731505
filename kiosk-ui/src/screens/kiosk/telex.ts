/**
 * The kiosk's own Telex, as it has no input tool: a key after a text gives the text that is then on the screen, composed (NFC).
 * Letters with marks may also be touched directly.
 */

const TONES: Readonly<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323'
}
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/
const VOWEL = /[aăâeêioôơuưy]/
const DOUBLED: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô', d: 'đ' }
const HORNED: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' }

/** Vowels that have a mark of their own carry the tone wherever they stand. */
const MARKED = /[ăâêôơư]/g

/**
 * @example typed('dd', 'a') // 'đa' is typed as d, d, a
 * @example typed('viet', 'j') // 'viẹt'
 * @example typed('khai si', 'n') // 'khai sin'
 */
export function typed(text: string, key: string): string {
  const [, before = '', word = ''] = /^(.*?)([\p{L}\p{M}]*)$/su.exec(text.normalize('NFC')) ?? []
  const changed = markedWord(word, key) ?? `${word}${key}`
  return (before + changed).normalize('NFC')
}

/** What somebody has typed: the text on the screen, and the keys that made it. */
export interface Typing {
  text: string
  /** Who types without marks means the keys themselves: "khaisinh" is no Telex (K-12). */
  pressed: string
}

export const NOTHING_TYPED: Typing = { text: '', pressed: '' }

export function afterKey({ text, pressed }: Typing, key: string): Typing {
  return { text: typed(text, key), pressed: pressed + key }
}

/** Takes the last letter that is on the screen away, and the keys that made it. */
export function afterErase({ text, pressed }: Typing): Typing {
  const left = [...text].slice(0, -1).join('')
  let before = ''
  let keys = ''
  let kept: string | undefined = left === '' ? '' : undefined
  for (const key of pressed) {
    before = typed(before, key)
    keys += key
    if (before === left) kept = keys
  }
  return { text: left, pressed: kept ?? left }
}

function markedWord(word: string, key: string): string | undefined {
  const { plain, tone } = withoutTone(word)
  if (key === 'z' && tone !== '') return plain
  if (key in TONES) return tonedWord(plain, { key, tone })
  const letters = key === 'w' ? horned(plain) : doubled(plain, key)
  return letters === undefined ? undefined : withTone(letters, tone)
}

function tonedWord(plain: string, { key, tone }: { key: string; tone: string }): string | undefined {
  if (!VOWEL.test(plain)) return undefined
  // The same key twice takes the tone away again and is a letter.
  return tone === TONES[key] ? `${plain}${key}` : withTone(plain, TONES[key] ?? '')
}

function doubled(plain: string, key: string): string | undefined {
  const marked = DOUBLED[key]
  if (marked === undefined) return undefined
  const at = plain.lastIndexOf(key)
  const undone = plain.endsWith(marked)
  if (undone) return `${plain.slice(0, -1)}${key}${key}`
  // Only in the syllable at hand: between the two letters stand no more than the consonants that may end it.
  if (at < 0 || (key === 'd' ? at !== 0 : !/^[^aăâeêioôơuưy]{0,2}$/.test(plain.slice(at + 1))))
    return undefined
  return plain.slice(0, at) + marked + plain.slice(at + 1)
}

function horned(plain: string): string | undefined {
  if (/uo/.test(plain)) return plain.replace('uo', 'ươ')
  const at = Math.max(plain.lastIndexOf('a'), plain.lastIndexOf('o'), plain.lastIndexOf('u'))
  const marked = HORNED[plain[at] ?? '']
  return marked === undefined ? undefined : plain.slice(0, at) + marked + plain.slice(at + 1)
}

function withoutTone(word: string): { plain: string; tone: string } {
  const apart = word.normalize('NFD')
  const tone = TONE.exec(apart)?.[0] ?? ''
  return { plain: apart.replace(TONE, '').normalize('NFC'), tone }
}

/** Puts the tone on the vowel that carries it: the marked one, else the middle of three, else by whether a consonant follows. */
function withTone(plain: string, tone: string): string {
  const at = placeOfTone(plain)
  return tone === '' || at < 0 ? plain : plain.slice(0, at + 1) + tone + plain.slice(at + 1)
}

function placeOfTone(plain: string): number {
  const marked = [...plain.matchAll(MARKED)].at(-1)
  if (marked) return marked.index
  const glide = /^(qu|gi(?=[aeiouy]))/.exec(plain)?.[0].length ?? 0
  const vowels = /[aeiouy]+/.exec(plain.slice(glide))
  if (!vowels) return plain.search(VOWEL)
  const first = glide + vowels.index
  const { length } = vowels[0]
  if (length === 1) return first
  const closed = first + length < plain.length
  return length >= 3 || closed ? first + 1 : first
}

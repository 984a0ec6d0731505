import { searchKey } from '../text-key.ts'

/** What an officer has typed, read as what it can be. */
export interface SearchTerms {
  /** Beginnings of words of the name, in any order. */
  words: string[]
  /** The last digits of a number of identity or phone, turned round; `null` when it cannot be one. */
  digits: string | null
  /** The phone without its country or trunk prefix, turned round. */
  phone: string | null
  /** The end of a code without its separators, turned round. */
  code: string | null
}

/**
 * Reads a search: letters alone are words of a name; digits alone the last 4 to 12 of an id number, a phone or a
 * code's ending; both together a code, with or without its dots and dashes.
 */
export function searchTerms(query: string): SearchTerms {
  const key = searchKey(query)
  const packed = key.replace(/[^a-z0-9]/g, '')
  if (packed === '') return { words: [], digits: null, phone: null, code: null }
  if (!/\d/.test(packed))
    return { words: key.split(/[^\p{L}]+/u).filter(Boolean), digits: null, phone: null, code: null }
  if (/[a-z]/.test(packed))
    return { words: [], digits: reversed(packed), phone: null, code: reversed(packed) }
  const national = packed.replace(/^(84(?=\d{9})|0(?=\d{9}))/, '')
  return {
    words: [],
    digits: packed.length >= 4 && packed.length <= 12 ? reversed(packed) : null,
    phone: packed.length >= 4 && packed.length <= 15 ? reversed(national) : null,
    code: packed.length >= 4 ? reversed(packed) : null
  }
}

/** The key by which a name is searched: folded, with a space before each word. */
export function nameKey(name: string): string {
  return ` ${searchKey(name)}`
}

/** The key by which a number or a code is found from its end. */
export function tailKey(text: string): string {
  return reversed(searchKey(text).replace(/[^a-z0-9]/g, ''))
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}

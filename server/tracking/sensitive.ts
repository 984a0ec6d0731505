import { searchKey } from '../text-key.ts'

/**
 * Tells whether a procedure's name says something about a citizen that is nobody else's business: health, poverty,
 * adoption, a criminal record. Which words do is data; they are compared without marks, as whole words. Each name is
 * looked at once, as there are a few hundred of them and each page asks.
 */
export function sensitiveNames(words: readonly string[]): (procedureName: string) => boolean {
  const keys = words.map((word) => ` ${spaced(word)} `)
  const known = new Map<string, boolean>()
  return (procedureName) => {
    const before = known.get(procedureName)
    if (before !== undefined) return before
    const name = ` ${spaced(procedureName)} `
    const found = keys.some((key) => name.includes(key))
    known.set(procedureName, found)
    return found
  }
}

function spaced(text: string): string {
  return searchKey(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

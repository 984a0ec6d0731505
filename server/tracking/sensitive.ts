import { searchKey } from '../text-key.ts'

/**
 * Whether a procedure's name says something about a citizen that is nobody else's business: health, poverty, adoption, a
 * criminal record. Which words do is data; they are compared without marks, as whole words.
 */
export function isSensitive(procedureName: string, words: readonly string[]): boolean {
  const name = ` ${spaced(procedureName)} `
  return words.some((word) => name.includes(` ${spaced(word)} `))
}

function spaced(text: string): string {
  return searchKey(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

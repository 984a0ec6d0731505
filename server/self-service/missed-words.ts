import { searchKey } from '../text-key.ts'

/** Characters. */
const LONGEST = 60

/**
 * What is kept of a search that found nothing: folded words, so that the same wish is counted once; numbers of four digits and
 * more are left out, as they may be somebody's. Undefined when nothing is left.
 */
export function missedWords(typed: string): string | undefined {
  const words = searchKey(typed)
    .replace(/\d{4,}/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return words.length < 2 ? undefined : words.slice(0, LONGEST)
}

/** Letters whose names rhyme, so that a call of one is heard as the other: bê, xê, dê, giê, pê, tê, vê. */
const RHYMING = ['B', 'C', 'D', 'G', 'P', 'T', 'V']
/** em-mờ and en-nờ. */
const NASAL = ['M', 'N']
/** Read as 1 and 0 on paper. */
const LIKE_DIGITS = ['I', 'O']
/** Heard and seen apart from each other, best first. */
const GOOD = ['A', 'B', 'H', 'K', 'L', 'M', 'Q', 'R', 'S', 'X']

export interface LetterFault {
  why: 'rhyme' | 'like_digit'
  letters: string[]
}

/** Which letters of an office's services are mistaken for another one, when they are called or when they are read. */
export function letterFaults(letters: readonly string[]): LetterFault[] {
  const together = [RHYMING, NASAL].map((group) => group.filter((letter) => letters.includes(letter)))
  const digits = LIKE_DIGITS.filter((letter) => letters.includes(letter))
  return [
    ...together
      .filter((alike) => alike.length > 1)
      .map((alike): LetterFault => ({ why: 'rhyme', letters: alike })),
    ...(digits.length > 0 ? [{ why: 'like_digit' as const, letters: digits }] : [])
  ]
}

/** The letters that one more service may take without being mistaken for those that are there. */
export function freeLetters(taken: readonly string[]): string[] {
  return GOOD.filter(
    (letter) =>
      !taken.includes(letter) &&
      !letterFaults([...taken, letter]).some(({ letters }) => letters.includes(letter))
  )
}

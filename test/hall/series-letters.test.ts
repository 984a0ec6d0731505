import { describe, expect, it } from 'vitest'
import { freeLetters, letterFaults } from '../../server/offices/series-letters.ts'

describe('letters of services (§1.0d)', () => {
  it.each([
    [['A', 'B', 'H', 'K', 'L', 'M'], []],
    [['B', 'D'], [{ why: 'rhyme', letters: ['B', 'D'] }]],
    [['V', 'A', 'C', 'T'], [{ why: 'rhyme', letters: ['C', 'T', 'V'] }]],
    [['N', 'M'], [{ why: 'rhyme', letters: ['M', 'N'] }]],
    [['O'], [{ why: 'like_digit', letters: ['O'] }]],
    [
      ['I', 'O', 'G', 'P'],
      [
        { why: 'rhyme', letters: ['G', 'P'] },
        { why: 'like_digit', letters: ['I', 'O'] }
      ]
    ]
  ])('%s', (letters, faults) => {
    expect(letterFaults(letters)).toEqual(faults)
  })

  it.each([
    [[], ['A', 'B', 'H', 'K', 'L', 'M', 'Q', 'R', 'S', 'X']],
    [
      ['C', 'N'],
      ['A', 'H', 'K', 'L', 'Q', 'R', 'S', 'X']
    ],
    [
      ['A', 'B', 'H', 'K', 'L'],
      ['M', 'Q', 'R', 'S', 'X']
    ]
  ])('beside %s, others are free', (taken, free) => {
    expect(freeLetters(taken)).toEqual(free)
  })
})

import { describe, expect, it } from 'vitest'
import { meantBy, numbersMeant } from '../../kiosk-ui/src/screens/counter/typed-number.ts'
import { forgottenAfter } from '../../kiosk-ui/src/screens/counter/waiting.ts'

describe('the number of a ticket, as an officer types it (X-05)', () => {
  const waiting = ['A105', 'B105', 'A005', 'A205', 'A605', 'D905']

  it.each([
    ['105', ['A105', 'B105']],
    ['5', ['A005']],
    ['a105', ['A105']],
    ['Á05', ['A105', 'A005']],
    ['à05', ['A005', 'A205']],
    ['Â05', ['A005', 'A605']],
    ['đ05', ['D905']],
    ['b 105', ['B105']],
    ['B-105', ['B105']],
    ['10', ['A105', 'B105']],
    ['999', []],
    ['', waiting]
  ])('“%s” finds %j', (typed, found) => {
    expect(numbersMeant(typed, waiting)).toEqual(found)
  })

  it('is also read without the digit that a mark may stand for', () => {
    expect(meantBy('á05')).toEqual(['A05', 'A105'])
  })
})

describe('from when on somebody counts as forgotten at the counter (C-27)', () => {
  it.each([
    [[], 20],
    [[4, 4, 4, 4], 20],
    [[4, 5, 6, 7, 30], 18],
    [[10, 10, 10, 10, 10], 30],
    [[0, 0, 1, 1, 1], 5]
  ])('where people took %j minutes, from minute %i on', (served, minutes) => {
    expect(forgottenAfter(served)).toBe(minutes)
  })
})

import { describe, expect, it } from 'vitest'
import { callWords, LETTERS, NORTHERN, numberWords, ticketWords } from '../../kiosk-ui/src/text/spoken.ts'

describe('B-03 the numbers table for the voice', () => {
  it.each([
    [0, 'không'],
    [1, 'một'],
    [4, 'bốn'],
    [5, 'năm'],
    [10, 'mười'],
    [11, 'mười một'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [30, 'ba mươi'],
    [40, 'bốn mươi'],
    [44, 'bốn mươi tư'],
    [55, 'năm mươi lăm'],
    [91, 'chín mươi mốt'],
    [99, 'chín mươi chín'],
    [100, 'một trăm'],
    [101, 'một trăm linh một'],
    [104, 'một trăm linh tư'],
    [105, 'một trăm linh năm'],
    [110, 'một trăm mười'],
    [111, 'một trăm mười một'],
    [114, 'một trăm mười bốn'],
    [115, 'một trăm mười lăm'],
    [121, 'một trăm hai mươi mốt'],
    [124, 'một trăm hai mươi tư'],
    [505, 'năm trăm linh năm'],
    [1000, 'một nghìn'],
    [1001, 'một nghìn không trăm linh một'],
    [1010, 'một nghìn không trăm mười'],
    [1100, 'một nghìn một trăm'],
    [10_000, 'mười nghìn'],
    [21_015, 'hai mươi mốt nghìn không trăm mười lăm'],
    [250_000, 'hai trăm năm mươi nghìn'],
    [1_000_005, 'một triệu không trăm linh năm'],
    [1_250_000, 'một triệu hai trăm năm mươi nghìn'],
    [5_004_021, 'năm triệu không trăm linh tư nghìn không trăm hai mươi mốt'],
    [999_999_999, 'chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín'],
    [1_000_000_000, 'một tỷ']
  ])('%i is said “%s”', (number, words) => {
    expect(numberWords(number)).toBe(words)
  })

  it.each([
    [105, { zeroTens: 'lẻ' }, 'một trăm lẻ năm'],
    [1001, { zeroTens: 'lẻ', thousand: 'ngàn' }, 'một ngàn không trăm lẻ một'],
    [104, { fourAfterZeroTens: 'bốn' }, 'một trăm linh bốn'],
    [24, { fourAfterZeroTens: 'bốn' }, 'hai mươi tư'],
    [250_000, { thousand: 'ngàn' }, 'hai trăm năm mươi ngàn']
  ] as const)('%i is said as the office speaks, %o: “%s”', (number, speech, words) => {
    expect(numberWords(number, { ...NORTHERN, ...speech })).toBe(words)
  })

  it.each([-1, 1.5, 1_000_000_001, Number.NaN])('%d is no number to say', (number) => {
    expect(() => numberWords(number)).toThrow(RangeError)
  })

  it('says no two numbers alike, up to a hundred thousand', () => {
    const said = new Set(Array.from({ length: 100_000 }, (_, number) => numberWords(number)))
    expect(said.size).toBe(100_000)
  })
})

describe('a ticket is read digit by digit', () => {
  it.each([
    ['A105', 'a, một không năm'],
    ['A115', 'a, một một năm'],
    ['B024', 'bê, không hai bốn'],
    ['X001', 'ích-xì, không không một'],
    ['L1021', 'e-lờ, một không hai một'],
    ['Đ014', 'đê, không một bốn'],
    ['a007', 'a, không không bảy'],
    ['105', 'một không năm']
  ])('%s: “%s”', (number, words) => {
    expect(ticketWords(number)).toBe(words)
  })

  it('never says linh, lẻ, mốt, lăm or tư', () => {
    for (let ordinal = 0; ordinal < 1000; ordinal += 1) {
      const words = ticketWords(`R${String(ordinal).padStart(3, '0')}`).split(/[ ,]+/)
      expect(words).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(linh|lẻ|mốt|lăm|tư)$/)]))
    }
  })

  it('has a name for every letter that a series may have, no two alike', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZĐ']
    expect(new Set(letters.map((letter) => LETTERS[letter])).size).toBe(letters.length)
  })

  it('says the whole call', () => {
    expect(callWords('A105', 3)).toBe('Mời số a, một không năm đến quầy số ba')
    expect(callWords('H021', 21)).toBe('Mời số hát, không hai một đến quầy số hai mươi mốt')
  })
})

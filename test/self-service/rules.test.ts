import { describe, expect, it } from 'vitest'
import { kioskVietnamese } from '../../kiosk-ui/src/text/kiosk.ts'
import { kioskEnglish } from '../../kiosk-ui/src/text/kiosk-english.ts'
import { languageFaults } from '../../server/self-service/language-faults.ts'
import { missedWords } from '../../server/self-service/missed-words.ts'
import { fullCode, tokenOnSlip } from '../../server/self-service/slip.ts'

const TOKEN = 'v1.AAAAAAAAAAAAAAAAAAAAAA'

describe('the token on a slip', () => {
  it.each([
    [`https://motcua.example/t/${TOKEN}`, TOKEN],
    [` HTTPS://MotCua.example/t/${TOKEN}/ `, TOKEN],
    [`https://elsewhere.example/t/${TOKEN}`, undefined],
    [`https://motcua.example.elsewhere.net/t/${TOKEN}`, undefined],
    [`https://elsewhere.net/?x=https://motcua.example/t/${TOKEN}`, undefined],
    [`https://motcua.example@elsewhere.net/t/${TOKEN}`, undefined],
    [`/t/${TOKEN}`, undefined],
    [`https://motcua.example/t/${TOKEN}?x=1`, TOKEN],
    [`https://motcua.example/q/${TOKEN}`, undefined],
    ['https://motcua.example/t/short', undefined],
    ['091190001234|271234567|Trần Thị Bé Sáu|05031990|Nữ|Rạch Giá|12082021', undefined],
    ['javascript:alert(1)', undefined],
    ['', undefined]
  ])('of %j is %j', (scan, token) => expect(tokenOnSlip(scan, 'https://motcua.example')).toBe(token))
})

describe('a typed code (X-05)', () => {
  it.each([
    ['261123-0007', 'H01.31-261123-0007'],
    ['2611230007', 'H01.31-261123-0007'],
    ['261123 0007', 'H01.31-261123-0007'],
    ['h01.31-261123-0007', 'H01.31-261123-0007'],
    ['H02.11-261123-0007', 'H02.11-261123-0007'],
    ['0007', '0007']
  ])('%j is %j', (typed, code) => expect(fullCode(typed, 'H01.31')).toBe(code))
})

describe('K-12 what is kept of a search that found nothing', () => {
  it.each([
    ['Cấp SỔ đỏ!', 'cap so do'],
    ['sổ  đỏ 091190001234', 'so do'],
    ['0912 345 678', '345 678'],
    ['0912345678', undefined],
    ['x', undefined],
    ['a'.repeat(200), 'a'.repeat(60)]
  ])('of %j is %j', (typed, kept) => expect(missedWords(typed)).toBe(kept))
})

describe('K-14 the texts of a language', () => {
  const texts: Record<string, string> = { ...kioskVietnamese }
  const without = (key: string) => Object.fromEntries(Object.entries(texts).filter(([name]) => name !== key))

  it('are right when each is there with its gaps', () => expect(languageFaults('km', texts)).toEqual([]))

  it.each([
    ['a missing one', without('question'), '/texts/question', 'Thiếu'],
    ['an empty one', { ...texts, question: ' ' }, '/texts/question', 'Thiếu'],
    ['one that nobody asks for', { ...texts, strange: 'x' }, '/texts/strange', 'Không có câu'],
    ['one that lost its number', { ...texts, waitingMany: 'người' }, '/texts/waitingMany', '{count}'],
    ['one with a number too many', { ...texts, done: '{count}' }, '/texts/done', 'không có chỗ điền']
  ])('name %s', (_, given, path, words) => {
    const faults = languageFaults('km', given)
    expect(faults).toHaveLength(1)
    expect(faults[0]?.path).toBe(path)
    expect(faults[0]?.message).toContain(words)
  })

  it('are not replaced in a language that is shipped', () => {
    expect(languageFaults('en', {})).toEqual([])
    expect(languageFaults('en', texts)).toHaveLength(1)
  })

  it('of English would be taken from anybody', () => {
    expect(languageFaults('en-GB', { ...kioskEnglish })).toEqual([])
  })
})

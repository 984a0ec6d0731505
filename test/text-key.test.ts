import { describe, expect, it } from 'vitest'
import { cleanText, normalText, searchKey } from '../server/text-key.ts'

describe('text as it is stored', () => {
  it.each([
    ['composes what a phone or a Mac sends decomposed', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['collapses inner spaces and trims', '  Trần   Thị\tBé  Sáu \n', 'Trần Thị Bé Sáu'],
    ['takes a no-break space for a space', 'Rạch\u00A0Giá', 'Rạch Giá'],
    ['drops zero-width characters and the byte order mark', '\uFEFFAn\u200B Gi\u200Dang', 'An Giang'],
    ['drops direction marks', '\u202EHồ sơ\u202C', 'Hồ sơ'],
    ['drops the null character, which PostgreSQL refuses', 'a\u0000b', 'a b'],
    ['keeps the old place of the tone mark as it was written', 'Hoà Thuý', 'Hoà Thuý'],
    ['makes half a surrogate pair harmless', 'x\uD83D', 'x\uFFFD']
  ])('%s', (_, given, expected) => {
    expect(normalText(given)).toBe(expected)
  })
})

describe('text as it comes in', () => {
  it('keeps its lines, and loses what nobody sees', () => {
    expect(cleanText(' Do\u0302\u0300ng y\u0301\u200B\n\u0000theo  đơn ')).toBe('Dồng ý\n theo  đơn')
  })
})

describe('the key by which text is searched', () => {
  it.each([
    ['Đăng ký kết hôn', 'dang ky ket hon'],
    ['Đỗ', 'do'],
    ['ĐỨC', 'duc'],
    ['đức', 'duc'],
    ['Nguye\u0302\u0303n Thi\u0323 Ye\u0302\u0301n', 'nguyen thi yen'],
    ['  Hộ   tịch ', 'ho tich'],
    ['Ðất đai', 'dat dai']
  ])('folds %s to %s', (given, expected) => {
    expect(searchKey(given)).toBe(expected)
  })

  it('is one for both places of a tone mark', () => {
    expect(searchKey('hòa')).toBe(searchKey('hoà'))
    expect(searchKey('Thúy')).toBe(searchKey('Thuý'))
  })

  it('is one for composed and decomposed text', () => {
    const name = 'Đặng Thị Nghiễm Ỷ'
    expect(searchKey(name.normalize('NFD'))).toBe(searchKey(name.normalize('NFC')))
  })
})

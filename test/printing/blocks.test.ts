import { describe, expect, it } from 'vitest'
import { letterDay, letterTime } from '../../kiosk-ui/src/text/papers.ts'
import { officeNameParts } from '../../server/offices/office-name.ts'
import type { Block } from '../../server/printing/blocks.ts'
import { layOut } from '../../server/printing/layout.ts'
import { breakEvenly, breakLines, type Measure } from '../../server/printing/lines.ts'
import { barsOf } from '../../server/printing/qr-code.ts'
import { MM, pageSize, slipSheet } from '../../server/printing/sheet.ts'

/** Every letter half as wide as it is high. */
const measure: Measure = (text) => text.length / 2

const lines = (text: string, width: number) =>
  breakLines([{ text }], { measure, size: 10, width }).map(({ segments }) =>
    segments.map((one) => one.text).join('|')
  )

describe('lines', () => {
  it.each<[string, string, number, string[]]>([
    ['one line where it fits', 'hồ sơ', 25, ['hồ sơ']],
    ['at spaces', 'hồ sơ đang xử lý', 50, ['hồ sơ đang', 'xử lý']],
    ['never at a space that holds', 'ngày 05\u00a0tháng', 45, ['ngày', '05 tháng']],
    ['inside a word that is longer than a line', 'abcdefghij', 20, ['abcd', 'efgh', 'ij']],
    ['nothing of nothing', '', 50, []]
  ])('break %s', (_, text, width, expected) => {
    expect(lines(text, width)).toEqual(expected)
  })

  it('keep a change of face inside a word together', () => {
    const runs = [{ text: 'vào ' }, { text: '25/11', bold: true }, { text: '.' }]
    const [first, second] = breakLines(runs, { measure, size: 10, width: 32 })
    expect(first?.segments.map(({ text }) => text)).toEqual(['vào'])
    expect(second?.segments.map(({ text, face }) => [text, face])).toEqual([
      ['25/11', 'bold'],
      ['.', 'regular']
    ])
  })

  it('reach both edges where they are justified, but for the last', () => {
    const all = breakLines([{ text: 'một hai ba bốn năm' }], { measure, size: 10, width: 60, justify: true })
    expect(all.map(({ width }) => width)).toEqual([60, 35])
  })

  it('of a heading are about as long', () => {
    const even = breakEvenly([{ text: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ' }], { measure, size: 10, width: 140 })
    expect(even.map(({ segments }) => segments[0]?.text)).toEqual(['GIẤY TIẾP NHẬN', 'HỒ SƠ VÀ HẸN TRẢ'])
  })
})

describe('pages', () => {
  const sheet = slipSheet('A5')
  const body = (words: string): Block => ({ kind: 'paragraph', role: 'body', words })
  const many = (count: number) => Array.from({ length: count }, (_, index) => body(`dòng ${index + 1}`))
  const signed: Block = {
    kind: 'signatures',
    signatures: [{ title: 'NGƯỜI NỘP', hint: '(ký)', name: 'Sáu' }]
  }
  const textsOf = (page: ReturnType<typeof layOut>[number] | undefined) =>
    page?.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])) ?? []

  it.each([20, 40, 60, 200])('lose none of %i lines and none lies outside the margins', (count) => {
    const pages = layOut([{ kind: 'page', running: 'tiếp' }, ...many(count), signed], sheet, measure)
    const texts = pages.flatMap(textsOf).filter((text) => text.startsWith('dòng'))
    expect(texts).toEqual(Array.from({ length: count }, (_, index) => `dòng ${index + 1}`))
    const { height } = pageSize(sheet)
    for (const { marks } of pages) {
      for (const { y } of marks) {
        expect(y).toBeGreaterThanOrEqual(sheet.margins.top * MM)
        expect(y).toBeLessThanOrEqual(height - sheet.margins.bottom * MM)
      }
    }
  })

  it.each(Array.from({ length: 25 }, (_, index) => 25 + index))(
    'never leave signatures alone (%i lines before them)',
    (count) => {
      const last = layOut([...many(count), signed], sheet, measure).at(-1)
      expect(textsOf(last)).toContain(`dòng ${count}`)
      expect(textsOf(last)).toContain('NGƯỜI NỘP')
    }
  )

  it('leave at least 12 mm to sign', () => {
    for (let count = 20; count < 50; count += 1) {
      const marks = layOut([...many(count), signed], sheet, measure).flatMap((page) => page.marks)
      const at = (words: string) => marks.find((mark) => mark.kind === 'text' && mark.text === words)?.y ?? 0
      expect(at('Sáu') - at('(ký)')).toBeGreaterThan(12 * MM)
    }
  })

  it('draw a QR code no smaller than 25 mm', () => {
    const qr: Block = { kind: 'qr', text: 'https://example.vn/t/1', label: 'mã' }
    const [mark] = layOut([qr], sheet, measure)[0]?.marks ?? []
    expect(mark?.kind === 'qr' && mark.side / MM).toBeCloseTo(25)
  })

  it('set a table with its head, its cells wrapped in their columns', () => {
    const table: Block = {
      kind: 'table',
      columns: [
        { label: 'TT', width: 1, align: 'center' },
        { label: 'Tên giấy tờ', width: 4, align: 'left' }
      ],
      rows: [['1', 'Tờ khai '.repeat(20).trim()]]
    }
    const texts = textsOf(layOut([table], sheet, measure)[0])
    expect(texts.slice(0, 3)).toEqual(['TT', 'Tên giấy tờ', '1'])
    expect(texts.slice(3).join(' ')).toBe('Tờ khai '.repeat(20).trim())
  })
})

it('a QR code is drawn as stretches that cover its dark modules and no other', () => {
  const data = [1, 1, 0, 0, 0, 1, 1, 0, 1]
  expect(barsOf({ size: 3, data })).toEqual([
    { x: 0, y: 0, length: 2 },
    { x: 2, y: 1, length: 1 },
    { x: 0, y: 2, length: 1 },
    { x: 2, y: 2, length: 1 }
  ])
})

describe('days on papers (D-01)', () => {
  it.each([
    ['2026-02-05', 'ngày 05 tháng 02 năm 2026'],
    ['2026-01-31', 'ngày 31 tháng 01 năm 2026'],
    ['2026-08-05', 'ngày 05 tháng 8 năm 2026'],
    ['2017-08-31', 'ngày 31 tháng 8 năm 2017'],
    ['2026-12-01', 'ngày 01 tháng 12 năm 2026']
  ])('%s is written %s', (day, expected) => {
    expect(letterDay(day)).toBe(expected)
  })

  it('times are written out', () => {
    expect(letterTime('16:30')).toBe('16 giờ 30 phút')
  })
})

it.each([
  [
    'Trung tâm Phục vụ hành chính công phường Rạch Giá',
    { own: 'Trung tâm Phục vụ hành chính công', above: 'UBND phường Rạch Giá', place: 'Rạch Giá' }
  ],
  ['Bộ phận Một cửa xã Hòn Nghệ', { own: 'Bộ phận Một cửa', above: 'UBND xã Hòn Nghệ', place: 'Hòn Nghệ' }],
  [
    'Trung tâm Phục vụ hành chính công đặc khu Phú Quốc',
    { own: 'Trung tâm Phục vụ hành chính công', above: 'UBND đặc khu Phú Quốc', place: 'Phú Quốc' }
  ],
  ['Văn phòng Đăng ký đất đai', { own: 'Văn phòng Đăng ký đất đai', above: null, place: null }]
])('the head of papers of %s', (name, expected) => {
  expect(officeNameParts(name)).toEqual(expected)
})

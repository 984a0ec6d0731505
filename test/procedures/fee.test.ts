import { describe, expect, it } from 'vitest'
import { feeWords } from '../../kiosk-ui/src/text/procedures.ts'
import { feeAttention, readFee } from '../../server/procedures/fee.ts'

describe('reading a published fee', () => {
  it.each<[string, number | null]>([
    ['Miễn phí', 0],
    ['Miễn phí (Không quy định.)', 0],
    ['Miễn phí (nguồn ghi phí: 0)', 0],
    ['70.000 đồng (70.000 đồng/giấy)', 70000],
    ['1,250,000 đồng', 1250000],
    ['1250000 đồng', 1250000],
    ['10.000 đồng (/trường hợp)', 10000],
    ['Miễn phí (Theo quy định của Hội đồng nhân dân cấp tỉnh)', null],
    ['7.000 đồng (trực tuyến); 15.000 đồng (trực tiếp)', null],
    ['400.000 đồng. Miễn lệ phí đối với người có công', null],
    ['Theo quy định', null],
    ['', null]
  ])('“%s” is %s', (text, fee) => {
    expect(readFee(text)).toBe(fee)
  })
})

describe('what an administrator should look at in a fee', () => {
  const kinds = (fee: number | null, text: string | null) => feeAttention(fee, text).map(({ kind }) => kind)

  it.each<[string, number | null, string | null, string[]]>([
    ['an unknown fee', null, null, ['fee_unknown']],
    ['a sum with exemptions', 400000, '400.000 đồng. Miễn lệ phí đối với người có công', ['fee_conditional']],
    ['a sum beside another', 2000, '2.000 đồng/trang, từ trang thứ 3 thu 1.000 đồng', ['fee_conditional']],
    ['nothing in a plain sum', 70000, '70.000 đồng mỗi giấy', []],
    ['nothing in what is free', 0, 'Miễn phí', []]
  ])('%s', (_, fee, text, expected) => {
    expect(kinds(fee, text)).toEqual(expected)
  })

  it('the last day of a reduced fee, where earlier ones stand beside it', () => {
    const text = 'Giảm 50% đến hết ngày 31/12/2025; từ 01/01/2026 đến hết ngày 31/12/2026'
    expect(feeAttention(null, text)).toContainEqual({
      kind: 'fee_expires',
      about: 'fee',
      detail: 'Áp dụng đến hết ngày 31/12/2026'
    })
  })
})

it.each<[number | null, string]>([
  [0, 'Không thu'],
  [1250000, '1.250.000 đồng'],
  [null, 'Chưa có mức thu chung, hỏi tại quầy']
])('tells a citizen the fee %s as “%s”', (fee, words) => {
  expect(feeWords(fee)).toBe(words)
})

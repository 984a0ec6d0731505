import { describe, expect, it } from 'vitest'
import { readCatalogueFile } from '../../server/procedures/catalogue-file.ts'
import {
  amendedEdition,
  importedEdition,
  type StoredEdition
} from '../../server/procedures/edition-change.ts'

const untidy = {
  code: '1.001022',
  name: 'Thủ tục đăng ký nhận cha, mẹ, con',
  field: 'Hộ tịch',
  level: 'xa',
  agency: 'Ủy ban Nhân dân xã, phường, thị trấn',
  term: null,
  termText: '3 (đơn vị: khác)',
  fee: null,
  feeText: 'Miễn phí (Mức cụ thể do Hội đồng nhân dân tỉnh quyết định)',
  components: [{ name: 'Tờ khai', original: 1, copy: 0, note: '' }],
  channels: ['truc_tiep'],
  result: 'Trích lục'
}

const fromFile = (given: Record<string, unknown> = {}) => {
  const { editions, attention } = readCatalogueFile([{ ...untidy, ...given }])
  const [edition] = editions
  if (!edition) throw new Error('the entry was refused')
  return { edition, attention: attention.get(edition.code) ?? [] }
}

const first = { effectiveFrom: '2025-07-01', decision: 'QĐ 1' }
const second = { effectiveFrom: '2026-09-01', decision: 'QĐ 2' }
const third = { effectiveFrom: '2026-10-01', decision: 'QĐ 3' }
const term = { amount: 3, unit: 'working_day' } as const
const kinds = ({ attention }: StoredEdition) => attention.map(({ kind }) => kind)

describe('an edition that a person amends', () => {
  const before = importedEdition(undefined, fromFile(), first)

  it('has the new value, its decision and its day, and the rest as it was', () => {
    const after = amendedEdition(before, second, { term })
    expect(after).toMatchObject({ ...second, term, name: before.name, components: before.components })
  })

  it('loses the points that this value answers, and only those', () => {
    expect(kinds(before)).toEqual(['term_missing', 'fee_unknown', 'outdated_body'])
    expect(kinds(amendedEdition(before, second, { term }))).toEqual(['fee_unknown', 'outdated_body'])
    expect(kinds(amendedEdition(before, second, { fee: 8000 }))).toEqual(['term_missing', 'outdated_body'])
    expect(kinds(amendedEdition(before, second, { feeText: 'Ba mức' }))).toEqual([
      'term_missing',
      'outdated_body'
    ])
    expect(kinds(amendedEdition(before, second, { agency: 'UBND cấp xã' }))).toEqual([
      'term_missing',
      'fee_unknown'
    ])
  })

  it('loses the words of the source that explained the old value', () => {
    const after = amendedEdition(before, second, { term, fee: 8000 })
    expect([after.termSource, after.feeText]).toEqual([null, null])
    expect(amendedEdition(before, second, { fee: null, feeText: 'Ba mức' }).feeText).toBe('Ba mức')
  })

  it('is given at once when its term becomes the same day, and no more when it becomes days', () => {
    const sameDay = amendedEdition(before, second, { term: { amount: 1, unit: 'same_day' } })
    expect(sameDay.immediate).toBe(true)
    expect(amendedEdition(sameDay, third, { term }).immediate).toBe(false)
    expect(amendedEdition(before, second, { term, immediate: true }).immediate).toBe(true)
  })
})

describe('a file that comes after a person', () => {
  const before = importedEdition(undefined, fromFile(), first)
  const settled = amendedEdition(before, second, { term })

  it('undoes nothing while it says what it said', () => {
    const after = importedEdition(settled, fromFile(), third)
    expect(after.term).toEqual(term)
    expect(after.termSource).toBeNull()
    expect(kinds(after)).toEqual(['fee_unknown', 'outdated_body'])
  })

  it('undoes nothing the second time either', () => {
    const again = importedEdition(importedEdition(settled, fromFile(), third), fromFile(), third)
    expect(again.term).toEqual(term)
  })

  it('changes what the person did not touch', () => {
    const after = importedEdition(settled, fromFile({ result: 'Trích lục mới' }), third)
    expect(after).toMatchObject({ term, result: 'Trích lục mới' })
  })

  it('wins where it says something new', () => {
    const after = importedEdition(settled, fromFile({ term: { amount: 5, unit: 'working_day' } }), third)
    expect(after.term).toEqual({ amount: 5, unit: 'working_day' })
    expect(importedEdition(after, fromFile(), third).term).toBeNull()
  })

  it('does not bring back what a person has abolished', () => {
    const abolished = amendedEdition(before, second, { abolished: true })
    expect(importedEdition(abolished, fromFile(), third).abolished).toBe(true)
  })
})

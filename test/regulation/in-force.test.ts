import { describe, expect, it } from 'vitest'
import { DomainError } from '../../server/errors.ts'
import { formSetInForce, ruleSetInForce } from '../../server/regulation/rule-set.ts'
import { formSets, ruleSets } from './shipped.ts'

describe('the decree in force', () => {
  it.each([
    ['2015-05-15', 'qd-09-2015'],
    ['2017-08-31', 'qd-09-2015'],
    ['2018-06-20', 'qd-09-2015'],
    ['2018-06-21', 'nd-61-2018'],
    ['2025-06-30', 'nd-61-2018'],
    ['2025-07-01', 'nd-118-2025'],
    ['2025-12-30', 'nd-118-2025'],
    ['2025-12-31', 'nd-367-2025'],
    ['2026-08-04', 'nd-367-2025'],
    ['2026-08-05', 'nd-309-2026'],
    ['2026-11-23', 'nd-309-2026']
  ])('on %s is %s', (day, id) => {
    expect(ruleSetInForce(ruleSets, day)).toMatchObject({ id, version: 1 })
  })

  it('is refused in words for a day before the first', () => {
    expect(() => ruleSetInForce(ruleSets, '2015-05-14')).toThrow(
      'Không có quy định nào của hệ thống áp dụng cho ngày 14/05/2015. Chọn ngày từ 15/05/2015 trở đi.'
    )
    expect(() => ruleSetInForce(ruleSets, '2015-05-14')).toThrow(DomainError)
  })

  it('is refused in words where there is none at all', () => {
    expect(() => ruleSetInForce([], '2026-11-23')).toThrow('áp dụng cho ngày 23/11/2026.')
  })
})

describe('the forms in force', () => {
  it.each([
    ['2019-01-06', 'tt-01-2018'],
    ['2025-07-01', 'tt-01-2018'],
    ['2025-09-14', 'tt-01-2018'],
    ['2025-09-15', 'tt-03-2025'],
    ['2026-01-24', 'tt-03-2025'],
    ['2026-01-25', 'tt-04-2025'],
    ['2026-08-01', 'tt-04-2025'],
    ['2026-11-23', 'tt-04-2025']
  ])('on %s are those of %s', (day, id) => {
    expect(formSetInForce(formSets, day)).toMatchObject({ id, version: 1 })
  })

  it('are refused in words for a day before the first', () => {
    expect(() => formSetInForce(formSets, '2019-01-05')).toThrow(
      'Không có bộ biểu mẫu nào của hệ thống áp dụng cho ngày 05/01/2019. Chọn ngày từ 06/01/2019 trở đi.'
    )
  })

  it('change later than the decree does', () => {
    expect(ruleSetInForce(ruleSets, '2025-08-01').id).toBe('nd-118-2025')
    expect(formSetInForce(formSets, '2025-08-01').id).toBe('tt-01-2018')
  })
})

describe('versions that replace others', () => {
  const version = (number: number, effectiveFrom: string, replaces: number | null) => ({
    id: 'nd-1',
    version: number,
    effectiveFrom,
    replaces
  })

  it.each([
    [
      'the newest of the day counts',
      [version(1, '2026-01-01', null), version(2, '2026-06-01', null)],
      '2026-06-01',
      2
    ],
    [
      'the older counts until the day before',
      [version(1, '2026-01-01', null), version(2, '2026-06-01', null)],
      '2026-05-31',
      1
    ],
    [
      'a replaced one is gone',
      [version(1, '2026-01-01', null), version(2, '2026-01-01', 1)],
      '2026-01-01',
      2
    ],
    [
      'a replaced one is gone also where the other starts earlier',
      [version(1, '2026-03-01', null), version(2, '2026-01-01', 1)],
      '2026-04-01',
      2
    ],
    [
      'the order in which they are given does not matter',
      [version(2, '2026-06-01', null), version(1, '2026-01-01', null)],
      '2026-02-01',
      1
    ]
  ])('%s', (_, sets, day, wanted) => {
    expect(ruleSetInForce(sets, day).version).toBe(wanted)
  })

  it('leave nothing in force before a replacement that starts later', () => {
    const sets = [version(1, '2026-01-01', null), version(2, '2026-03-01', 1)]
    expect(() => ruleSetInForce(sets, '2026-02-01')).toThrow('Chọn ngày từ 01/03/2026 trở đi')
  })
})

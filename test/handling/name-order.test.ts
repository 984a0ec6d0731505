import { describe, expect, it } from 'vitest'
import { compareNames } from '../../server/handling/name-order.ts'

/** Falls on its feet however the list was shuffled. */
const shuffles = (names: readonly string[]) => [
  [...names],
  [...names].reverse(),
  [...names.slice(3), ...names.slice(0, 3)]
]

describe('X-18 names in Vietnamese order', () => {
  it.each([
    ['by given name', ['An', 'Ánh', 'Ăn', 'Ân', 'Bích', 'Dũng', 'Duy', 'Đạt']],
    ['by tone', ['Hoa', 'Hòa', 'Hỏa', 'Hõa', 'Hóa', 'Họa']],
    [
      'then by family name, then by what is between',
      ['Phan Văn An', 'Trần Bé An', 'Trần Văn An', 'Bùi Thị Bé', 'Đỗ Văn Đạt', 'Danh Thươl']
    ]
  ])('%s', (_, names) => {
    for (const shuffled of shuffles(names)) expect(shuffled.toSorted(compareNames)).toEqual(names)
  })
})

import { expect, it } from 'vitest'
import { findNewPhone, findPhone } from '../../kiosk-ui/src/parts/phone.ts'

it.each([
  ['0918204573', '+84918204573'],
  ['0918 204 573', '+84918204573'],
  ['0918.204.573', '+84918204573'],
  ['+84 918-204-573', '+84918204573'],
  ['84918204573', '+84918204573'],
  ['(0297) 3860215', '+842973860215'],
  ['02973 860 215', '+842973860215'],
  ['0168 123 4567', undefined],
  ['091820457', undefined],
  ['không có', undefined]
])('X-19 reads %s', (typed, phone) => {
  expect(findPhone(typed)).toBe(phone)
})

it('X-19 offers the number that replaced an old one', () => {
  expect(findNewPhone('0168 123 4567')).toBe('0381234567')
  expect(findNewPhone('0918204573')).toBeUndefined()
})

import { expect, test } from '@playwright/test'
import { dayTypedFault, findDay, findMoney, findTime } from '../../kiosk-ui/src/parts/read-typed.ts'

test.describe('a typed day', () => {
  for (const [typed, day] of [
    ['24/11/2026', '2026-11-24'],
    ['5.8.2026', '2026-08-05'],
    ['05-08-2026', '2026-08-05'],
    [' 1 1 2027 ', '2027-01-01'],
    ['29/02/2028', '2028-02-29'],
    ['31/02/2026', 'impossible'],
    ['29/02/2027', 'impossible'],
    ['2026-11-24', 'impossible'],
    ['24/13/2026', 'impossible'],
    ['5/8/26', 'no-century'],
    ['', 'empty'],
    ['hôm nay', 'impossible']
  ] as const) {
    test(`“${typed}” is read as ${day}`, () => {
      expect(findDay(typed) ?? dayTypedFault(typed)).toBe(day)
    })
  }
})

test.describe('a typed time', () => {
  for (const [typed, time] of [
    ['07:30', '07:30'],
    ['7h30', '07:30'],
    ['730', '07:30'],
    ['1730', '17:30'],
    ['17 giờ 30', '17:30'],
    ['16g30', '16:30'],
    ['8', '08:00'],
    ['24:00', undefined],
    ['7:60', undefined],
    ['', undefined],
    ['sáng', undefined]
  ] as const) {
    test(`“${typed}” is read as ${time}`, () => expect(findTime(typed)).toBe(time))
  }
})

test.describe('a typed amount', () => {
  for (const [typed, amount] of [
    ['1.250.000', 1_250_000],
    ['1,250,000', 1_250_000],
    ['1250000', 1_250_000],
    ['70.000 đồng', 70_000],
    ['8 000 đ', 8_000],
    ['0', 0],
    ['1.25', undefined],
    ['miễn phí', undefined],
    ['', undefined]
  ] as const) {
    test(`“${typed}” is read as ${amount}`, () => expect(findMoney(typed)).toBe(amount))
  }
})

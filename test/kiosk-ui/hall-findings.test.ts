import { describe, expect, it } from 'vitest'
import {
  findingOfCounters,
  findingOfHours,
  findingOfServices,
  findingOfStaffing
} from '../../kiosk-ui/src/screens/supervisor/hall-findings.ts'

/** Hours from eight on, each by how many people waited and how long nine in ten did, in seconds. */
const hours = (...waits: (readonly [count: number, p90: number | null])[]) =>
  waits.map(([count, p90], index) => ({ hour: 8 + index, waiting: { count, p90 } }))

describe('what is said of the hours', () => {
  it.each<[string, ReturnType<typeof hours>, string, number | undefined]>([
    ['nobody', [], 'Quá ít người để so sánh: cần từ 10 người', undefined],
    ['one person', hours([1, 4000]), 'Quá ít người để so sánh: cần từ 10 người', undefined],
    [
      'all no-shows, whose waits nobody knows',
      hours([0, null], [0, null]),
      'Quá ít người để so sánh: cần từ 10 người',
      undefined
    ],
    [
      'a second over twelve minutes is not called twelve',
      hours([20, 721], [20, 120]),
      'Bắt đầu chờ lúc 08h phải chờ lâu nhất: 9 trong 10 người không quá 13 phút',
      8
    ],
    [
      'one hour with enough people is compared with nothing',
      hours([12, 600], [3, 3600]),
      'Chỉ 08h có đủ người: 9 trong 10 người chờ không quá 10 phút',
      undefined
    ],
    [
      'the few of an hour who waited longer are not denied',
      hours([12, 600], [40, 1200], [3, 7200]),
      'Bắt đầu chờ lúc 09h phải chờ lâu nhất: 9 trong 10 người không quá 20 phút (chỉ tính giờ có từ 10 người)',
      9
    ],
    [
      'two that are alike are both named',
      hours([20, 1200], [20, 1190], [20, 300]),
      'Bắt đầu chờ lúc 08h, 09h phải chờ lâu nhất: 9 trong 10 người không quá 20 phút',
      undefined
    ],
    ['a tie', hours([20, 600], [20, 600]), 'Giờ nào 9 trong 10 người cũng chờ không quá 10 phút', undefined],
    [
      'seconds that nobody feels',
      hours([20, 100], [20, 10]),
      'Giờ nào 9 trong 10 người cũng chờ không quá 2 phút',
      undefined
    ],
    [
      'nobody waits at all',
      hours([20, 0], [20, 0]),
      'Giờ nào 9 trong 10 người cũng chờ không quá 1 phút',
      undefined
    ],
    [
      'three of four alike',
      hours([20, 1200], [20, 1200], [20, 1200], [20, 300]),
      'Giờ nào 9 trong 10 người cũng chờ không quá 20 phút',
      undefined
    ]
  ])('%s', (_, rows, title, marked) => {
    expect(findingOfHours(rows)).toEqual({ title, marked })
  })
})

describe('what is said of the services', () => {
  const service = (serviceName: string, count: number, p90: number) => ({
    serviceId: serviceName,
    serviceName,
    waiting: { count, p90 }
  })

  it('names the one that has to wait longest, and says of how many that is known', () => {
    const [land, police] = [service('Đất đai', 30, 2400), service('Cư trú', 30, 300)]
    expect(findingOfServices([police, land])).toEqual({
      title: 'Đất đai chờ lâu nhất: 9 trong 10 người không quá 40 phút',
      marked: 'Đất đai'
    })
    expect(findingOfServices([police, land, service('Hộ tịch', 2, 9000)]).title).toBe(
      'Đất đai chờ lâu nhất: 9 trong 10 người không quá 40 phút (chỉ tính lĩnh vực có từ 10 người)'
    )
    expect(findingOfServices([land]).title).toBe(
      'Chỉ Đất đai có đủ người: 9 trong 10 người chờ không quá 40 phút'
    )
  })
})

describe('what is said of the counters', () => {
  const counters = (...served: number[]) =>
    served.map((count, index) => ({ counterId: `c${index}`, counterNumber: index + 1, served: count }))

  it.each<[string, number[], string, string | undefined]>([
    ['none', [], 'Quá ít người để so sánh: cần từ 10 người', undefined],
    ['open, and nobody came', [0, 0, 0], 'Quá ít người để so sánh: cần từ 10 người', undefined],
    ['nine people', [9, 0], 'Quá ít người để so sánh: cần từ 10 người', undefined],
    ['one counter', [50], 'Quầy 1 phục vụ tất cả số lượt', undefined],
    ['one of two served nobody', [50, 0], 'Quầy 1 phục vụ nhiều nhất: 100% số lượt', 'c0'],
    ['all but one in a thousand is not all', [999, 1], 'Quầy 1 phục vụ nhiều nhất: 99% số lượt', 'c0'],
    ['alike', [50, 48], 'Các quầy có mở phục vụ gần như đều nhau', undefined],
    [
      'two first',
      [40, 40, 0],
      'Quầy 1, Quầy 2 phục vụ nhiều nhất, gần bằng nhau: cộng lại 100% số lượt',
      undefined
    ],
    ['one first', [20, 60, 20], 'Quầy 2 phục vụ nhiều nhất: 60% số lượt', 'c1']
  ])('%s', (_, served, title, marked) => {
    expect(findingOfCounters(counters(...served))).toEqual({ title, marked })
  })
})

describe('what is said of how many counters are needed', () => {
  const needed = (...counters: number[]) =>
    counters.map((count, index) => ({ hour: 8 + index, counters: count })) as never

  it.each<[string, number[], string]>([
    ['no hour is known', [], 'Chưa đủ số liệu để gợi ý số quầy'],
    ['one hour needs most', [2, 3, 1], 'Cần nhiều quầy nhất lúc 09h: 3 quầy'],
    ['two hours do', [3, 3, 1], 'Cần nhiều quầy nhất lúc 08h, 09h: 3 quầy'],
    ['all alike', [2, 2], 'Giờ nào cũng cần 2 quầy'],
    ['more than there are', [9, 9], 'Lúc đông nhất cần 9 quầy, đơn vị có 5: lời hứa khó giữ']
  ])('%s', (_, hours, words) => {
    expect(findingOfStaffing({ hours: needed(...hours), counters: 5 })).toBe(words)
  })
})

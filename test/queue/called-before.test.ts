import { describe, expect, it } from 'vitest'
import { calledBefore, type OpenCounter } from '../../server/queue/called-before.ts'

const counter = (serves: string, free = false): OpenCounter => ({ serves: [...serves], free })
const standing = (people: Record<string, number>) => new Map(Object.entries(people))

describe('whom the counters of a service call before somebody', () => {
  it.each([
    ['everyone of the service, at counters of their own', [counter('A'), counter('A')], { A: 8 }, { A: 8 }],
    [
      'nobody of another service with counters of its own',
      [counter('A'), counter('B')],
      { A: 8, B: 9 },
      { A: 8 }
    ],
    ['everyone whom the same counters serve', [counter('AB'), counter('AB')], { A: 4, B: 4 }, { A: 4, B: 4 }],
    ['nobody when nobody waits', [counter('A'), counter('B')], { B: 3 }, {}],
    ['nobody when no counter is open', [], { A: 3 }, {}]
  ])('counts %s', (_, counters, people, expected) => {
    expect(Object.fromEntries(calledBefore('A', { counters, before: standing(people) }))).toEqual(expected)
  })

  it('counts of a shared service only those whom no other counter takes meanwhile', () => {
    const counters = [counter('AB'), counter('B'), counter('B')]
    const called = calledBefore('A', { counters, before: standing({ A: 2, B: 12 }) })
    expect(called.get('A')).toBe(2)
    expect(called.get('B')).toBeGreaterThan(0)
    expect(called.get('B')).toBeLessThanOrEqual(5)
  })

  it('leaves those to others who would wait in a longer line', () => {
    const counters = [counter('L'), counter('LA'), counter('A')]
    const called = calledBefore('L', { counters, before: standing({ L: 1, A: 20 }) })
    expect((called.get('L') ?? 0) + (called.get('A') ?? 0)).toBeLessThan(6)
  })

  it('ends for a hall of many people and counters', () => {
    const counters = Array.from({ length: 30 }, (_, index) => counter('ABCDEF'.slice(index % 4)))
    const people = { A: 200, B: 200, C: 200, D: 200, E: 200, F: 200 }
    const sum = [...calledBefore('A', { counters, before: standing(people) }).values()].reduce(
      (a, b) => a + b,
      0
    )
    expect(sum).toBeGreaterThan(200)
    expect(sum).toBeLessThanOrEqual(1200)
  })
})

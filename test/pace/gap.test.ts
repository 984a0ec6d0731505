import { describe, expect, it } from 'vitest'
import { occupied } from '../../server/visits/visit.ts'

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 10, 23, 2, minute, second)).toISOString()

describe('how long a counter takes for one person', () => {
  it.each<[string, { since: string; called: string }, string | null, number]>([
    ['from the call until he leaves', { since: at(0), called: at(10) }, null, 300],
    ['and from when the person before had left', { since: at(0), called: at(10) }, at(9, 20), 340],
    ['not while nobody waited', { since: at(9, 30), called: at(10) }, at(9, 20), 300],
    ['not while the officer was away', { since: at(0), called: at(10) }, at(4), 300],
    ['called before the other one had left', { since: at(0), called: at(10) }, at(11), 300]
  ])('%s', (_, { since, called }, freeSince, seconds) => {
    const visit = { waitingSince: since, calledAt: called, endedAt: at(15) }
    expect(occupied(visit, freeSince)).toBe(1000 * seconds)
  })
})

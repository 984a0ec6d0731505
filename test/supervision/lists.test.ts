import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { dayInVietnam } from '../../server/regulation/day.ts'
import { listsOf } from '../../server/supervision/lists.ts'
import { vietnam } from '../calendar/calendars.ts'

const moment = { now: vietnam('2026-11-23 09:12'), today: '2026-11-23', soonUntil: '2026-11-27' }

const due = (at: string, apologyStatus: 'draft' | 'issued' | 'sent' | null = null) =>
  listsOf({ dueAt: vietnam(at), dueDay: at.slice(0, 10), firstDueAt: vietnam(at), apologyStatus }, moment)

describe('V-01 the lists of a dossier', () => {
  it.each([
    ['late the minute after its due time', '2026-11-23 09:11', ['late', 'without-apology', 'without-reason']],
    ['not late in the due minute itself', '2026-11-23 09:12', ['today']],
    ['today until the end of the day', '2026-11-23 17:00', ['today']],
    ['soon on the third working day', '2026-11-27 16:30', ['soon']],
    ['nowhere after that', '2026-11-30 16:30', []]
  ])('is %s', (_, at, wanted) => {
    expect(due(at)).toEqual(wanted)
  })

  it.each([
    ['a draft is a reason but no letter', 'draft' as const, ['late', 'without-apology']],
    ['an issued letter is both', 'issued' as const, ['late']],
    ['a sent letter is both', 'sent' as const, ['late']]
  ])('%s', (_, status, wanted) => {
    expect(due('2026-11-20 16:30', status)).toEqual(wanted)
  })

  it('is watched until the new date of its apology', () => {
    const firstDueAt = vietnam('2026-11-20 16:30')
    const dated = (day: string) => ({ dueAt: vietnam(`${day} 16:30`), dueDay: day, firstDueAt })
    expect(listsOf({ ...dated('2026-11-26'), apologyStatus: 'issued' }, moment)).toEqual(['soon', 'redated'])
    expect(listsOf({ ...dated('2026-12-09'), apologyStatus: 'issued' }, moment)).toEqual(['redated'])
    expect(listsOf({ ...dated('2026-11-19'), apologyStatus: 'issued' }, moment)).toEqual(['late'])
  })

  property.prop([
    fc.integer({ min: -40 * 1440, max: 40 * 1440 }),
    fc.constantFrom(null, 'draft', 'issued', 'sent')
  ])(
    'a dossier is in one of late, today and soon at most, and lacks something only when late',
    (minutes, apologyStatus) => {
      const dueAt = new Date(Date.parse(moment.now) + minutes * 60_000).toISOString()
      const dueDay = dayInVietnam(dueAt)
      const lists = listsOf({ dueAt, dueDay, firstDueAt: dueAt, apologyStatus }, moment)
      const [main = '', ...rest] = lists
      expect(['', 'late', 'today', 'soon']).toContain(main)
      expect(rest.filter((list) => !list.startsWith('without-'))).toEqual([])
      expect(main === 'late').toBe(minutes < 0)
      if (dueDay > moment.soonUntil) expect(lists).toEqual([])
    }
  )
})

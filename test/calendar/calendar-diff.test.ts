import { describe, expect, it } from 'vitest'
import { diffCalendar } from '../../server/calendar/calendar-diff.ts'
import type { OfficialDay } from '../../server/calendar/official-days.ts'
import { shipped } from './calendars.ts'

const nobody = new Set<string>()
const days = (list: readonly { day: string }[]) => list.map(({ day }) => day)

describe('what a file of official days changes', () => {
  it('is nothing when it is the file that is there', () => {
    const change = diffCalendar(shipped.days, shipped, nobody)
    expect([change.added, change.changed, change.removed]).toEqual([[], [], []])
    expect(change.unchanged).toHaveLength(shipped.days.length)
  })

  it('is all of it when nothing is there', () => {
    expect(diffCalendar([], shipped, nobody).added).toEqual(shipped.days)
  })

  it('is what it adds, words otherwise and leaves out, in its own years', () => {
    const file = {
      years: [2026],
      days: shipped.days
        .filter(({ day }) => day.startsWith('2026') && day !== '2026-01-01')
        .map((entry) => (entry.day === '2026-11-24' ? { ...entry, name: 'Ngày Văn hóa' } : entry))
        .concat({ ...(shipped.days[0] as OfficialDay), day: '2026-12-24' })
    }
    const change = diffCalendar(shipped.days, file, nobody)
    expect([days(change.added), days(change.removed)]).toEqual([['2026-12-24'], ['2026-01-01']])
    expect(change.changed.map(({ before, after }) => [before.name, after.name])).toEqual([
      ['Ngày Văn hóa Việt Nam', 'Ngày Văn hóa']
    ])
    expect(change.unchanged.every(({ day }) => day.startsWith('2026'))).toBe(true)
  })

  it('does not ask again what has been decided', () => {
    const decided = shipped.days.map(
      (entry): OfficialDay =>
        entry.day === '2026-11-23' ? { ...entry, kind: 'working', assumed: null } : entry
    )
    const change = diffCalendar(decided, shipped, new Set(['van-hoa-2026']))
    expect([change.added, change.changed, change.removed]).toEqual([[], [], []])
    expect(change.unchanged.find(({ day }) => day === '2026-11-23')?.kind).toBe('working')
  })

  it('answers a question that was open, and the day still tells which', () => {
    const newer = shipped.days.map(
      (entry): OfficialDay =>
        entry.day === '2027-09-03' ? { ...entry, kind: 'holiday', assumed: null, questionId: null } : entry
    )
    const { changed } = diffCalendar(shipped.days, { ...shipped, days: newer }, nobody)
    expect(changed.map(({ after }) => [after.day, after.kind, after.questionId])).toEqual([
      ['2027-09-03', 'holiday', 'quoc-khanh-2027']
    ])
  })

  it('keeps an ordinary day that was decided and that the file does not list', () => {
    const decided = shipped.days.map(
      (entry): OfficialDay =>
        entry.day === '2026-11-23' ? { ...entry, kind: 'working', assumed: null } : entry
    )
    const silent = { years: shipped.years, days: shipped.days.filter(({ day }) => day !== '2026-11-23') }
    expect(diffCalendar(decided, silent, new Set(['van-hoa-2026'])).removed).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { type OfficeClock, onTheClock, workedOf } from '../../server/pace/office-clock.ts'

const HOURS = [
  [450, 690],
  [810, 1020]
] as const

const at = (hour: number, minute = 0): OfficeClock => ({ minute: 60 * hour + minute, hours: HOURS })

describe('a wait on the clock of an office that rests from 11:30 to 13:30 and closes at 17:00', () => {
  it.each<[string, OfficeClock, [number, number], [number, number], boolean]>([
    ['over before lunch', at(9), [10, 20], [10, 20], false],
    ['over at lunch to the minute', at(11), [10, 30], [10, 30], false],
    ['its far end after lunch', at(11), [10, 40], [10, 160], false],
    ['all of it after lunch', at(11, 20), [15, 25], [135, 145], false],
    ['told at lunch: it begins at 13:30', at(12, 30), [5, 15], [65, 75], false],
    ['told before the door opens', at(7), [5, 15], [35, 45], false],
    ['its far end after closing', at(16, 40), [10, 30], [10, 30], true],
    ['over at closing to the minute', at(16, 40), [10, 20], [10, 20], false],
    ['from the morning until after closing', at(11), [60, 300], [180, 420], true],
    ['told after closing', at(17, 5), [5, 15], [5, 15], true]
  ])('%s', (_, clock, [lowMinutes, highMinutes], [low, high], pastClosing) => {
    expect(onTheClock({ lowMinutes, highMinutes }, clock)).toEqual({
      lowMinutes: low,
      highMinutes: high,
      ...(pastClosing ? { pastClosing } : {})
    })
  })

  it('is as it is told where an office is always open, or nobody knows its hours', () => {
    const range = { lowMinutes: 10, highMinutes: 400 }
    for (const clock of [undefined, { minute: 600, hours: [] }]) {
      expect(onTheClock(range, clock)).toEqual(range)
      expect(workedOf(90, clock)).toBe(90)
    }
  })

  it.each<[string, OfficeClock, number, number]>([
    ['within the morning', at(10), 45, 45],
    ['over lunch', at(13, 40), 150, 30],
    ['ended in lunch', at(12), 60, 30],
    ['begun in lunch', at(13, 45), 60, 15],
    ['after closing, when those who stay are served', at(17, 20), 40, 40]
  ])('counts only the time in which people were served: %s', (_, clock, waited, worked) => {
    expect(workedOf(waited, clock)).toBe(worked)
  })

  it('gives back what it was made of, for every moment and length', () => {
    for (let minute = 450; minute < 1080; minute += 7) {
      if (minute >= 690 && minute < 810) continue
      for (let worked = 0; worked < 300; worked += 11) {
        const { lowMinutes } = onTheClock(
          { lowMinutes: worked, highMinutes: worked + 1 },
          { minute, hours: HOURS }
        )
        expect(workedOf(lowMinutes, { minute: minute + lowMinutes, hours: HOURS })).toBe(worked)
      }
    }
  })
})

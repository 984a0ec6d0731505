import { describe, expect, it } from 'vitest'
import { corrected, correctionOf, type Lesson, lessonOf } from '../../server/pace/lessons.ts'
import { chance } from './simulation.ts'

const TOLD = { lowMinutes: 16, highMinutes: 24 }

/** Waits of people who were all told 16 to 24 minutes, with nothing corrected. */
const lessonsOf = (waits: readonly number[]) =>
  waits.map((waitedMinutes) => lessonOf({ plain: TOLD, told: TOLD, waitedMinutes }))

const times = (count: number, minutes: number) => Array<number>(count).fill(minutes)

describe('what the office learns from how its ranges come true', () => {
  it('corrects nothing with fewer than fifteen ended waits', () => {
    expect(correctionOf(lessonsOf(times(14, 60)), [])).toEqual({ factor: 1, widening: 1 })
    expect(correctionOf(lessonsOf(times(8, 60)), lessonsOf(times(7, 60))).factor).toBeGreaterThan(1)
    expect(correctionOf([], [])).toEqual({ factor: 1, widening: 1 })
  })

  it.each([
    ['as was told', 20, 0.99, 1.01],
    ['half as long again', 30, 1.4, 1.5],
    ['shorter', 16, 0.8, 0.85],
    ['ten times as long: no further than twice', 200, 2, 2],
    ['no time at all: no further than two thirds', 0, 0.67, 0.67]
  ])('follows waits that are %s', (_, minutes, least, most) => {
    const { factor } = correctionOf(lessonsOf(times(200, minutes)), [])
    expect(factor).toBeGreaterThanOrEqual(least)
    expect(factor).toBeLessThanOrEqual(most)
  })

  it('moves little by few waits, and much by many', () => {
    const factorOf = (count: number) => correctionOf(lessonsOf(times(count, 30)), []).factor
    expect(factorOf(15)).toBeCloseTo(1.25)
    expect(factorOf(30)).toBeGreaterThan(factorOf(15))
    expect(factorOf(300)).toBeGreaterThan(factorOf(30))
  })

  it('follows today, however many days there were before', () => {
    const past = lessonsOf(times(2000, 20))
    const { factor } = correctionOf(lessonsOf(times(120, 40)), past)
    expect(factor).toBeGreaterThan(1.5)
  })

  it('widens as far as the waits lie apart, and never narrows below what the pace gives', () => {
    const random = chance(5)
    const spreadOut = Array.from({ length: 200 }, () => 20 + (random() - 0.5) * 60)
    const wide = correctionOf(lessonsOf(spreadOut), [])
    expect(wide.widening).toBeGreaterThan(3)
    expect(wide.widening).toBeLessThanOrEqual(4)
    expect(correctionOf(lessonsOf(times(500, 20)), []).widening).toBe(1)
    expect(correctionOf(lessonsOf(times(15, 20)), []).widening).toBeLessThan(2)
  })

  it('holds about three waits in five once it has learnt', () => {
    const random = chance(11)
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const lessons: Lesson[] = []
    let held = 0
    for (let wait = 0; wait < 600; wait += 1) {
      const told = corrected(TOLD, correctionOf(lessons, []))
      const waitedMinutes = 28 + 9 * normal()
      if (wait >= 200 && waitedMinutes >= told.lowMinutes && waitedMinutes <= told.highMinutes) held += 1
      lessons.push(lessonOf({ plain: TOLD, told, waitedMinutes: Math.max(0, waitedMinutes) }))
    }
    expect(held / 400).toBeGreaterThan(0.5)
    expect(held / 400).toBeLessThan(0.75)
  })

  it('tells whole minutes, the far end after the near one, and leaves a free counter as it is', () => {
    for (const factor of [0.67, 1, 2]) {
      for (const widening of [1, 1.5, 4]) {
        expect(corrected({ lowMinutes: 0, highMinutes: 1 }, { factor, widening })).toEqual({
          lowMinutes: 0,
          highMinutes: 1
        })
        for (const plain of [{ lowMinutes: 1, highMinutes: 2 }, TOLD, { lowMinutes: 2, highMinutes: 90 }]) {
          const { lowMinutes, highMinutes } = corrected(plain, { factor, widening })
          expect(Number.isInteger(lowMinutes) && Number.isInteger(highMinutes)).toBe(true)
          expect(lowMinutes).toBeGreaterThanOrEqual(0)
          expect(highMinutes).toBeGreaterThan(lowMinutes)
        }
      }
    }
  })

  it('learns nothing impossible from waits of people who were told nothing wide', () => {
    const nothing = { lowMinutes: 0, highMinutes: 0 }
    const lessons = times(50, 5).map((waitedMinutes) =>
      lessonOf({ plain: nothing, told: nothing, waitedMinutes })
    )
    expect(correctionOf(lessons, []).factor).toBe(1)
  })
})

import type { TakenFacts } from './figures.ts'
import { type HourStaffing, staffingOf, type WaitPromise } from './staffing.ts'

/** From so many days of the same weekday on, only these are looked at: a Monday is not like a Friday. */
const ENOUGH_SAME_WEEKDAY = 10

/** Whoever seems to have been at a counter for longer was forgotten there. Seconds. */
const LONGEST_STAY = 7200

/** The earlier days that a day is expected to be like: those of its weekday, or while there are few, all. */
export function likeDays(
  taken: readonly { day: string }[],
  day: string
): { days: string[]; sameWeekday: boolean } {
  const days = [...new Set(taken.map((one) => one.day))]
  const same = days.filter((one) => weekday(one) === weekday(day))
  return same.length >= ENOUGH_SAME_WEEKDAY ? { days: same, sameWeekday: true } : { days, sameWeekday: false }
}

/** For how long one person occupies a counter, from the call on, and of how many people that is the mean. Seconds. */
export function meanStay(visits: readonly { calledAt: string; endedAt: string }[]): {
  meanSeconds: number | null
  samples: number
} {
  const stays = visits
    .map(({ calledAt, endedAt }) => (Date.parse(endedAt) - Date.parse(calledAt)) / 1000)
    .filter((seconds) => seconds > 0 && seconds <= LONGEST_STAY)
  const sum = stays.reduce((total, seconds) => total + seconds, 0)
  return { meanSeconds: stays.length === 0 ? null : sum / stays.length, samples: stays.length }
}

/** Each hour in which people have come on such days, with the counters it needs. */
export function expectedHours(
  taken: readonly Pick<TakenFacts, 'day' | 'hour' | 'count'>[],
  { days, ...stay }: { days: readonly string[]; meanSeconds: number; samples: number },
  promise: WaitPromise
): ({ hour: number } & HourStaffing)[] {
  const counted = new Map<number, Map<string, number>>()
  for (const { day, hour, count } of taken) {
    if (!days.includes(day)) continue
    const ofHour = counted.get(hour) ?? new Map<string, number>()
    counted.set(hour, ofHour.set(day, (ofHour.get(day) ?? 0) + count))
  }
  return [...counted]
    .sort(([one], [other]) => one - other)
    .map(([hour, byDay]) => {
      const arrivals = days.map((day) => byDay.get(day) ?? 0)
      return { hour, ...staffingOf({ arrivals, ...stay }, promise) }
    })
}

function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

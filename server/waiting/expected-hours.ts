import type { OpenInterval } from '../calendar/office-week.ts'
import type { Opening } from '../calendar/opening.ts'
import {
  atMost,
  type Certainty,
  certaintyOfDay,
  type HourStaffing,
  staffingOf,
  type WaitPromise
} from './staffing.ts'

/** People who came to wait in an hour (0 to 23, in Vietnam) of a day. */
export interface Arrivals {
  day: string
  hour: number
  count: number
}

/** From so many days of the same weekday on, only these are looked at: a Monday is not like a Friday. */
const ENOUGH_SAME_WEEKDAY = 10

/** Whoever seems to have been at a counter for longer was forgotten there. Seconds. */
const LONGEST_STAY = 7200

/** When an office works on a day. */
export interface DayHours {
  closed: boolean
  /** The name of the day off; a weekend has none. */
  dayOff: string | null
  /** Nothing where no calendar tells them. */
  hours: readonly OpenInterval[] | undefined
}

/** @param opening at the first minute of the day: a day that no calendar covers counts as open, and has no hours */
export function hoursOf({ open, hours, dayOff }: Pick<Opening, 'open' | 'hours' | 'dayOff'>): DayHours {
  if (hours.length === 0 && open) return { closed: false, dayOff, hours: undefined }
  return { closed: hours.length === 0, dayOff, hours }
}

/** What is known of the days before one that is planned. */
interface Known {
  day: string
  /** Of that day; nothing where no calendar tells them. */
  hours: readonly OpenInterval[] | undefined
  arrivals: readonly Arrivals[]
  visits: readonly { calledAt: string; endedAt: string }[]
  /** Whether some counters serve only some services. */
  specialised: boolean
}

/** How many counters each hour of a day needs for what is promised, and how sure that is. */
export function staffingOfDay(
  { day, hours, arrivals, visits, specialised }: Known,
  promise: WaitPromise
): {
  days: number
  sameWeekday: boolean
  meanSeconds: number | null
  specialised: boolean
  certainty: Certainty
  hours: ({ hour: number } & HourStaffing)[]
} {
  const { days, sameWeekday } = likeDays(arrivals, day)
  const { meanSeconds, samples } = meanStay(visits)
  const expected =
    meanSeconds === null
      ? []
      : expectedHours(withinHours(arrivals, hours), { days, meanSeconds, samples }, promise)
  const suggested = expected.map((hour) => ({ ...hour, certainty: atMost(hour.certainty, specialised) }))
  return {
    days: days.length,
    sameWeekday,
    meanSeconds: meanSeconds === null ? null : Math.round(meanSeconds),
    specialised,
    certainty: certaintyOfDay(suggested),
    hours: suggested
  }
}

/** The earlier days that a day is expected to be like: those of its weekday, or while there are few, all. */
function likeDays(
  arrivals: readonly { day: string }[],
  day: string
): { days: string[]; sameWeekday: boolean } {
  const days = [...new Set(arrivals.map((one) => one.day))]
  const same = days.filter((one) => weekday(one) === weekday(day))
  return same.length >= ENOUGH_SAME_WEEKDAY ? { days: same, sameWeekday: true } : { days, sameWeekday: false }
}

/**
 * For how long one call occupies a counter, and of how many calls that is the mean. Seconds.
 *
 * Erlang C reckons with people who come to the line and hold a counter once. Somebody who is sent on, put aside or called in
 * vain comes to the line again, later and perhaps in another hour, so what comes here is the call and not the number: each wait
 * that began is one arrival, and each visit, also one to which nobody came, is one time at a counter. One number of three visits
 * thus brings three times the work, in the hours in which it brings it.
 */
function meanStay(visits: readonly { calledAt: string; endedAt: string }[]): {
  meanSeconds: number | null
  samples: number
} {
  const stays = visits
    .map(({ calledAt, endedAt }) => (Date.parse(endedAt) - Date.parse(calledAt)) / 1000)
    .filter((seconds) => seconds > 0 && seconds <= LONGEST_STAY)
  const sum = stays.reduce((total, seconds) => total + seconds, 0)
  return { meanSeconds: stays.length === 0 ? null : sum / stays.length, samples: stays.length }
}

/**
 * Arrivals as the counters meet them: whoever comes before the office opens, or at lunch, waits for the next hour in which it is
 * open. After the last one nobody is asked to be served.
 *
 * @param hours of the day that is planned; nothing for a day that no calendar covers
 */
export function withinHours(
  arrivals: readonly Arrivals[],
  hours: readonly OpenInterval[] | undefined
): Arrivals[] {
  if (!hours) return [...arrivals]
  return arrivals.flatMap((arrival): Arrivals[] => {
    const from = arrival.hour * 60
    const next = hours.find(([, closes]) => closes > from)
    return next ? [{ ...arrival, hour: Math.max(arrival.hour, Math.floor(next[0] / 60)) }] : []
  })
}

/** Each hour in which people have come on such days, with the counters it needs. */
function expectedHours(
  arrivals: readonly Arrivals[],
  { days, ...stay }: { days: readonly string[]; meanSeconds: number; samples: number },
  promise: WaitPromise
): ({ hour: number } & HourStaffing)[] {
  const counted = new Map<number, Map<string, number>>()
  for (const { day, hour, count } of arrivals) {
    if (!days.includes(day)) continue
    const ofHour = counted.get(hour) ?? new Map<string, number>()
    counted.set(hour, ofHour.set(day, (ofHour.get(day) ?? 0) + count))
  }
  return [...counted]
    .sort(([one], [other]) => one - other)
    .map(([hour, byDay]) => {
      const counts = days.map((day) => byDay.get(day) ?? 0)
      return { hour, ...staffingOf({ arrivals: counts, ...stay }, promise) }
    })
}

function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

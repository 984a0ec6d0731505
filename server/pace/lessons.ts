import type { WaitRange } from './wait-range.ts'

/** What ended waits of one service taught on a day, as sums. Seconds; none of them below zero. */
export interface Lesson {
  waits: number
  /** The middles of the ranges before any correction. */
  sumExpected: number
  sumWaited: number
  /** Half of the widths of the ranges before any correction. */
  sumHalfWidth: number
  /** Between the waits and the middles of the ranges that were told. */
  sumError: number
}

/** How the ranges of a hall come true. */
export interface Correction {
  /** By how much longer people wait than the pace alone says. */
  factor: number
  /** By how much wider the range must be besides. */
  widening: number
}

/** With fewer ended waits nothing is corrected. */
const FEWEST_WAITS = 15

/** What is taken to be so until the waits tell weighs like so many of them. */
const WEIGHT_OF_USUAL = 15

/** The days before never count for more waits than this, so that today is followed. */
const MOST_WEIGHT_OF_PAST = 60

/** Halls are less orderly than a line before counters: people are sent on, come back, go first. */
const USUAL_WIDENING = 1.5

/**
 * Half of a range in which three waits in five lie, as a multiple of the mean error: 1.05 where errors are independent and normal,
 * more as they come in runs. Chosen on simulated mornings, of which the overloaded first ones hold least often.
 */
const HALF_WIDTH_OF_ERROR = 1.2

const NO_CORRECTION: Correction = { factor: 1, widening: 1 }

const LEAST_FACTOR = 0.67
const MOST_FACTOR = 2
const MOST_WIDENING = 4

/**
 * What the ends of earlier waits say about the ranges of a hall. What makes people wait longer or shorter than the pace of the
 * counters says (priority that comes later, pauses, a counter that works for others) belongs to the hall, so all its services
 * teach it together: a service of which few have been called yet would else learn too late.
 */
export function correctionOf(today: readonly Lesson[], earlier: readonly Lesson[]): Correction {
  const now = sumOf(today)
  const past = sumOf(earlier)
  if (now.waits + past.waits < FEWEST_WAITS) return NO_CORRECTION
  const share = Math.min(1, MOST_WEIGHT_OF_PAST / Math.max(past.waits, 1))
  const seen = (of: keyof Lesson) => now[of] + share * past[of]
  const waits = seen('waits')
  const learnt = (value: number, usual: number) =>
    (value * waits + usual * WEIGHT_OF_USUAL) / (waits + WEIGHT_OF_USUAL)
  if (seen('sumExpected') === 0 || seen('sumHalfWidth') === 0) return NO_CORRECTION
  const factor = within(LEAST_FACTOR, learnt(seen('sumWaited') / seen('sumExpected'), 1), MOST_FACTOR)
  const needed = (HALF_WIDTH_OF_ERROR * seen('sumError')) / (factor * seen('sumHalfWidth'))
  return { factor, widening: within(1, learnt(needed, USUAL_WIDENING), MOST_WIDENING) }
}

/** A range as it is told. Whoever goes straight to a free counter is told so still. Whole minutes. */
export function corrected(plain: WaitRange, { factor, widening }: Correction): WaitRange {
  if (plain.highMinutes <= 1) return plain
  const middle = (factor * (plain.lowMinutes + plain.highMinutes)) / 2
  const half = (factor * widening * (plain.highMinutes - plain.lowMinutes)) / 2
  const lowMinutes = Math.round(Math.max(0, middle - half))
  return { lowMinutes, highMinutes: Math.max(lowMinutes + 1, Math.round(middle + half)) }
}

/** What one ended wait teaches. */
export function lessonOf({
  plain,
  told,
  waitedMinutes
}: {
  plain: WaitRange
  told: WaitRange
  waitedMinutes: number
}): Lesson {
  const error = Math.abs(waitedMinutes - (told.lowMinutes + told.highMinutes) / 2)
  return {
    waits: 1,
    sumExpected: 30 * (plain.lowMinutes + plain.highMinutes),
    sumWaited: Math.round(60 * waitedMinutes),
    sumHalfWidth: 30 * (plain.highMinutes - plain.lowMinutes),
    sumError: Math.round(60 * error)
  }
}

function sumOf(lessons: readonly Lesson[]): Lesson {
  const sum = (of: keyof Lesson) => lessons.reduce((all, one) => all + one[of], 0)
  return {
    waits: sum('waits'),
    sumExpected: sum('sumExpected'),
    sumWaited: sum('sumWaited'),
    sumHalfWidth: sum('sumHalfWidth'),
    sumError: sum('sumError')
  }
}

function within(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}

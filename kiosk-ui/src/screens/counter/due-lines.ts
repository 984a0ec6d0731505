import { dayMonthText, shortDayText, weekdayIndex } from '../../text/common.ts'
import { dueLinesText as text } from '../../text/counter.ts'

interface Step {
  day: string
  counted: boolean
  reason: string
}

/** One line of the sum behind a due date: which days, why, and how far the count has come. */
export interface DueLine {
  days: string
  why: string
  count: string
  kind: 'counted' | 'off' | 'last'
}

/** From this many counted days on, whole weeks are one line: nobody reads thirty. */
const FOLDED_FROM = 11

/** The explanation of a due date as few lines as tell the same: runs of days off and, in long terms, whole weeks are one. */
export function dueLines(steps: readonly Step[], clock: string): DueLine[] {
  const isLong = steps.filter(({ counted }) => counted).length >= FOLDED_FROM
  const lines: DueLine[] = []
  let at = 0
  while (at < steps.length) {
    const length = Math.max(isLong ? wholeWeekAt(steps, at) : 0, runOffAt(steps, at), 1)
    const days = steps.slice(at, at + length)
    lines.push(lineOf(days, { isLast: at + length === steps.length, clock }))
    at += length
  }
  return lines
}

/** Seven days from a Monday of which five are counted and none is the last; 0 where there is no such week. */
function wholeWeekAt(steps: readonly Step[], at: number): number {
  const week = steps.slice(at, at + 7)
  const [monday] = week
  if (!monday || week.length < 7 || at + 7 >= steps.length || weekdayIndex(monday.day) !== 0) return 0
  return week.every(({ counted }, index) => counted === index < 5) ? 7 : 0
}

/** How many days off follow each other for the same reason, a weekend being one reason. */
function runOffAt(steps: readonly Step[], at: number): number {
  const first = steps[at]
  if (!first || first.counted || at === 0) return 0
  const end = steps.findIndex(
    (step, index) => index > at && (step.counted || reasonOff(step) !== reasonOff(first))
  )
  return (end < 0 ? steps.length : end) - at
}

function lineOf(days: readonly Step[], { isLast, clock }: { isLast: boolean; clock: string }): DueLine {
  const first = days[0]
  const last = days.at(-1)
  if (!first || !last) return { days: '', why: '', count: '', kind: 'off' }
  const named = daysOf(first.day, last.day)
  if (isLast) return { days: named, why: text.returned(clock), count: ordinalOf(last), kind: 'last' }
  if (days.length === 7 && first.counted) {
    const friday = days[4] ?? last
    return { days: named, why: text.wholeWeek, count: ordinalOf(friday), kind: 'counted' }
  }
  if (first.counted)
    return { days: named, why: capital(plainReason(first)), count: ordinalOf(first), kind: 'counted' }
  return { days: named, ...offOf(first), kind: 'off' }
}

function daysOf(first: string, last: string): string {
  if (first === last) return shortDayText(first)
  const from = first.slice(0, 7) === last.slice(0, 7) ? first.slice(8) : dayMonthText(first)
  return `${from}–${dayMonthText(last)}`
}

/** @example 'ngày làm việc thứ 3 (làm bù)' is counted as 3 */
function ordinalOf({ reason, counted }: Step): string {
  return counted ? (/ thứ (\d+)/.exec(reason)?.[1] ?? '') : ''
}

function plainReason({ reason }: Step): string {
  return shortRemark(reason.replace(/ thứ \d+/, ''))
}

/** That the date may change is said once above the lines. */
function shortRemark(reason: string): string {
  return reason.replace(/\(chưa có quyết định[^)]*\)/u, `(${text.undecided})`)
}

function offOf(step: Step): { why: string; count: string } {
  const why = reasonOff(step)
  if (/^nghỉ /u.test(why)) return { why: capital(why.replace(/^nghỉ /u, '')), count: text.off }
  if (why === text.weekend) return { why, count: text.off }
  return { why: capital(why.replace(/, không tính/u, '')), count: text.notCounted }
}

function reasonOff({ day, reason }: Step): string {
  return weekdayIndex(day) > 4 && /^(thứ Bảy|Chủ nhật)/u.test(reason) ? text.weekend : shortRemark(reason)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

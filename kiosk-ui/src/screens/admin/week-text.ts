import type { Interval } from '../../api/offices.ts'
import { hoursText } from '../../text/admin-hours.ts'
import { WEEKDAYS } from '../../text/common.ts'

/**
 * The hours of a week in one line for each run of days that have the same; closed days are left out.
 *
 * @example weekLines(week) // ['thứ Hai đến thứ Sáu: 07:30–11:30, 13:30–17:00']
 */
export function weekLines(week: readonly (readonly Interval[])[]): string[] {
  const lines: { first: number; last: number; hours: string }[] = []
  week.forEach((intervals, index) => {
    const hours = intervalsText(intervals)
    const line = lines.at(-1)
    if (line && line.hours === hours && line.last === index - 1) line.last = index
    else lines.push({ first: index, last: index, hours })
  })
  return lines
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => hoursText.summary(daysText(first, last), hours))
}

function intervalsText(intervals: readonly Interval[]): string {
  return intervals.map(({ from, to }) => `${from}–${to}`).join(', ')
}

function daysText(first: number, last: number): string {
  const names = [WEEKDAYS[first], WEEKDAYS[last]] as const
  return first === last ? `${names[0]}` : hoursText.span(`${names[0]}`, `${names[1]}`)
}

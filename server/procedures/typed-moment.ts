import { commonText } from '../../kiosk-ui/src/text/common.ts'
import { procedurePageText } from '../../kiosk-ui/src/text/procedures.ts'
import {
  clock,
  dayNumber,
  instantOf,
  isPlainDate,
  localMoment,
  type PlainDate,
  plainDate
} from '../calendar/plain-date.ts'

const dueText = procedurePageText.dueDate

/** A minute on the clock in Vietnam, by its day. */
export interface Moment {
  day: PlainDate
  minute: number
}

/** What is wrong with what was typed, by the name of the input. */
export interface TypedFault {
  field: 'ngay' | 'gio' | 'truong-hop'
  message: string
}

/** The moment in Vietnam at an instant. */
export function momentOf(instant: string): Moment {
  const { day, minute } = localMoment(instant)
  return { day: plainDate(day), minute }
}

/** The instant of a moment in Vietnam, ISO 8601 in UTC. */
export function instantAt({ day, minute }: Moment): string {
  return instantOf(dayNumber(day), minute)
}

/** Minutes after midnight as they are shown in the form, `14:30`. */
export function typedClock({ minute }: Moment): string {
  return clock(minute)
}

/** Reads day and time of a form, and says of each what is wrong and how to mend it. */
export function readTypedMoment({ day: typedDay, time }: { day: string; time: string }): {
  day: PlainDate | undefined
  /** Only where both can be read. */
  moment: Moment | undefined
  faults: TypedFault[]
} {
  const day = readTypedDay(typedDay)
  const minute = readTypedTime(time)
  const faults: TypedFault[] = []
  if (day === undefined) faults.push({ field: 'ngay', message: dayFaultOf(typedDay) })
  if (minute === undefined) faults.push({ field: 'gio', message: dueText.timeFault })
  const moment = day !== undefined && minute !== undefined ? { day, minute } : undefined
  return { day, moment, faults }
}

/**
 * Reads a day as people type it: day, month, year with `/`, `-`, `.` or spaces between them, the eight digits alone
 * as the keypad of a phone gives them, or as computers write it. `undefined` when there is no such day.
 *
 * @example readTypedDay('24-11-2026') // '2026-11-24'
 * @example readTypedDay('24112026') // '2026-11-24'
 */
export function readTypedDay(typed: string): PlainDate | undefined {
  const { date, month, year } = typedParts(typed)
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isPlainDate(written) ? written : undefined
}

/** What is wrong with a day that cannot be read: nothing is guessed, neither a century nor the order of the parts. */
function dayFaultOf(typed: string): string {
  const { date, month, year } = typedParts(typed)
  if (year.length === 2) return commonText.dayCentury
  if (year.length !== 4 || Number(date) === 0) return dueText.dayFault
  const days = [31, 30, 29, 28].find((last) => isPlainDate(`${year}-${month.padStart(2, '0')}-${last}`))
  if (days === undefined) return dueText.monthFault(Number(month))
  return dueText.monthEndFault({ month: Number(month), year: Number(year), days })
}

function typedParts(typed: string): { date: string; month: string; year: string } {
  const pattern =
    /^\s*(?:(\d{4})[/\-. ]+(\d{1,2})[/\-. ]+(\d{1,2})|(\d{1,2})[/\-. ]+(\d{1,2})[/\-. ]+(\d{2}|\d{4})|(\d\d)(\d\d)(\d{2}|\d{4}))\s*$/
  const [, ...parts] = pattern.exec(typed) ?? []
  const [first = '', month = '', last = ''] = parts.filter((part) => part !== undefined)
  const [year, date] = first.length === 4 ? [first, last] : [last, first]
  return { date, month, year }
}

/** Reads a time of day as people type it: `14:30`, `14h30`, `14 giờ 30`, `1430`, `930`, `14h`. Minutes after midnight. */
export function readTypedTime(typed: string): number | undefined {
  const pattern = /^\s*(\d{1,2})\s*(?::|h|g|giờ|\.)?\s*(\d{2})?\s*(?:phút|p)?\s*$/iu
  const [, hour, minute = '0'] = pattern.exec(typed.normalize('NFC')) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return Number(hour) * 60 + Number(minute)
}

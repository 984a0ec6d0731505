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
export function readTypedMoment({ day, time }: { day: string; time: string }): {
  moment: Moment | undefined
  faults: TypedFault[]
} {
  const readDay = readTypedDay(day)
  const minute = readTypedTime(time)
  const { dayFault, timeFault } = procedurePageText.dueDate
  const faults: TypedFault[] = []
  if (readDay === undefined) faults.push({ field: 'ngay', message: dayFault })
  if (minute === undefined) faults.push({ field: 'gio', message: timeFault })
  const moment = readDay !== undefined && minute !== undefined ? { day: readDay, minute } : undefined
  return { moment, faults }
}

/**
 * Reads a day as people type it: day, month, year with `/`, `-`, `.` or spaces between them, or as computers
 * write it. `undefined` when there is no such day.
 *
 * @example readTypedDay('24-11-2026') // '2026-11-24'
 */
export function readTypedDay(typed: string): PlainDate | undefined {
  const pattern = /^\s*(\d{1,4})[/\-. ]+(\d{1,2})[/\-. ]+(\d{1,4})\s*$/
  const [, first = '', month = '', last = ''] = pattern.exec(typed) ?? []
  const [year, day] = first.length === 4 ? [first, last] : [last, first]
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(written) ? written : undefined
}

/** Reads a time of day as people type it: `14:30`, `14h30`, `14 giờ 30`, `1430`, `14h`. Minutes after midnight. */
export function readTypedTime(typed: string): number | undefined {
  const pattern = /^\s*(\d{1,2})\s*(?::|h|g|giờ|\.)?\s*(\d{2})?\s*(?:phút|p)?\s*$/iu
  const [, hour, minute = '0'] = pattern.exec(typed.normalize('NFC')) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return Number(hour) * 60 + Number(minute)
}

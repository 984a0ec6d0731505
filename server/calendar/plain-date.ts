/** A day in Vietnam, `YYYY-MM-DD`. It has no time and no zone. */
export type PlainDate = `${number}-${number}-${number}`

/** A minute on the clock in Vietnam: the day as days since 1970-01-01, the minute as minutes after midnight. */
export interface LocalMoment {
  day: number
  minute: number
}

export const MINUTES_PER_DAY = 1440

/** Vietnam is seven hours ahead of UTC all year round. */
const VIETNAM_OFFSET = 420

const DIGIT_ZERO = 48

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

const LEAP_YEARS_UNTIL_1969 = 477

/** Days from 1 March of the year 0 to 1970-01-01. Years are counted from March, so that a leap day ends its year. */
const EPOCH_FROM_MARCH_0 = 719468

/** Whether `text` is a day that exists, written `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  return isDayOfMonth(fourDigitsAt(text, 0), twoDigitsAt(text, 5), twoDigitsAt(text, 8))
}

/** Days since 1970-01-01. */
export function dayNumber(day: PlainDate): number {
  return daysFromCivil(fourDigitsAt(day, 0), twoDigitsAt(day, 5), twoDigitsAt(day, 8))
}

/** The day that lies `number` days after 1970-01-01. */
export function plainDate(number: number): PlainDate {
  const days = number + EPOCH_FROM_MARCH_0
  const era = Math.floor(days / 146097)
  const dayOfEra = days - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}` as PlainDate
}

/** The day of the week of a day number, 0 for Monday to 6 for Sunday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, -6))
}

/**
 * The day and minute on the clock in Vietnam at an instant. Seconds are dropped.
 *
 * The form that the app itself writes, `…Z`, is read without a `Date`; any other ISO 8601 form is read too.
 *
 * @example
 * localMoment('2026-11-23T17:00:00.000Z') // midnight at the beginning of 2026-11-24
 * @throws RangeError when the text is not an instant; routes check the format before they call.
 */
export function localMoment(instant: string): LocalMoment {
  const total = localMinutes(instant)
  const day = Math.floor(total / MINUTES_PER_DAY)
  return { day, minute: total - day * MINUTES_PER_DAY }
}

/** Minutes from 1970-01-01 00:00 in Vietnam to an instant, seconds dropped; see `localMoment`. */
export function localMinutes(instant: string): number {
  if (instant.charCodeAt(instant.length - 1) !== 90 || instant.charCodeAt(10) !== 84)
    return parsedMinutes(instant)
  const year = fourDigitsAt(instant, 0)
  const month = twoDigitsAt(instant, 5)
  const day = twoDigitsAt(instant, 8)
  const hour = twoDigitsAt(instant, 11)
  const minute = twoDigitsAt(instant, 14)
  const exists = isDayOfMonth(year, month, day) && hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59
  if (!exists) throw new RangeError(`Not an instant: ${instant}`)
  return daysFromCivil(year, month, day) * MINUTES_PER_DAY + hour * 60 + minute + VIETNAM_OFFSET
}

/** The instant of a minute on the clock in Vietnam, ISO 8601 in UTC with milliseconds. */
export function instantOf(day: number, minute: number): string {
  const total = day * MINUTES_PER_DAY + minute - VIETNAM_OFFSET
  const utcDay = Math.floor(total / MINUTES_PER_DAY)
  const utcMinute = total - utcDay * MINUTES_PER_DAY
  return `${plainDate(utcDay)}T${clock(utcMinute)}:00.000Z`
}

/** Minutes after midnight as people write them, `07:30`. */
export function clock(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
}

/** Minutes after midnight of `07:30`. */
export function minuteOfClock(time: string): number {
  return twoDigitsAt(time, 0) * 60 + twoDigitsAt(time, 3)
}

function parsedMinutes(instant: string): number {
  const milliseconds = Date.parse(instant)
  if (Number.isNaN(milliseconds)) throw new RangeError(`Not an instant: ${instant}`)
  return Math.floor(milliseconds / 60000) + VIETNAM_OFFSET
}

function daysFromCivil(year: number, month: number, day: number): number {
  const years = year - 1970
  const leapYears = leapYearsUntil(month > 2 ? year : year - 1) - LEAP_YEARS_UNTIL_1969
  return years * 365 + leapYears + (DAYS_BEFORE_MONTH[month - 1] as number) + day - 1
}

function leapYearsUntil(year: number): number {
  return Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}

function isDayOfMonth(year: number, month: number, day: number): boolean {
  if (!(month >= 1 && month <= 12 && day >= 1)) return false
  return day <= 28 || day <= lengthOfMonth(year, month)
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Four digits as a number, without cutting the text. */
function fourDigitsAt(text: string, index: number): number {
  return twoDigitsAt(text, index) * 100 + twoDigitsAt(text, index + 2)
}

function twoDigitsAt(text: string, index: number): number {
  return text.charCodeAt(index) * 10 + text.charCodeAt(index + 1) - 11 * DIGIT_ZERO
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

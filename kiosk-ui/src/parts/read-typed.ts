/** What people type, read as they mean it: only the impossible and the ambiguous is refused. */

type Day = `${number}-${number}-${number}`

/**
 * A day typed as day, month, year with any of `/ - .` or spaces between, as `YYYY-MM-DD`; `undefined` when it is none.
 *
 * @example findDay('5.8.2026') // '2026-08-05'
 */
export function findDay(text: string): Day | undefined {
  const { date, month, year } = partsOf(text)
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return year.length === 4 && isRealDay(day) ? day : undefined
}

/** The day of a field that has been checked. @throws RangeError when it was not */
export function getDay(text: string): Day {
  const day = findDay(text)
  if (day) return day
  throw new RangeError(`not a day: ${text}`)
}

/**
 * Why a typed day is none: nothing was typed, the century is missing, or there is no such day.
 *
 * @example dayTypedFault('5/8/26') // 'no-century'
 * @example dayTypedFault('31/02/2026') // 'impossible'
 */
export function dayTypedFault(text: string): 'empty' | 'impossible' | 'no-century' | undefined {
  if (text.trim() === '') return 'empty'
  if (partsOf(text).year.length === 2) return 'no-century'
  return findDay(text) ? undefined : 'impossible'
}

function partsOf(text: string): { date: string; month: string; year: string } {
  const typed = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{2}|\d{4})$/.exec(text.trim())
  const [, date = '', month = '', year = ''] = typed ?? []
  return { date, month, year }
}

function isRealDay(day: string): day is Day {
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isFinite(at.getTime()) && at.toISOString().startsWith(day)
}

/**
 * A time of day as `HH:mm`; `undefined` when it is none.
 *
 * @example findTime('7h30') // '07:30'
 * @example findTime('730') // '07:30'
 */
export function findTime(text: string): string | undefined {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/^(\d{1,2})(\d{2})$/, '$1:$2')
  const [, hour, minute = '00'] = /^(\d{1,2})\s*(?:(?:[:.h]|giờ|g)\s*(\d{2})?)?$/u.exec(typed) ?? []
  if (!hour || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}

/**
 * Whole đồng, however the thousands are set apart; `undefined` when it is no amount.
 *
 * @example findMoney('1.250.000 đồng') // 1250000
 */
export function findMoney(text: string): number | undefined {
  const typed = text.trim().replace(/\s*(đồng|đ|vnđ|vnd|₫)$/iu, '')
  if (!/^(\d+|\d{1,3}([.,\s]\d{3})+)$/.test(typed)) return undefined
  return Number(typed.replace(/[^\d]/g, ''))
}

/** What people type, read as they mean it: only the impossible and the ambiguous is refused. */

/**
 * A day typed as day, month, year with any of `/ - .` or spaces between, as `YYYY-MM-DD`.
 *
 * @example readDay('5.8.2026') // '2026-08-05'
 * @example readDay('31/02/2026') // 'impossible'
 * @example readDay('5/8/26') // 'no-century'
 */
export function readDay(
  text: string
): `${number}-${number}-${number}` | 'empty' | 'impossible' | 'no-century' {
  const typed = text.trim()
  if (typed === '') return 'empty'
  const [, date, month, year] = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{2}|\d{4})$/.exec(typed) ?? []
  if (!date || !month || !year) return 'impossible'
  if (year.length === 2) return 'no-century'
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isRealDay(day) ? day : 'impossible'
}

function isRealDay(day: string): day is `${number}-${number}-${number}` {
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isFinite(at.getTime()) && at.toISOString().startsWith(day)
}

export function isDay(read: ReturnType<typeof readDay>): read is `${number}-${number}-${number}` {
  return /^\d/.test(read)
}

/**
 * A time of day as `HH:mm`; `undefined` when it is none.
 *
 * @example readTime('7h30') // '07:30'
 * @example readTime('730') // '07:30'
 */
export function readTime(text: string): string | undefined {
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
 * @example readMoney('1.250.000 đồng') // 1250000
 */
export function readMoney(text: string): number | undefined {
  const typed = text.trim().replace(/\s*(đồng|đ|vnđ|vnd|₫)$/iu, '')
  if (!/^(\d+|\d{1,3}([.,\s]\d{3})+)$/.test(typed)) return undefined
  return Number(typed.replace(/[^\d]/g, ''))
}

import type { Hall } from '../../api/hall.ts'
import { dayText, weekdayIndex } from '../../text/common.ts'
import type { KioskKey } from '../../text/kiosk.ts'
import { officialDayInEnglish } from '../../text/kiosk-english.ts'
import { VIETNAMESE, type Words } from './words.ts'

const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday'
] as const satisfies KioskKey[]

/** What is said of the hours; `own`: words that are known in Vietnamese alone, apart so that no sentence mixes two languages. */
export interface OpeningWords {
  text: string
  own: string | null
}

/** A day in the language of the screen. @example dateWords('2026-11-23', words) // 'Monday, 23/11/2026' */
export function dateWords(day: string, { say }: Words): string {
  return say('date', { weekday: say(WEEKDAYS[weekdayIndex(day)] ?? 'monday'), day: dayText(day) })
}

/** The hours of today, each span for itself. */
export function hoursWords({ hoursText, opening }: Hall, { code, say }: Words): string[] {
  if (code === VIETNAMESE) return hoursText.split(', ')
  if (opening.hours.length === 0) return [say('closedToday')]
  return opening.hours.map(([from = 0, to = 0]) => `${clock(from)}–${clock(to)}`)
}

/** Why no numbers are given, and when to come again (K-11). */
export function closedWords({ closedText, opening }: Hall, words: Words): OpeningWords {
  const { code, say } = words
  if (code === VIETNAMESE) return { text: closedText ?? '', own: null }
  const { today, hours, dayOff, next } = opening
  const why = hours.length > 0 ? say('closedNow') : say('closedDay', { date: dateWords(today, words) })
  const reason = reasonWords(hours.length > 0 ? null : dayOff, words)
  return { text: joined(why, reason.text, nextWords(next, { today, words })), own: reason.own }
}

/** What people should know for tomorrow. */
export function noticeWords({ noticeText, opening }: Hall, words: Words): OpeningWords | null {
  const { code, say } = words
  if (noticeText === null || opening.tomorrowOff === null) return null
  if (code === VIETNAMESE) return { text: noticeText, own: null }
  const { day, name, next } = opening.tomorrowOff
  const reason = reasonWords(name, words)
  const off = say('closedTomorrow', { date: dateWords(day, words) })
  return { text: joined(off, reason.text, nextWords(next, { today: opening.today, words })), own: reason.own }
}

/** That a service has given its last number of today, and when it gives numbers again. */
export function quotaWords(nextDay: Hall['opening']['nextDay'], words: Words): string {
  return joined(`${words.say('serviceQuota')}.`, nextWords(nextDay, { today: '', words }))
}

function reasonWords(name: string | null, { code, say }: Words): OpeningWords {
  if (name === null) return { text: '', own: null }
  const reason = code === 'en' ? officialDayInEnglish(name) : undefined
  return reason === undefined ? { text: '', own: name } : { text: say('reason', { reason }), own: null }
}

function nextWords(next: Hall['opening']['next'], { today, words }: { today: string; words: Words }): string {
  if (next === null) return ''
  const time = clock(next.minute)
  if (next.day === today) return words.say('opensToday', { time })
  return words.say('opensOn', { time, date: dateWords(next.day, words) })
}

function joined(...sentences: string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** Minutes after midnight. @example clock(450) // '07:30' */
function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

import { filled, kioskVietnamese } from './kiosk.ts'

interface Range {
  lowMinutes: number
  highMinutes: number
  /** It may last until the office has closed. */
  pastClosing?: true
}

/** What a kiosk says, in whatever language. */
type Say = (
  key: 'estimate' | 'estimateSoon' | 'pastClosing',
  facts?: Readonly<Record<string, string | number>>
) => string

/** Below so many minutes a range says no more than that it is soon. */
const SOON = 5

export function isSoon({ highMinutes }: Range): boolean {
  return highMinutes < SOON
}

/**
 * How long it may take, in the same words wherever it stands: on the screen, the paper and the phone of one person they are
 * read side by side. Never "0–1 phút": whoever waits, waits at least a minute.
 *
 * @example rangeText(say, { lowMinutes: 10, highMinutes: 20 }) // '10–20 phút'
 */
export function rangeText(say: Say, range: Range): string {
  const { lowMinutes, highMinutes, pastClosing } = range
  const minutes = isSoon(range)
    ? say('estimateSoon', { minutes: SOON })
    : say('estimate', { low: Math.max(1, lowMinutes), high: highMinutes })
  return pastClosing ? `${minutes}, ${say('pastClosing')}` : minutes
}

/** The same as a sentence of its own. @example waitSentence({ lowMinutes: 10, highMinutes: 20 }) // 'Chờ khoảng 10–20 phút' */
export function waitSentence(range: Range): string {
  const say: Say = (key, facts = {}) => filled(kioskVietnamese[key], facts)
  return `${isSoon(range) ? 'Chờ' : 'Chờ khoảng'} ${rangeText(say, range)}`
}

/** What somebody is told whose appointment is not due yet: no place in line, as he is called from its time on. */
export const appointmentSentence = (time: string) => `Lịch hẹn ${time}`

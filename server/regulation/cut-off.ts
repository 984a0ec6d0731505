import type { DecreeParameters } from './decree-parameters.ts'

/**
 * The moment of the day from which something counts as done on the next working day: after a fixed minute of the
 * day (900 is 15:00), or in the last hours before the office closes. A decree has one for forwarding; for the
 * counting of terms only single procedures have one (NĐ 63/2024 Đ.7.2: after 15:00).
 */
export type CutOff = { kind: 'hour'; minute: number } | { kind: 'last_hours'; hours: number }

/** A minute of the day at which the dossier came, and the one at which the office closes that day. */
export interface DayMoment {
  minute: number
  closingMinute: number
}

/**
 * Whether a moment is past the cut-off. "After 15:00" leaves 15:00 itself on the same day; "in the last hour"
 * takes the first minute of that hour in.
 */
export function isPastCutOff(cutOff: CutOff | null, { minute, closingMinute }: DayMoment): boolean {
  if (cutOff === null) return false
  if (cutOff.kind === 'hour') return minute > cutOff.minute
  return minute >= closingMinute - cutOff.hours * 60
}

/**
 * When a dossier goes on to the agency that handles it: on the working day of its receipt, or at the start of the
 * next one when it came after the hour of the decree (NĐ 61/2018 Đ.18.2; NĐ 309/2026 Đ.9). It says nothing
 * about how the term is counted.
 */
export function forwardingDay(rules: DecreeParameters, moment: DayMoment): 'same_day' | 'next_working_day' {
  return isPastCutOff(rules.forwardingCutOff.value, moment) ? 'next_working_day' : 'same_day'
}

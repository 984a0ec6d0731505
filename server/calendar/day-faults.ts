import { calendarFileText as text } from '../../kiosk-ui/src/text/calendar.ts'
import type { FieldError } from '../errors.ts'
import type { DayKind, OfficialDay } from './official-days.ts'
import { dayNumber, type PlainDate, weekday } from './plain-date.ts'

const SATURDAY = 5

/** Whether a day lies between Monday and Friday. */
export function isWeekday(day: PlainDate): boolean {
  return weekday(dayNumber(day)) < SATURDAY
}

/**
 * What cannot be about one official day: make-up days fill weekends and stand for a weekday, whose hours they have; a
 * day off by compensation or swap takes a day that would be worked.
 *
 * @param entry how people call the place where the day was written
 */
export function dayFaults(
  entry: string,
  { day, kind, standsFor }: { day: PlainDate; kind: DayKind; standsFor: PlainDate | null }
): FieldError[] {
  const dayOfWeek = weekday(dayNumber(day))
  const faults: FieldError[] = []
  if (kind === 'make_up' && isWeekday(day)) {
    faults.push({ path: '/day', message: text.makeUpOnWeekday(entry, dayOfWeek) })
  }
  if (kind === 'make_up' && !(standsFor && isWeekday(standsFor))) {
    faults.push({ path: '/standsFor', message: text.makeUpStandsForNothing(entry) })
  }
  if ((kind === 'compensation' || kind === 'swapped_off') && !isWeekday(day)) {
    faults.push({ path: '/day', message: text.dayOffOnWeekend(entry, dayOfWeek) })
  }
  return faults
}

/**
 * What is wrong between the two days of a swap, which must name each other, so that neither a day is given away nor a
 * Saturday taken for nothing. A partner that is not listed yet is left to come.
 */
export function swapFaults(
  entry: string,
  { day, kind, standsFor }: OfficialDay,
  partner: OfficialDay | undefined
): FieldError[] {
  if (!partner || !standsFor || (kind !== 'swapped_off' && kind !== 'make_up')) return []
  const wanted = kind === 'make_up' ? 'swapped_off' : 'make_up'
  if (partner.kind === wanted && (partner.standsFor ?? day) === day) return []
  return [{ path: '/standsFor', message: text.unmatchedSwap(entry, standsFor) }]
}

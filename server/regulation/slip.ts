import type { DecreeParameters } from './decree-parameters.ts'

interface Matter {
  /** The term of the procedure; null when it has none that can be read. */
  term: { amount: number; unit: 'working_day' | 'calendar_day' | 'working_hour' | 'same_day' } | null
  /** Whether the law wants the result at once, while the citizen waits. */
  immediate: boolean
  /** Whether the citizen asks for a slip. */
  requested: boolean
}

/** Eight working hours make a working day (QĐ 188/1999/QĐ-TTg: 40 hours in five days). */
const HOURS_A_DAY = 8

/**
 * Whether the citizen must be given the slip with the date of the result.
 *
 * A matter with a result at once needs none unless the citizen asks (NĐ 61/2018 Đ.17.4); any other needs one when
 * its term is longer than the threshold: one working day in Kiên Giang's plan of 2017, which is kept as the default;
 * the words of NĐ 61/2018 Đ.17.4 know no threshold, and an office that follows them sets it to 0. A
 * matter whose term is not known needs one, as a promise without paper cannot be held to. Whoever asks gets one.
 */
export function isSlipRequired(rules: DecreeParameters, { term, immediate, requested }: Matter): boolean {
  if (requested && rules.slipOnRequest.value) return true
  if (immediate) return isRequiredAtOnce(rules, requested)
  return term === null || lengthInDays(term) > rules.slipAboveWorkingDays.value
}

function isRequiredAtOnce(rules: DecreeParameters, requested: boolean): boolean {
  const rule = rules.slipForImmediateResult.value
  return rule === 'required' || (rule === 'on_request' && requested)
}

function lengthInDays({ amount, unit }: NonNullable<Matter['term']>): number {
  if (unit === 'same_day') return 1
  return unit === 'working_hour' ? amount / HOURS_A_DAY : amount
}

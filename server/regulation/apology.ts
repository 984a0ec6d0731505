import { addDays } from './day.ts'
import type { DecreeParameters } from './decree-parameters.ts'

/** What these rules need to know of the working calendar, which stands after them. */
interface WorkingDays {
  /** The last working day before `day`, never `day` itself. */
  previousWorkingDay: (day: string) => string
}

/**
 * The last day on which the apology for a dossier that will be late may go out.
 *
 * The law says "at the latest 01 ngày before" the due day, not 01 working day (NĐ 61/2018 Đ.19.9; QĐ 88/2025 Lai Châu
 * Đ.3.6). Counted so it may fall on a rest day, on which no letter leaves an office; the safe reading then
 * is the last working day before.
 *
 * @example apologyDeadline(rules, '2026-11-23', { previousWorkingDay }) // Monday: '2026-11-20', the Friday
 */
export function apologyDeadline(
  rules: DecreeParameters,
  dueDay: string,
  { previousWorkingDay }: WorkingDays
): string {
  const lead = rules.apologyLeadDays.value
  if (rules.apologyLeadUnit.value === 'working_day') return stepsBack(dueDay, lead, previousWorkingDay)

  const latest = addDays(dueDay, -lead)
  return rules.apologyLeadOnRestDay.value === 'stays' ? latest : previousWorkingDay(addDays(latest, 1))
}

/**
 * Whether a dossier that was given a new date `timesGiven` times may be given another: the law allows one (NĐ 61/2018
 * Đ.19.9; read again in three rules made under NĐ 118/2025).
 */
export function mayGiveNewDate(rules: DecreeParameters, timesGiven: number): boolean {
  return timesGiven < rules.apologyMaxNewDates.value
}

function stepsBack(day: string, steps: number, previous: (day: string) => string): string {
  let reached = day
  for (let left = steps; left > 0; left -= 1) reached = previous(reached)
  return reached
}

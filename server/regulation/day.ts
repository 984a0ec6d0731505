/** Whether a value is a day of the calendar, `YYYY-MM-DD`; 30 February is none. */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isReal(value)
}

/** The day that lies `days` calendar days after `day`, or before it when `days` is negative. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The day in Vietnam (UTC+7, no summer time) at an instant in UTC. */
export function dayInVietnam(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

/** When a day in Vietnam is over: its midnight, as an instant. */
export function endOfDay(day: string): string {
  return new Date(Date.parse(`${day}T24:00:00+07:00`)).toISOString()
}

function isReal(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

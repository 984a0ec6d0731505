/** Minutes after midnight as a time of day. @example minuteText(900) // '15:00' */
export function minuteText(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

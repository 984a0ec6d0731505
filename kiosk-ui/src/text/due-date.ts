/** What people read about due dates: the reason of each day, and what is wrong with a term. */

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const

/** `0` is Monday. */
export const weekdayName = (weekday: number): string => WEEKDAYS[weekday] ?? ''

/** `2026-11-23` as `23/11/2026`. */
export const dayInWords = (day: string): string => day.split('-').reverse().join('/')

/** An administrator may have typed "Nghỉ Tết" as the name of the day. */
const withoutNghi = (name: string): string => name.replace(/^nghỉ\s+(bù\s+|hoán đổi\s+)?/iu, '')

/** One pair of brackets, however many remarks. */
const remarked = (reason: string, remark: string): string =>
  reason.endsWith(')') ? `${reason.slice(0, -1)}; ${remark})` : `${reason} (${remark})`

const hoursInWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} phút`
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`
}

export const dueDateText = {
  receiptDay: 'ngày tiếp nhận, không tính',
  receiptOnUncountedDay: (weekday: number) => `ngày tiếp nhận, ${weekdayName(weekday)} không tính`,
  workingDay: (ordinal: number) => `ngày làm việc thứ ${ordinal}`,
  calendarDay: (ordinal: number) => `ngày thứ ${ordinal}`,
  lastDayOff: (ordinal: number, dayOff: string) =>
    `ngày thứ ${ordinal}, ${dayOff} nên hạn chuyển sang ngày làm việc tiếp theo`,
  rolledOver: 'ngày làm việc tiếp theo, hạn chuyển đến ngày này',
  sameDay: 'trả kết quả trong ngày tiếp nhận',
  sameDayLater: 'ngày làm việc tiếp theo, trả kết quả trong ngày này',

  hours: (minutes: number, left: number) => `${hoursInWords(minutes)} làm việc (còn ${hoursInWords(left)})`,
  lastHours: (minutes: number, clock: string) =>
    `${hoursInWords(minutes)} làm việc, đủ thời hạn lúc ${clock}`,
  receiptWithHours: (clock: string, hours: string) => `ngày tiếp nhận, tính từ ${clock}: ${hours}`,

  holiday: (name: string) => `nghỉ ${withoutNghi(name)}`,
  compensation: (name: string) => `nghỉ bù ${withoutNghi(name)}`,
  swappedOff: (name: string) => `nghỉ hoán đổi ${withoutNghi(name)}`,
  onWeekend: (reason: string, weekday: number) => remarked(reason, weekdayName(weekday)),
  officeClosed: (weekday: number) => `${weekdayName(weekday)}, cơ quan không làm việc`,
  makeUp: (reason: string) => remarked(reason, 'làm bù'),
  undecided: (reason: string, assumed: 'off' | 'working') =>
    remarked(reason, `chưa có quyết định, tạm tính là ${assumed === 'off' ? 'ngày nghỉ' : 'ngày làm việc'}`),

  outsideHours: (from: string) => `nhận ngoài giờ làm việc, tính từ ${from}`,
  onDayOff: (dayOff: string, from: string) => `nhận ngoài giờ làm việc (${dayOff}), tính từ ${from}`,
  afterHour: (clock: string, from: string) => `nhận sau ${clock}, tính từ ${from}`,
  inLastHours: (hours: number, from: string) =>
    `nhận trong ${hoursInWords(hours * 60)} cuối của ngày làm việc, tính từ ${from}`,
  from: (clock: string, weekday: number, day: string) =>
    `${clock} ${weekdayName(weekday)}, ${dayInWords(day)}`,
  fromSameDay: (clock: string) => `${clock} cùng ngày`,

  badAmount: (most: number) => `Thời hạn phải là số nguyên từ 1 đến ${most}.`
}

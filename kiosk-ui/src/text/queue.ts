import { dayMonthText, WEEKDAYS, weekdayIndex } from './common.ts'

interface Minute {
  day: string
  minute: number
}

interface Hours {
  today: string
  hours: readonly (readonly [from: number, to: number])[]
  dayOff: string | null
  next: Minute | null
}

/** Minutes after midnight as people read them. @example clock(450) // '07:30' */
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** @example dayName('2026-11-24') // 'thứ Ba 24/11' */
const dayName = (day: string) => `${WEEKDAYS[weekdayIndex(day)]} ${dayMonthText(day)}`

/** When the office opens next, e.g. `Mở cửa lại 07:30 thứ Tư 25/11.` */
function opensAgain(today: string, next: Minute | null): string {
  if (!next) return ''
  if (next.day === today) return ` Mở cửa lại lúc ${clock(next.minute)} hôm nay.`
  return ` Mở cửa lại ${clock(next.minute)} ${dayName(next.day)}.`
}

/** What the queue says about its hours. */
export const hoursText = {
  /** @example '07:30–11:30, 13:30–17:00' */
  hours: ({ hours, dayOff }: Hours) => {
    if (hours.length === 0) return dayOff ? `Hôm nay nghỉ ${dayOff}` : 'Hôm nay không làm việc'
    return hours.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', ')
  },
  closed: ({ today, hours, dayOff, next }: Hours) => {
    const why =
      hours.length > 0
        ? 'Hiện ngoài giờ làm việc.'
        : `Hôm nay, ${dayName(today)}, ${dayOff ? `nghỉ ${dayOff}` : 'không làm việc'}.`
    return why + opensAgain(today, next)
  },
  tomorrow: ({ day, name, next }: { day: string; name: string; next: Minute | null }) =>
    `Ngày mai, ${dayName(day)}, nghỉ ${name}.${opensAgain('', next)}`
}

/** Why a service gives no numbers now, in the few words that a tile of the kiosk has place for. */
export const serviceClosedText = {
  quota: (next: Minute | null) => `Hết số hôm nay.${opensAgain('', next)}`,
  noCounter: 'Chưa có quầy mở'
}

/** Where somebody was sent, as the supervisor reads it. @example destinationText({ service: null, counter: 3, officer: null }) // 'Quầy 3' */
export function destinationText({
  service,
  counter,
  officer
}: {
  service: string | null
  counter: number | null
  officer: string | null
}): string {
  return [service, counter === null ? null : `Quầy ${counter}`, officer]
    .filter((part) => part !== null)
    .join(', ')
}

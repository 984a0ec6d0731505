import type { CalendarDay } from '../../api/calendar.ts'
import { calendarText, DAY_KINDS } from '../../text/admin-calendar.ts'
import { longDayText, WEEKDAYS, WEEKDAYS_SHORT, weekdayIndex } from '../../text/common.ts'

const KIND_CLASS: Record<string, string> = {
  holiday: 'h',
  compensation: 'c',
  swapped_off: 's',
  make_up: 'w',
  undecided: 'q'
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

interface Props {
  year: number
  days: readonly CalendarDay[]
  today: string
  /** Absent for those who may only read. */
  onPick?: ((day: CalendarDay) => void) | undefined
}

/** Twelve months. Each kind of day has a shape of its own, so that a copy in black and white can be read. */
export function YearGrid({ year, days, today, onPick }: Props) {
  const marked = new Map(days.filter(({ kind }) => kind in KIND_CLASS).map((entry) => [entry.day, entry]))
  return (
    <div className="year">
      {MONTHS.map((month) => (
        <Month key={`${year}-${month}`} {...{ year, month, marked, today, onPick }} />
      ))}
    </div>
  )
}

interface MonthProps extends Omit<Props, 'days'> {
  month: number
  marked: ReadonlyMap<string, CalendarDay>
}

function Month({ year, month, marked, today, onPick }: MonthProps) {
  return (
    <table className="month">
      <caption>{calendarText.month(month)}</caption>
      <thead>
        <tr>
          {WEEKDAYS_SHORT.map((short, index) => (
            <th key={short} scope="col" abbr={WEEKDAYS[index]}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, index) => (
              <td key={WEEKDAYS_SHORT[index]} className={index > 4 ? 'rest' : undefined}>
                {day && <Day day={day} entry={marked.get(day)} isToday={day === today} onPick={onPick} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayProps {
  day: string
  entry: CalendarDay | undefined
  isToday: boolean
  onPick: Props['onPick']
}

function Day({ day, entry, isToday, onPick }: DayProps) {
  const number = Number(day.slice(8))
  const now = isToday ? ' today' : ''
  if (!entry) return isToday ? <TodayNumber number={number} /> : number
  const words = calendarText.cell(number, longDayText(day), DAY_KINDS[entry.kind] ?? '', entry.name)
  const className = `mark ${KIND_CLASS[entry.kind]}${now}`
  if (!onPick) {
    return (
      <span className={className} title={words}>
        <span aria-hidden="true">{number}</span>
        <span className="unseen">{words}</span>
      </span>
    )
  }
  return (
    <button
      type="button"
      className={className}
      title={words}
      aria-label={words}
      onClick={() => onPick(entry)}
    >
      {number}
    </button>
  )
}

function TodayNumber({ number }: { number: number }) {
  return (
    <span className="mark today">
      {number}
      <span className="unseen">, {calendarText.today}</span>
    </span>
  )
}

/** The days of a month by weeks from Monday; what lies outside the month is empty. */
function weeksOf(year: number, month: number): (string | null)[][] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const blanks = weekdayIndex(first)
  const weeks = Math.ceil((blanks + length) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const date = week * 7 + weekday - blanks + 1
      return date < 1 || date > length ? null : first.slice(0, 8) + String(date).padStart(2, '0')
    })
  )
}

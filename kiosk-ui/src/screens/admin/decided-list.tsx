import type { CalendarDay } from '../../api/calendar.ts'
import { calendarText, DAY_KINDS_SHORT } from '../../text/admin-calendar.ts'
import { dayMonthText, shortDayText } from '../../text/common.ts'
import { type DecidedRun, decidedRuns } from './decided-days.ts'

interface Props {
  year: number
  days: readonly CalendarDay[]
  /** Absent for those who may only read. */
  onEdit?: ((days: CalendarDay[]) => void) | undefined
}

/** What has been decided, one line for what people call one holiday, and the papers that say so. */
export function DecidedList({ year, days, onEdit }: Props) {
  const runs = decidedRuns(days)
  if (runs.length === 0) {
    return (
      <section className="card">
        <h2>{calendarText.decidedNone(year)}</h2>
        <p className="small quiet">{calendarText.decidedNoneNext}</p>
      </section>
    )
  }
  const bases = [...new Set(runs.flatMap(({ days }) => days.map(({ legalBasis }) => legalBasis)))].filter(
    Boolean
  )
  return (
    <>
      <section className="card days-off">
        <h2>{calendarText.decided(year)}</h2>
        <table aria-label={calendarText.decidedCaption}>
          <tbody>
            {runs.map((run) => (
              <Row key={run.days[0]?.day} run={run} onEdit={onEdit} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="small quiet">
        {calendarText.basis(bases)} {calendarText.shared}
      </p>
    </>
  )
}

function Row({ run, onEdit }: { run: DecidedRun; onEdit: Props['onEdit'] }) {
  const [first] = run.days
  if (!first) return null
  const all = run.partner ? [...run.days, run.partner] : run.days
  return (
    <tr>
      <th scope="row">
        {onEdit ? (
          <button type="button" className="link" onClick={() => onEdit(all)}>
            {daysText(run.days)}
          </button>
        ) : (
          daysText(run.days)
        )}
      </th>
      <td>{nameOf(run, first)}</td>
      <td>{DAY_KINDS_SHORT[first.kind]}</td>
    </tr>
  )
}

function daysText(days: readonly CalendarDay[]): string {
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? '']
  if (first === last) return shortDayText(first)
  const sameMonth = first.slice(0, 7) === last.slice(0, 7)
  return `${sameMonth ? first.slice(8) : dayMonthText(first)}–${dayMonthText(last)}`
}

function nameOf({ partner }: DecidedRun, { kind, name, standsFor }: CalendarDay): string {
  const other = partner?.day ?? standsFor
  if (!other) return name
  if (kind === 'swapped_off') return calendarText.swap(shortDayText(other))
  if (kind === 'holiday' && partner) return calendarText.withCompensation(name, shortDayText(other))
  if (kind === 'compensation') return calendarText.standsForDay(name, shortDayText(other))
  return kind === 'make_up' ? calendarText.makesUpFor(shortDayText(other)) : name
}

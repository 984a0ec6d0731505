import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Hours, useHours } from '../../api/offices.ts'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { dayOf, useNow } from '../../parts/time.ts'
import { adminText } from '../../text/admin.ts'
import { hoursText } from '../../text/admin-hours.ts'
import { dayText, WEEKDAYS } from '../../text/common.ts'
import { HoursDialog } from './hours-dialog.tsx'
import { weekLines } from './week-text.ts'

export function HoursPage({ officeId }: { officeId: string }) {
  const query = useHours(officeId)
  const today = dayOf(useNow())
  const [changing, setChanging] = useState(false)
  return (
    <div className="hours">
      <div className="head">
        <PageHeading title={hoursText.title} section={adminText.title} />
        <span className="end">
          <Button size="sm" leftSection={<Icon name="plus" />} onClick={() => setChanging(true)}>
            {hoursText.change}
          </Button>
        </span>
      </div>
      <Loaded query={query}>{({ items }) => <Editions items={items} today={today} />}</Loaded>
      {changing && query.data && (
        <HoursDialog
          officeId={officeId}
          today={today}
          current={hoursInForce(query.data.items, today)}
          onClose={() => setChanging(false)}
        />
      )}
    </div>
  )
}

/** The hours in force on `today`, the latest that have begun. */
export function hoursInForce(items: readonly Hours[], today: string): Hours | undefined {
  return items
    .filter(({ effectiveFrom }) => effectiveFrom <= today)
    .sort(byDay)
    .at(-1)
}

function byDay(one: Hours, other: Hours): number {
  return one.effectiveFrom < other.effectiveFrom ? -1 : 1
}

function Editions({ items, today }: { items: readonly Hours[]; today: string }) {
  const current = hoursInForce(items, today)
  const coming = items.filter(({ effectiveFrom }) => effectiveFrom > today).sort(byDay)
  if (items.length === 0) {
    return (
      <section className="notice">
        <h2>{hoursText.none}</h2>
        <p>{hoursText.noneLead}</p>
      </section>
    )
  }
  return (
    <div className="columns">
      <div className="stack">
        {current && <Week hours={current} title={hoursText.now(dayText(current.effectiveFrom))} />}
        {coming.map((hours) => (
          <Week
            key={hours.effectiveFrom}
            hours={hours}
            title={hoursText.coming(dayText(hours.effectiveFrom))}
          />
        ))}
      </div>
      <History items={items} />
    </div>
  )
}

function Week({ hours, title }: { hours: Hours; title: string }) {
  const { week, returnTime } = hours
  return (
    <section className="list week">
      <h2>{title}</h2>
      <table aria-label={hoursText.weekCaption}>
        <thead>
          <tr>
            <th scope="col">{hoursText.weekday}</th>
            <th scope="col">{hoursText.morning}</th>
            <th scope="col">{hoursText.afternoon}</th>
          </tr>
        </thead>
        <tbody>
          {week.map((intervals, index) => (
            <tr key={WEEKDAYS[index]} className={intervals.length ? undefined : 'off'}>
              <th scope="row" className="weekday">
                {WEEKDAYS[index]}
              </th>
              {partsOf(intervals).map((part, half) => (
                <td key={half === 0 ? 'morning' : 'afternoon'} className="num">
                  {part || hoursText.off}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="remarks">
        <p>{hoursText.returnAt(returnTime)}</p>
        {lunchOf(hours) && <p>{lunchOf(hours)}</p>}
        {week[5]?.length ? (
          <p>{hours.saturdayCounts ? hoursText.saturdayYes : hoursText.saturdayNo}</p>
        ) : null}
      </div>
    </section>
  )
}

/** The hours before and after noon; a day without a break stands whole in the first column. */
function partsOf(intervals: Hours['week'][number]): [string, string] {
  const text = (wanted: typeof intervals) => wanted.map(({ from, to }) => `${from}–${to}`).join(', ')
  return [
    text(intervals.filter(({ from }) => from < '12:00')),
    text(intervals.filter(({ from }) => from >= '12:00'))
  ]
}

function lunchOf({ week }: Hours): string | undefined {
  const [morning, afternoon] = week[0] ?? []
  return morning && afternoon && hoursText.lunch(morning.to, afternoon.from)
}

function History({ items }: { items: readonly Hours[] }) {
  return (
    <aside className="card history">
      <h2>{hoursText.history}</h2>
      <ol>
        {[...items]
          .sort(byDay)
          .reverse()
          .map(({ effectiveFrom, week, returnTime, note }) => (
            <li key={effectiveFrom}>
              <b>{hoursText.historyFrom(dayText(effectiveFrom))}</b>
              {weekLines(week).map((line) => (
                <p key={line}>{line}</p>
              ))}
              <p className="quiet">{hoursText.returnAt(returnTime)}</p>
              {note && <p className="quiet">{note}</p>}
            </li>
          ))}
      </ol>
    </aside>
  )
}

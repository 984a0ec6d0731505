import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { type Staffing, useStaffing } from '../../api/waiting.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { dayOf, useNow } from '../../parts/time.ts'
import { longDayText } from '../../text/common.ts'
import { hourText, lengthText, hallHistoryText as text } from '../../text/hall-figures.ts'
import { findingOfStaffing } from './hall-findings.ts'

const DAY = 86_400_000
const DAYS_AHEAD = 7

const TONES = { sure: 'tag done', guide: 'tag soon', none: 'tag' } as const

/** How many counters a coming day needs for the wait that the office promises, and how sure that is. */
export function StaffingSection() {
  const now = useNow()
  const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, index) => dayOf(now + index * DAY))
  const [chosen, setChosen] = useState<string | null>(null)
  const day = chosen ?? days[0] ?? dayOf(now)
  const staffing = useStaffing(day)
  return (
    <section className="card hall-staffing" aria-labelledby="hall-staffing">
      <div className="tools">
        <h2 id="hall-staffing">{text.staffing}</h2>
        <span className="filters no-print">
          <NativeSelect
            size="sm"
            aria-label={text.staffingDay}
            data={days.map((value) => ({ value, label: longDayText(value) }))}
            value={day}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
        </span>
      </div>
      <Loaded query={staffing} rows={4}>
        {(known) =>
          known.certainty === 'none' ? <TooLittle staffing={known} /> : <Suggestion staffing={known} />
        }
      </Loaded>
    </section>
  )
}

function TooLittle({ staffing: { days } }: { staffing: Staffing }) {
  return (
    <>
      <p>
        <b>{text.staffingNone}</b>
      </p>
      <p className="quiet">{text.staffingNoneLead(days)}</p>
    </>
  )
}

function Suggestion({ staffing }: { staffing: Staffing }) {
  const { promise, hours, days, sameWeekday, meanSeconds, specialised, certainty } = staffing
  return (
    <>
      <p className="hall-finding">
        <b>{findingOfStaffing(staffing)}</b>{' '}
        <span className={TONES[certainty]}>{text.certainty[certainty]}</span>
      </p>
      <p className="quiet small">
        {text.staffingPromise(promise.percent, promise.minutes)}.{' '}
        {text.staffingFrom(days, sameWeekday, lengthText(meanSeconds))}{' '}
        {specialised && text.staffingSpecialised}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.hourHead}</th>
            {hours.map(({ hour }) => (
              <th key={hour} scope="col" className="n">
                {hourText(hour)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{text.perHour}</th>
            {hours.map(({ hour, perHour }) => (
              <td key={hour} className="n num">
                {String(perHour).replace('.', ',')}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{text.open}</th>
            {hours.map(({ hour, counters }) => (
              <td key={hour} className="n num">
                <b>{counters}</b>
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{text.range}</th>
            {hours.map(({ hour, low, high }) => (
              <td key={hour} className="n num">
                {text.rangeText(low, high)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{text.sure}</th>
            {hours.map((one) => (
              <td key={one.hour} className="n small">
                {text.certainty[one.certainty]}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </>
  )
}

import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { type Staffing, useStaffing } from '../../api/waiting.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { longDayText } from '../../text/common.ts'
import { hourText, lengthText, hallHistoryText as text } from '../../text/hall-figures.ts'
import { findingOfStaffing } from './hall-findings.ts'

const TONES = { sure: 'tag done', guide: 'tag soon', none: 'tag' } as const

/** How many counters a coming day needs for the wait that the office promises, and how sure that is. */
export function StaffingSection() {
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const staffing = useStaffing(chosen)
  const choices = staffing.data?.choices ?? []
  const value = chosen ?? staffing.data?.day ?? ''
  // The day that is shown may have become a day off, or be over.
  const days = value === '' || choices.includes(value) ? choices : [value, ...choices]
  return (
    <section className="card hall-staffing" aria-labelledby="hall-staffing">
      <div className="tools">
        <h2 id="hall-staffing">{text.staffing}</h2>
        <span className="filters no-print">
          <NativeSelect
            size="sm"
            aria-label={text.staffingDay}
            data={days.map((one) => ({ value: one, label: longDayText(one) }))}
            value={value}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
        </span>
      </div>
      <Loaded query={{ ...staffing, data: staffing.isPlaceholderData ? undefined : staffing.data }} rows={4}>
        {(known) => (
          <>
            <Told staffing={known} />
            {known.daysOff.length > 0 && <p className="quiet small">{text.staffingDaysOff(known.daysOff)}</p>}
          </>
        )}
      </Loaded>
    </section>
  )
}

function Told({ staffing }: { staffing: Staffing }) {
  const { closed, day, dayOff, certainty } = staffing
  if (closed)
    return (
      <p>
        <b>{text.staffingOff(day, dayOff)}</b>
      </p>
    )
  return certainty === 'none' ? <TooLittle staffing={staffing} /> : <Suggestion staffing={staffing} />
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

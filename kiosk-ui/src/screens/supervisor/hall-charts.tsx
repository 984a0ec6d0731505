import type { ReactNode } from 'react'
import type { History } from '../../api/waiting.ts'
import { numberText } from '../../text/common.ts'
import { hourText, lengthText, hallHistoryText as text, withinText } from '../../text/hall-figures.ts'
import { HourBars, LyingBars } from './hall-bars.tsx'
import { findingOfCounters, findingOfHours, findingOfServices } from './hall-findings.ts'

interface CardProps {
  title: string
  note: string
  chart: ReactNode
  heads: readonly string[]
  rows: readonly { key: string; cells: readonly (string | number)[] }[]
}

/** A finding as the title, the picture it is seen in, and the figures behind it. */
function Card({ title, note, chart, heads, rows }: CardProps) {
  return (
    <section className="card hall-card">
      <h2>{title}</h2>
      <p className="quiet small">{note}</p>
      {chart}
      <table>
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" className={index === 0 ? undefined : 'n'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {others.map((cell, index) => (
                <td key={heads[index + 1]} className={/^[\d.]+$/.test(String(cell)) ? 'n num' : 'n'}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function HoursChart({ history: { hours } }: { history: History }) {
  const { title, marked } = findingOfHours(hours)
  return (
    <Card
      title={title}
      note={text.minutesNote}
      chart={
        <HourBars
          bars={hours.map(({ hour, waiting }) => ({ hour, half: waiting.p50, nine: waiting.p90 }))}
          marked={marked}
        />
      }
      heads={[text.hour, text.taken, text.half, text.nineHead, text.abandoned]}
      rows={hours.map(({ hour, taken, waiting, abandoned }) => ({
        key: String(hour),
        cells: [
          hourText(hour),
          numberText(taken ?? 0),
          lengthText(waiting.p50),
          withinText(waiting.p90),
          numberText(abandoned ?? 0)
        ]
      }))}
    />
  )
}

export function ServicesChart({ history: { services } }: { history: History }) {
  const { title, marked } = findingOfServices(services)
  const longestFirst = services.toSorted((one, other) => (other.waiting.p90 ?? -1) - (one.waiting.p90 ?? -1))
  return (
    <Card
      title={title}
      note={text.minutesNote}
      chart={
        <LyingBars
          bars={longestFirst.map(({ serviceId, serviceName, waiting }) => ({
            key: serviceId,
            name: serviceName,
            value: waiting.p90 ?? 0,
            inner: waiting.p50 ?? 0,
            words: withinText(waiting.p90)
          }))}
          marked={marked}
        />
      }
      heads={[text.service, text.served, text.half, text.nineHead, text.servingHead]}
      rows={services.map(({ serviceId, serviceName, served, waiting, serving }) => ({
        key: serviceId,
        cells: [
          serviceName,
          numberText(served),
          lengthText(waiting.p50),
          withinText(waiting.p90),
          lengthText(serving.p50)
        ]
      }))}
    />
  )
}

export function CountersChart({ history: { counters } }: { history: History }) {
  const { title, marked } = findingOfCounters(counters)
  return (
    <Card
      title={title}
      note={text.countNote}
      chart={
        <LyingBars
          bars={counters.map(({ counterId, counterNumber, served }) => ({
            key: counterId,
            name: text.counter(counterNumber),
            value: served,
            inner: served,
            words: numberText(served)
          }))}
          marked={marked}
        />
      }
      heads={[text.counters, text.served, text.servingHead, text.nineHead, text.noShows]}
      rows={counters.map(({ counterId, counterNumber, served, serving, noShows }) => ({
        key: counterId,
        cells: [
          text.counter(counterNumber),
          numberText(served),
          lengthText(serving.p50),
          withinText(serving.p90),
          numberText(noShows)
        ]
      }))}
    />
  )
}

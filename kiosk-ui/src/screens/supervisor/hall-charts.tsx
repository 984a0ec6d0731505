import type { ReactNode } from 'react'
import type { History } from '../../api/waiting.ts'
import { numberText } from '../../text/common.ts'
import { hourText, lengthText, minutesOf, hallHistoryText as text } from '../../text/hall-figures.ts'
import { HourBars, LyingBars } from './hall-bars.tsx'

/** Fewer people than these say nothing of a group that is compared with others. */
const FEWEST = 5

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
  const worst = worstOf(hours)
  const minutes = minutesOf(worst?.waiting.p90 ?? 0)
  return (
    <Card
      title={worst ? hoursTitle(worst.hour, minutes, areEven(waitsOf(hours))) : text.nothingFinding}
      note={text.minutesNote}
      chart={
        <HourBars
          bars={hours.map(({ hour, waiting }) => ({ hour, half: waiting.p50, nine: waiting.p90 }))}
          marked={areEven(waitsOf(hours)) ? undefined : worst?.hour}
        />
      }
      heads={[text.hour, text.taken, text.half, text.nineHead, text.abandoned]}
      rows={hours.map(({ hour, taken, waiting, abandoned }) => ({
        key: String(hour),
        cells: [
          hourText(hour),
          numberText(taken ?? 0),
          lengthText(waiting.p50),
          lengthText(waiting.p90),
          numberText(abandoned ?? 0)
        ]
      }))}
    />
  )
}

export function ServicesChart({ history: { services } }: { history: History }) {
  const worst = worstOf(services)
  const longestFirst = services.toSorted((one, other) => (other.waiting.p90 ?? -1) - (one.waiting.p90 ?? -1))
  return (
    <Card
      title={worst ? servicesTitle(worst, areEven(waitsOf(services))) : text.nothingFinding}
      note={text.minutesNote}
      chart={
        <LyingBars
          bars={longestFirst.map(({ serviceId, serviceName, waiting }) => ({
            key: serviceId,
            name: serviceName,
            value: waiting.p90 ?? 0,
            inner: waiting.p50 ?? 0,
            words: lengthText(waiting.p90)
          }))}
          marked={areEven(waitsOf(services)) ? undefined : worst?.serviceId}
        />
      }
      heads={[text.service, text.served, text.half, text.nineHead, text.servingHead]}
      rows={services.map(({ serviceId, serviceName, served, waiting, serving }) => ({
        key: serviceId,
        cells: [
          serviceName,
          numberText(served),
          lengthText(waiting.p50),
          lengthText(waiting.p90),
          lengthText(serving.p50)
        ]
      }))}
    />
  )
}

export function CountersChart({ history: { counters, all } }: { history: History }) {
  const [most] = counters.toSorted((one, other) => other.served - one.served)
  const even = areEven(counters.map(({ served }) => served))
  const share = most && all.served > 0 ? Math.round((100 * most.served) / all.served) : 0
  return (
    <Card
      title={
        most && all.served >= FEWEST
          ? even
            ? text.countersEven
            : text.countersFinding(text.counter(most.counterNumber), share)
          : text.nothingFinding
      }
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
          marked={even ? undefined : most?.counterId}
        />
      }
      heads={[text.counters, text.served, text.servingHead, text.nineHead, text.noShows]}
      rows={counters.map(({ counterId, counterNumber, served, serving, noShows }) => ({
        key: counterId,
        cells: [
          text.counter(counterNumber),
          numberText(served),
          lengthText(serving.p50),
          lengthText(serving.p90),
          numberText(noShows)
        ]
      }))}
    />
  )
}

function hoursTitle(hour: number, minutes: number, even: boolean): string {
  return even ? text.hoursEven(minutes) : text.hoursFinding(hourText(hour), minutes)
}

function servicesTitle({ serviceName, waiting }: History['services'][number], even: boolean): string {
  const minutes = minutesOf(waiting.p90 ?? 0)
  return even ? text.servicesEven(minutes) : text.servicesFinding(serviceName, minutes)
}

/** Whether groups differ too little for one of them to be named: a title that does it would be gossip. */
function areEven(values: readonly number[]): boolean {
  return values.length < 2 || Math.max(...values) <= 1.25 * Math.min(...values)
}

function waitsOf(rows: readonly { waiting: { count: number; p90: number | null } }[]): number[] {
  return rows.filter(({ waiting }) => waiting.count >= FEWEST).map(({ waiting }) => waiting.p90 ?? 0)
}

/** The group that waits longest, among those with enough people to say so. */
function worstOf<Row extends { waiting: { count: number; p90: number | null } }>(
  rows: readonly Row[]
): Row | undefined {
  return rows
    .filter(({ waiting }) => waiting.count >= FEWEST)
    .toSorted((one, other) => (other.waiting.p90 ?? 0) - (one.waiting.p90 ?? 0))[0]
}

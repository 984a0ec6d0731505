import type { HallNow } from '../../api/waiting.ts'
import { Link } from '../../parts/router.tsx'
import { clockText } from '../../parts/time.ts'
import { numberText } from '../../text/common.ts'
import { lengthText, hallNowText as text } from '../../text/hall-figures.ts'
import { historyAddress } from './address.ts'

const COUNTS = ['taken', 'served', 'noShows', 'transferred'] as const
const TIMES = ['waiting', 'walking', 'serving'] as const

/** Who waits for what, and what newcomers are told. */
export function ServicesTable({ now: { services, asOf } }: { now: HallNow }) {
  return (
    <section className="list" aria-labelledby="hall-services">
      <h2 id="hall-services">{text.services}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.service}</th>
            <th scope="col" className="n">
              {text.waitingHead}
            </th>
            <th scope="col" className="n">
              {text.longestHead}
            </th>
            <th scope="col" className="n">
              {text.estimateHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {services.map(({ id, letter, name, waiting, longestSince, openCounters, estimate, closedText }) => (
            <tr key={id}>
              <th scope="row">
                <div className="clamp" title={name}>
                  {letter} {name}
                </div>
              </th>
              <td className="n num">{waiting}</td>
              <td className="n">
                {longestSince === null ? '–' : text.minutes(minutesSince(longestSince, asOf))}
              </td>
              <td className="n">
                {estimate ? (
                  text.estimate(estimate.lowMinutes, estimate.highMinutes)
                ) : (
                  <span className="quiet">
                    {closedText ?? (openCounters > 0 ? text.noEstimate : text.noCounterOpen)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Who was called out of turn, by whom and why: seen here, so that it stays an exception. */
export function Skips({ now: { skips, today, asOf } }: { now: HallNow }) {
  return (
    <section className="list hall-skips" aria-labelledby="hall-skips">
      <h2 id="hall-skips">{text.counted(text.skips, today.skipped)}</h2>
      {skips.length === 0 ? (
        <p className="quiet">{text.noSkips(clockText(Date.parse(asOf)))}</p>
      ) : (
        <ol>
          {skips.map(({ number, counterNumber, officerName, calledAt, skippedOver, reason }) => (
            <li key={`${number}-${calledAt}`}>
              <span className="num">{text.skipAt(calledAt)}</span>{' '}
              {text.skip(number, counterNumber, officerName)}
              <span className="quiet line">{text.skipReason(skippedOver, reason)}</span>
            </li>
          ))}
        </ol>
      )}
      <AllOfThem shown={skips.length} count={today.skipped} />
    </section>
  )
}

/** The rest stands in the history of today: here it would push away what is wanted now. */
function AllOfThem({ shown, count }: { shown: number; count: number }) {
  if (count <= shown) return null
  return (
    <p className="no-print">
      <Link href={historyAddress({ period: 'today', service: '' })}>{text.more(count)}</Link>
    </p>
  )
}

/** Numbers that officers moved before they were called: nobody was called out of turn, and yet somebody else was next. */
export function Moves({ now: { moves, movesCount } }: { now: HallNow }) {
  if (moves.length === 0) return null
  return (
    <section className="list hall-skips" aria-labelledby="hall-moves">
      <h2 id="hall-moves">{text.counted(text.moves, movesCount)}</h2>
      <ol>
        {moves.map(({ number, serviceName, officerName, what, at, destination, reason, skippedOver }) => (
          <li key={`${number}-${at}`}>
            <span className="num">{text.skipAt(at)}</span> {text.move(number, serviceName)}
            <span className="quiet line">{text.moved[what](officerName, destination)}</span>
            {reason && <span className="quiet line">{text.skipReason(skippedOver, reason)}</span>}
          </li>
        ))}
      </ol>
      <AllOfThem shown={moves.length} count={movesCount} />
    </section>
  )
}

/** Today so far: the same figures as the history of this day. */
export function Today({ now: { today, parked, score } }: { now: HallNow }) {
  return (
    <section className="list hall-today" aria-labelledby="hall-today">
      <h2 id="hall-today">{text.today}</h2>
      <p>
        {COUNTS.map((name) => (
          <span key={name} className="hall-count">
            <b>{numberText(today[name] ?? 0)}</b> {text.counts[name]}
          </span>
        ))}
        <span className="hall-count">
          <b>{parked}</b> {text.counts.parked}
        </span>
      </p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col" className="n">
              {text.half}
            </th>
            <th scope="col" className="n">
              {text.nine}
            </th>
          </tr>
        </thead>
        <tbody>
          {TIMES.map((time) => (
            <tr key={time}>
              <th scope="row">{text.todayRows[time]}</th>
              <td className="n">{lengthText(today[time].p50)}</td>
              <td className="n">{lengthText(today[time].p90)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">
        {score.share === null
          ? text.noScore
          : text.score(score.share, score.made, String(score.meanError ?? 0).replace('.', ','))}
      </p>
    </section>
  )
}

function minutesSince(instant: string, now: string): number {
  return Math.floor((Date.parse(now) - Date.parse(instant)) / 60_000)
}

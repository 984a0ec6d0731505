import type { HallCounter, HallNow } from '../../api/waiting.ts'
import { hallNowText as text } from '../../text/hall-figures.ts'

/** Each counter in its own row, always the same, so that nothing moves under the eye (V-10). */
export function CountersTable({ now: { counters, asOf } }: { now: HallNow }) {
  return (
    <section className="list hall-counters" aria-labelledby="hall-counters">
      <h2 id="hall-counters">{text.counters}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col" className="n">
              {text.counter}
            </th>
            <th scope="col">{text.officer}</th>
            <th scope="col">{text.number}</th>
            <th scope="col">{text.since}</th>
            <th scope="col" className="n">
              {text.servedHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {counters.map((counter) => (
            <Row key={counter.id} counter={counter} asOf={asOf} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ counter, asOf }: { counter: HallCounter; asOf: string }) {
  const { number, officerName, ticket, served } = counter
  return (
    <tr>
      <th scope="row" className="n num">
        {number}
      </th>
      <td>
        <div className="cut" title={officerName ?? undefined}>
          {officerName ?? <span className="quiet">–</span>}
        </div>
      </td>
      <td>
        {ticket ? (
          <div className="cut" title={ticket.serviceName}>
            <b>{ticket.number}</b> <span className="quiet">{ticket.serviceName}</span>
          </div>
        ) : (
          <State counter={counter} />
        )}
      </td>
      <td>
        {ticket && <HowLong ticket={ticket} asOf={asOf} />}
        {ticket?.long && (
          <span className="tag late">{ticket.servingAt === null ? text.calledLongTag : text.long}</span>
        )}
      </td>
      <td className="n num">{served}</td>
    </tr>
  )
}

function State({ counter: { state, pauseReason } }: { counter: HallCounter }) {
  if (state === 'paused') return <span className="tag soon">{text.paused(pauseReason ?? '')}</span>
  return <span className="quiet">{text.states[state]}</span>
}

function HowLong({ ticket, asOf }: { ticket: NonNullable<HallCounter['ticket']>; asOf: string }) {
  const minutesSince = (instant: string) => Math.floor((Date.parse(asOf) - Date.parse(instant)) / 60_000)
  const { calledAt, servingAt } = ticket
  if (servingAt === null && ticket.long) return <span>{text.calledLong(minutesSince(calledAt))}</span>
  if (servingAt === null) return <span className="quiet">{text.walking(minutesSince(calledAt))}</span>
  return <span>{text.serving(minutesSince(servingAt))}</span>
}

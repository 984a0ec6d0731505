import { useOffice } from '../../api/offices.ts'
import type { Queue } from '../../api/tickets.ts'
import { Icon } from '../../parts/icon.tsx'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { PageHeading } from '../../parts/page-heading.tsx'
import { clockText, useNow } from '../../parts/time.ts'
import { counterText as text } from '../../text/counter.ts'
import { KEYS, onPage } from './counter-keys.ts'
import { KeysRail } from './keys-rail.tsx'
import { longestWait } from './queue-strip.tsx'
import type { Acts } from './use-acts.ts'
import type { Desk } from './use-desk.ts'
import { minutesSince, priorityName } from './waiting.ts'

const SHOWN = 9

interface Props {
  desk: Desk
  acts: Acts
  officeId: string
}

type Waiting = Queue['waiting'][number]

/** Nobody at the counter: who comes next, as large as who is served, and the rest of the queue. */
export function IdlePage({ desk: { queue }, acts, officeId }: Props) {
  const now = useNow()
  useKeys([onPage(KEYS.walkIn, () => acts.walkIn())])
  const [next, ...rest] = queue?.waiting ?? []
  return (
    <>
      <div className="task">
        <div className="work">
          <header>
            <PageHeading title={next ? text.next : text.nobodyWaits} section={text.title} />
            {queue && next && (
              <p className="quiet">{text.waitingNow(queue.waiting.length, longestWait(queue, now))}</p>
            )}
          </header>
          {next ? <Next next={next} officeId={officeId} /> : <p className="notice">{text.nobodyWaitsNext}</p>}
          {rest.length > 0 && <Rest rest={rest} officeId={officeId} />}
        </div>
        <footer className="foot">
          <KeyButton of={KEYS.walkIn} onClick={() => acts.walkIn()} />
          <p className="say" role="status">
            {acts.said}
          </p>
          <KeyButton of={KEYS.call} primary onClick={acts.call} />
        </footer>
      </div>
      <KeysRail />
    </>
  )
}

function useServiceName(officeId: string): (serviceId: string) => string {
  const office = useOffice(officeId)
  return (serviceId) => office.data?.services.find(({ id }) => id === serviceId)?.name ?? ''
}

function Next({ next, officeId }: { next: Waiting; officeId: string }) {
  const now = useNow()
  const serviceName = useServiceName(officeId)
  const minutes = minutesSince(next.issuedAt, now)
  return (
    <section className="next-card">
      <p className="next-number">{next.number}</p>
      <div>
        <p className="name">{serviceName(next.serviceId)}</p>
        <p className="small quiet">{text.takenAt(minutes, clockText(Date.parse(next.issuedAt)))}</p>
        {next.priorityGroup && (
          <span className="tag">
            <Icon name="star" />
            {text.priority(priorityName(next.priorityGroup))}
          </span>
        )}
      </div>
    </section>
  )
}

function Rest({ rest, officeId }: { rest: readonly Waiting[]; officeId: string }) {
  const now = useNow()
  const serviceName = useServiceName(officeId)
  return (
    <>
      <div className="list">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.number}</th>
              <th scope="col">{text.matter}</th>
              <th scope="col">{text.priorityColumn}</th>
              <th scope="col" className="end-aligned">
                {text.waitedColumn}
              </th>
            </tr>
          </thead>
          <tbody>
            {rest.slice(0, SHOWN).map(({ id, number, serviceId, priorityGroup, issuedAt }) => (
              <tr key={id}>
                <td>
                  <b>{number}</b>
                </td>
                <td>{serviceName(serviceId)}</td>
                <td>{priorityGroup && priorityName(priorityGroup)}</td>
                <td className="end-aligned num">{text.waited(minutesSince(issuedAt, now))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest.length > SHOWN && <p className="small quiet after-list">{text.shownOf(SHOWN, rest.length)}</p>}
    </>
  )
}

import type { Line } from '../../api/tickets.ts'
import { Icon } from '../../parts/icon.tsx'
import { KeyButton } from '../../parts/key-button.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { clockText, useNow } from '../../parts/time.ts'
import { counterText, queueText as text } from '../../text/counter-queue.ts'
import { AwayList } from './away-list.tsx'
import { IDLE_KEYS, KEYS } from './counter-keys.ts'
import { KeysRail } from './keys-rail.tsx'
import { longestWait, Why } from './queue-strip.tsx'
import type { Acts } from './use-acts.ts'
import type { Desk } from './use-desk.ts'
import { minutesSince, ruleWords, whyWords } from './waiting.ts'

const SHOWN = 6

interface Props {
  desk: Desk
  acts: Acts
}

type Waiting = Line['next'][number]

/** Nobody at the counter: who comes next, as large as who is served, the rest of the line, and who is away. */
export function IdlePage({ desk, acts }: Props) {
  const { line } = desk
  const now = useNow()
  const [next, ...rest] = line?.next ?? []
  return (
    <>
      <div className="task">
        <div className="work">
          <header>
            <PageHeading title={next || !line ? text.next : text.nobodyWaits} section={counterText.title} />
            {line && next && <p className="quiet">{text.waitingNow(line.waiting, longestWait(line, now))}</p>}
          </header>
          {line && !next && <p className="notice">{text.nobodyWaitsNext}</p>}
          {next && <Next next={next} />}
          {line && <Rules desk={desk} line={line} />}
          {line && rest.length > 0 && <Rest rest={rest} line={line} acts={acts} />}
          {line && line.parked.length + line.absent.length > 0 && (
            <section className="away">
              <h2>{text.away}</h2>
              <AwayList desk={desk} line={line} onResume={acts.resume} />
              <p className="small quiet">{text.awayHint}</p>
            </section>
          )}
        </div>
        <footer className="foot">
          <KeyButton of={KEYS.skip} onClick={() => acts.open({ kind: 'skip', number: '' })} />
          <p className="say" role="status">
            {acts.said}
          </p>
          <KeyButton of={KEYS.call} primary onClick={acts.call} />
        </footer>
      </div>
      <KeysRail keys={IDLE_KEYS} />
    </>
  )
}

function Next({ next }: { next: Waiting }) {
  const now = useNow()
  const why = whyWords(next)
  const minutes = minutesSince(next.waitingSince, now)
  return (
    <section className="next-card">
      <p className="next-number">{next.number}</p>
      <div>
        <p className="name">{next.serviceName}</p>
        <p className="small quiet">{text.waitedSince(minutes, clockText(Date.parse(next.waitingSince)))}</p>
        {why && (
          <span className="tag">
            <Icon name="star" />
            {next.why === 'priority' ? counterText.priority(why) : why}
          </span>
        )}
      </div>
    </section>
  )
}

interface RestProps {
  rest: readonly Waiting[]
  line: Line
  acts: Acts
}

function Rest({ rest, line, acts }: RestProps) {
  const now = useNow()
  const all = line.waiting - 1
  return (
    <>
      <div className="list">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.number}</th>
              <th scope="col">{text.matter}</th>
              <th scope="col">{text.whyColumn}</th>
              <th scope="col" className="end-aligned nowrap">
                {text.waitedColumn}
              </th>
              <th scope="col" className="end-aligned nowrap">
                {text.actColumn}
              </th>
            </tr>
          </thead>
          <tbody>
            {rest.slice(0, SHOWN).map((ticket) => (
              <tr key={ticket.id}>
                <td>
                  <b>{ticket.number}</b>
                </td>
                <td>{ticket.serviceName}</td>
                <td>{whyWords(ticket) ? <Why words={whyWords(ticket)} /> : text.why.turn}</td>
                <td className="end-aligned nowrap num">
                  {text.waited(minutesSince(ticket.waitingSince, now))}
                </td>
                <td className="end-aligned">
                  <button
                    type="button"
                    className="link"
                    aria-label={text.callThis(ticket.number)}
                    onClick={() => acts.open({ kind: 'skip', number: ticket.number })}
                  >
                    {text.callShort}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all > SHOWN && <p className="small quiet after-list">{text.shownOf(SHOWN, all)}</p>}
    </>
  )
}

/** In which order this counter calls, and for what. */
function Rules({ desk: { queue }, line }: { desk: Desk; line: Line }) {
  const nameOf = (serviceId: string) => queue?.services.find(({ id }) => id === serviceId)?.name ?? ''
  const namesOf = (helps: boolean) =>
    line.services
      .filter((service) => service.helps === helps)
      .map(({ serviceId }) => nameOf(serviceId))
      .join('; ')
  const servesAll = line.services.filter(({ helps }) => !helps).length === queue?.services.length
  const helped = namesOf(true)
  return (
    <p className="small quiet rules">
      {ruleWords(line.rule)} {servesAll ? text.servesAll : text.serves(namesOf(false))}{' '}
      {helped && text.helps(helped)}
    </p>
  )
}

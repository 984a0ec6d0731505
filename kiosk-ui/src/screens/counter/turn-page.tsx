import { useAppointment } from '../../api/appointments.ts'
import { type Ticket, useHallRules } from '../../api/tickets.ts'
import { Icon } from '../../parts/icon.tsx'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Link } from '../../parts/router.tsx'
import { clockText, useNow } from '../../parts/time.ts'
import { counterText, queueText, turnText as text } from '../../text/counter-queue.ts'
import { KEYS, onPage, TURN_KEYS } from './counter-keys.ts'
import { KeysRail } from './keys-rail.tsx'
import type { Acts } from './use-acts.ts'
import { resultAddress } from './use-turn.ts'
import { minutesBetween, minutesSince } from './waiting.ts'

/** So many calls without an answer are enough. */
const ENOUGH_CALLS = 3

interface Props {
  ticket: Ticket
  acts: Acts
}

/** Whoever was called, or is served without a dossier in hand: what is known of the number, and what comes next. */
export function TurnPage({ ticket, acts }: Props) {
  useKeys([onPage(KEYS.go, () => acts.start())])
  const isCalled = ticket.status === 'called'
  const isPickUp = ticket.purpose === 'pick_up'
  const [code] = ticket.dossierCodes
  const title = isCalled ? text.callTitle(ticket.number) : text.servingTitle(ticket.number)
  return (
    <>
      <div className="task">
        <div className="work">
          <PageHeading title={title} section={counterText.title} />
          <p className="quiet">{leadOf(ticket)}</p>
          <section className="next-card">
            <p className="next-number">{ticket.number}</p>
            <Particulars ticket={ticket} />
          </section>
          <Times ticket={ticket} />
          {ticket.note && (
            <section className="notice asking">
              <h2>{text.noteOfBefore}</h2>
              <p>{ticket.note}</p>
            </section>
          )}
          {isCalled && <AbsentAdvice ticket={ticket} />}
          <Dossiers ticket={ticket} />
        </div>
        <footer className="foot">
          <p className="say" role="status">
            {acts.said}
          </p>
          <KeyButton of={KEYS.go} primary onClick={() => acts.start()}>
            {isPickUp && code ? text.openResult(code) : text.startIntake}
          </KeyButton>
        </footer>
      </div>
      <KeysRail keys={TURN_KEYS} />
    </>
  )
}

function leadOf({ status, purpose }: Ticket): string {
  if (purpose === 'pick_up') return text.pickUpLead
  return status === 'called' ? text.callLead : text.noDossierYet
}

/** What the number is for. */
function Particulars({ ticket }: Pick<Props, 'ticket'>) {
  const group = ticket.priorityGroupName ?? undefined
  return (
    <div>
      {ticket.services.map(({ id, name }) => (
        <p key={id} className="name">
          {name}
        </p>
      ))}
      <p className="tags">
        {ticket.priorityGroup && (
          <span className="tag">
            <Icon name="star" />
            {counterText.priority(counterText.priorityName(group))}
          </span>
        )}
        {ticket.purpose === 'pick_up' && <span className="tag">{text.pickUp}</span>}
        <AppointmentTag ticket={ticket} />
      </p>
    </div>
  )
}

/** Who has an appointment, and when: the name is told once the number is called. */
function AppointmentTag({ ticket: { appointmentId, appointmentAt } }: Pick<Props, 'ticket'>) {
  const name = useAppointment(appointmentId).data?.name
  if (appointmentAt === null) return null
  const time = clockText(Date.parse(appointmentAt))
  return <span className="tag">{name ? text.appointmentOf(time, name) : text.appointment(time)}</span>
}

/** Waiting, walking and serving: three different times, never added up. */
function Times({ ticket: { waitingSince, firstCalledAt, servingAt, calls } }: Pick<Props, 'ticket'>) {
  const now = useNow()
  const called = firstCalledAt ?? waitingSince
  const times = [
    { label: text.waitedLabel, minutes: minutesBetween(waitingSince, called), more: text.times(calls) },
    {
      label: text.walkedLabel,
      minutes: servingAt ? minutesBetween(called, servingAt) : minutesSince(called, now),
      more: servingAt ? text.calledSince(clockText(Date.parse(called))) : text.notYet
    },
    {
      label: text.servedLabel,
      minutes: servingAt ? minutesSince(servingAt, now) : null,
      more: servingAt ? text.servedSince(clockText(Date.parse(servingAt))) : text.notServed
    }
  ]
  return (
    <dl className="times">
      {times.map(({ label, minutes, more }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <b>{minutes ?? '–'}</b> {minutes !== null && queueText.minutes}
          </dd>
          <dd className="small quiet">{more}</dd>
        </div>
      ))}
    </dl>
  )
}

/** After some calls without an answer: that the person may be marked absent, and what happens to the number then. */
function AbsentAdvice({ ticket: { number, calls, absences } }: Pick<Props, 'ticket'>) {
  const rules = useHallRules().data
  if (calls < ENOUGH_CALLS) return <p className="quiet">{text.callNobody}</p>
  const isFinal = rules && (rules.absentReturnsAfter === null || absences + 1 >= rules.mostAbsences)
  return (
    <section className="notice soon" role="status">
      <h2>{text.absentAdvice(calls)}</h2>
      {!rules && <p>{text.absentUnknown(number)}</p>}
      {isFinal && <p>{text.absentFinal(number)}</p>}
      {rules && !isFinal && <p>{text.absentReturns(number, rules.absentReturnsAfter ?? 0)}</p>}
    </section>
  )
}

function Dossiers({ ticket: { dossierCodes, purpose } }: Pick<Props, 'ticket'>) {
  if (dossierCodes.length === 0) return null
  const addressOf = (code: string) =>
    purpose === 'pick_up' ? resultAddress(code) : `/counter/ho-so/${encodeURIComponent(code)}`
  return (
    <section className="of-turn">
      <h2>{text.dossiers}</h2>
      <ul className="card lines">
        {dossierCodes.map((code) => (
          <li key={code}>
            <Link href={addressOf(code)}>{purpose === 'pick_up' ? text.openResult(code) : code}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

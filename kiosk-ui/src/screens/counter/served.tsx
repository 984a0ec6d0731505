import type { Ticket } from '../../api/tickets.ts'
import { Icon } from '../../parts/icon.tsx'
import { KeyButton } from '../../parts/key-button.tsx'
import { Link } from '../../parts/router.tsx'
import { clockText, useNow } from '../../parts/time.ts'
import { counterKeyText as keys, counterText as text, turnText } from '../../text/counter-queue.ts'
import { KEYS } from './counter-keys.ts'
import { useIntake } from './intake.ts'
import type { Acts } from './use-acts.ts'
import { forgottenAfter, minutesSince } from './waiting.ts'

interface Props {
  ticket: Ticket
  acts: Acts
}

/** Whoever was called to this counter or is served at it, and what can be done with the turn. */
export function Served({ ticket, acts }: Props) {
  const isCalled = ticket.status === 'called'
  return (
    <section className="serving">
      <Since ticket={ticket} />
      <p className="number">{ticket.number}</p>
      <p className="small quiet">{ticket.services.map(({ name }) => name).join('; ')}</p>
      <PersonInHand />
      <p className="tags">
        {ticket.priorityGroup && (
          <span className="tag">
            <Icon name="star" />
            {text.priority(text.priorityName(ticket.priorityGroupName ?? undefined))}
          </span>
        )}
        {ticket.purpose === 'pick_up' && <span className="tag">{turnText.pickUp}</span>}
        {ticket.heldFor === 'SLIP' && <span className="tag soon">{text.slipMissing}</span>}
      </p>
      {ticket.dossierCodes.length > 0 && (
        <ul className="small codes" aria-label={text.codesOfTurn}>
          {ticket.dossierCodes.map((code) => (
            <li key={code}>
              <Link href={`/counter/ho-so/${encodeURIComponent(code)}`}>{code}</Link>
            </li>
          ))}
        </ul>
      )}
      <Forgotten ticket={ticket} served={acts.served} />
      <div className="keys">
        {isCalled && <KeyButton of={KEYS.recall} onClick={acts.recall} />}
        {isCalled && (
          <KeyButton of={KEYS.absent} onClick={acts.absent}>
            {acts.isArmed ? text.absentAgain : keys.absentButton}
          </KeyButton>
        )}
        {!isCalled && <KeyButton of={KEYS.finish} onClick={acts.finish} />}
        <Others isCalled={isCalled} acts={acts} />
      </div>
    </section>
  )
}

function Since({ ticket }: Pick<Props, 'ticket'>) {
  const now = useNow()
  const isCalled = ticket.status === 'called'
  const since = (isCalled ? ticket.calledAt : ticket.servingAt) ?? ticket.issuedAt
  return (
    <p className="top">
      <span className="label">{isCalled ? text.called : text.serving}</span>
      <span className="label">
        {isCalled ? text.calledAt(clockText(Date.parse(since))) : text.minute(minutesSince(since, now) + 1)}
      </span>
    </p>
  )
}

/** What is done less often with a turn. */
function Others({ isCalled, acts }: { isCalled: boolean; acts: Acts }) {
  return (
    <>
      <KeyButton of={KEYS.counter} size="sm" onClick={() => acts.open({ kind: 'transfer' })}>
        {keys.transferButton}
      </KeyButton>
      <KeyButton of={KEYS.park} size="sm" onClick={acts.park} />
      <KeyButton of={KEYS.more} size="sm" onClick={() => acts.open({ kind: 'more' })} />
      {isCalled && (
        <KeyButton of={KEYS.cancel} size="sm" onClick={() => acts.open({ kind: 'cancel' })}>
          {keys.cancelButton}
        </KeyButton>
      )}
    </>
  )
}

/** Served for so long that the counter may have been left without ending the turn (C-27). */
function Forgotten({ ticket, served }: { ticket: Ticket; served: readonly number[] }) {
  const now = useNow()
  if (ticket.status !== 'serving' || ticket.servingAt === null) return null
  const minutes = minutesSince(ticket.servingAt, now)
  if (minutes < forgottenAfter(served)) return null
  return (
    <div className="forgotten" role="status">
      <span className="tag soon">{turnText.forgotten}</span>
      <p className="small">{turnText.forgottenLead(minutes)}</p>
    </div>
  )
}

/** A dossier of somebody who came without a number. */
export function WalkIn({ acts }: { acts: Acts }) {
  return (
    <section className="serving">
      <p className="label">{text.serving}</p>
      <p className="free">{text.walkIn}</p>
      <PersonInHand />
      <div className="keys">
        <KeyButton of={KEYS.finish} onClick={acts.finish} />
      </div>
    </section>
  )
}

/** Who the dossier in hand is for, once that has been said. */
function PersonInHand() {
  const intake = useIntake()
  const name = intake?.received?.applicant.name ?? intake?.card?.name
  return name ? <p className="name">{name}</p> : null
}

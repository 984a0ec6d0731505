import { useState } from 'react'
import { useQueue } from '../../api/tickets.ts'
import { Icon } from '../../parts/icon.tsx'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { printPaper } from '../../parts/print-paper.ts'
import { Link } from '../../parts/router.tsx'
import { clockText, useNow } from '../../parts/time.ts'
import { counterKeyText, intakeText, counterText as text } from '../../text/counter.ts'
import { KEYS, onPage } from './counter-keys.ts'
import { type Intake, useIntake } from './intake.ts'
import { PauseDialog } from './pause-dialog.tsx'
import { QueueStrip } from './queue-strip.tsx'
import { Sure } from './sure.tsx'
import type { Acts } from './use-acts.ts'
import type { Desk } from './use-desk.ts'
import { minutesSince, priorityName } from './waiting.ts'

interface Props {
  desk: Desk
  acts: Acts
  officeId: string
  /** Leaves this counter for another one. */
  onLeave: () => void
}

/** Who is served here, what can be done with the turn, and the queue. It never changes its shape. */
export function LeftRail({ desk, acts, officeId, onLeave }: Props) {
  const queue = useQueue(officeId)
  useKeys([
    onPage(KEYS.call, acts.call),
    onPage(KEYS.recall, acts.recall),
    onPage(KEYS.absent, acts.absent),
    onPage(KEYS.finish, acts.finish)
  ])
  return (
    <aside className="rail left" aria-label={text.rail}>
      {desk.counter && <Turn desk={desk} acts={acts} officeId={officeId} onLeave={onLeave} />}
      <Loaded query={queue} rows={4}>
        {(data) => <QueueStrip queue={data} />}
      </Loaded>
      {acts.isAsking && (
        <Sure
          title={text.finishDraft}
          lead={desk.ticket ? text.finishDraftLead(desk.ticket.number) : text.discardLead}
          yes={desk.ticket ? text.finishDraftYes : text.discardYes}
          no={text.finishDraftNo}
          answer={acts.answer}
        />
      )}
    </aside>
  )
}

function Turn({ desk, acts, officeId, onLeave }: Props) {
  const intake = useIntake()
  if (desk.ticket) return <Served desk={desk} acts={acts} />
  if (intake) return <WalkIn intake={intake} acts={acts} />
  return <Free desk={desk} acts={acts} officeId={officeId} onLeave={onLeave} />
}

function Served({ desk: { ticket }, acts }: Pick<Props, 'desk' | 'acts'>) {
  const now = useNow()
  if (!ticket) return null
  const isCalled = ticket.status === 'called'
  const since = (isCalled ? ticket.calledAt : ticket.servingAt) ?? ticket.issuedAt
  return (
    <section className="serving">
      <p className="top">
        <span className="label">{isCalled ? text.called : text.serving}</span>
        <span className="label">
          {isCalled ? text.calledAt(clockText(Date.parse(since))) : text.minute(minutesSince(since, now) + 1)}
        </span>
      </p>
      <p className="number">{ticket.number}</p>
      <p className="small quiet">{ticket.serviceName}</p>
      <PersonInHand />
      {ticket.priorityGroup && (
        <span className="tag">
          <Icon name="star" />
          {text.priority(priorityName(ticket.priorityGroup))}
        </span>
      )}
      {ticket.heldFor === 'SLIP' && <span className="tag soon">{text.slipMissing}</span>}
      {ticket.dossierCodes.length > 0 && (
        <ul className="small codes" aria-label={text.codesOfTurn}>
          {ticket.dossierCodes.map((code) => (
            <li key={code}>
              <Link href={`/counter/ho-so/${encodeURIComponent(code)}`}>{code}</Link>
            </li>
          ))}
        </ul>
      )}
      <div className="keys">
        {isCalled && <KeyButton of={KEYS.recall} onClick={acts.recall} />}
        {isCalled && (
          <KeyButton of={KEYS.absent} onClick={acts.absent}>
            {acts.isArmed ? text.absentAgain : counterKeyText.absentButton}
          </KeyButton>
        )}
        {!isCalled && <KeyButton of={KEYS.finish} onClick={acts.finish} />}
      </div>
    </section>
  )
}

function WalkIn({ acts }: { intake: Intake; acts: Acts }) {
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

function Free({ desk, acts, officeId, onLeave }: Props) {
  const [isPausing, setPausing] = useState(false)
  const [printFault, setPrintFault] = useState('')
  const { counter } = desk
  const { last } = acts
  const isOpen = counter?.state === 'open'
  const code = last?.code
  const reprint = () => {
    setPrintFault('')
    if (!code) return
    printPaper(`/api/v1/dossiers/${encodeURIComponent(code)}/slip.pdf`).catch(() =>
      setPrintFault(intakeText.printFailed)
    )
  }
  useKeys([onPage(KEYS.pause, () => isOpen && setPausing(true)), onPage(KEYS.reprint, reprint)])
  if (!counter) return null
  return (
    <>
      <section className="serving">
        <p className="label">{text.counter(counter.number)}</p>
        <p className="free">{isOpen ? text.free : counter.state === 'paused' ? text.paused : text.closed}</p>
        <p className="small quiet">{counter.state === 'paused' ? counter.pauseReason : counter.name}</p>
        {last && <p className="small last">{text.justDone(last.number, last.minutes)}</p>}
        <div className="keys">
          {code && <KeyButton of={KEYS.reprint} onClick={reprint} />}
          {isOpen && <KeyButton of={KEYS.pause} onClick={() => setPausing(true)} />}
          <KeyButton of={KEYS.counter} onClick={onLeave} />
        </div>
        {printFault && <p role="alert">{printFault}</p>}
      </section>
      {isPausing && (
        <PauseDialog officeId={officeId} counterId={counter.id} onClose={() => setPausing(false)} />
      )}
    </>
  )
}

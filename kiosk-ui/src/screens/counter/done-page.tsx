import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type Received, type SlipGiven, useGiveSlip } from '../../api/dossiers.ts'
import { useTicketRefresh } from '../../api/tickets.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { type DraftForm, useDraftForm } from '../../parts/draft-form.ts'
import { LongTextField } from '../../parts/fields.tsx'
import { Icon } from '../../parts/icon.tsx'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { PageHeading } from '../../parts/page-heading.tsx'
import { printPaper } from '../../parts/print-paper.ts'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { clockText } from '../../parts/time.ts'
import { WorkForm } from '../../parts/work-form.tsx'
import { intakeText as text } from '../../text/counter.ts'
import { counterText } from '../../text/counter-queue.ts'
import type { Typed } from './applicant.ts'
import { KEYS, onPage } from './counter-keys.ts'
import { dueWords } from './due-section.tsx'
import { changeIntake, type Intake, startAnother } from './intake.ts'
import type { Acts } from './use-acts.ts'

interface Props {
  intake: Intake
  received: Received
  applicant: DraftForm<Typed>
  acts: Acts
}

/** The dossier is in the books: its code and date, and the question whether the slip has come out (C-30). */
export function DonePage({ intake, received, applicant, acts }: Props) {
  const { code, slip, slipRequired } = received
  const [isExplaining, setExplaining] = useState(false)
  const [printFault, setPrintFault] = useState('')
  const give = useGiveSlip(code)
  const refreshTicket = useTicketRefresh()
  const print = () => {
    setPrintFault('')
    printPaper(received.slipUrl).catch(() => setPrintFault(text.printFailed))
  }
  const record = (given: SlipGiven) => {
    if (give.isPending) return
    give.mutate(given, {
      onSuccess: (dossier) => {
        changeIntake({ received: { ...received, ...dossier } })
        setExplaining(false)
        if (intake.ticket) refreshTicket(intake.ticket.id)
      }
    })
  }
  const isOpen = slip === null
  const isOwed = isOpen && slipRequired
  const primary = isOwed ? () => record({ how: 'printed' }) : acts.finish
  // The draft is in the books now; the paper comes by itself, as the officer's hands are full.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the answer came
  useEffect(() => {
    applicant.forget()
    if (isOwed) print()
  }, [])
  const another = () => {
    if (!isOwed) startAnother(applicant.form.getValues())
  }
  useKeys([onPage(KEYS.reprint, print), onPage(KEYS.go, primary), onPage(KEYS.another, another)])
  return (
    <div className="task wide">
      <div className="work">
        {give.error && <ProblemBox title={give.error.message} mends={[]} attempt={give.submittedAt} />}
        <header>
          <PageHeading title={text.received} section={counterText.title} />
          <p className="quiet">{text.receivedAt(clockText(Date.parse(received.receivedAt)))}</p>
        </header>
        <section className="next-card received">
          <div>
            <p className="label">{text.codeLabel}</p>
            <p className="code-number">{code}</p>
            <p className="label">{text.dueLabel}</p>
            <p className="due-words">{dueWords(received)}</p>
          </div>
        </section>
        <Slip received={received} printFault={printFault} />
        {received.warnings.length > 0 && (
          <section className="notice soon">
            <h2>{text.warnings}</h2>
            <ul>
              {received.warnings.map(({ path, message }) => (
                <li key={path}>{message}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <footer className="foot">
        <KeyButton of={KEYS.reprint} onClick={print} />
        <p className="say" role="status">
          {acts.said}
        </p>
        {!isOwed && <KeyButton of={KEYS.another} onClick={another} />}
        {isOwed && (
          <Button variant="default" onClick={() => setExplaining(true)}>
            {text.slipNo}
          </Button>
        )}
        {isOpen && (
          <Button variant="default" onClick={() => record({ how: 'sent' })}>
            {text.slipSent}
          </Button>
        )}
        {isOpen && !isOwed && (
          <Button variant="default" onClick={() => record({ how: 'printed' })}>
            {text.slipYes}
          </Button>
        )}
        <KeyButton of={isOwed ? KEYS.go : KEYS.finish} primary onClick={primary}>
          {isOwed ? text.slipYes : counterText.finishButton(intake.ticket !== null)}
        </KeyButton>
      </footer>
      {isExplaining && (
        <NoSlip
          error={give.error}
          onClose={() => setExplaining(false)}
          onSend={(reason) => record({ how: 'none', reason })}
        />
      )}
    </div>
  )
}

function Slip({ received, printFault }: { received: Received; printFault: string }) {
  const { slip, slipRequired, slipUrl, trackingUrl } = received
  return (
    <section className={slip || !slipRequired ? 'notice done' : 'notice soon'}>
      <h2>{slip ? text.slipDone[slip.how] : text.slipAsk}</h2>
      <p>{slip ? slip.reason : slipRequired ? text.slipAskLead : text.slipNotNeeded}</p>
      {printFault && <p role="alert">{printFault}</p>}
      <p className="links">
        <a href={slipUrl} target="_blank" rel="noreferrer">
          <Icon name="print" />
          {text.slipOpen}
        </a>
        <a href={trackingUrl} target="_blank" rel="noreferrer">
          <Icon name="arrow" />
          {text.tracking}
        </a>
      </p>
    </section>
  )
}

interface NoSlipProps {
  error: Error | null
  onClose: () => void
  onSend: (reason: string) => void
}

/** Why a citizen goes without the slip that is due: it stands in the register. */
function NoSlip({ error, onClose, onSend }: NoSlipProps) {
  const draft = useDraftForm('ly-do-khong-phieu', {
    fresh: { reason: '' },
    validate: ({ reason }) => ({ reason: reason.trim() ? null : text.slipNoReasonMissing })
  })
  return (
    <Dialog title={text.slipNoTitle} onClose={onClose}>
      <WorkForm
        id={draft.id}
        form={draft.form}
        refusal={error}
        onSubmit={({ reason }) => {
          draft.forget()
          onSend(reason.trim())
        }}
      >
        <LongTextField of={draft} path="reason" label={text.slipNoReason} />
        <Button type="submit">{text.slipNoSubmit}</Button>
      </WorkForm>
    </Dialog>
  )
}

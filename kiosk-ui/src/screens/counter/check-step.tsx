import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { useReceive } from '../../api/dossiers.ts'
import type { User } from '../../api/session.ts'
import { useTicketRefresh } from '../../api/tickets.ts'
import { Icon } from '../../parts/icon.tsx'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { PageHeading } from '../../parts/page-heading.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { findDay } from '../../parts/read-typed.ts'
import { commonText, dayText } from '../../text/common.ts'
import { intakeText as text } from '../../text/counter.ts'
import { counterText } from '../../text/counter-queue.ts'
import { feeWords } from '../../text/procedures.ts'
import { filingOf, type Typed } from './applicant.ts'
import { KEYS, onPage } from './counter-keys.ts'
import { dueWords, useIntakeDue } from './due-section.tsx'
import { RightRail, useDuplicatesOf } from './help-rail.tsx'
import { changeIntake, type Intake, type Step } from './intake.ts'
import type { StepProps } from './intake-page.tsx'
import { componentsOf, type Paper } from './papers.ts'
import { SlipPreview } from './slip-preview.tsx'

/** Everything once more before it counts, with a way back to each part (G6). */
export function CheckStep({ intake, applicant, goTo }: StepProps) {
  const receive = useReceive()
  const refreshTicket = useTicketRefresh()
  const typed = applicant.form.getValues()
  const due = useIntakeDue(intake, typed.channel)
  const file = (filed: Intake) => {
    if (receive.isPending) return
    receive.mutate(filingOf(filed, typed), {
      onSuccess: (received) => {
        changeIntake({ received })
        if (filed.ticket) refreshTicket(filed.ticket.id)
      }
    })
  }
  const send = () => file(intake)
  const sendWithoutNumber = () => {
    changeIntake({ ticket: null })
    file({ ...intake, ticket: null })
  }
  useKeys([onPage(KEYS.receive, send), onPage(KEYS.go, send)])
  return (
    <>
      <div className="work check">
        {receive.error && <Refused error={receive.error} attempt={receive.submittedAt} />}
        {intake.ticket && isOfNumber(receive.error) && (
          <Button variant="default" onClick={sendWithoutNumber}>
            {text.withoutNumber(intake.ticket.number)}
          </Button>
        )}
        <PageHeading title={text.checkTitle} section={counterText.title} />
        <Summary intake={intake} typed={typed} goTo={goTo} due={due.data ? dueWords(due.data) : ''} />
      </div>
      <footer className="foot">
        <Button variant="default" leftSection={<Icon name="left" />} onClick={() => goTo(2)}>
          {text.stepNames[2]}
        </Button>
        <p className="say" role="status">
          {receive.isPending ? text.receiving : null}
        </p>
        <KeyButton of={KEYS.receive} primary onClick={send} />
      </footer>
    </>
  )
}

/** Nothing is wrong with what was typed: its number is of another day, or over. */
function isOfNumber(error: Error | null): boolean {
  return error instanceof ApiProblem && error.code === 'MOVE_NOT_ALLOWED'
}

function Refused({ error, attempt }: { error: Error; attempt: number }) {
  const problem = error instanceof ApiProblem ? error : null
  // Only a refusal says for certain that nothing was taken in; of a lost answer nobody knows.
  const isRefusal = problem !== null && problem.status >= 400 && problem.status < 500
  const words = problem?.message ?? commonText.strangeAnswer
  return (
    <ProblemBox
      title={problem?.title ?? commonText.strangeAnswerTitle}
      detail={isRefusal ? `${text.notYetReceived}. ${words}` : words}
      mends={problem?.errors.map(({ message }) => ({ message })) ?? []}
      attempt={attempt}
      answer={error}
    />
  )
}

/** The slip as it will be printed, and what the officer would otherwise have to ask. */
export function CheckRail({ intake, applicant, user }: Omit<StepProps, 'goTo'> & { user: User }) {
  const due = useIntakeDue(intake, applicant.form.getValues().channel).data
  const duplicates = useDuplicatesOf({ intake, applicant })
  const missing = intake.papers.filter(({ state }) => state === 'missing').length
  const found = duplicates.data?.items ?? []
  return (
    <RightRail>
      <section>
        <h2>{text.slipPreview}</h2>
        <SlipPreview intake={intake} typed={applicant.form.getValues()} due={due} user={user} />
      </section>
      <section>
        <h2>{text.ready}</h2>
        <ul className="readiness">
          <Ready isSo={missing === 0}>{missing === 0 ? text.allSeen : text.stillMissing(missing)}</Ready>
          <Ready isSo={duplicates.data !== undefined && found.length === 0}>
            {!duplicates.data
              ? text.duplicateUnchecked
              : found.length === 0
                ? text.noDuplicate
                : `${text.duplicates}: ${found.map(({ code }) => code).join(', ')}`}
          </Ready>
        </ul>
      </section>
    </RightRail>
  )
}

function Ready({ isSo, children }: { isSo: boolean; children: ReactNode }) {
  return (
    <li className={isSo ? 'ok' : 'look'}>
      <Icon name={isSo ? 'check' : 'look'} />
      <span>{children}</span>
    </li>
  )
}

interface SummaryProps {
  intake: Intake
  typed: Typed
  goTo: (step: Step) => void
  due: string
}

function Summary({ intake, typed, goTo, due }: SummaryProps) {
  const { procedure, papers } = intake
  const missing = papers.filter(({ state }) => state === 'missing')
  const isCitizen = typed.kind === 'citizen'
  return (
    <dl className="summary">
      <Row name={text.checkProcedure} change={text.changeProcedure} onChange={() => goTo(0)}>
        <p>{procedure?.name}</p>
        <p className="small quiet">
          {[procedure?.code, intake.caseName, procedure?.agency ?? procedure?.field]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </Row>
      <Row name={text.checkApplicant} change={text.changeApplicant} onChange={() => goTo(1)}>
        <p>{[typed.name.trim(), isCitizen && bornWords(typed.birthDate)].filter(Boolean).join(', ')}</p>
        <p className="small quiet">{numbersOf(typed)}</p>
        <p className="small quiet">{typed.address.trim()}</p>
        {typed.submitter === 'other' && (
          <p className="small quiet">{text.submittedBy(typed.submitterName.trim())}</p>
        )}
      </Row>
      <Row name={text.checkPapers} change={text.changePapers} onChange={() => goTo(2)}>
        <PaperLines papers={papers} />
      </Row>
      {missing.length > 0 && (
        <Row name={text.checkMissing} change={text.changePapers} onChange={() => goTo(2)}>
          {missing.map(({ id, name }) => (
            <p key={id} className="missing">
              {name}
            </p>
          ))}
        </Row>
      )}
      <Row name={text.checkDue}>
        <p className="due-words">{due}</p>
      </Row>
      <Row name={text.checkDelivery} change={text.changeDelivery} onChange={() => goTo(1)}>
        <p>{text.deliveries[typed.resultDelivery as 'counter']}</p>
        <p className="small quiet">{typed.resultDelivery === 'post' ? typed.resultAddress.trim() : null}</p>
      </Row>
      <Row name={text.checkFee}>
        <p>{procedure?.fee == null ? text.feeUnknown : feeWords(procedure.fee)}</p>
      </Row>
      <Row name={text.checkSummary} change={text.changeSummary} onChange={() => goTo(1)}>
        <p>{typed.summary.trim() || procedure?.name}</p>
      </Row>
    </dl>
  )
}

interface RowProps {
  name: string
  change?: string
  onChange?: () => void
  children: ReactNode
}

function Row({ name, change, onChange, children }: RowProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
      <dd className="change">
        {change && (
          <button type="button" className="link small" onClick={onChange}>
            {change}
          </button>
        )}
      </dd>
    </div>
  )
}

function PaperLines({ papers }: { papers: readonly Paper[] }) {
  const kept = papers.filter(({ state }) => state === 'received')
  const shown = papers.filter(({ state }) => state === 'checked')
  if (kept.length + shown.length === 0) return <p className="quiet">{text.notGiven}</p>
  return (
    <ul className="kept">
      {componentsOf(kept).map(({ originals, copies }, index) => (
        <li key={kept[index]?.id}>
          <span>{kept[index]?.name}</span>
          <span className="small quiet">
            {[originals && text.originals(originals), copies && text.copies(copies)]
              .filter(Boolean)
              .join(', ')}
          </span>
        </li>
      ))}
      {shown.map(({ id, name }) => (
        <li key={id}>
          <span>{name}</span>
          <span className="small quiet">{text.shownOnly}</span>
        </li>
      ))}
    </ul>
  )
}

function bornWords(typed: string): string {
  const day = findDay(typed)
  return day ? text.bornOn(dayText(day)) : ''
}

function numbersOf({ kind, idNumber, phone }: Typed): string {
  const number = idNumber.trim()
  const words = [
    number && (kind === 'citizen' ? text.idOf(number) : text.taxOf(number)),
    phone.trim() && text.phoneOf(phone.trim())
  ].filter(Boolean)
  return words.length ? words.join(' · ') : text.notGiven
}

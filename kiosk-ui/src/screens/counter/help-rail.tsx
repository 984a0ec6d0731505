import { type ReactNode, useState } from 'react'
import { useDuplicates } from '../../api/dossiers.ts'
import type { Procedure } from '../../api/procedures.ts'
import type { Doubt, ScannedCard } from '../../parts/card-scan.ts'
import type { DraftForm } from '../../parts/draft-form.ts'
import { ariaKey, keyText, useKeys } from '../../parts/keys.ts'
import { Link } from '../../parts/router.tsx'
import { dayText } from '../../text/common.ts'
import { statusText, intakeText as text } from '../../text/counter.ts'
import { counterText } from '../../text/counter-queue.ts'
import { feeWords } from '../../text/procedures.ts'
import { isNumberOdd, plainNumber, type Typed } from './applicant.ts'
import { KEYS, onPage } from './counter-keys.ts'
import { DueSection } from './due-section.tsx'
import type { Intake } from './intake.ts'

interface Props {
  intake: Intake
  applicant: DraftForm<Typed>
}

/** What helps now: the due date with its sum, the procedure, dossiers of the same person, what the card leaves open. */
export function HelpRail({ intake, applicant }: Props) {
  const channel = String(applicant.form.useWatchValue('channel'))
  // Whoever looks through the list sees what each would mean, before choosing.
  const procedure = intake.step === 0 ? (intake.looked ?? intake.procedure) : intake.procedure
  const isChosen = procedure?.code === intake.procedure?.code
  return (
    <RightRail>
      <DueSection procedure={procedure} caseName={isChosen ? intake.caseName : ''} channel={channel} />
      <Doubts intake={intake} applicant={applicant} />
      <Duplicates intake={intake} applicant={applicant} />
      {procedure && <Facts procedure={procedure} />}
    </RightRail>
  )
}

/** On a narrow screen its first part is one line above the task, and the rest opens with a key. */
export function RightRail({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const toggle = () => setOpen((now) => !now)
  useKeys([onPage(KEYS.rail, toggle)])
  return (
    <aside className={isOpen ? 'rail right help open' : 'rail right help'} aria-label={counterText.helpRail}>
      <button
        type="button"
        className="link rail-opener"
        aria-expanded={isOpen}
        aria-keyshortcuts={ariaKey(KEYS.rail)}
        onClick={toggle}
      >
        {isOpen ? text.closeRail : text.openRail} <kbd>{keyText(KEYS.rail)}</kbd>
      </button>
      {children}
    </aside>
  )
}

function Facts({ procedure }: { procedure: Procedure }) {
  const { components, fee, result, agency } = procedure
  const facts = [
    [text.fee, fee === null ? text.feeUnknown : feeWords(fee)],
    [text.papersFact, text.papersCount(components.length)],
    [text.result, result],
    [text.agency, agency]
  ].filter(([, value]) => value)
  return (
    <section>
      <h2>{text.facts}</h2>
      <p className="small quiet">{procedure.name}</p>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Doubts({ intake: { card }, applicant }: Props) {
  const idNumber = String(applicant.form.useWatchValue('idNumber'))
  const typed = applicant.form.getValues()
  const isOdd = isNumberOdd(typed)
  const known = card?.idNumber === plainNumber(idNumber) ? card.doubts : []
  const doubts: Doubt[] = isOdd ? [...new Set<Doubt>([...known, 'number-disagrees'])] : [...known]
  if (doubts.length === 0) return card ? <CardRead card={card} /> : null
  return (
    <section className="asking-section" role="status">
      {card && <p className="small">{readWords(card)}</p>}
      <h2>{text.warnings}</h2>
      <ul className="small lines">
        {doubts.map((doubt) => (
          <li key={doubt}>{text.doubts[doubt]}</li>
        ))}
      </ul>
    </section>
  )
}

function CardRead({ card }: { card: ScannedCard }) {
  return (
    <section role="status">
      <p className="small">{readWords(card)}</p>
    </section>
  )
}

function readWords({ name, idNumber }: ScannedCard): string {
  return name ? text.cardRead(name) : text.cardReadNumber(idNumber)
}

/** A twelve-digit number that stands in the form as a whole; nothing is asked for half of one. */
export function useDuplicatesOf({ intake, applicant }: Props) {
  const number = plainNumber(String(applicant.form.useWatchValue('idNumber')))
  const isWhole = /^(\d{12}|\d{10}(-?\d{3})?)$/.test(number)
  return useDuplicates({
    idNumber: isWhole ? number : '',
    procedureCode: intake.procedure?.code ?? ''
  })
}

function Duplicates(props: Props) {
  const { data } = useDuplicatesOf(props)
  if (!data || data.items.length === 0) return null
  return (
    <section className="asking-section" role="status">
      <h2>{text.duplicates}</h2>
      <ul className="small lines">
        {data.items.map(({ code, dueDay, status }) => (
          <li key={code}>
            {text.duplicate(code, dayText(dueDay))} · {statusText[status]}{' '}
            <Link href={`/counter/ho-so/${encodeURIComponent(code)}`}>{text.openDuplicate}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { type ReactNode, useState } from 'react'
import { serverNow } from '../../api/client.ts'
import { type Dossier, type Move, useDossier, useHistory } from '../../api/dossiers.ts'
import { Icon } from '../../parts/icon.tsx'
import { KeyButton } from '../../parts/key-button.tsx'
import { useKeys } from '../../parts/keys.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { navigate } from '../../parts/router.tsx'
import { clockText, dayOf } from '../../parts/time.ts'
import { dayText } from '../../text/common.ts'
import { findText, intakeText, dossierText as text } from '../../text/counter.ts'
import { KEYS, onPage } from './counter-keys.ts'
import { dueWords } from './due-section.tsx'
import { StatusTag } from './find-page.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { ResultPlace } from './result-place.tsx'

interface Props {
  code: string
  /** What somebody came here for; it opens at once when the dossier is so far. */
  move: string | null
  officeId: string
}

/** One dossier: what it is, where it stands, what happened to it, and what can be done with it now. */
export function DossierPage({ code, move, officeId }: Props) {
  const query = useDossier(code)
  const back = () => navigate('/counter')
  useKeys([onPage(KEYS.go, back)])
  return (
    <div className="task wide">
      <div className="work">
        <Loaded query={query} rows={8}>
          {(dossier) => (
            <Detail
              officeId={officeId}
              dossier={dossier}
              first={dossier.moves.find((one) => one === move) ?? null}
            />
          )}
        </Loaded>
      </div>
      <footer className="foot">
        <p className="say" />
        <KeyButton of={KEYS.go} primary onClick={back}>
          {findText.back}
        </KeyButton>
      </footer>
    </div>
  )
}

function Detail({ dossier, first, officeId }: { dossier: Dossier; first: Move | null; officeId: string }) {
  const [moving, setMoving] = useState<Move | null>(first)
  const [said, say] = useState('')
  const done = (move: Move) => {
    setMoving(null)
    say(text.moveDone(text.moveNames[move], clockText(serverNow())))
  }
  return (
    <>
      <header>
        <div>
          <PageHeading title={dossier.code} section={text.section} />
          <p className="quiet">{dossier.procedure.name}</p>
        </div>
        <StatusTag status={dossier.status} />
      </header>
      <p className="said" role="status">
        {said}
      </p>
      <div className="dossier">
        <Facts dossier={dossier} />
        <section className="card moves">
          <h2>{text.moves}</h2>
          {dossier.moves.length === 0 && <p className="quiet">{text.noMoves}</p>}
          <ul>
            {dossier.moves.map((move) => (
              <li key={move}>
                <button type="button" className="choice" onClick={() => setMoving(move)}>
                  {text.moveNames[move]}
                </button>
              </li>
            ))}
          </ul>
          {dossier.moves.includes('return-result') && <ResultPlace code={dossier.code} officeId={officeId} />}
          <p className="links">
            <a href={dossier.slipUrl} target="_blank" rel="noreferrer">
              <Icon name="print" />
              {text.openSlip}
            </a>
            <a href={dossier.trackingUrl} target="_blank" rel="noreferrer">
              <Icon name="arrow" />
              {text.openTracking}
            </a>
          </p>
        </section>
      </div>
      <History code={dossier.code} />
      {moving && <MoveDialog dossier={dossier} move={moving} onDone={done} onClose={() => setMoving(null)} />}
    </>
  )
}

function Facts({ dossier }: { dossier: Dossier }) {
  const { applicant, submitter, components, slip, result } = dossier
  const numbers = [applicant.idNumber, applicant.phone].filter(Boolean).join(' · ')
  return (
    <dl className="card">
      <Fact name={text.applicant}>
        <p>{applicant.name}</p>
        <p className="small quiet">{numbers}</p>
        <p className="small quiet">{applicant.address}</p>
      </Fact>
      {submitter && <Fact name={text.submitter}>{submitter.name}</Fact>}
      <Fact name={text.papers}>
        {components.map(({ name, originals, copies }) => (
          <p key={name}>
            {name}{' '}
            <span className="small quiet">
              {[originals && intakeText.originals(originals), copies && intakeText.copies(copies)]
                .filter(Boolean)
                .join(', ')}
            </span>
          </p>
        ))}
      </Fact>
      <Fact name={text.received}>{momentBy(dossier.receivedAt, dossier.receivedByName)}</Fact>
      <Fact name={text.due}>
        <p>{dueWords(dossier)}</p>
        {dossier.originalDueDay !== dossier.dueDay && (
          <p className="small quiet">{text.originalDue(dayText(dossier.originalDueDay))}</p>
        )}
      </Fact>
      <Fact name={text.holder}>
        {[dossier.holderName, dossier.handOverPending && text.handOverPending].filter(Boolean).join(', ')}
      </Fact>
      <Fact name={text.delivery}>
        {[intakeText.deliveries[dossier.resultDelivery], dossier.resultAddress].filter(Boolean).join(': ')}
      </Fact>
      {(slip || dossier.slipRequired) && (
        <Fact name={text.slip}>
          {slip ? (
            [intakeText.slipDone[slip.how], slip.reason].filter(Boolean).join(' ')
          ) : (
            <span className="tag soon">{text.slipWaiting}</span>
          )}
        </Fact>
      )}
      {result && (
        <Fact name={text.result}>
          {[text.outcome[result.outcome], result.number, result.signer].filter(Boolean).join(' · ')}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function History({ code }: { code: string }) {
  const query = useHistory(code)
  return (
    <section className="history">
      <h2>{text.history}</h2>
      <Loaded query={query} rows={3}>
        {(entries) => (
          <ol className="card lines">
            {entries.map((entry) => (
              <li key={entry.seq}>
                <p>{entry.text}</p>
                {entry.note && <p className="small">{entry.note}</p>}
                <p className="small quiet">{momentBy(entry.at, entry.by)}</p>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  )
}

function momentBy(instant: string, name: string): string {
  const at = Date.parse(instant)
  return text.by(clockText(at), dayText(dayOf(at)), name)
}

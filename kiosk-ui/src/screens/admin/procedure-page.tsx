import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Attention, type CutOff, type Procedure, useProcedure } from '../../api/procedures.ts'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { Link } from '../../parts/router.tsx'
import { adminText } from '../../text/admin.ts'
import { adminProceduresText, procedureText as text } from '../../text/admin-procedures.ts'
import { dayText } from '../../text/common.ts'
import { attentionText, channelText, feeWords, termText } from '../../text/procedures.ts'
import { FeeDialog } from './fee-dialog.tsx'
import { kindTitle } from './kind-links.tsx'
import { TermDialog } from './term-dialog.tsx'

export function ProcedurePage({ code }: { code: string }) {
  const query = useProcedure(code)
  return (
    <div className="procedure">
      <p className="back">
        <Link href="/admin/thu-tuc">
          <Icon name="back" />
          {adminProceduresText.back}
        </Link>
      </p>
      {query.data === undefined && <PageHeading title={adminProceduresText.name} section={adminText.title} />}
      <Loaded query={query} rows={10}>
        {(procedure) => <Whole procedure={procedure} />}
      </Loaded>
    </div>
  )
}

function Whole({ procedure }: { procedure: Procedure }) {
  const [task, setTask] = useState<'term' | 'fee' | null>(null)
  const close = () => setTask(null)
  return (
    <>
      <PageHeading title={procedure.name} section={adminText.title} />
      <div className="columns">
        <div className="stack">
          <Facts procedure={procedure} />
          <Components procedure={procedure} />
        </div>
        <aside className="side">
          <div className="acts">
            <Button {...(procedure.term ? { variant: 'default' } : {})} onClick={() => setTask('term')}>
              {text.setTerm}
            </Button>
            <Button variant="default" onClick={() => setTask('fee')}>
              {text.setFee}
            </Button>
          </div>
          <Points attention={procedure.attention ?? []} hasTerm={procedure.term !== null} />
          <p>
            <a href={`/thu-tuc/${encodeURIComponent(procedure.code)}`}>{text.publicPage}</a>
          </p>
        </aside>
      </div>
      {task === 'term' && <TermDialog procedure={procedure} onClose={close} />}
      {task === 'fee' && <FeeDialog procedure={procedure} onClose={close} />}
    </>
  )
}

function Facts({ procedure }: { procedure: Procedure }) {
  const {
    code,
    field,
    agency,
    term,
    termText: source,
    fee,
    feeText,
    cutOff,
    variants = [],
    result,
    effectiveFrom,
    decision
  } = procedure
  return (
    <section className="card">
      <h2>{text.facts}</h2>
      <dl className="facts">
        <dt>{text.code}</dt>
        <dd>{code}</dd>
        <dt>{text.field}</dt>
        <dd>{field}</dd>
        <dt>{text.agency}</dt>
        <dd>{agency ?? text.unknown}</dd>
        <dt>{text.term}</dt>
        <dd>
          {term ? (
            <b>{termText(term)}</b>
          ) : (
            <span className="tag soon">{adminProceduresText.termNotSet}</span>
          )}
          {source && !(term && source === termText(term)) && (
            <p className="small quiet">{text.source(source)}</p>
          )}
        </dd>
        {variants.length > 0 && (
          <>
            <dt>{text.variants}</dt>
            <dd>
              <ul>
                {variants.map(({ name, term }) => (
                  <li key={`${name} ${termText(term)}`}>
                    {name}: {termText(term)}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt>{text.cutOff}</dt>
        <dd>{cutOffText(cutOff ?? null)}</dd>
        <dt>{text.fee}</dt>
        <dd>
          <b>{feeWords(fee)}</b>
          {feeText && feeText !== feeWords(fee) && <p className="small quiet">{text.source(feeText)}</p>}
        </dd>
        <dt>{text.channels}</dt>
        <dd>{channelsOf(procedure)}</dd>
        <dt>{text.result}</dt>
        <dd>{result || text.unknown}</dd>
        {effectiveFrom && (
          <>
            <dt>{text.from}</dt>
            <dd>
              {dayText(effectiveFrom)}
              {decision && <p className="small quiet">{decision}</p>}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

function cutOffText(cutOff: CutOff | null): string {
  if (!cutOff) return text.cutOffNone
  return cutOff.kind === 'hour' ? text.cutOffHour(minuteText(cutOff.minute)) : text.cutOffLast(cutOff.hours)
}

/** @example minuteText(900) // '15:00' */
export function minuteText(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

function channelsOf({ online, postal }: Procedure): string {
  return [channelText.counter, online && channelText.online, postal && channelText.post]
    .filter(Boolean)
    .join(', ')
}

function Components({ procedure: { components, notes = [] } }: { procedure: Procedure }) {
  return (
    <section className="card">
      <h2>{text.components}</h2>
      {components.length === 0 && <p className="quiet">{text.noComponents}</p>}
      <ol className="papers">
        {components.map(({ id, name, originals, copies }) => (
          <li key={id}>
            {name} <span className="small quiet">{text.copies(originals, copies)}</span>
          </li>
        ))}
      </ol>
      {notes.length > 0 && (
        <details>
          <summary>{text.notes}</summary>
          <ul className="papers small">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Points({ attention, hasTerm }: { attention: readonly Attention[]; hasTerm: boolean }) {
  if (attention.length === 0) {
    return (
      <section className="card">
        <h2>{text.noAttention}</h2>
      </section>
    )
  }
  return (
    <section className="card asking">
      <h2>{text.attention(attention.length)}</h2>
      {!hasTerm && <p className="small">{text.noTerm}</p>}
      <ul className="questions">
        {attention.map(({ kind, detail }) => (
          <li key={`${kind} ${detail}`}>
            <b>{kindTitle(kind)}</b>
            <p className="quiet clamp">{detail}</p>
            {kind in attentionText && <p>{attentionText[kind as keyof typeof attentionText].todo}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

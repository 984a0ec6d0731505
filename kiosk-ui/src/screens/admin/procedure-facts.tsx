import type { ReactNode } from 'react'
import type { CutOff, ProcedureDetail } from '../../api/procedures.ts'
import { adminProceduresText, procedureText as text } from '../../text/admin-procedures.ts'
import { dayText } from '../../text/common.ts'
import { channelText, feeWords, termText } from '../../text/procedures.ts'
import { minuteText } from './minute-text.ts'

/** The edition in force, fact by fact, with the words of the source where they say more than the fact. */
export function ProcedureFacts({ procedure }: { procedure: ProcedureDetail }) {
  const { code, field, agency, cutOff, variants, result, effectiveFrom, decision, channels } = procedure
  return (
    <section className="card">
      <h2>{text.facts}</h2>
      <dl className="facts">
        <Fact name={text.code}>{code}</Fact>
        <Fact name={text.field}>{field}</Fact>
        <Fact name={text.agency}>{agency ?? text.unknown}</Fact>
        <Fact name={text.term}>
          <TermFact procedure={procedure} />
        </Fact>
        {variants.length > 0 && (
          <Fact name={text.variants}>
            {variants.map(({ id, name, termText }) => (
              <p key={id}>{text.variant(name, termText)}</p>
            ))}
          </Fact>
        )}
        {cutOff && <Fact name={text.cutOff}>{cutOffText(cutOff)}</Fact>}
        <Fact name={text.fee}>
          <FeeFact procedure={procedure} />
        </Fact>
        <Fact name={text.channels}>
          {channels.map((channel) => channelText[channel]).join(', ') || text.unknown}
        </Fact>
        <Fact name={text.result}>{result ?? text.unknown}</Fact>
        <Fact name={text.from}>
          {dayText(effectiveFrom)}
          <p className="small quiet">{decision}</p>
        </Fact>
      </dl>
    </section>
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

function TermFact({ procedure: { term, termText: source } }: { procedure: ProcedureDetail }) {
  if (!term) {
    return (
      <>
        <span className="tag soon">{adminProceduresText.termNotSet}</span>
        <p className="small quiet">{text.source(source)}</p>
      </>
    )
  }
  return (
    <>
      <b>{termText(term)}</b>
      {source !== termText(term) && <p className="small quiet">{text.source(source)}</p>}
    </>
  )
}

function FeeFact({ procedure: { fee, feeText } }: { procedure: ProcedureDetail }) {
  const words = feeWords(fee)
  return (
    <>
      <b>{words}</b>
      {feeText !== words && <p className="small quiet">{text.source(feeText)}</p>}
    </>
  )
}

function cutOffText(cutOff: CutOff): string {
  return cutOff.kind === 'hour' ? text.cutOffHour(minuteText(cutOff.minute)) : text.cutOffLast(cutOff.hours)
}

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ImportReport } from '../../api/procedures.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { importText as text } from '../../text/admin-procedures.ts'
import { refusedText } from '../../text/procedures.ts'
import { fieldName, valueText } from './field-words.ts'

interface Props {
  report: ImportReport
  fileName: string
  refusal: Error | null
  isApplying: boolean
  onApply: () => void
  onAgain: () => void
}

/** What a file would change, before it does: counted first, named below. */
export function ImportPreview({ report, fileName, refusal, isApplying, onApply, onAgain }: Props) {
  const changes = report.added.length + report.changed.length
  return (
    <section className="stack">
      <h2>{text.previewTitle(fileName)}</h2>
      {refusal && <ProblemNotice error={refusal} onRetry={onApply} />}
      {changes === 0 && <p className="notice">{text.nothing}</p>}
      <Part title={text.refused(report.refused.length)} count={report.refused.length} asking>
        <Refused rows={report.refused} />
      </Part>
      <Part title={text.changed(report.changed.length)} count={report.changed.length}>
        <Changed rows={report.changed} />
      </Part>
      <Part title={text.added(report.added.length)} count={report.added.length}>
        <Names rows={report.added} />
      </Part>
      <Part title={text.missing(report.missing.length)} count={report.missing.length}>
        <Names rows={report.missing} />
      </Part>
      <Part title={text.kept(report.kept.length)} count={report.kept.length}>
        <Names rows={report.kept} />
      </Part>
      <Part title={text.attention(report.attention.length)} count={report.attention.length}>
        <Names rows={report.attention} />
      </Part>
      <Part title={text.unchanged(report.unchanged.length)} count={report.unchanged.length}>
        <Names rows={report.unchanged} />
      </Part>
      <div className="foot acts">
        <Button variant="default" onClick={onAgain}>
          {text.again}
        </Button>
        {changes > 0 && (
          <Button onClick={() => !isApplying && onApply()}>
            {isApplying ? text.applying : text.apply(changes)}
          </Button>
        )}
      </div>
    </section>
  )
}

/** One kind of outcome; what is empty is not shown, what cannot be read is open from the start. */
function Part({
  title,
  count,
  asking = false,
  children
}: {
  title: string
  count: number
  asking?: boolean
  children: ReactNode
}) {
  if (count === 0) return null
  return (
    <details className={asking ? 'card asking' : 'card'} open={asking}>
      <summary>
        <h3>{title}</h3>
      </summary>
      {children}
    </details>
  )
}

function Names({ rows }: { rows: readonly { code: string; name: string }[] }) {
  return (
    <ul className="names">
      {rows.map(({ code, name }) => (
        <li key={code}>
          <span className="num quiet">{code}</span> {name}
        </li>
      ))}
    </ul>
  )
}

function Refused({ rows }: { rows: ImportReport['refused'] }) {
  return (
    <ul className="names">
      {rows.map(({ index, code, reason }) => (
        <li key={index}>
          <b>{text.refusedRow(index + 1, code)}</b>: {refusedText[reason]}
        </li>
      ))}
    </ul>
  )
}

function Changed({ rows }: { rows: ImportReport['changed'] }) {
  return (
    <ul className="changes">
      {rows.map(({ code, name, fields }) => (
        <li key={code}>
          <p>
            <span className="num quiet">{code}</span> <b>{name}</b>
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.fieldColumn}</th>
                <th scope="col">{text.before}</th>
                <th scope="col">{text.after}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ field, before, after }) => (
                <tr key={field}>
                  <th scope="row">{fieldName(field)}</th>
                  <td>{valueText(field, before)}</td>
                  <td>{valueText(field, after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </li>
      ))}
    </ul>
  )
}

import type { Attention } from '../../api/procedures.ts'
import { procedureText as text } from '../../text/admin-procedures.ts'
import { attentionText } from '../../text/procedures.ts'
import { kindTitle } from './kind-links.tsx'
import { AMENDING_LABELS, type Amending, amendingFor } from './procedure-acts.tsx'

interface Props {
  attention: readonly Attention[]
  /** Absent for those who may only read. */
  onAmend?: (what: Amending) => void
}

/** What wants attention in this procedure, the fact behind each point, and the form that settles it. */
export function ProcedurePoints({ attention, onAmend }: Props) {
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
      <ul className="questions">
        {attention.map((point) => (
          <Point key={`${point.kind} ${point.detail}`} point={point} {...(onAmend ? { onAmend } : {})} />
        ))}
      </ul>
    </section>
  )
}

function Point({ point, onAmend }: { point: Attention; onAmend?: (what: Amending) => void }) {
  const { kind, detail } = point
  const amending = amendingFor(point)
  return (
    <li>
      <b>{kindTitle(kind)}</b>
      {onAmend && amending && (
        <button type="button" className="link" onClick={() => onAmend(amending)}>
          {AMENDING_LABELS[amending]}
        </button>
      )}
      <p className="quiet clamp" title={detail}>
        {detail}
      </p>
      <p>{attentionText[kind].todo}</p>
    </li>
  )
}

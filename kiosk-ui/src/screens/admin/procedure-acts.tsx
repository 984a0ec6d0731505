import type { Attention } from '../../api/procedures.ts'
import { procedureText as text } from '../../text/admin-procedures.ts'

export type Amending = 'term' | 'cases' | 'fee' | 'papers' | 'names'

export const AMENDING_LABELS: Record<Amending, string> = {
  term: text.setTerm,
  cases: text.setCases,
  fee: text.setFee,
  papers: text.setPapers,
  names: text.setNames
}

const WAYS: Partial<Record<Attention['about'], Amending>> = {
  term: 'term',
  variants: 'cases',
  fee: 'fee',
  feeText: 'fee',
  components: 'papers',
  name: 'names',
  field: 'names',
  agency: 'names',
  result: 'names'
}

/** The form that settles a point, where there is one. */
export function amendingFor({ about }: Attention): Amending | undefined {
  return WAYS[about]
}

/** Everything that a person may set in a procedure, whether or not something wants attention. */
export function ProcedureActs({ onAmend }: { onAmend: (what: Amending) => void }) {
  return (
    <section className="card">
      <h2>{text.acts}</h2>
      <ul className="lines small">
        {(Object.keys(AMENDING_LABELS) as Amending[]).map((what) => (
          <li key={what}>
            <button type="button" className="link" onClick={() => onAmend(what)}>
              {AMENDING_LABELS[what]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

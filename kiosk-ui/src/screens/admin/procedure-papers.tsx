import type { ProcedureDetail } from '../../api/procedures.ts'
import { procedureText as text } from '../../text/admin-procedures.ts'

type Paper = ProcedureDetail['components'][number]

/** The papers that a citizen brings, under the headings under which they are asked for, and the remarks beside them. */
export function ProcedurePapers({ procedure: { components, notes } }: { procedure: ProcedureDetail }) {
  const groups = [...new Set(components.map(({ group }) => group))]
  return (
    <section className="card">
      <h2>{text.components}</h2>
      {components.length === 0 && <p className="quiet">{text.noComponents}</p>}
      {groups.map((group) => (
        <div key={group}>
          {group && <h3>{group}</h3>}
          <ol className="papers">
            {components
              .filter((paper) => paper.group === group)
              .map((paper) => (
                <PaperRow key={paper.id} paper={paper} />
              ))}
          </ol>
        </div>
      ))}
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

function PaperRow({ paper: { name, originals, copies, presented, detail } }: { paper: Paper }) {
  return (
    <li>
      {name}{' '}
      <span className="small quiet">{presented ? text.presented : text.copies(originals, copies)}</span>
      {detail && (
        <details>
          <summary className="small">{text.wholeSource}</summary>
          <p className="small">{detail}</p>
        </details>
      )}
    </li>
  )
}

import { type AttentionRow, useAttention } from '../../api/procedures.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Link } from '../../parts/router.tsx'
import { adminProceduresText as text } from '../../text/admin-procedures.ts'
import { attentionText } from '../../text/procedures.ts'
import { kindTitle } from './kind-links.tsx'

/** The procedures that want attention: those of one kind with the fact behind it, or all with what they lack. */
export function AttentionList({ kind }: { kind: string | null }) {
  const query = useAttention()
  return (
    <div>
      {kind && kind in attentionText && (
        <p className="todo">{attentionText[kind as keyof typeof attentionText].todo}</p>
      )}
      <Loaded query={query} rows={10}>
        {({ items }) => {
          const rows = kind
            ? items.filter(({ attention }) => attention.some((point) => point.kind === kind))
            : items
          if (rows.length === 0) return <p className="notice">{text.nothingToSee}</p>
          return <Rows rows={rows} kind={kind} />
        }}
      </Loaded>
    </div>
  )
}

function Rows({ rows, kind }: { rows: readonly AttentionRow[]; kind: string | null }) {
  return (
    <>
      <div className="list points">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.code}</th>
              <th scope="col">{text.name}</th>
              <th scope="col">{kind ? text.fact : text.kinds}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <td className="code">{row.code}</td>
                <td>
                  <Link
                    className="clamp"
                    title={row.name}
                    href={`/admin/thu-tuc/${encodeURIComponent(row.code)}`}
                  >
                    {row.name}
                  </Link>
                  <p className="small quiet">{row.field}</p>
                </td>
                <td className="small">{kind ? <Facts row={row} kind={kind} /> : <Points row={row} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small quiet after-list">{text.shownAll(rows.length)}</p>
    </>
  )
}

function Facts({ row, kind }: { row: AttentionRow; kind: string }) {
  const details = row.attention.filter((point) => point.kind === kind).map(({ detail }) => detail)
  return <span className="clamp">{details.join(' ')}</span>
}

function Points({ row }: { row: AttentionRow }) {
  const titles = [...new Set(row.attention.map(({ kind }) => kindTitle(kind)))]
  return <span>{titles.join('; ')}</span>
}

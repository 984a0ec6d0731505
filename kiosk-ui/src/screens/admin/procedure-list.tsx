import { Button } from '@mantine/core'
import { type Procedure, useProcedures } from '../../api/procedures.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Link } from '../../parts/router.tsx'
import { adminProceduresText as text } from '../../text/admin-procedures.ts'
import { commonText } from '../../text/common.ts'
import { feeWords, termText } from '../../text/procedures.ts'

/** The catalogue, or what of it a search finds. */
export function ProcedureList({ search }: { search: string }) {
  const query = useProcedures(search)
  return (
    <div aria-busy={query.isPlaceholderData}>
      <Loaded query={query} rows={10}>
        {({ pages }) => {
          const items = pages.flatMap(({ items }) => items)
          if (items.length === 0) return <Nothing search={search} />
          return (
            <>
              <Rows items={items} />
              <p className="small quiet after-list" role="status">
                {query.hasNextPage ? text.shown(items.length) : text.shownAll(items.length)}
              </p>
              {query.hasNextPage && (
                <Button variant="default" onClick={() => void query.fetchNextPage()}>
                  {query.isFetchingNextPage ? commonText.loading : commonText.more}
                </Button>
              )}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

function Nothing({ search }: { search: string }) {
  return (
    <section className="notice" role="status">
      <h2>{search ? text.noneFound(search) : text.empty}</h2>
      <p>{search ? text.noneFoundNext : text.emptyNext}</p>
    </section>
  )
}

function Rows({ items }: { items: readonly Procedure[] }) {
  return (
    <div className="list">
      <table>
        <thead>
          <tr>
            <th scope="col">{text.code}</th>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.term}</th>
            <th scope="col" className="end-aligned">
              {text.fee}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ code, name, field, term, fee }) => (
            <tr key={code}>
              <td className="code">{code}</td>
              <td>
                <Link className="clamp" title={name} href={`/admin/thu-tuc/${encodeURIComponent(code)}`}>
                  {name}
                </Link>
                <p className="small quiet">{field}</p>
              </td>
              <td className="nowrap">
                {term ? termText(term) : <span className="tag soon">{text.termNotSet}</span>}
              </td>
              <td className="end-aligned nowrap">
                {fee === null ? <span className="quiet">{text.feeUnknown}</span> : feeWords(fee)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

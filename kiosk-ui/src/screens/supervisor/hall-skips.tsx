import { type HistoryAsked, type LineChange, useSkips } from '../../api/waiting.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { clockText, dayOf } from '../../parts/time.ts'
import { commonText, dayText } from '../../text/common.ts'
import { periodText, hallHistoryText as text } from '../../text/hall-figures.ts'

const KINDS = {
  skipped: { id: 'hall-skips', name: text.skips, none: text.noSkips, Table: SkipTable },
  moved: { id: 'hall-moves', name: text.moves, none: text.noMoves, Table: MoveTable }
} as const

/**
 * Who was called out of turn in a period, by whom and why; or whose number was moved before anybody called it. The heading counts
 * all of them, also those that are not read yet: it is the figure of the tables above (V-01).
 */
export function SkipsSection({ asked, kind }: { asked: HistoryAsked; kind: keyof typeof KINDS }) {
  const { data, error, dataUpdatedAt, refetch, hasNextPage, fetchNextPage } = useSkips(asked, kind)
  const { id, name, none, Table } = KINDS[kind]
  const changes = data?.pages.flatMap(({ items }) => items)
  const total = data?.pages[0]?.total ?? 0
  return (
    <section className="list hall-officers" aria-labelledby={id}>
      <h2 id={id}>{total > 0 ? text.counted(name, total) : name}</h2>
      <Loaded query={{ data: changes, error, dataUpdatedAt, refetch }} rows={2}>
        {(items) =>
          items.length === 0 ? (
            <p className="quiet">{none(periodText(asked.from, asked.to))}</p>
          ) : (
            <Table rows={items} />
          )
        }
      </Loaded>
      {hasNextPage && (
        <p className="no-print">
          <button type="button" className="link" onClick={() => void fetchNextPage()}>
            {commonText.more}
          </button>
        </p>
      )}
    </section>
  )
}

function SkipTable({ rows }: { rows: readonly LineChange[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text.skipAt}</th>
          <th scope="col">{text.skipNumber}</th>
          <th scope="col">{text.counters}</th>
          <th scope="col">{text.officer}</th>
          <th scope="col" className="n">
            {text.skipOver}
          </th>
          <th scope="col">{text.skipReason}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, counterNumber, officerName, calledAt, skippedOver, reason }) => (
          <tr key={`${calledAt}-${number}`}>
            <td className="nowrap">{momentText(calledAt)}</td>
            <td>{number}</td>
            <td>{text.counter(counterNumber ?? 0)}</td>
            <td>{officerName}</td>
            <td className="n num">{skippedOver}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MoveTable({ rows }: { rows: readonly LineChange[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text.moveAt}</th>
          <th scope="col">{text.skipNumber}</th>
          <th scope="col">{text.service}</th>
          <th scope="col">{text.officer}</th>
          <th scope="col">{text.what}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, number, serviceName, officerName, calledAt, destination, reason }) => (
          <tr key={`${calledAt}-${number}`}>
            <td className="nowrap">{momentText(calledAt)}</td>
            <td>{number}</td>
            <td>{serviceName}</td>
            <td>{officerName}</td>
            <td>{kind === 'skipped' ? reason : text.moved[kind](destination, reason)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function momentText(instant: string): string {
  const at = Date.parse(instant)
  return `${clockText(at)} ${dayText(dayOf(at))}`
}

import { type HistoryAsked, type LineChange, useSkips } from '../../api/waiting.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { clockText, dayOf } from '../../parts/time.ts'
import { commonText, dayText } from '../../text/common.ts'
import { periodText, hallHistoryText as text } from '../../text/hall-figures.ts'

/** Who was called out of turn in a period, by whom and why, and whose number was moved before anybody called it. */
export function SkipsSection({ asked: { from, to } }: { asked: HistoryAsked }) {
  const { data, error, dataUpdatedAt, refetch, hasNextPage, fetchNextPage } = useSkips({ from, to })
  const skips = data?.pages.flatMap(({ items }) => items)
  return (
    <section className="list hall-officers" aria-labelledby="hall-skips">
      <h2 id="hall-skips">{text.skips}</h2>
      <Loaded query={{ data: skips, error, dataUpdatedAt, refetch }} rows={2}>
        {(items) =>
          items.length === 0 ? (
            <p className="quiet">{text.noSkips(periodText(from, to))}</p>
          ) : (
            <SkipTable skips={items} />
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

function SkipTable({ skips }: { skips: readonly LineChange[] }) {
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
        {skips.map(({ kind, number, counterNumber, officerName, calledAt, skippedOver, reason }) => (
          <tr key={`${calledAt}-${number}`}>
            <td className="nowrap">{momentText(calledAt)}</td>
            <td>{number}</td>
            <td>{counterNumber === null ? '–' : text.counter(counterNumber)}</td>
            <td>{officerName}</td>
            <td className="n num">{kind === 'skipped' ? skippedOver : '–'}</td>
            <td>{kind === 'skipped' ? reason : text.moved[kind]}</td>
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

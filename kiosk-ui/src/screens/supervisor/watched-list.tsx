import type { SupervisionList, WatchedDossier, WatchedPage } from '../../api/supervision.ts'
import { clockText } from '../../parts/time.ts'
import { commonText } from '../../text/common.ts'
import { supervisorText as text } from '../../text/supervisor.ts'
import { AsOf } from './as-of.tsx'
import { EmptyList } from './empty-list.tsx'
import { WatchedTable } from './watched-table.tsx'

interface Props {
  title: string
  list: SupervisionList
  page: WatchedPage
  /** Takes the filters away; `undefined` when there are none. */
  onClear: (() => void) | undefined
  /** Reads the next page; `undefined` when there is none. */
  onMore: (() => void) | undefined
  onDossier: (row: WatchedDossier) => void
  onApology: (row: WatchedDossier) => void
}

/** The rows, or the words in their place; and always when this was true. */
export function WatchedList({ title, list, page, onClear, onMore, onDossier, onApology }: Props) {
  const { items, total, asOf } = page
  return (
    <>
      {items.length === 0 ? (
        <EmptyList list={list} asOf={clockText(Date.parse(asOf))} onClear={onClear} />
      ) : (
        <WatchedTable title={title} list={list} rows={items} onDossier={onDossier} onApology={onApology} />
      )}
      {onMore && (
        <p className="more no-print">
          {text.shown(items.length, total)}{' '}
          <button type="button" className="link" onClick={onMore}>
            {commonText.more}
          </button>
        </p>
      )}
      <AsOf at={asOf} />
    </>
  )
}

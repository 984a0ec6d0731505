import { Button, NativeSelect } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { serverNow } from '../../api/client.ts'
import { useLive } from '../../api/live.ts'
import {
  type SupervisionList,
  useReadAgain,
  useSummary,
  useWatched,
  type WatchedDossier,
  type WatchedPage
} from '../../api/supervision.ts'
import { Icon } from '../../parts/icon.tsx'
import { isDialogOpen, type KeyBinding, keyText } from '../../parts/keys.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { clockText } from '../../parts/time.ts'
import { commonText } from '../../text/common.ts'
import { supervisorLists, supervisorText as text } from '../../text/supervisor.ts'
import { ApologyDialog } from './apology-dialog.tsx'
import { AsOf } from './as-of.tsx'
import { DossierDialog } from './dossier-dialog.tsx'
import { EmptyList } from './empty-list.tsx'
import { Figures } from './figures.tsx'
import { useSteady } from './steady.ts'
import { WatchedTable } from './watched-table.tsx'

const DRAFT_KEY = { code: 'KeyX', alt: true, label: text.keyDraft }
const UPDATE_KEY = { code: 'KeyU', alt: true, label: text.keyUpdate }

/** Events come in bunches; one reading serves them all. Milliseconds. */
const GATHER = 300

interface Props {
  officeId: string
  list: SupervisionList
  onKeys: (keys: readonly KeyBinding[]) => void
}

type Open = { row: WatchedDossier; as: 'dossier' | 'apology' } | null

/** The figures, and under them the very dossiers that the chosen one counts. */
export function WatchPage({ officeId, list, onKeys }: Props) {
  const [filters, setFilters] = useState({ field: '', holder: '' })
  const [open, setOpen] = useState<Open>(null)
  const watching = { list, ...filters }
  const summary = useSummary()
  const watched = useWatched(watching)
  const steady = useSteady(JSON.stringify(watching), useWhole(watched.data?.pages))
  useFreshness(officeId, steady.shown?.nextChangeAt)

  const { error, dataUpdatedAt, refetch } = watched
  const reading = { data: steady.shown, error, dataUpdatedAt, refetch }
  const rows = steady.shown?.items ?? []
  const lacking = rows.filter(({ late, apology }) => late && apology === null)
  const [first] = lacking
  const draftFirst = () => first && setOpen({ row: first, as: 'apology' })
  const acts = useRef({ draftFirst, canDraft: false, update: steady.update, canUpdate: false })
  useEffect(() => {
    const { update, changes } = steady
    acts.current = { draftFirst, canDraft: first !== undefined, update, canUpdate: changes > 0 }
  })
  useEffect(() => {
    onKeys([
      {
        ...DRAFT_KEY,
        when: () => acts.current.canDraft && !isDialogOpen(),
        run: () => acts.current.draftFirst()
      },
      {
        ...UPDATE_KEY,
        when: () => acts.current.canUpdate && !isDialogOpen(),
        run: () => acts.current.update()
      }
    ])
  }, [onKeys])

  const title = steady.shown ? supervisorLists[list].title(steady.shown.total) : supervisorLists[list].figure
  return (
    <div className="watch">
      <Figures summary={summary.data} list={list} />
      <div className="tools no-print">
        <PageHeading title={title} section={text.section} />
        <Filters page={steady.shown} filters={filters} onChange={setFilters} />
        <span className="end">
          {first && (
            <Button size="sm" aria-keyshortcuts={keyText(DRAFT_KEY)} onClick={draftFirst}>
              {text.draftNext(lacking.length)}
              <kbd>{keyText(DRAFT_KEY)}</kbd>
            </Button>
          )}
          <Button
            variant="default"
            size="sm"
            leftSection={<Icon name="print" />}
            onClick={() => window.print()}
          >
            {text.print}
          </Button>
        </span>
      </div>
      <div className="changes no-print" role="status">
        {steady.changes > 0 && (
          <p>
            {text.changes(steady.changes)}
            <button
              type="button"
              className="link"
              aria-keyshortcuts={keyText(UPDATE_KEY)}
              onClick={steady.update}
            >
              {text.update}
            </button>
            <kbd>{keyText(UPDATE_KEY)}</kbd>
          </p>
        )}
      </div>
      <Loaded query={reading} rows={8}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyList
              list={list}
              asOf={clockText(Date.parse(page.asOf))}
              filtered={filters.field !== '' || filters.holder !== ''}
              onClear={() => setFilters({ field: '', holder: '' })}
            />
          ) : (
            <>
              <WatchedTable
                title={title}
                list={list}
                rows={page.items}
                onDossier={(row) => setOpen({ row, as: 'dossier' })}
                onApology={(row) => setOpen({ row, as: 'apology' })}
              />
              {watched.hasNextPage && (
                <p className="more no-print">
                  {text.shown(page.items.length, page.total)}{' '}
                  <button
                    type="button"
                    className="link"
                    onClick={() => {
                      steady.follow()
                      void watched.fetchNextPage()
                    }}
                  >
                    {commonText.more}
                  </button>
                </p>
              )}
              <AsOf at={page.asOf} />
            </>
          )
        }
      </Loaded>
      {open?.as === 'apology' && (
        <ApologyDialog
          key={open.row.code}
          row={open.row}
          onAct={steady.follow}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.as === 'dossier' && (
        <DossierDialog
          row={open.row}
          onApology={() => setOpen({ row: open.row, as: 'apology' })}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

/** The pages that were read so far as one list, the same object as long as nothing is read anew. */
function useWhole(pages: readonly WatchedPage[] | undefined): WatchedPage | undefined {
  return useMemo(() => {
    const [newest] = pages ?? []
    return newest && pages && { ...newest, items: pages.flatMap(({ items }) => items) }
  }, [pages])
}

/** Reads again when something happens at the office, and when a dossier becomes late by time alone. */
function useFreshness(officeId: string, nextChangeAt: string | undefined) {
  const readAgain = useReadAgain()
  const [wanted, setWanted] = useState(0)
  useLive({
    officeId,
    screen: 'supervisor',
    onEvent: ({ name }) => {
      if (/^(dossier|apology)\./.test(name)) setWanted((count) => count + 1)
    },
    onGap: () => setWanted((count) => count + 1)
  })
  useEffect(() => {
    if (wanted === 0) return
    const timer = setTimeout(readAgain, GATHER)
    return () => clearTimeout(timer)
  }, [wanted, readAgain])
  useEffect(() => {
    if (nextChangeAt === undefined) return
    const wait = Date.parse(nextChangeAt) - serverNow()
    const timer = setTimeout(readAgain, Math.max(wait, 0) + GATHER)
    return () => clearTimeout(timer)
  }, [nextChangeAt, readAgain])
}

interface FilterProps {
  page: WatchedPage | undefined
  filters: { field: string; holder: string }
  onChange: (filters: FilterProps['filters']) => void
}

function Filters({ page, filters, onChange }: FilterProps) {
  const choices = (every: string, names: readonly string[], chosen: string) => [
    { value: '', label: every },
    ...[...new Set([...names, ...(chosen ? [chosen] : [])])].map((name) => ({ value: name, label: name }))
  ]
  return (
    <fieldset className="filters">
      <legend className="unseen">{text.filters}</legend>
      <NativeSelect
        size="sm"
        aria-label={text.field}
        data={choices(text.everyField, page?.fields ?? [], filters.field)}
        value={filters.field}
        onChange={({ currentTarget }) => onChange({ ...filters, field: currentTarget.value })}
      />
      <NativeSelect
        size="sm"
        aria-label={text.holder}
        data={choices(text.everyHolder, page?.holders ?? [], filters.holder)}
        value={filters.holder}
        onChange={({ currentTarget }) => onChange({ ...filters, holder: currentTarget.value })}
      />
    </fieldset>
  )
}

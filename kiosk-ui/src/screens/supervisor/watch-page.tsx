import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import {
  type SupervisionList,
  useSummary,
  useWatched,
  type WatchedDossier,
  type WatchedPage
} from '../../api/supervision.ts'
import { Icon } from '../../parts/icon.tsx'
import { isDialogOpen, type Key, type KeyBinding, keyText } from '../../parts/keys.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { supervisorLists, supervisorText as text } from '../../text/supervisor.ts'
import { ApologyDialog } from './apology-dialog.tsx'
import { ChangesBar } from './changes-bar.tsx'
import { DossierDialog } from './dossier-dialog.tsx'
import { Figures } from './figures.tsx'
import { Filters, NO_FILTERS } from './filters.tsx'
import { useFreshness } from './freshness.ts'
import { useSteady } from './steady.ts'
import { WatchedList } from './watched-list.tsx'

const DRAFT_KEY: Key = { code: 'KeyX', alt: true, label: text.keyDraft }
const UPDATE_KEY: Key = { code: 'KeyU', alt: true, label: text.keyUpdate }

interface Props {
  officeId: string
  list: SupervisionList
  onKeys: (keys: readonly KeyBinding[]) => void
}

type Open = { row: WatchedDossier; as: 'dossier' | 'apology' } | null

/** The figures, and under them the very dossiers that the chosen one counts. */
export function WatchPage({ officeId, list, onKeys }: Props) {
  const [chosen, setChosen] = useState(NO_FILTERS)
  const [open, setOpen] = useState<Open>(null)
  const summary = useSummary()
  const watched = useWatched({ list, ...chosen })
  const steady = useSteady(JSON.stringify({ list, ...chosen }), useWhole(watched.data?.pages))
  useFreshness(officeId, {
    nextChangeAt: watched.data?.pages[0]?.nextChangeAt,
    readAt: watched.dataUpdatedAt
  })
  const lacking = (steady.shown?.items ?? []).filter(({ late, apology }) => late && apology === null)
  const [first] = lacking
  const draftFirst = first && (() => setOpen({ row: first, as: 'apology' }))
  useActKeys(onKeys, { draftFirst, update: steady.changes > 0 ? steady.update : undefined })

  const { error, dataUpdatedAt, refetch, hasNextPage, fetchNextPage } = watched
  const more = () => {
    steady.follow()
    void fetchNextPage()
  }
  const title = steady.shown ? supervisorLists[list].title(steady.shown.total) : supervisorLists[list].figure
  return (
    <div className="watch">
      <Figures summary={summary.data} list={list} />
      <div className="tools">
        <PageHeading title={title} section={text.section} />
        <Filters page={steady.shown} chosen={chosen} onChange={setChosen} />
        <Acts lacking={lacking.length} onDraft={draftFirst} />
      </div>
      <ChangesBar changes={steady.changes} of={UPDATE_KEY} onUpdate={steady.update} />
      <Loaded query={{ data: steady.shown, error, dataUpdatedAt, refetch }} rows={8}>
        {(page) => (
          <WatchedList
            title={title}
            list={list}
            page={page}
            onClear={chosen.field || chosen.holder ? () => setChosen(NO_FILTERS) : undefined}
            onMore={hasNextPage ? more : undefined}
            onDossier={(row) => setOpen({ row, as: 'dossier' })}
            onApology={(row) => setOpen({ row, as: 'apology' })}
          />
        )}
      </Loaded>
      {open && <OpenDialog open={open} onOpen={setOpen} onAct={steady.follow} />}
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

interface Acts {
  /** `undefined` while there is nothing to do. */
  draftFirst: (() => void) | undefined
  update: (() => void) | undefined
}

/** Gives the page's own keys to the screen, once: what they do now is looked up when they are pressed. */
function useActKeys(onKeys: Props['onKeys'], acts: Acts): void {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const keyOf = (key: Key, name: keyof Acts): KeyBinding => ({
      ...key,
      when: () => latest.current[name] !== undefined && !isDialogOpen(),
      run: () => latest.current[name]?.()
    })
    onKeys([keyOf(DRAFT_KEY, 'draftFirst'), keyOf(UPDATE_KEY, 'update')])
  }, [onKeys])
}

function Acts({ lacking, onDraft }: { lacking: number; onDraft: (() => void) | undefined }) {
  return (
    <span className="end no-print">
      {onDraft && (
        <Button size="sm" aria-keyshortcuts={keyText(DRAFT_KEY)} onClick={onDraft}>
          {text.draftNext(lacking)}
          <kbd>{keyText(DRAFT_KEY)}</kbd>
        </Button>
      )}
      <Button variant="default" size="sm" leftSection={<Icon name="print" />} onClick={() => window.print()}>
        {text.print}
      </Button>
    </span>
  )
}

interface OpenDialogProps {
  open: NonNullable<Open>
  onOpen: (open: Open) => void
  onAct: () => void
}

function OpenDialog({ open: { row, as }, onOpen, onAct }: OpenDialogProps) {
  const close = () => onOpen(null)
  if (as === 'apology') return <ApologyDialog key={row.code} row={row} onAct={onAct} onClose={close} />
  return <DossierDialog row={row} onApology={() => onOpen({ row, as: 'apology' })} onClose={close} />
}

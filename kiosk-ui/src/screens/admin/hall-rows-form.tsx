import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DraftForm } from '../../parts/draft-form.ts'
import { DraftNote } from '../../parts/draft-note.tsx'
import { Icon } from '../../parts/icon.tsx'
import { WorkForm } from '../../parts/work-form.tsx'
import { commonText } from '../../text/common.ts'
import { type RowPlace, useRowMoves } from './hall-row-acts.tsx'

interface Props<Typed extends Record<string, unknown>> {
  draft: DraftForm<Typed>
  /** Where the rows stand in what is typed. */
  path: string
  /** A new row. */
  empty: object
  save: { isPending: boolean; error: Error | null }
  words: { add: string; submit: string; none?: string }
  onSubmit: (typed: Typed) => void
  /** The fields of one row. */
  children: (place: RowPlace) => ReactNode
}

/** A list whose rows are added, moved, removed and written together. */
export function HallRowsForm<Typed extends Record<string, unknown>>({
  draft,
  path,
  empty,
  save,
  words,
  onSubmit,
  children
}: Props<Typed>) {
  const { form } = draft
  // The library cannot tell what the rows at a path are while the form is any form.
  const insert = form.insertListItem as (path: string, row: object) => void
  const rows = form.getValues()[path] as readonly unknown[]
  const { list, round, addRow, ...moves } = useRowMoves({
    add: () => insert(path, empty),
    move: (from, to) => form.reorderListItem(path, { from, to }),
    remove: (index) => form.removeListItem(path, index)
  })
  return (
    <div className="card">
      <WorkForm
        id={draft.id}
        form={form}
        refusal={save.error}
        onSubmit={(typed) => {
          if (!save.isPending) onSubmit(typed)
        }}
      >
        <DraftNote draft={draft} />
        {rows.length === 0 && words.none && <p className="quiet">{words.none}</p>}
        <ol className="rows" ref={list}>
          {rows.map((_, index) => (
            <li key={`${round} ${form.key(`${path}.${index}`)}`}>
              {children({ index, count: rows.length, ...moves })}
            </li>
          ))}
        </ol>
        <div className="foot">
          <Button variant="default" leftSection={<Icon name="plus" />} onClick={addRow}>
            {words.add}
          </Button>
          <Button type="submit" className="push">
            {save.isPending ? commonText.saving : words.submit}
          </Button>
        </div>
      </WorkForm>
    </div>
  )
}

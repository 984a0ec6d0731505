import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { hallText } from '../../text/admin-hall.ts'

interface Moved {
  to: number
  by: 'up' | 'down' | 'add'
  times: number
}

interface RowList {
  add: () => void
  move: (from: number, to: number) => void
  remove: (index: number) => void
}

/** Where a row stands in its list, and what can be done with it there. */
export interface RowPlace {
  index: number
  count: number
  onMove: (from: number, to: number) => void
  onRemove: (index: number) => void
}

/**
 * Additions, moves and removals of rows. Fields keep what stands in them, so rows that changed places are drawn anew (`round` is
 * their key), and the hand stays on the button that it pressed, goes to the first field of a new row, or to the row that
 * took the place of the removed one.
 */
export function useRowMoves({ add, move, remove }: RowList) {
  const [moved, setMoved] = useState<Moved | null>(null)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (moved) focusRow(list.current?.children, moved)
  }, [moved])
  const redraw = (to: number, by: Moved['by']) =>
    setMoved((before) => ({ to, by, times: (before?.times ?? 0) + 1 }))
  return {
    list,
    round: moved?.times ?? 0,
    addRow: () => {
      add()
      redraw(-1, 'add')
    },
    onMove: (from: number, to: number) => {
      move(from, to)
      redraw(to, to < from ? 'up' : 'down')
    },
    onRemove: (index: number) => {
      remove(index)
      redraw(Math.max(index - 1, 0), 'down')
    }
  }
}

function focusRow(rows: HTMLCollection | undefined, { to, by }: Moved): void {
  const row = Array.from(rows ?? []).at(to)
  const find = (what: string) => row?.querySelector<HTMLElement>(what)
  const wanted = by === 'add' ? 'input, textarea' : `[data-move="${by}"]:enabled`
  ;(find(wanted) ?? find('[data-move]:enabled'))?.focus()
}

interface Props {
  /** What the row is called: “Diện 2”. */
  row: string
  index: number
  count: number
  onMove: (from: number, to: number) => void
  onRemove?: () => void
}

/** What can be done with a row of an ordered list. */
export function HallRowActs({ row, index, count, onMove, onRemove }: Props) {
  return (
    <div className="row-acts">
      <Button
        variant="default"
        size="sm"
        data-move="up"
        disabled={index === 0}
        onClick={() => onMove(index, index - 1)}
      >
        {hallText.up}
        <span className="unseen"> {row}</span>
      </Button>
      <Button
        variant="default"
        size="sm"
        data-move="down"
        disabled={index === count - 1}
        onClick={() => onMove(index, index + 1)}
      >
        {hallText.down}
        <span className="unseen"> {row}</span>
      </Button>
      {onRemove && (
        <Button variant="default" size="sm" onClick={onRemove}>
          {hallText.remove}
          <span className="unseen"> {row}</span>
        </Button>
      )}
    </div>
  )
}

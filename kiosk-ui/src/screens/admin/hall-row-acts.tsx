import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { hallText } from '../../text/admin-hall.ts'

interface Moved {
  to: number
  by: 'up' | 'down'
  times: number
}

interface RowList {
  move: (from: number, to: number) => void
  remove: (index: number) => void
}

/**
 * Moves and removals of rows. Fields keep what stands in them, so rows that changed places are drawn anew (`round` is their
 * key), and the hand stays on the button that it pressed, or at the row that took the place of the removed one.
 */
export function useRowMoves({ move, remove }: RowList) {
  const [moved, setMoved] = useState<Moved | null>(null)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (!moved) return
    const row = list.current?.children[moved.to]
    const pressed = row?.querySelector<HTMLButtonElement>(`[data-move="${moved.by}"]:enabled`)
    const other = row?.querySelector<HTMLButtonElement>('[data-move]:enabled')
    ;(pressed ?? other)?.focus()
  }, [moved])
  const redraw = (to: number, by: Moved['by']) =>
    setMoved((before) => ({ to, by, times: (before?.times ?? 0) + 1 }))
  return {
    list,
    round: moved?.times ?? 0,
    moveRow: (from: number, to: number) => {
      move(from, to)
      redraw(to, to < from ? 'up' : 'down')
    },
    removeRow: (index: number) => {
      remove(index)
      redraw(Math.max(index - 1, 0), 'down')
    }
  }
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

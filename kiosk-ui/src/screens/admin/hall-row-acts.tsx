import { Button } from '@mantine/core'
import { hallText } from '../../text/admin-hall.ts'

interface Props {
  /** What the row is called: “Diện 2”. */
  row: string
  index: number
  count: number
  onMove: (to: number) => void
  onRemove?: () => void
}

/** What can be done with a row of an ordered list. */
export function HallRowActs({ row, index, count, onMove, onRemove }: Props) {
  return (
    <div className="row-acts">
      <Button variant="default" size="sm" disabled={index === 0} onClick={() => onMove(index - 1)}>
        {hallText.up}
        <span className="unseen"> {row}</span>
      </Button>
      <Button variant="default" size="sm" disabled={index === count - 1} onClick={() => onMove(index + 1)}>
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

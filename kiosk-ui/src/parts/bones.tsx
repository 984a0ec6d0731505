import { useEffect, useState } from 'react'
import { commonText } from '../text/common.ts'

const PATIENCE = 300

/** The shape of what is coming; shown only when it takes longer than a blink, so that nothing flashes. */
export function Bones({ rows = 6 }: { rows?: number }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div className="bones" role="status">
      <span className="unseen">{commonText.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <i key={row} />
      ))}
    </div>
  )
}

import { supervisorText as text } from '../../text/supervisor.ts'

/** Where the due tick stands in every row, whatever the term; what is right of it is lateness. Drawn units. */
const TICK = 84
const WIDTH = 184

/** How much of its term a dossier has used, each scaled to its own term. */
export function StepBar({ share }: { share: number }) {
  const used = Math.min(share, 1) * TICK
  const over = Math.min(Math.max(share - 1, 0) * TICK, WIDTH - TICK)
  return (
    <>
      <svg
        className="stepbar"
        viewBox={`0 0 ${WIDTH} 20`}
        width={WIDTH}
        height="20"
        role="img"
        aria-label={text.usedLabel(share)}
      >
        <rect className="planned" x="0" y="2" width={TICK - 1} height="3" />
        <rect className="used" x="0" y="8" width={Math.max(used - 1, 1)} height="10" />
        {over > 0 && <rect className="over" x={TICK} y="8" width={Math.max(over, 2)} height="10" />}
        <rect className="tick" x={TICK - 0.5} y="0" width="1" height="20" />
      </svg>
      <span aria-hidden="true">{text.usedText(share)}</span>
    </>
  )
}

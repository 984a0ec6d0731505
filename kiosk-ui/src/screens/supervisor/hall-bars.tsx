import { hourText, minutesOf, hallHistoryText as text } from '../../text/hall-figures.ts'

/** Drawn units of the chart by hour. */
const WIDE = 380
const HIGH = 210
const FOOT = 24
const GUTTER = 36

/** Of the lying bars: how far the longest reaches, and where its words still fit. */
const REACH = 270
const ROW = 44

interface HourBar {
  hour: number
  /** Seconds. */
  half: number | null
  nine: number | null
}

/** Two bars in one for each hour: half of the people, and nine in ten. Figures stand at the marked hour alone. */
export function HourBars({ bars, marked }: { bars: readonly HourBar[]; marked: number | undefined }) {
  const most = Math.max(60, ...bars.map(({ nine }) => nine ?? 0))
  const top = scaleOf(most)
  const floor = HIGH - FOOT
  const heightOf = (seconds: number | null) => ((seconds ?? 0) / top) * (floor - 16)
  const step = (WIDE - GUTTER) / Math.max(bars.length, 1)
  const width = Math.min(step * 0.7, 40)
  return (
    <svg className="hall-chart" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={text.minutesNote}>
      {[0, top / 2, top].map((seconds) => (
        <g key={seconds}>
          <line
            className="grid"
            x1={GUTTER}
            x2={WIDE}
            y1={floor - heightOf(seconds)}
            y2={floor - heightOf(seconds)}
          />
          <text className="axis-text" x={GUTTER - 6} y={floor - heightOf(seconds) + 5} textAnchor="end">
            {minutesOf(seconds)}
          </text>
        </g>
      ))}
      {bars.map(({ hour, half, nine }, index) => {
        const x = GUTTER + step * (index + 0.5)
        const isMarked = hour === marked
        return (
          <g key={hour}>
            <rect
              className="nine"
              x={x - width / 2}
              width={width}
              y={floor - heightOf(nine)}
              height={heightOf(nine)}
            />
            <rect
              className={isMarked ? 'half marked' : 'half'}
              x={x - width / 2}
              width={width}
              y={floor - heightOf(half)}
              height={heightOf(half)}
            />
            {isMarked && (
              <text className="mark-text" x={x} y={floor - heightOf(nine) - 5} textAnchor="middle">
                {Math.max(1, Math.ceil((nine ?? 0) / 60))}
              </text>
            )}
            <text className="axis-text" x={x} y={HIGH - 6} textAnchor="middle">
              {hourText(hour)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

interface LyingBar {
  key: string
  name: string
  value: number
  /** The dark part. */
  inner: number
  words: string
}

/** A bar for each name with its figure at the end. */
export function LyingBars({ bars, marked }: { bars: readonly LyingBar[]; marked: string | undefined }) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const widthOf = (value: number) => (value / most) * REACH
  return (
    <svg
      className="hall-chart"
      viewBox={`0 0 ${WIDE} ${Math.max(bars.length * ROW, ROW)}`}
      role="img"
      aria-label={bars.map(({ name, words }) => `${name}: ${words}`).join(', ')}
    >
      {bars.map(({ key, name, value, inner, words }, index) => (
        <g key={key} transform={`translate(0 ${index * ROW})`}>
          <text className="name-text" x="0" y="16">
            {shortened(name)}
          </text>
          <rect className="nine" x="0" y="22" width={Math.max(widthOf(value), 1)} height="13" />
          <rect
            className={key === marked ? 'half marked' : 'half'}
            x="0"
            y="22"
            width={Math.max(widthOf(inner), 1)}
            height="13"
          />
          <text className="mark-text" x={widthOf(value) + 8} y="34">
            {words}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** What an SVG cannot cut by itself; the table below has the whole name. */
function shortened(name: string): string {
  return name.length > 46 ? `${name.slice(0, 45).trimEnd()}…` : name
}

/** The top of the axis: a round number of minutes above the highest bar. Seconds. */
function scaleOf(seconds: number): number {
  const minutes = Math.ceil(seconds / 60)
  const step = [2, 4, 10, 20, 40, 60, 120, 240].find((one) => one >= minutes)
  return (step ?? Math.ceil(minutes / 60) * 60) * 60
}

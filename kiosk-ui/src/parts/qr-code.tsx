import { create } from 'qrcode'
import { useMemo } from 'react'

interface Props {
  text: string
  label: string
}

/** Light modules around the code, without which telephones do not find it. */
const QUIET = 4

/** A QR code as a drawing, sharp at every size. Dark on white whatever the colours around it are. */
export function QrCode({ text, label }: Props) {
  const { path, size } = useMemo(() => drawing(text), [text])
  const whole = size + 2 * QUIET
  return (
    <svg
      className="qr"
      viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path fill="#fff" d={`M${-QUIET} ${-QUIET}h${whole}v${whole}h${-whole}z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}

function drawing(text: string): { path: string; size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size, data } = modules
  const dark = Array.from(data).flatMap((module, index) =>
    module ? [`M${index % size} ${Math.floor(index / size)}h1v1h-1z`] : []
  )
  return { path: dark.join(''), size }
}

/** Black and white, eight dots to the byte from the left, each row beginning a new byte; 1 is black. */
export interface Bitmap {
  width: number
  height: number
  bytes: Uint8Array
}

export function newBitmap(width: number, height: number): Bitmap {
  return { width, height, bytes: new Uint8Array(rowBytes({ width }) * height) }
}

export function rowBytes({ width }: { width: number }): number {
  return Math.ceil(width / 8)
}

export function isBlack(bitmap: Bitmap, x: number, y: number): boolean {
  const byte = bitmap.bytes[y * rowBytes(bitmap) + (x >> 3)] ?? 0
  return ((byte >> (7 - (x & 7))) & 1) === 1
}

/** Blackens a rectangle; what lies outside the picture is left out. */
export function fillBox(
  bitmap: Bitmap,
  { x, y, width, height }: { x: number; y: number; width: number; height: number }
): void {
  for (let row = Math.max(y, 0); row < Math.min(y + height, bitmap.height); row += 1) {
    for (let dot = Math.max(x, 0); dot < Math.min(x + width, bitmap.width); dot += 1)
      blacken(bitmap, dot, row)
  }
}

function blacken({ width, bytes }: Bitmap, x: number, y: number): void {
  const place = y * rowBytes({ width }) + (x >> 3)
  bytes[place] = (bytes[place] ?? 0) | (0x80 >> (x & 7))
}

/** A corner of an outline. */
export type Point = readonly [x: number, y: number]

/** How many lines through each row of dots are looked at. */
const LINES = 4

/**
 * Blackens what closed outlines enclose, each dot of which at least half is covered, so that thin strokes of small letters stay
 * whole. Outlines that run round a place in opposite directions leave it white, as fonts mean it.
 */
export function fillOutlines(bitmap: Bitmap, outlines: readonly (readonly Point[])[]): void {
  const edges = outlines.flatMap(edgesOf)
  const corners = outlines.flat()
  const left = Math.max(Math.floor(least(corners, 0)), 0)
  const right = Math.min(Math.ceil(-least(corners, 0, -1)), bitmap.width)
  const top = Math.max(Math.floor(least(corners, 1)), 0)
  const bottom = Math.min(Math.ceil(-least(corners, 1, -1)), bitmap.height)
  if (!(left < right)) return
  const covered = new Float32Array(right - left)
  for (let y = top; y < bottom; y += 1) {
    covered.fill(0)
    const near = edges.filter((edge) => edge.top < y + 1 && edge.bottom > y)
    for (let line = 0; line < LINES; line += 1)
      coverLine(covered, near, { y: y + (line + 0.5) / LINES, left })
    for (let x = left; x < right; x += 1) if ((covered[x - left] ?? 0) >= LINES / 2) blacken(bitmap, x, y)
  }
}

function least(corners: readonly Point[], axis: 0 | 1, sign: 1 | -1 = 1): number {
  let found = Number.POSITIVE_INFINITY
  for (const corner of corners) found = Math.min(found, corner[axis] * sign)
  return found
}

interface Edge {
  top: number
  bottom: number
  x: number
  slope: number
  direction: 1 | -1
}

function edgesOf(outline: readonly Point[]): Edge[] {
  return outline.flatMap(([x1, y1], index) => {
    const [x2, y2] = outline[(index + 1) % outline.length] ?? [x1, y1]
    if (y1 === y2) return []
    const down = y2 > y1
    return [
      {
        top: Math.min(y1, y2),
        bottom: Math.max(y1, y2),
        x: down ? x1 : x2,
        slope: (x2 - x1) / (y2 - y1),
        direction: down ? 1 : -1
      } as const
    ]
  })
}

function coverLine(
  covered: Float32Array,
  edges: readonly Edge[],
  { y, left }: { y: number; left: number }
): void {
  const crossings = edges
    .filter(({ top, bottom }) => top <= y && bottom > y)
    .map(({ x, slope, top, direction }) => ({ x: x + (y - top) * slope - left, direction }))
    .sort((one, other) => one.x - other.x)
  let winding = 0
  crossings.forEach(({ x, direction }, index) => {
    const next = crossings[index + 1]
    winding += direction
    if (winding !== 0 && next) coverSpan(covered, x, next.x)
  })
}

function coverSpan(covered: Float32Array, from: number, to: number): void {
  const first = Math.max(Math.floor(from), 0)
  const last = Math.min(Math.ceil(to), covered.length)
  for (let x = first; x < last; x += 1) {
    covered[x] = (covered[x] ?? 0) + Math.max(Math.min(to, x + 1) - Math.max(from, x), 0)
  }
}

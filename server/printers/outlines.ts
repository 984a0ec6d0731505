import type { Point } from './bitmap.ts'

/** A step of a letter's outline as fonts have it; numbers in units of the font, upwards. */
export interface PathStep {
  command: string
  args: readonly number[]
}

/** Where a letter stands: its origin in dots, and dots in a unit of the font. */
interface Placement {
  x: number
  baseline: number
  scale: number
}

/** Straight pieces of which a curve is made: finer than a dot at every size on a ticket. */
const PIECES = 6

/** The closed outlines of a letter as corners in dots, downwards, curves taken as short straight pieces. */
export function outlinesOf(path: readonly PathStep[], { x, baseline, scale }: Placement): Point[][] {
  const outlines: Point[][] = []
  let current: Point[] = []
  for (const { command, args } of path) {
    const corners: Point[] = []
    for (let index = 0; index + 1 < args.length; index += 2) {
      corners.push([x + (args[index] ?? 0) * scale, baseline - (args[index + 1] ?? 0) * scale])
    }
    if (command === 'moveTo') {
      current = corners
      outlines.push(current)
    } else addCurve(current, corners)
  }
  return outlines.filter(({ length }) => length > 2)
}

/** Goes on from the last corner: straight to one, or along the Bézier curve of two or three. */
function addCurve(outline: Point[], corners: readonly Point[]): void {
  const from = outline.at(-1)
  const [first, second, third] = corners
  if (!from || !first) return
  if (!second) outline.push(first)
  else
    for (let piece = 1; piece <= PIECES; piece += 1)
      outline.push(between([from, first, second, third], piece / PIECES))
}

function between([a, b, c, d]: readonly [Point, Point, Point, Point | undefined], part: number): Point {
  const rest = 1 - part
  const along = (axis: 0 | 1) =>
    d
      ? rest ** 3 * a[axis] +
        3 * rest ** 2 * part * b[axis] +
        3 * rest * part ** 2 * c[axis] +
        part ** 3 * d[axis]
      : rest ** 2 * a[axis] + 2 * rest * part * b[axis] + part ** 2 * c[axis]
  return [along(0), along(1)]
}

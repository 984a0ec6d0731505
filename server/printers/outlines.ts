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
const PIECES = 8

/** The closed outlines of a letter as corners in dots, downwards, curves taken as short straight pieces. */
export function outlinesOf(path: readonly PathStep[], { x, baseline, scale }: Placement): Point[][] {
  const outlines: Point[][] = []
  let current: Point[] = []
  const place = (px = 0, py = 0): Point => [x + px * scale, baseline - py * scale]
  for (const { command, args } of path) {
    if (command === 'moveTo') {
      current = [place(args[0], args[1])]
      outlines.push(current)
      continue
    }
    const corners: Point[] = []
    for (let index = 0; index + 1 < args.length; index += 2) corners.push(place(args[index], args[index + 1]))
    const from = current.at(-1)
    if (from && corners.length > 0) current.push(...curve([from, ...corners]))
  }
  return outlines.filter(({ length }) => length > 2)
}

/** A Bézier curve of any degree without its beginning; a straight line is one of two points. */
function curve(points: readonly Point[]): Point[] {
  if (points.length === 2) return points.slice(1)
  return Array.from({ length: PIECES }, (_, index) => pointAt(points, (index + 1) / PIECES))
}

function pointAt(points: readonly Point[], part: number): Point {
  const [first] = points
  if (!first || points.length === 1) return first ?? [0, 0]
  const between = points.slice(1).map(([x, y], index): Point => {
    const [fromX, fromY] = points[index] ?? [x, y]
    return [fromX + (x - fromX) * part, fromY + (y - fromY) * part]
  })
  return pointAt(between, part)
}

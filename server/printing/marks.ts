import type { Face, Line } from './lines.ts'
import type { Style } from './sheet.ts'

/** What a block is to someone who hears the paper read. */
export interface Element {
  tag: 'H1' | 'P' | 'Figure'
  label?: string
}

/** Something to draw. Points from the top left corner; `y` of a text is its baseline. */
export type Mark =
  | {
      kind: 'text'
      x: number
      y: number
      text: string
      face: Face
      size: number
      wordSpacing: number
      element: Element
      /** Goes down with the foot of the page where there is room left to sign. */
      sinks?: boolean
    }
  | { kind: 'rule'; x: number; y: number; width: number; thickness: number; sinks?: boolean }
  | { kind: 'frame'; x: number; y: number; width: number; height: number; sinks?: boolean }
  | { kind: 'qr'; x: number; y: number; side: number; text: string; element: Element; sinks?: boolean }

/** Where the baseline lies in a line of one point of text: Times has 0.891 above it and 0.216 below. */
const ASCENT = 0.891
const DESCENT = 0.216

/** Of a line that is drawn, in points. */
export const THIN = 0.6

/** A line of text in a row of `height`, set against the width it has. */
export function textOf(
  line: Line,
  own: { size: number; height: number; element: Element; align: Style['align']; width: number }
): Mark[] {
  const { size, height, element, align, width } = own
  const free = width - line.width
  const from = align === 'center' ? free / 2 : align === 'right' ? free : 0
  const y = (height - size * (ASCENT + DESCENT)) / 2 + size * ASCENT
  return line.segments.map(({ text, face, x }) => ({
    kind: 'text',
    x: from + x,
    y,
    text,
    face,
    size,
    wordSpacing: line.wordSpacing,
    element
  }))
}

export function below(lines: readonly Line[], height: number, set: (line: Line) => Mark[]): Mark[] {
  return lines.flatMap((line, index) => moved(set(line), 0, index * height))
}

export function moved(marks: readonly Mark[], x: number, y: number): Mark[] {
  return marks.map((mark) => ({ ...mark, x: mark.x + x, y: mark.y + y }))
}

export function sinking(mark: Mark): Mark {
  return { ...mark, sinks: true }
}

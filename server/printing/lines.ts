import type { Run } from './blocks.ts'

export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic'

/** How wide a text is in a face, in parts of the size of its letters. */
export type Measure = (text: string, face: Face) => number

/** A stretch of a line in one face. `x` is counted from the beginning of the line, in points. */
interface Segment {
  text: string
  face: Face
  x: number
}

/** A space that does not break. It is drawn as a common one, which is what someone who copies the text expects. */
const HELD = '\u00a0'

export interface Line {
  segments: Segment[]
  width: number
  /** What stands between two words, beyond the space of the face, so that the line reaches both edges. */
  wordSpacing: number
}

export interface Setting {
  measure: Measure
  size: number
  width: number
  /** Of the first line. */
  indent?: number
  justify?: boolean
}

/** A word, which may change its face inside. Widths in points. */
interface Word {
  parts: { text: string; face: Face; width: number }[]
  width: number
  /** The space that stands before it, in the face of the word before. */
  space: number
}

function faceOf({ bold = false, italic = false }: Pick<Run, 'bold' | 'italic'>): Face {
  if (bold) return italic ? 'boldItalic' : 'bold'
  return italic ? 'italic' : 'regular'
}

/**
 * Breaks text into lines of a width, at spaces; a word that is longer than a line is broken where it must be, as
 * nothing that is printed may be cut. A space that does not break (U+00A0) holds its words together.
 */
export function breakLines(runs: readonly Run[], setting: Setting): Line[] {
  const { width, indent = 0, justify = false } = setting
  const rows: Word[][] = []
  let row: Word[] = []
  let left = width - indent
  for (const word of wordsOf(runs, setting)) {
    const room = word.width + (row.length > 0 ? word.space : 0)
    if (row.length > 0 && room > left + 1e-6) {
      rows.push(row)
      row = []
      left = width
    }
    left -= row.length > 0 ? room : word.width
    row.push(word)
  }
  if (row.length > 0) rows.push(row)
  return rows.map((words, index) => {
    const own = index === 0 ? indent : 0
    const last = index === rows.length - 1
    return lineOf(words, own, justify && !last ? width - own : null)
  })
}

/**
 * Breaks a heading into as few lines as fit, all about as long: a last line of one word looks like a mistake. Two lines
 * break after a comma where both fit, as a name is a list of names.
 */
export function breakEvenly(runs: readonly Run[], setting: Setting): Line[] {
  const greedy = breakLines(runs, setting)
  if (greedy.length < 2) return greedy
  return (greedy.length === 2 && breakAtComma(runs, setting)) || breakAtWidth(runs, setting, greedy.length)
}

function breakAtComma(runs: readonly Run[], setting: Setting): Line[] | undefined {
  const [run, ...others] = runs
  const parts = run?.text.split(/(?<=,) /) ?? []
  if (!run || others.length > 0 || parts.length !== 2) return undefined
  const lines = parts.flatMap((text) => breakLines([{ ...run, text }], setting))
  return lines.length === 2 ? lines : undefined
}

/** The narrowest width that still takes so many lines. */
function breakAtWidth(runs: readonly Run[], setting: Setting, count: number): Line[] {
  let enough = setting.width
  let tooNarrow = enough / count / 2
  for (let round = 0; round < 10; round += 1) {
    const middle = (enough + tooNarrow) / 2
    if (breakLines(runs, { ...setting, width: middle }).length > count) tooNarrow = middle
    else enough = middle
  }
  return breakLines(runs, { ...setting, width: enough })
}

function wordsOf(runs: readonly Run[], setting: Setting): Word[] {
  const { measure, size, width } = setting
  const words: Word[] = []
  let space = 0
  let open = false
  for (const run of runs) {
    const face = faceOf(run)
    for (const text of onOneLine(run.text).split(/( +)/)) {
      if (text === '') continue
      if (text.startsWith(' ')) {
        space = measure(' ', face) * size
        open = false
        continue
      }
      for (const part of shortEnough(text, face, { measure, size, width })) {
        const wide = measure(part, face) * size
        const word = words.at(-1)
        if (open && word && word.width + wide <= width) {
          word.parts.push({ text: part, face, width: wide })
          word.width += wide
        } else {
          words.push({ parts: [{ text: part, face, width: wide }], width: wide, space: open ? 0 : space })
        }
        open = true
      }
    }
  }
  return words
}

/** Composed, as the font has no marks of its own to put on letters; a space that does not break stays one. */
function onOneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\S\u00a0]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
}

function shortEnough(
  text: string,
  face: Face,
  { measure, size, width }: Pick<Setting, 'measure' | 'size' | 'width'>
): string[] {
  if (measure(text, face) * size <= width) return [text]
  const pieces: string[] = []
  let piece = ''
  for (const letter of text) {
    if (piece !== '' && measure(piece + letter, face) * size > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

function heldSpaces(words: readonly Word[]): number {
  return words.flatMap(({ parts }) => parts).reduce((sum, { text }) => sum + text.split(HELD).length - 1, 0)
}

/** Neighbours of one face become one stretch, so that what is copied out of the paper reads in one piece. */
function lineOf(words: readonly Word[], indent: number, width: number | null): Line {
  const natural = words.reduce((sum, word, index) => sum + word.width + (index > 0 ? word.space : 0), 0)
  const gaps = words.filter(({ space }, index) => index > 0 && space > 0).length + heldSpaces(words)
  const wordSpacing = width !== null && gaps > 0 ? Math.max(0, (width - natural) / gaps) : 0
  const segments: Segment[] = []
  let x = indent
  for (const [index, word] of words.entries()) {
    const spaced = index > 0 && word.space > 0
    const before = segments.at(-1)
    if (spaced && before) {
      before.text += ' '
      x += word.space + wordSpacing
    }
    for (const { text: held, face, width: wide } of word.parts) {
      const text = held.replaceAll(HELD, ' ')
      const last = segments.at(-1)
      if (last?.face === face) last.text += text
      else segments.push({ text, face, x })
      x += wide + wordSpacing * (held.split(HELD).length - 1)
    }
  }
  return { segments, width: x, wordSpacing }
}

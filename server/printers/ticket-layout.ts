import type { TicketFace } from '../../printer-templates/queue-ticket/template.ts'

/** Dots across the paper: 72 mm at 203 to the inch, on every 80 mm printer. */
export const PAPER_WIDTH = 576

/** Dots in a millimetre, nearly: 203 to the inch. */
const DOTS_PER_MM = 203 / 25.4

export type Weight = 'regular' | 'semibold' | 'bold'

/** Text with its left end on a line, sizes and places in dots. */
export interface TextMark {
  kind: 'text'
  text: string
  weight: Weight
  size: number
  x: number
  baseline: number
}

export type TicketMark =
  | TextMark
  | { kind: 'box'; x: number; y: number; width: number; height: number }
  | { kind: 'qr'; x: number; y: number; moduleDots: number }

export interface TicketPicture {
  height: number
  marks: readonly TicketMark[]
}

/** What a layout asks of the font: the width of a text in parts of its size. */
export type Measure = (text: string, weight: Weight) => number

const MARGIN = 8
const INNER = PAPER_WIDTH - 2 * MARGIN
const LINE = 1.2

/** Height of a capital letter in parts of the size of Be Vietnam Pro. */
const CAPITAL = 0.7

/** Millimetres: the number at least 12 and, where it fits, 15 (K-20); the code at least 25. */
const NUMBER_HEIGHT = 15
const QR_SIDE = 25

/** Modules of white around a QR code, without which it is not read. */
const QUIET = 4

const GAP = 14

/** Dots by which lines are tried narrower. */
const STEP = 16

/**
 * Lays a ticket out on 576 dots: office, number, service, then what else is known beside the QR code, so that it stays short.
 *
 * @param qrModules how many modules the QR code has on a side
 */
export function layTicketOut(
  face: TicketFace,
  { measure, qrModules }: { measure: Measure; qrModules: number }
): TicketPicture {
  const marks: TicketMark[] = []
  const centred = (text: string, style: { weight: Weight; size: number; lines: number }, y: number) =>
    addLines(marks, { text, ...style, x: MARGIN, width: INNER, y, align: 'center' }, measure)
  const rule = (y: number, height: number) => marks.push({ kind: 'box', x: MARGIN, y, width: INNER, height })

  let y = centred(face.office, { weight: 'semibold', size: 24, lines: 2 }, 4) + 8
  rule(y, 3)
  y += 3 + GAP + 4
  if (face.mark) y = centred(`— ${face.mark} —`, { weight: 'bold', size: 32, lines: 1 }, y) + 16
  y = addNumber(marks, { number: face.number, y }, measure) + GAP
  y = centred(face.service, { weight: 'bold', size: 32, lines: 2 }, y) + 6
  rule(y, 2)
  y = addFacts(marks, { face, y: y + GAP, qrModules }, measure)
  return { height: centred(face.footer, { weight: 'semibold', size: 25, lines: 1 }, y) + 6, marks }
}

/** As tall as it may be and still fit across. */
function addNumber(
  marks: TicketMark[],
  { number, y }: { number: string; y: number },
  measure: Measure
): number {
  const wanted = (NUMBER_HEIGHT * DOTS_PER_MM) / CAPITAL
  const size = Math.floor(Math.min(wanted, INNER / measure(number, 'bold')))
  const x = Math.round((PAPER_WIDTH - size * measure(number, 'bold')) / 2)
  const baseline = Math.round(y + size * CAPITAL)
  marks.push({ kind: 'text', text: number, weight: 'bold', size, x, baseline })
  return baseline
}

function addFacts(
  marks: TicketMark[],
  { face, y, qrModules }: { face: TicketFace; y: number; qrModules: number },
  measure: Measure
): number {
  const moduleDots = Math.ceil((QR_SIDE * DOTS_PER_MM) / qrModules)
  const side = (qrModules + 2 * QUIET) * moduleDots
  const quiet = QUIET * moduleDots
  marks.push({ kind: 'qr', x: PAPER_WIDTH - side + quiet, y: y + quiet, moduleDots })
  const column = { x: MARGIN, width: PAPER_WIDTH - side - MARGIN, align: 'left' } as const
  let bottom = y + 6
  for (const text of face.facts) {
    bottom =
      addLines(marks, { text, weight: 'semibold', size: 26, lines: 2, y: bottom, ...column }, measure) + 2
  }
  const caption = { text: face.follow.caption, weight: 'regular', size: 23, lines: 2 } as const
  bottom = addLines(marks, { ...caption, y: bottom + 4, ...column }, measure)
  return Math.max(bottom + 6, y + side)
}

interface Lines {
  text: string
  weight: Weight
  size: number
  /** At most so many; what does not fit is cut with an ellipsis. */
  lines: number
  x: number
  width: number
  y: number
  align: 'left' | 'center'
}

function addLines(marks: TicketMark[], lines: Lines, measure: Measure): number {
  const { weight, size, x, width, align } = lines
  let { y } = lines
  for (const text of brokenLines(lines, measure)) {
    const free = width - size * measure(text, weight)
    const left = align === 'center' ? x + free / 2 : x
    marks.push({ kind: 'text', text, weight, size, x: Math.round(left), baseline: Math.round(y + size) })
    y += size * LINE
  }
  return Math.round(y)
}

function brokenLines({ text, weight, size, width, lines, align }: Lines, measure: Measure): string[] {
  const fitsIn = (room: number) => (words: string) => size * measure(words, weight) <= room
  const fits = fitsIn(width)
  let broken = brokenTo(text, fits)
  // Lines in the middle look best of one length: as narrow as they may be without becoming more.
  for (
    let room = width - STEP;
    align === 'center' && broken.length <= lines && room > width / 2;
    room -= STEP
  ) {
    const narrower = brokenTo(text, fitsIn(room))
    if (narrower.length > broken.length || !narrower.every(fitsIn(room))) break
    broken = narrower
  }
  const kept = broken.slice(0, lines)
  const cut = broken.length > lines
  return kept.map((line, index) => shortened(line, cut && index === lines - 1, fits))
}

function brokenTo(text: string, fits: (words: string) => boolean): string[] {
  const broken: string[] = []
  for (const word of text.split(' ')) {
    const last = broken.at(-1)
    if (last !== undefined && fits(`${last} ${word}`)) broken[broken.length - 1] = `${last} ${word}`
    else broken.push(word)
  }
  return broken
}

/** Cut at a word, or within it where it is the only one. */
function shortened(line: string, cut: boolean, fits: (words: string) => boolean): string {
  if (!cut && fits(line)) return line
  let words = line.split(' ')
  while (words.length > 1 && !fits(`${words.join(' ')}…`)) words = words.slice(0, -1)
  let letters = [...words.join(' ')]
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters = letters.slice(0, -1)
  return `${letters.join('').replace(/[\s,]+$/, '')}…`
}

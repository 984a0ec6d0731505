import { papersText } from '../../kiosk-ui/src/text/papers.ts'
import {
  type Block,
  type Box,
  type Columns,
  type Head,
  type Items,
  type Paragraph,
  type Qr,
  type Run,
  runsOf,
  type Signature,
  type Signatures,
  type Table,
  type Title
} from './blocks.ts'
import { breakEvenly, breakLines, type Face, type Line, type Measure } from './lines.ts'
import { type Density, MM, pageSize, type Sheet, type Style } from './sheet.ts'

/** What a block is to someone who hears the paper read. */
export interface Element {
  tag: 'H1' | 'P' | 'LI' | 'TD' | 'Figure'
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

export interface Page {
  width: number
  height: number
  marks: Mark[]
}

/** A part of a block that is not broken over two pages. `marks` are counted from its own top left corner. */
interface Piece {
  gap: number
  height: number
  marks: Mark[]
  keepWithNext: boolean
  /** How much more room it takes where there is some. */
  stretch: number
}

interface Room {
  sheet: Sheet
  measure: Measure
  width: number
  density: Density
}

/** Where the baseline lies in a line of one point of text: Times has 0.891 above it and 0.216 below. */
const ASCENT = 0.891
const DESCENT = 0.216

const THIN = 0.6

/** White above and below a QR code that no line may come into. */
const QUIET = 4

/**
 * Sets blocks on pages. Each section that begins with a page break is set by itself, in the first of the sheet's
 * densities that takes the fewest pages: a slip with eight papers stays on one page in slightly smaller letters, one with
 * twelve takes a second page in the usual ones. Nothing is ever cut.
 */
export function layOut(blocks: readonly Block[], sheet: Sheet, measure: Measure): Page[] {
  return sections(blocks).flatMap(({ running, content }) => {
    const tries = sheet.densities.map((density) => setSection(content, { sheet, measure, density }))
    const fewest = Math.min(...tries.map((pages) => pages.length))
    const pages = tries.find(({ length }) => length === fewest) ?? []
    return pages.map((marks, index) => ({
      ...pageSize(sheet),
      marks: [...marks, ...runningHead({ sheet, measure, running, page: index + 1, pages: pages.length })]
    }))
  })
}

function sections(blocks: readonly Block[]): { running: string | null; content: Block[] }[] {
  const all: { running: string | null; content: Block[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'page') all.push({ running: block.running, content: [] })
    else if (all.length === 0) all.push({ running: null, content: [block] })
    else all.at(-1)?.content.push(block)
  }
  return all
}

/** The marks of each page of a section. */
function setSection(blocks: readonly Block[], { sheet, measure, density }: Omit<Room, 'width'>): Mark[][] {
  const { width, height } = pageSize(sheet)
  const { top, right, bottom, left } = margins(sheet)
  const room = { sheet, measure, density, width: width - left - right }
  const floor = height - bottom
  const pages: { marks: Mark[]; end: number; stretch: number }[] = []
  const open = () => {
    const first = pages.length === 0
    const start = top + (first || sheet.running.place === 'margin' ? 0 : sheet.running.size * 2.2)
    const page = { marks: [] as Mark[], start, end: start, stretch: 0 }
    pages.push(page)
    return page
  }
  let page = open()
  for (const group of groups(blocks.flatMap((block, index) => piecesOf(block, blocks[index + 1], room)))) {
    const needed = group.reduce((sum, piece, index) => sum + piece.height + (index > 0 ? piece.gap : 0), 0)
    const gap = page.end > page.start ? (group[0]?.gap ?? 0) : 0
    if (page.end + gap + needed > floor + 0.01 && page.end > page.start) page = open()
    for (const piece of group) {
      if (page.end > page.start) page.end += piece.gap
      page.marks.push(...moved(piece.marks, left, page.end))
      page.end += piece.height
      page.stretch += piece.stretch
    }
  }
  return pages.map(({ marks, end, stretch }) => sunk(marks, Math.min(stretch, Math.max(0, floor - end))))
}

/** Pieces that stay on one page. */
function groups(pieces: readonly Piece[]): Piece[][] {
  const all: Piece[][] = []
  let open = false
  for (const piece of pieces) {
    if (open) all.at(-1)?.push(piece)
    else all.push([piece])
    open = piece.keepWithNext
  }
  return all
}

/** Signatures stay with the lines before them, and a note at the foot stays with the signatures. */
function piecesOf(block: Block, next: Block | undefined, room: Room): Piece[] {
  const pieces = draw(block, room)
  const last = pieces.at(-1)
  if (!last) return []
  const footNote = next?.kind === 'paragraph' && next.role === 'note'
  last.keepWithNext ||= next?.kind === 'signatures' || (block.kind === 'signatures' && footNote)
  if (footNote || (block.kind === 'paragraph' && block.role === 'note')) keepTogether(pieces)
  return pieces
}

function keepTogether(pieces: readonly Piece[]): void {
  for (const piece of pieces.slice(0, -1)) piece.keepWithNext = true
}

function draw(block: Block, room: Room): Piece[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block, room)
    case 'head':
      return [head(block, room)]
    case 'title':
      return [title(block, room)]
    case 'qr':
      return [qr(block, room)]
    case 'columns':
      return [columns(block, room)]
    case 'items':
      return items(block, room)
    case 'table':
      return table(block, room)
    case 'box':
      return [box(block, room)]
    case 'signatures':
      return [signatures(block, room)]
    case 'page':
      return []
  }
}

/** A paragraph breaks between any two lines that leave two on either side. */
function paragraph({ words, role, keepWithNext = false }: Paragraph, room: Room): Piece[] {
  const style = room.sheet.roles[role]
  const size = style.size * room.density.letters
  const lines = breakLines(styled(runsOf(words), style), {
    measure: room.measure,
    size,
    width: room.width,
    indent: (style.indent ?? 0) * MM,
    justify: style.align === 'justify'
  })
  const element: Element = { tag: 'P' }
  const rule = role === 'note'
  const pieces = lines.map((line, index) => {
    const height = size * (style.lineHeight ?? room.sheet.lineHeight)
    const marks = textOf(line, { size, height, element, align: style.align, width: room.width })
    return piece({ gap: index === 0 ? style.gap * room.density.gaps : 0, height, marks })
  })
  for (const index of [0, lines.length - 2]) {
    const one = lines.length > 1 ? pieces[index] : undefined
    if (one) one.keepWithNext = true
  }
  const last = pieces.at(-1)
  if (last) {
    last.keepWithNext = keepWithNext
    last.height += (style.below ?? 0) * room.density.gaps
  }
  return rule ? ruledAbove(pieces, room) : pieces
}

/** The note at the foot stands under a line over the whole width. */
function ruledAbove(pieces: Piece[], { width }: Room): Piece[] {
  const [first, ...others] = pieces
  if (!first) return []
  const marks: Mark[] = [{ kind: 'rule', x: 0, y: 0, width, thickness: THIN }, ...moved(first.marks, 0, 3)]
  return [{ ...first, height: first.height + 3, marks: marks.map(sinking) }, ...others.map(allSinking)]
}

function styled(runs: readonly Run[], { bold, italic }: Style): readonly Run[] {
  if (!bold && !italic) return runs
  return runs.map((run) => ({ ...run, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) }))
}

function head(block: Head, room: Room): Piece {
  const { sheet, density, width } = room
  const look = sheet.head
  const left = look.leftWidth * MM
  const right = { from: left + look.gap * MM, width: width - left - look.gap * MM }
  const rightMarks = nationalHead(block, { ...room, width: right.width })
  const leftMarks = issuerHead(block, { ...room, width: left })
  const y = Math.max(rightMarks.height, leftMarks.height) + look.rowGap
  const line = (text: string, own: { size: number; italic?: boolean; width: number }) =>
    centred(
      [{ text, ...(own.italic ? { italic: true } : {}) }],
      { ...room, width: own.width },
      own.size * density.letters
    )
  const number = line(block.number, { size: look.number, width: left })
  const day = line(block.placeAndDay, { size: look.day, italic: true, width: right.width })
  return piece({
    gap: 0,
    height: y + Math.max(number.height, day.height),
    marks: [
      ...leftMarks.marks,
      ...moved(rightMarks.marks, right.from, 0),
      ...moved(number.marks, 0, y),
      ...moved(day.marks, right.from, y)
    ]
  })
}

/** Quốc hiệu and Tiêu ngữ, each on one line, the line beneath as long as the text. */
function nationalHead({ country, motto }: Head, room: Room): { marks: Mark[]; height: number } {
  const { measure, density, width, sheet } = room
  const fitting = (text: string, size: number) =>
    Math.min(size * density.letters, width / measure(text, 'bold'))
  const first = centred([{ text: country, bold: true }], room, fitting(country, sheet.head.country))
  const size = fitting(motto, sheet.head.motto)
  const second = centred([{ text: motto, bold: true }], room, size)
  const long = measure(motto, 'bold') * size
  const height = first.height + second.height
  return {
    height: height + 3,
    marks: [...first.marks, ...moved(second.marks, 0, first.height), ruleUnder(width, long, height)]
  }
}

/** The issuer below the one it belongs to, with a line of a third to a half of its length. */
function issuerHead({ above, issuer }: Head, room: Room): { marks: Mark[]; height: number } {
  const size = room.sheet.head.issuer * room.density.letters
  const first = above ? centred([{ text: above }], room, size) : { marks: [], height: 0, widest: 0 }
  const second = centred([{ text: issuer, bold: true }], room, size)
  const height = first.height + second.height
  return {
    height: height + 3,
    marks: [
      ...first.marks,
      ...moved(second.marks, 0, first.height),
      ruleUnder(room.width, second.widest * 0.42, height)
    ]
  }
}

function ruleUnder(width: number, long: number, y: number): Mark {
  return { kind: 'rule', x: (width - long) / 2, y: y + 2, width: long, thickness: THIN }
}

function title({ text, ruled }: Title, room: Room): Piece {
  const { size, gap } = room.sheet.title
  const { marks, height } = centred([{ text, bold: true }], room, size * room.density.letters, {
    tag: 'H1',
    within: 0.9
  })
  const rule = ruled ? [ruleUnder(room.width, 32 * MM, height + 1)] : []
  return piece({ gap: gap * room.density.gaps, height: height + (ruled ? 6 : 0), marks: [...marks, ...rule] })
}

/** Lines in the middle, all about as long. */
function centred(
  runs: readonly Run[],
  { measure, width, sheet }: Room,
  size: number,
  { tag = 'P', within = 1 }: { tag?: Element['tag']; within?: number } = {}
): { marks: Mark[]; height: number; widest: number } {
  const lines = breakEvenly(runs, { measure, size, width: width * within })
  const height = size * sheet.lineHeight
  const element: Element = { tag }
  return {
    height: lines.length * height,
    widest: Math.max(0, ...lines.map((line) => line.width)),
    marks: lines.flatMap((line, index) =>
      moved(textOf(line, { size, height, element, align: 'center', width }), 0, index * height)
    )
  }
}

function qr({ text, label }: Qr, { sheet }: Room): Piece {
  const side = sheet.qr * MM
  const mark: Mark = { kind: 'qr', x: 0, y: QUIET, side, text, element: { tag: 'Figure', label } }
  return piece({ gap: sheet.roles.body.gap, height: side + 2 * QUIET, marks: [mark] })
}

function columns({ widths, gap, align, columns: all }: Columns, room: Room): Piece {
  const fixed = widths.reduce<number>((sum, width) => sum + (width ?? 0) * MM, 0)
  const free = widths.filter((width) => width === null).length
  const shared = (room.width - fixed - gap * MM * (widths.length - 1)) / Math.max(1, free)
  const drawn = all.map((blocks, index) => {
    const own = widths[index]
    const width = own === null || own === undefined ? shared : own * MM
    return { width, ...stacked(blocks, { ...room, width }) }
  })
  const height = Math.max(...drawn.map((column) => column.height))
  let x = 0
  const marks = drawn.flatMap((column) => {
    const y = align === 'middle' ? (height - column.height) / 2 : 0
    const own = moved(column.marks, x, y)
    x += column.width + gap * MM
    return own
  })
  return piece({ gap: room.sheet.columnsGap * room.density.letters, height, marks })
}

function stacked(blocks: readonly Block[], room: Room): { marks: Mark[]; height: number } {
  let height = 0
  const marks = blocks
    .flatMap((block) => draw(block, room))
    .flatMap((own, index) => {
      const y = height + (index > 0 ? own.gap : 0)
      height = y + own.height
      return moved(own.marks, 0, y)
    })
  return { marks, height }
}

function items({ items: all }: Items, room: Room): Piece[] {
  const look = room.sheet.items
  const size = look.size * room.density.letters
  const height = size * room.sheet.lineHeight
  const numbers = room.measure(`${all.length}. `, 'regular') * size
  const from = look.indent * MM + numbers
  const pieces = all.map(({ name, count }, index) => {
    const element: Element = { tag: 'LI' }
    const counts = breakLines([{ text: count }], { measure: room.measure, size, width: room.width * 0.4 })
    const widest = Math.max(0, ...counts.map((line) => line.width))
    const width = room.width - from - (widest > 0 ? widest + 4 * MM : 0)
    const names = breakLines([{ text: name }], { measure: room.measure, size, width })
    const set = { size, height, element }
    const number = breakLines([{ text: `${index + 1}.` }], { measure: room.measure, size, width: room.width })
    const marks = [
      ...number.flatMap((line) =>
        moved(textOf(line, { ...set, align: 'left', width: numbers }), look.indent * MM, 0)
      ),
      ...below(names, height, (line) => moved(textOf(line, { ...set, align: 'left', width }), from, 0)),
      ...below(counts, height, (line) => textOf(line, { ...set, align: 'right', width: room.width }))
    ]
    return piece({
      gap: look.gap * room.density.gaps,
      height: Math.max(names.length, counts.length) * height,
      marks
    })
  })
  return pieces
}

function table({ columns: all, rows }: Table, room: Room): Piece[] {
  const heading = all.map(({ label }) => ({ text: label, bold: true, align: 'center' as const }))
  const cells = rows.map((row) =>
    row.map((text, index) => ({ text, bold: false, align: all[index]?.align ?? 'left' }))
  )
  const pieces = [heading, ...cells].map((row, index) => tableRow(row, all, { room, first: index === 0 }))
  const [first] = pieces
  if (first) first.keepWithNext = true
  return pieces
}

function tableRow(
  row: readonly { text: string; bold: boolean; align: 'left' | 'center' | 'right' }[],
  all: Table['columns'],
  { room, first }: { room: Room; first: boolean }
): Piece {
  const look = room.sheet.table
  const size = look.size * room.density.letters
  const line = size * room.sheet.lineHeight
  const shares = all.reduce((sum, { width }) => sum + width, 0)
  let x = 0
  const cells = row.map(({ text, bold, align }, index) => {
    const width = (room.width * (all[index]?.width ?? 0)) / shares
    const inner = width - look.padding * 2
    const lines = breakLines([{ text, bold }], { measure: room.measure, size, width: inner })
    const element: Element = { tag: 'TD' }
    const marks = below(lines, line, (own) =>
      moved(textOf(own, { size, height: line, element, align, width: inner }), look.padding, look.padding)
    )
    const cell = { x, width, height: lines.length * line + look.padding * 2, marks }
    x += width
    return cell
  })
  const height = Math.max(...cells.map((cell) => cell.height))
  const marks = cells.flatMap((cell): Mark[] => [
    { kind: 'frame', x: cell.x, y: 0, width: cell.width, height },
    ...moved(cell.marks, cell.x, 0)
  ])
  return piece({ gap: first ? look.gap * room.density.gaps : 0, height, marks })
}

function box({ lines: all }: Box, room: Room): Piece {
  const look = room.sheet.box
  const size = look.size * room.density.letters
  const height = size * room.sheet.lineHeight
  const width = room.width - look.padding * 2
  const element: Element = { tag: 'P' }
  const lines = all.flatMap((words) => breakLines(runsOf(words), { measure: room.measure, size, width }))
  const padding = look.padding * room.density.gaps * 0.6
  const total = lines.length * height + padding * 2
  const marks = below(lines, height, (line) => textOf(line, { size, height, element, align: 'left', width }))
  return piece({
    gap: look.gap * room.density.gaps,
    height: total + look.gap * room.density.gaps * 0.5,
    marks: [
      { kind: 'frame', x: 0, y: 0, width: room.width, height: total },
      ...moved(marks, look.padding, padding)
    ]
  })
}

function signatures({ signatures: all }: Signatures, room: Room): Piece {
  const look = room.sheet.signatures
  const [least, most] = look.room
  const width = room.width / all.length
  const drawn = all.map((one) => signature(one, { ...room, width: width - 2 * MM }))
  const top = Math.max(...drawn.map(({ above }) => above.height))
  const names = top + least * MM
  const marks = drawn.flatMap(({ above, name }, index) => [
    ...moved(above.marks, index * width + MM, 0),
    ...moved(name.marks, index * width + MM, names).map(sinking)
  ])
  const height = names + Math.max(...drawn.map(({ name }) => name.height))
  return { ...piece({ gap: look.gap * room.density.gaps, height, marks }), stretch: (most - least) * MM }
}

function signature({ title: words, hint, name }: Signature, room: Room) {
  const look = room.sheet.signatures
  const titleLines = centred([{ text: words, bold: true }], room, look.title * room.density.letters)
  const hintLines = centred([{ text: hint, italic: true }], room, look.hint * room.density.letters)
  const above = {
    height: titleLines.height + hintLines.height,
    marks: [...titleLines.marks, ...moved(hintLines.marks, 0, titleLines.height)]
  }
  const run: Run = look.boldName ? { text: name ?? '', bold: true } : { text: name ?? '' }
  const named = centred([run], room, look.name * room.density.letters)
  return { above, name: named }
}

function runningHead({
  sheet,
  measure,
  running,
  page,
  pages
}: Pick<Room, 'sheet' | 'measure'> & { running: string | null; page: number; pages: number }): Mark[] {
  if (page === 1) return []
  const { size, align, place } = sheet.running
  const { width } = pageSize(sheet)
  const { left, right, top } = margins(sheet)
  const inner = width - left - right
  const element: Element = { tag: 'P' }
  const line = (text: string, own: Style['align']) =>
    breakLines([{ text, italic: place === 'top' }], { measure, size, width: inner * 0.85 })
      .slice(0, 1)
      .flatMap((set) =>
        textOf(set, { size, height: size * sheet.lineHeight, element, align: own, width: inner })
      )
  if (place === 'margin') return moved(line(String(page), align), left, top - size * sheet.lineHeight - 4)
  const rule: Mark = { kind: 'rule', x: 0, y: size * 1.5, width: inner, thickness: THIN }
  return moved(
    [...line(running ?? '', align), ...line(papersText.page(page, pages), 'right'), rule],
    left,
    top
  )
}

function margins({ margins: { top, right, bottom, left } }: Sheet) {
  return { top: top * MM, right: right * MM, bottom: bottom * MM, left: left * MM }
}

function piece(given: Pick<Piece, 'gap' | 'height' | 'marks'>): Piece {
  return { keepWithNext: false, stretch: 0, ...given }
}

/** A line of text in a row of `height`, set against the width it has. */
function textOf(
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

function below(lines: readonly Line[], height: number, set: (line: Line) => Mark[]): Mark[] {
  return lines.flatMap((line, index) => moved(set(line), 0, index * height))
}

function moved(marks: readonly Mark[], x: number, y: number): Mark[] {
  return marks.map((mark) => ({ ...mark, x: mark.x + x, y: mark.y + y }))
}

function sinking(mark: Mark): Mark {
  return { ...mark, sinks: true }
}

function allSinking(one: Piece): Piece {
  return { ...one, marks: one.marks.map(sinking) }
}

/** Gives the room that is left on a page to those who sign. */
function sunk(marks: readonly Mark[], by: number): Mark[] {
  return marks.map((mark) => (mark.sinks ? { ...mark, y: mark.y + by } : mark))
}

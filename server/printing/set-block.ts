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
import { breakEvenly, breakLines, type Measure } from './lines.ts'
import { below, type Element, type Mark, moved, sinking, THIN, textOf } from './marks.ts'
import { type Density, MM, type Sheet, type Style } from './sheet.ts'

/** A part of a block that is not broken over two pages. `marks` are counted from its own top left corner. */
export interface Piece {
  gap: number
  height: number
  marks: Mark[]
  keepWithNext: boolean
  /** How much more room it takes where there is some. */
  stretch: number
}

export interface Room {
  sheet: Sheet
  measure: Measure
  width: number
  density: Density
}

/** White above and below a QR code that no line may come into. */
const QUIET = 4

/** What a block looks like, in parts that may stand on different pages. */
export function setBlock(block: Block, room: Room): Piece[] {
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
    .flatMap((block) => setBlock(block, room))
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
    const element: Element = { tag: 'P' }
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
    const element: Element = { tag: 'P' }
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

function piece(given: Pick<Piece, 'gap' | 'height' | 'marks'>): Piece {
  return { keepWithNext: false, stretch: 0, ...given }
}

function allSinking(one: Piece): Piece {
  return { ...one, marks: one.marks.map(sinking) }
}

import { papersText } from '../../kiosk-ui/src/text/papers.ts'
import type { Block } from './blocks.ts'
import { breakLines, type Measure } from './lines.ts'
import { type Element, type Mark, moved, THIN, textOf } from './marks.ts'
import { type Piece, type Room, setBlock } from './set-block.ts'
import { MM, pageSize, type Sheet, type Style } from './sheet.ts'

export interface Page {
  width: number
  height: number
  marks: Mark[]
}

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
      marks: [...runningHead({ sheet, measure, running, page: index + 1, pages: pages.length }), ...marks]
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
  const pieces = setBlock(block, room)
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

/** Gives the room that is left on a page to those who sign. */
function sunk(marks: readonly Mark[], by: number): Mark[] {
  return marks.map((mark) => (mark.sinks ? { ...mark, y: mark.y + by } : mark))
}

import type * as Docx from 'docx'
import type { Block, Columns, Head, Paragraph, Run, Signatures, Title, Words } from './blocks.ts'
import { runsOf } from './blocks.ts'
import { MM, type Paper, type Sheet, type Style } from './sheet.ts'

type Library = typeof Docx
type Child = Docx.Paragraph | Docx.Table

interface Room {
  word: Library
  sheet: Sheet
  /** In points. */
  width: number
  /** Pictures of the QR codes, by what they hold. */
  codes: ReadonlyMap<string, Buffer>
}

/** Word counts in twentieths of a point. */
const TWIPS = 20

const FONT = 'Times New Roman'

/**
 * Writes the blocks of a paper as a Word file. Each text becomes one text node per face, so that an officer can edit it
 * and nothing from a citizen's data can become a field, a link or markup.
 */
export async function writeDocx({ title, sheet, blocks }: Paper): Promise<Buffer> {
  const word = await import('docx')
  const { left, right } = sheet.margins
  const width = ((sheet.size === 'A4' ? 210 : 148) - left - right) * MM
  const room: Room = { word, sheet, width, codes: await pictures(blocks) }
  const document = new word.Document({
    title: clean(title),
    creator: 'motcua',
    styles: { default: { document: { run: { font: FONT, size: halfPoints(sheet.roles.body.size) } } } },
    sections: [{ properties: pageOf(sheet), headers: pageNumbers(room), children: write(blocks, room) }]
  })
  return word.Packer.toBuffer(document)
}

function pageOf({ size, margins }: Sheet): NonNullable<Docx.ISectionOptions['properties']> {
  const [width, height] = size === 'A4' ? [210, 297] : [148, 210]
  return {
    titlePage: true,
    page: {
      size: { width: twips(width * MM), height: twips(height * MM) },
      margin: {
        top: twips(margins.top * MM),
        right: twips(margins.right * MM),
        bottom: twips(margins.bottom * MM),
        left: twips(margins.left * MM),
        header: twips(10 * MM)
      }
    }
  }
}

/** In the middle of the top margin, from the second page on (NĐ 30/2020, Phụ lục I). */
function pageNumbers({ word, sheet }: Room) {
  const number = new word.TextRun({
    children: [word.PageNumber.CURRENT],
    size: halfPoints(sheet.running.size)
  })
  const line = new word.Paragraph({ alignment: word.AlignmentType.CENTER, children: [number] })
  return { default: new word.Header({ children: [line] }), first: new word.Header({ children: [] }) }
}

function write(blocks: readonly Block[], room: Room): Child[] {
  return blocks.flatMap((block, index) => writeBlock(block, room, index))
}

function writeBlock(block: Block, room: Room, index: number): Child[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block, room)]
    case 'head':
      return [head(block, room)]
    case 'title':
      return title(block, room)
    case 'qr':
      return [picture(block.text, room)]
    case 'columns':
      return [columns(block, room)]
    case 'items':
      return block.items.map(({ name, count }, position) =>
        line(`${position + 1}. ${name}${count ? `: ${count}` : ''}`, room.sheet.roles.body, room)
      )
    case 'table':
      return [table(block, room)]
    case 'box':
      return block.lines.map((words) => framed(words, room))
    case 'signatures':
      return [signatures(block, room)]
    case 'page':
      return index === 0 ? [] : [new room.word.Paragraph({ pageBreakBefore: true, children: [] })]
  }
}

function paragraph({ words, role, keepWithNext = false }: Paragraph, room: Room): Docx.Paragraph {
  return line(words, room.sheet.roles[role], room, keepWithNext)
}

function line(words: Words, style: Style, { word, sheet }: Room, keepNext = false): Docx.Paragraph {
  const alignment = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const
  const height = Math.round((style.lineHeight ?? sheet.lineHeight) * 0.87 * 240)
  return new word.Paragraph({
    keepNext,
    alignment: alignment[style.align],
    indent: { firstLine: twips((style.indent ?? 0) * MM) },
    spacing: { before: twips(style.gap), after: 0, line: height },
    children: runsOf(words).map((run) => textRun(run, style, word))
  })
}

function textRun(
  { text, bold, italic }: Run,
  style: Omit<Style, 'gap' | 'align'>,
  word: Library
): Docx.TextRun {
  return new word.TextRun({
    text: clean(text),
    bold: bold ?? style.bold ?? false,
    italics: italic ?? style.italic ?? false,
    size: halfPoints(style.size),
    font: FONT
  })
}

function head(block: Head, room: Room): Docx.Table {
  const { head: look } = room.sheet
  const left = look.leftWidth * MM
  const right = room.width - left
  const centre = (size: number, more: Partial<Style> = {}): Style => ({
    size,
    align: 'center',
    gap: 0,
    ...more
  })
  const names = [
    ...(block.above ? [line(block.above, centre(look.issuer), room)] : []),
    line(block.issuer, centre(look.issuer, { bold: true }), room),
    ruleOf(left * 0.28, left, room)
  ]
  const nation = [
    line(block.country, centre(look.country, { bold: true }), room),
    line(block.motto, centre(look.motto, { bold: true }), room),
    ruleOf(right * 0.56, right, room)
  ]
  return grid(
    room,
    [left, right],
    [
      [names, nation],
      [
        [line(block.number, centre(look.number, { gap: look.rowGap }), room)],
        [line(block.placeAndDay, centre(look.day, { italic: true, gap: look.rowGap }), room)]
      ]
    ]
  )
}

/** A short line in the middle: the lower border of an empty paragraph that is drawn in from both sides. */
function ruleOf(long: number, width: number, { word }: Room): Docx.Paragraph {
  const inset = twips((width - long) / 2)
  return new word.Paragraph({
    indent: { left: inset, right: inset },
    spacing: { before: 0, after: 0, line: 40, lineRule: word.LineRuleType.EXACT },
    border: { bottom: { style: word.BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: []
  })
}

function title({ text, ruled }: Title, room: Room): Docx.Paragraph[] {
  const { size, gap } = room.sheet.title
  const heading = line(text, { size, gap, align: 'center', bold: true }, room)
  return ruled ? [heading, ruleOf(32 * MM, room.width, room)] : [heading]
}

function picture(text: string, { word, sheet, codes }: Room): Docx.Paragraph {
  const side = Math.round((sheet.qr / 25.4) * 96)
  const data = codes.get(text) ?? Buffer.alloc(0)
  const image = new word.ImageRun({ type: 'png', data, transformation: { width: side, height: side } })
  return new word.Paragraph({ spacing: { before: twips(6), after: 0 }, children: [image] })
}

function columns({ widths, gap, columns: all }: Columns, room: Room): Docx.Table {
  const fixed = widths.reduce<number>((sum, width) => sum + (width === null ? 0 : (width + gap) * MM), 0)
  const free = Math.max(1, widths.filter((width) => width === null).length)
  const wide = widths.map((width) => (width === null ? (room.width - fixed) / free : (width + gap) * MM))
  const cells = all.map((blocks, index) => write(blocks, { ...room, width: wide[index] ?? room.width }))
  return grid(room, wide, [cells])
}

function signatures({ signatures: all }: Signatures, room: Room): Docx.Table {
  const look = room.sheet.signatures
  const centre = (size: number, more: Partial<Style> = {}): Style => ({
    size,
    align: 'center',
    gap: 0,
    ...more
  })
  const cells = all.map(({ title: words, hint, name }) => [
    line(words, centre(look.title, { bold: true }), room, true),
    line(hint, centre(look.hint, { italic: true }), room, true),
    line(name ?? '', centre(look.name, { bold: look.boldName, gap: look.room[0] * MM }), room)
  ])
  return grid(
    room,
    all.map(() => room.width / all.length),
    [cells]
  )
}

/** A table without lines, which is how Word sets things side by side. */
function grid({ word }: Room, widths: readonly number[], rows: readonly Child[][][]): Docx.Table {
  const none = { style: word.BorderStyle.NONE, size: 0, color: 'auto' } as const
  const borders = { top: none, bottom: none, left: none, right: none }
  return new word.Table({
    layout: word.TableLayoutType.FIXED,
    columnWidths: widths.map(twips),
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: word.WidthType.DXA },
    margins: { left: 0, right: 0 },
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      (row) =>
        new word.TableRow({
          cantSplit: true,
          children: row.map(
            (children, index) =>
              new word.TableCell({
                borders,
                width: { size: twips(widths[index] ?? 0), type: word.WidthType.DXA },
                children: endingInParagraph(children, word)
              })
          )
        })
    )
  })
}

/** Word repairs a cell that does not end in a paragraph. */
function endingInParagraph(children: readonly Child[], word: Library): Child[] {
  return children.at(-1) instanceof word.Paragraph ? [...children] : [...children, new word.Paragraph({})]
}

function table({ columns: all, rows }: Extract<Block, { kind: 'table' }>, room: Room): Docx.Table {
  const { word, sheet, width } = room
  const shares = all.reduce((sum, column) => sum + column.width, 0)
  const cell = (text: string, index: number, style: Partial<Style>) =>
    new word.TableCell({
      width: { size: twips((width * (all[index]?.width ?? 0)) / shares), type: word.WidthType.DXA },
      children: [line(text, { size: sheet.table.size, align: 'left', gap: 0, ...style }, room)]
    })
  return new word.Table({
    layout: word.TableLayoutType.FIXED,
    columnWidths: all.map((column) => twips((width * column.width) / shares)),
    rows: [
      new word.TableRow({
        tableHeader: true,
        children: all.map(({ label }, index) => cell(label, index, { bold: true, align: 'center' }))
      }),
      ...rows.map(
        (row) =>
          new word.TableRow({
            cantSplit: true,
            children: row.map((text, index) => cell(text, index, { align: all[index]?.align ?? 'left' }))
          })
      )
    ]
  })
}

function framed(words: Words, room: Room): Docx.Paragraph {
  const { word, sheet } = room
  const edge = { style: word.BorderStyle.SINGLE, size: 6, space: 4, color: '000000' } as const
  return new word.Paragraph({
    border: { top: edge, bottom: edge, left: edge, right: edge },
    children: runsOf(words).map((run) => textRun(run, { size: sheet.box.size }, word))
  })
}

async function pictures(blocks: readonly Block[]): Promise<Map<string, Buffer>> {
  const { toBuffer } = await import('qrcode')
  const drawn = textsOfCodes(blocks).map(
    async (text): Promise<[string, Buffer]> => [
      text,
      await toBuffer(text, { errorCorrectionLevel: 'M', margin: 0, scale: 10 })
    ]
  )
  return new Map(await Promise.all(drawn))
}

function textsOfCodes(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'qr') return [block.text]
    return block.kind === 'columns' ? block.columns.flatMap(textsOfCodes) : []
  })
}

/** Text without the characters that XML cannot hold. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '')
}

function twips(points: number): number {
  return Math.round(points * TWIPS)
}

function halfPoints(points: number): number {
  return Math.round(points * 2)
}

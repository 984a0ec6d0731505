import type PDFDocument from 'pdfkit'
import type { Fonts } from './fonts.ts'
import type { Page } from './layout.ts'
import type { Face } from './lines.ts'
import type { Element, Mark } from './marks.ts'
import { barsOf } from './qr-code.ts'

type Doc = InstanceType<typeof PDFDocument>

type TextMark = Extract<Mark, { kind: 'text' }>

/** What a PDF says about itself. The time makes the file; two drawings of one moment are the same byte for byte. */
export interface About {
  title: string
  /** ISO, UTC. */
  createdAt: string
}

/** Paints pages that have been laid out. Tagged, so that the paper can be heard read, and with its fonts inside. */
export async function paintPdf(pages: readonly Page[], about: About, fonts: Fonts): Promise<Buffer> {
  const { default: Document } = await import('pdfkit')
  const codes = await qrCodes(pages)
  const doc = new Document({
    autoFirstPage: false,
    // Without this pdfkit loads Helvetica first.
    font: null as never,
    tagged: true,
    lang: 'vi',
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: about.title,
      CreationDate: new Date(about.createdAt),
      Producer: 'motcua',
      Creator: 'motcua'
    }
  })
  const whole = collected(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  for (const { width, height, marks } of pages) {
    doc.addPage({ size: [width, height], margin: 0 })
    for (const group of byElement(marks)) paint(doc, root, { group, fonts, codes })
  }
  root.end()
  doc.end()
  return whole
}

/** Neighbouring marks of one element, so that a reader meets it once; lines and frames belong to none. */
function byElement(marks: readonly Mark[]): { element: Element | null; marks: Mark[] }[] {
  const groups: { element: Element | null; marks: Mark[] }[] = []
  for (const mark of marks) {
    const element = 'element' in mark ? mark.element : null
    const last = groups.at(-1)
    if (last && last.element === element) last.marks.push(mark)
    else groups.push({ element, marks: [mark] })
  }
  return groups
}

interface Painting {
  group: { element: Element | null; marks: Mark[] }
  fonts: Fonts
  codes: ReadonlyMap<string, QrMatrix>
}

function paint(doc: Doc, root: PDFKit.PDFStructureElement, { group, fonts, codes }: Painting): void {
  const { element, marks } = group
  const draw = () => {
    for (const mark of marks) paintMark(doc, mark, { fonts, codes })
  }
  if (element) {
    root.add(doc.struct(element.tag, element.label ? { alt: element.label } : {}, draw))
    return
  }
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

function paintMark(doc: Doc, mark: Mark, { fonts, codes }: Pick<Painting, 'fonts' | 'codes'>): void {
  switch (mark.kind) {
    case 'text':
      paintText(doc, mark, fonts)
      return
    case 'rule':
      doc.lineWidth(mark.thickness)
      doc.moveTo(mark.x, mark.y)
      doc.lineTo(mark.x + mark.width, mark.y).stroke()
      return
    case 'frame':
      doc.lineWidth(0.8).rect(mark.x, mark.y, mark.width, mark.height).stroke()
      return
    case 'qr':
      paintQr(doc, mark, codes.get(mark.text))
  }
}

function paintText(doc: Doc, { x, y, text, face, size, wordSpacing }: TextMark, fonts: Fonts): void {
  doc.font(fontOf(fonts, face), face, size)
  doc.text(text, x, y, { lineBreak: false, baseline: 'alphabetic', wordSpacing })
}

/** pdfkit takes a font that is read already; its types do not say so. */
function fontOf(fonts: Fonts, face: Face): never {
  return fonts.of(face) as never
}

function paintQr(doc: Doc, { x, y, side }: { x: number; y: number; side: number }, code?: QrMatrix): void {
  if (!code) return
  const unit = side / code.size
  const number = (value: number) => Number(value.toFixed(3))
  for (const bar of barsOf(code)) {
    doc.rect(number(x + bar.x * unit), number(y + bar.y * unit), number(bar.length * unit), number(unit))
  }
  doc.fill()
}

interface QrMatrix {
  size: number
  data: ArrayLike<number>
}

async function qrCodes(pages: readonly Page[]): Promise<Map<string, QrMatrix>> {
  const { create } = await import('qrcode')
  const texts = pages.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'qr' ? [mark.text] : [])))
  return new Map(
    [...new Set(texts)].map((text) => [text, create(text, { errorCorrectionLevel: 'M' }).modules])
  )
}

function collected(doc: Doc): Promise<Buffer> {
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}

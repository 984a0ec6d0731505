import { createRequire } from 'node:module'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

type ReadQrCode = (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null

// Its types and its module disagree on what a default import is.
const readQrCode = (createRequire(import.meta.url)('jsqr') as { default: ReadQrCode }).default

/** A paper as someone gets it who opens the file: its text as it is copied out, and its pages as they look. */
export interface ReadPdf {
  title: string
  language: string | null
  tagged: boolean
  fonts: string[]
  pages: { text: string; width: number; height: number }[]
  /** All pages, with the breaks of lines taken for spaces. */
  text: string
}

const open = (bytes: Buffer) =>
  getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0, fontExtraProperties: true })
    .promise

export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const document = await open(bytes)
  const { info } = await document.getMetadata()
  const about = info as Record<string, unknown>
  const fonts = new Set<string>()
  const pages = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items, styles } = await page.getTextContent()
    const { width, height } = page.getViewport({ scale: 1 })
    await page.getOperatorList()
    for (const name of Object.keys(styles)) fonts.add((page.commonObjs.get(name) as { name: string }).name)
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    pages.push({ text, width, height })
  }
  const markInfo = await document.getMarkInfo()
  await document.cleanup()
  return {
    title: String(about.Title),
    language: about.Language === undefined ? null : String(about.Language),
    tagged: (markInfo as Map<string, boolean> | null)?.get('Marked') ?? false,
    fonts: [...fonts],
    pages,
    text: pages
      .map((page) => page.text)
      .join('\n')
      .replace(/\s+/g, ' ')
  }
}

/** What a phone reads in the QR code of a page, from the page as it is printed at 200 dots an inch. */
export async function scanQr(bytes: Buffer, number = 1): Promise<string | null> {
  const page = await (await open(bytes)).getPage(number)
  const viewport = page.getViewport({ scale: 200 / 72 })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext('2d')
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
  return readQrCode(new Uint8ClampedArray(data), width, height)?.data ?? null
}

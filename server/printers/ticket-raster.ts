import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'
import type { Font } from 'fontkit'
import type { TicketFace } from '../../printer-templates/queue-ticket/template.ts'
import { barsOf } from '../printing/qr-code.ts'
import { type Bitmap, fillBox, fillOutlines, newBitmap, rowBytes } from './bitmap.ts'
import { outlinesOf } from './outlines.ts'
import {
  layTicketOut,
  type Measure,
  PAPER_WIDTH,
  type TextMark,
  type TicketMark,
  type Weight
} from './ticket-layout.ts'

const FILES = {
  regular: '400Regular/BeVietnamPro_400Regular.ttf',
  semibold: '600SemiBold/BeVietnamPro_600SemiBold.ttf',
  bold: '700Bold/BeVietnamPro_700Bold.ttf'
} satisfies Record<Weight, string>

type FontOf = (weight: Weight) => Font

let loaded: Promise<FontOf> | undefined

/** Read when the first ticket is drawn, so that the start does not wait for it, and once per process. */
function loadFonts(): Promise<FontOf> {
  loaded ??= import('fontkit').then(({ openSync }) => {
    const open = (file: string) =>
      openSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${file}`))) as Font
    const fonts = { regular: open(FILES.regular), semibold: open(FILES.semibold), bold: open(FILES.bold) }
    return (weight) => fonts[weight]
  })
  return loaded
}

/** Reads the fonts ahead of the first ticket, for which somebody stands and waits. */
export async function prepareToDraw(): Promise<void> {
  await loadFonts()
}

/**
 * A ticket in black and white, 576 dots wide: drawn here and sent as a picture, as the letters of Vietnamese are not in the
 * printers, so it is the same on every brand.
 */
export async function drawTicket(face: TicketFace): Promise<Bitmap> {
  const fontOf = await loadFonts()
  const { create } = await import('qrcode')
  const code = create(face.follow.address, { errorCorrectionLevel: 'M' }).modules
  const { height, marks } = layTicketOut(face, { measure: measuredWith(fontOf), qrModules: code.size })
  const bitmap = newBitmap(PAPER_WIDTH, height)
  for (const mark of marks) {
    if (mark.kind === 'text') drawText(bitmap, mark, fontOf(mark.weight))
    else if (mark.kind === 'box') fillBox(bitmap, mark)
    else drawCode(bitmap, mark, code)
    // Some milliseconds each: whoever asks the server something is answered in between.
    await setImmediate()
  }
  return bitmap
}

/** Remembers what it measured while one ticket is laid out, as the same words are tried on many widths. */
function measuredWith(fontOf: FontOf): Measure {
  const widths = new Map<string, number>()
  return (text, weight) => {
    const key = `${weight} ${text}`
    const font = fontOf(weight)
    const width = widths.get(key) ?? font.layout(text).advanceWidth / font.unitsPerEm
    widths.set(key, width)
    return width
  }
}

function drawText(bitmap: Bitmap, { text, size, x, baseline }: TextMark, font: Font): void {
  const scale = size / font.unitsPerEm
  const { glyphs, positions } = font.layout(text)
  let pen = x
  glyphs.forEach((glyph, index) => {
    const at = positions[index]
    const place = {
      x: pen + (at?.xOffset ?? 0) * scale,
      baseline: baseline - (at?.yOffset ?? 0) * scale,
      scale
    }
    fillOutlines(bitmap, outlinesOf(glyph.path.commands, place))
    pen += (at?.xAdvance ?? 0) * scale
  })
}

function drawCode(
  bitmap: Bitmap,
  { x, y, moduleDots }: Extract<TicketMark, { kind: 'qr' }>,
  code: { size: number; data: ArrayLike<number> }
): void {
  for (const bar of barsOf(code)) {
    fillBox(bitmap, {
      x: x + bar.x * moduleDots,
      y: y + bar.y * moduleDots,
      width: bar.length * moduleDots,
      height: moduleDots
    })
  }
}

/** The picture as a PNG of one bit per dot, to look at on a screen. */
export function pngOf(bitmap: Bitmap): Buffer {
  const bytes = rowBytes(bitmap)
  const rows = Buffer.alloc((bytes + 1) * bitmap.height)
  for (let row = 0; row < bitmap.height; row += 1) {
    // In a PNG of one bit 1 is white; each row begins with how it is filtered, here not at all.
    for (let place = 0; place < bytes; place += 1) {
      rows[row * (bytes + 1) + 1 + place] = ~(bitmap.bytes[row * bytes + place] ?? 0) & 0xff
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(bitmap.width, 0)
  header.writeUInt32BE(bitmap.height, 4)
  header[8] = 1
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

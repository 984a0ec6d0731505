import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import sample from '../../printer-templates/queue-ticket/sample.json' with { type: 'json' }
import { queueTicket, type TicketData } from '../../printer-templates/queue-ticket/template.ts'
import { type Bitmap, fillOutlines, isBlack, newBitmap } from '../../server/printers/bitmap.ts'
import { paperBytes } from '../../server/printers/escpos.ts'
import { drawTicket, pngOf } from '../../server/printers/ticket-raster.ts'

const jsQr = createRequire(import.meta.url)('jsqr') as (
  data: Uint8ClampedArray,
  width: number,
  height: number
) => { data: string; location: Record<string, { x: number; y: number }> } | null

const ADDRESS =
  'https://hoso.rachgia.angiang.gov.vn/q/0193580c-2a40-7f31-8c55-3f1d0a7be201.q7Zb1mR9xWkT4cVn0sYd2A'

const DOTS_PER_MM = 203 / 25.4

/** The picture as a printer understands it from the bytes that it gets. */
function pictureIn(bytes: Uint8Array): Bitmap {
  const sent = Buffer.from(bytes)
  const bands: Uint8Array[] = []
  let height = 0
  for (let place = 2; sent[place] === 0x1d && sent[place + 1] === 0x76; ) {
    const rows = sent.readUInt16LE(place + 6)
    bands.push(sent.subarray(place + 8, place + 8 + 72 * rows))
    height += rows
    place += 8 + 72 * rows
  }
  return { width: 576, height, bytes: Buffer.concat(bands) }
}

function qrIn(bitmap: Bitmap) {
  const pixels = new Uint8ClampedArray(bitmap.width * bitmap.height * 4)
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) {
      pixels.fill(isBlack(bitmap, x, y) ? 0 : 255, (y * bitmap.width + x) * 4, (y * bitmap.width + x) * 4 + 3)
      pixels[(y * bitmap.width + x) * 4 + 3] = 255
    }
  }
  return jsQr(pixels, bitmap.width, bitmap.height)
}

/** Heights of the runs of rows in which anything is black, in millimetres. */
function linesOf(bitmap: Bitmap): number[] {
  const lines: number[] = []
  let run = 0
  for (let y = 0; y <= bitmap.height; y += 1) {
    const black = y < bitmap.height && bitmap.bytes.subarray(y * 72, (y + 1) * 72).some((byte) => byte !== 0)
    if (black) run += 1
    else if (run > 0) {
      lines.push(run / DOTS_PER_MM)
      run = 0
    }
  }
  return lines
}

const draw = (data: Partial<TicketData> = {}, mark: 'reprint' | 'test' | null = null) =>
  drawTicket(queueTicket({ ...sample, ...data }, { address: ADDRESS, mark }))

describe('K-20 the ticket', () => {
  it('carries a QR code of at least 25 mm that is read from the very bytes that the printer gets', async () => {
    const read = qrIn(pictureIn(paperBytes(await draw())))
    expect(read?.data).toBe(ADDRESS)
    const { topLeftCorner, topRightCorner } = read?.location ?? {}
    const side = (topRightCorner?.x ?? 0) - (topLeftCorner?.x ?? 0)
    expect(side / DOTS_PER_MM).toBeGreaterThanOrEqual(24.9)
  })

  it('keeps four modules of white round the code', async () => {
    const bitmap = await draw()
    const { location } = qrIn(bitmap) ?? {}
    const left = Math.round(location?.topLeftCorner?.x ?? 0)
    const top = Math.round(location?.topLeftCorner?.y ?? 0)
    const right = Math.round(location?.topRightCorner?.x ?? 0)
    const bottom = Math.round(location?.bottomLeftCorner?.y ?? 0)
    const quiet = 4 * 5 - 1
    for (let y = top - quiet; y < bottom + quiet; y += 1) {
      for (let step = 2; step <= quiet; step += 1) {
        expect(isBlack(bitmap, left - step, y), `left ${step}`).toBe(false)
        if (right + step < 576) expect(isBlack(bitmap, right + step, y), `right ${step}`).toBe(false)
      }
    }
  })

  it('has a number at least 12 mm high, also the widest', async () => {
    for (const number of ['A027', 'M888', 'W1888']) {
      expect(Math.max(...linesOf(await draw({ number })).slice(0, 5)), number).toBeGreaterThanOrEqual(12)
    }
  })

  it('stays within 100 mm with what the printer feeds, however much there is to say', async () => {
    const most = await draw(
      {
        number: 'W1888',
        priority: true,
        waitingAhead: 188,
        estimate: { lowMinutes: 105, highMinutes: 188, pastClosing: true },
        waitNear: [1, 3, 5, 7, 9, 11, 13, 15],
        officeName:
          'Trung tâm Phục vụ hành chính công liên phường Nguyễn Trung Trực và Vĩnh Thanh Vân, thành phố Rạch Giá',
        serviceName:
          'Đất đai, xây dựng, môi trường, giao thông vận tải và các lĩnh vực khác thuộc thẩm quyền của phường'
      },
      'reprint'
    )
    const feed = 16 / DOTS_PER_MM
    const fromHeadToCutter = 13
    expect(most.height / DOTS_PER_MM + feed + fromHeadToCutter).toBeLessThanOrEqual(100)
  })

  it('says what the office knows, in words', () => {
    const face = queueTicket(sample, { address: ADDRESS, mark: null })
    expect(face).toMatchObject({
      number: 'A027',
      mark: null,
      service: 'Hộ tịch, chứng thực',
      footer: '09:05 23/11/2026 – Vé có giá trị trong ngày'
    })
    expect(face.facts).toEqual([
      'Chờ gần quầy 1, 2',
      'Trước ông/bà: 6 người cùng lĩnh vực',
      'Chờ khoảng 15–25 phút'
    ])
    const alone = queueTicket(
      { ...sample, waitingAhead: 0, estimate: null },
      { address: ADDRESS, mark: null }
    )
    expect(alone.facts.slice(1)).toEqual(['Không có ai cùng lĩnh vực chờ trước'])
  })

  it('X-44 says on a second paper that it is one', async () => {
    expect(queueTicket(sample, { address: ADDRESS, mark: 'reprint' }).mark).toBe('IN LẠI')
    expect((await draw({}, 'reprint')).bytes).not.toEqual((await draw()).bytes)
  })

  it('is the same, dot for dot, whenever it is drawn', async () => {
    expect((await draw()).bytes).toEqual((await draw()).bytes)
  })

  it('draws Vietnamese letters, each unlike the letter without its marks', async () => {
    const plain = await draw({ serviceName: 'Duong' })
    for (const serviceName of ['Đuong', 'Dưong', 'Duơng', 'Duộng', 'Duống']) {
      expect((await draw({ serviceName })).bytes, serviceName).not.toEqual(plain.bytes)
    }
  })

  it('is a picture that a screen shows', async () => {
    const { createCanvas, loadImage } = await import('@napi-rs/canvas')
    const bitmap = await draw()
    const image = await loadImage(pngOf(bitmap))
    expect([image.width, image.height]).toEqual([576, bitmap.height])
    const context = createCanvas(image.width, image.height).getContext('2d')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    for (let dot = 0; dot < bitmap.width * bitmap.height; dot += 997) {
      const black = isBlack(bitmap, dot % 576, Math.floor(dot / 576))
      expect(data[dot * 4]).toBe(black ? 0 : 255)
    }
  })
})

describe('filling outlines', () => {
  const square = (from: number, to: number) =>
    [
      [from, from],
      [to, from],
      [to, to],
      [from, to]
    ] as const
  const count = (bitmap: Bitmap) => {
    let black = 0
    for (let y = 0; y < bitmap.height; y += 1)
      for (let x = 0; x < bitmap.width; x += 1) if (isBlack(bitmap, x, y)) black += 1
    return black
  }

  it('leaves a hole where an outline runs the other way, and none where it runs the same way', () => {
    const ring = newBitmap(16, 16)
    fillOutlines(ring, [square(2, 14), square(5, 11).toReversed()])
    expect(count(ring)).toBe(144 - 36)
    const full = newBitmap(16, 16)
    fillOutlines(full, [square(2, 14), square(5, 11)])
    expect(count(full)).toBe(144)
  })

  it('leaves out what lies outside', () => {
    const bitmap = newBitmap(16, 16)
    fillOutlines(bitmap, [square(-5, 4)])
    expect(count(bitmap)).toBe(16)
  })

  it('blackens a dot that is covered by half, and none that is covered by less', () => {
    const bitmap = newBitmap(8, 8)
    fillOutlines(bitmap, [
      [
        [0.4, 0],
        [1.4, 0],
        [1.4, 1],
        [0.4, 1]
      ]
    ])
    expect([isBlack(bitmap, 0, 0), isBlack(bitmap, 1, 0)]).toEqual([true, false])
  })
})

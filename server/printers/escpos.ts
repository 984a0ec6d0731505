import { type Bitmap, rowBytes } from './bitmap.ts'

const DLE = 0x10
const EOT = 0x04
const ENQ = 0x05
const DC4 = 0x14
const ESC = 0x1b
const GS = 0x1d

/** Rows in one piece of a picture: more than 256 do not fit the memory of small printers. */
const BAND = 256

/** Dots that are fed before the cut, so that the last line does not stand at the edge. */
const FEED_BEFORE_CUT = 16

/** Feeds to the cutter and cuts, leaving a corner: the paper does not fall. */
export const CUT = Uint8Array.of(GS, 0x56, 66, FEED_BEFORE_CUT)

/** Asks the printer to answer once all before it is processed; it tells its paper, but what counts is that it answers. */
export const FENCE = Uint8Array.of(GS, 0x72, 1)

/** What is asked with DLE EOT: printer, why it is offline, error, paper. */
export const STATUS_QUESTIONS = [1, 2, 3, 4] as const

/** Asks at once, before anything that waits to be printed. */
export function statusQuestion(about: (typeof STATUS_QUESTIONS)[number]): Uint8Array {
  return Uint8Array.of(DLE, EOT, about)
}

/** Asks the printer to say these four characters when all before it has come out (GS ( H, function 48). */
export function processQuestion(id: string): Uint8Array {
  return Uint8Array.of(GS, 0x28, 0x48, 6, 0, 48, 48, ...[...id].map((letter) => letter.charCodeAt(0)))
}

/** A picture as bands for `GS v 0`, after the printer was set to its beginning, then the cut. */
export function paperBytes(bitmap: Bitmap): Uint8Array {
  const bytes = rowBytes(bitmap)
  const picture = withoutCommands(bitmap.bytes)
  const parts: Uint8Array[] = [Uint8Array.of(ESC, 0x40)]
  for (let row = 0; row < bitmap.height; row += BAND) {
    const rows = Math.min(BAND, bitmap.height - row)
    parts.push(Uint8Array.of(GS, 0x76, 0x30, 0, bytes & 0xff, bytes >> 8, rows & 0xff, rows >> 8))
    parts.push(picture.subarray(row * bytes, (row + rows) * bytes))
  }
  return joined([...parts, CUT])
}

/**
 * The picture with no real-time command in it: a printer obeys DLE EOT, DLE ENQ and DLE DC4 also where they happen to stand
 * within a picture, answers what nobody asked or opens a drawer. One dot more takes each away, and nobody sees it.
 */
function withoutCommands(picture: Uint8Array): Uint8Array {
  const commands = new Set([EOT, ENQ, DC4])
  return picture.map((byte, place) =>
    byte === DLE && commands.has(picture[place + 1] ?? 0) ? byte | 0x08 : byte
  )
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}

/** Something that a printer said. */
export type Answer =
  | { kind: 'status'; byte: number }
  | { kind: 'process'; id: string }
  | { kind: 'fence'; byte: number }

const PROCESS_HEAD = [0x37, 0x22]
const PROCESS_LENGTH = 7

/** Both bits for little paper, both for none: nothing else answers GS r 1. */
const FENCE_BYTES = new Set([0x00, 0x03, 0x0c, 0x0f])

/**
 * Reads what came from a printer, and gives back what may be the beginning of an answer whose rest is still on the way. What
 * is no answer is passed over: printers say things that nobody asked.
 */
export function readAnswers(bytes: Uint8Array): { answers: Answer[]; rest: Uint8Array } {
  const answers: Answer[] = []
  let place = 0
  while (place < bytes.length) {
    const read = readAt(bytes, place)
    if (read === 'incomplete') break
    if (read.answer) answers.push(read.answer)
    place += read.length
  }
  return { answers, rest: bytes.slice(place) }
}

function readAt(bytes: Uint8Array, place: number): { answer?: Answer; length: number } | 'incomplete' {
  const byte = bytes[place] ?? 0
  if (byte === PROCESS_HEAD[0]) return readProcess(bytes, place)
  if ((byte & 0x93) === 0x10) return readUnasked(bytes, place)
  if ((byte & 0x93) === 0x12) return { answer: { kind: 'status', byte }, length: 1 }
  if (FENCE_BYTES.has(byte)) return { answer: { kind: 'fence', byte }, length: 1 }
  return { length: 1 }
}

function readProcess(bytes: Uint8Array, place: number): ReturnType<typeof readAt> {
  const frame = bytes.subarray(place, place + PROCESS_LENGTH)
  if (frame.length > 1 && frame[1] !== PROCESS_HEAD[1]) return { length: 1 }
  if (!frame.subarray(2, 6).every((byte) => byte >= 0x20 && byte <= 0x7e)) return { length: 1 }
  if (frame.length < PROCESS_LENGTH) return 'incomplete'
  if (frame[PROCESS_LENGTH - 1] !== 0) return { length: 1 }
  return {
    answer: { kind: 'process', id: String.fromCharCode(...frame.subarray(2, 6)) },
    length: PROCESS_LENGTH
  }
}

/** Four bytes that some printers send by themselves whenever something changes: not what was asked, and no fence. */
function readUnasked(bytes: Uint8Array, place: number): ReturnType<typeof readAt> {
  const more = bytes.subarray(place + 1, place + 4)
  if (!more.every((byte) => (byte & 0x90) === 0)) return { length: 1 }
  return more.length < 3 ? 'incomplete' : { length: 4 }
}

